package dev.adjc.syntax;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was meant by a number in the spelling of another language.
 *
 * @param number a legal number to go on with
 * @param help what to write, if it is plain
 */
record NumberMend(String number, Optional<String> help) {
    private static final Pattern LEGAL = Pattern.compile("\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final Pattern SUFFIXED = Pattern.compile("(.*[\\d.])[fFdDlL]");
    private static final Pattern HEXADECIMAL = Pattern.compile("0[xX]([0-9a-fA-F]{1,12})");
    private static final Pattern TIMES = Pattern.compile("(\\d+(?:\\.\\d+)?)([^\\d.].*)");

    static NumberMend of(String text) {
        Matcher hexadecimal = HEXADECIMAL.matcher(text);
        if (hexadecimal.matches()) {
            return legal(new BigInteger(hexadecimal.group(1), 16).toString());
        }
        Matcher suffixed = SUFFIXED.matcher(text);
        String plain = (suffixed.matches() ? suffixed.group(1) : text).replace("_", "");
        String filled = plain.replaceFirst("^\\.", "0.").replaceFirst("\\.(?=$|[eE])", ".0");
        if (LEGAL.matcher(filled).matches()) {
            return legal(filled);
        }
        Matcher times = TIMES.matcher(text);
        return times.matches()
                        && !times.group(2).contains(".")
                        && !times.group(2).matches("[eE_].*")
                ? new NumberMend(times.group(1), Optional.of(times.group(1) + "*" + times.group(2)))
                : new NumberMend("1", Optional.empty());
    }

    private static NumberMend legal(String number) {
        return new NumberMend(Double.isInfinite(Double.parseDouble(number)) ? "1" : number, Optional.of(number));
    }
}
