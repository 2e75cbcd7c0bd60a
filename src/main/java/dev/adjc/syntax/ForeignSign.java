package dev.adjc.syntax;

import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.source.Span;
import java.text.Normalizer;
import java.util.Map;
import java.util.OptionalInt;

/** A character, or several, that the language has no use for. */
record ForeignSign(String text) {
    private static final int MOST_SHOWN = 60;
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻";

    /** What other languages, or mathematical typesetting, write, and what is written here. */
    private static final Map<String, Meaning> MEANINGS = Map.ofEntries(
            Map.entry("**", new Meaning("^", AdParser.POWER)),
            Map.entry(":=", new Meaning("=", AdParser.EQUALS)),
            Map.entry("&&", new Meaning("and", AdParser.AND)),
            Map.entry("&", new Meaning("and", AdParser.AND)),
            Map.entry("∧", new Meaning("and", AdParser.AND)),
            Map.entry("||", new Meaning("or", AdParser.OR)),
            Map.entry("|", new Meaning("or", AdParser.OR)),
            Map.entry("∨", new Meaning("or", AdParser.OR)),
            Map.entry("!", new Meaning("not", AdParser.NOT)),
            Map.entry("~", new Meaning("not", AdParser.NOT)),
            Map.entry("¬", new Meaning("not", AdParser.NOT)),
            Map.entry("===", new Meaning("==", AdParser.EQUAL)),
            Map.entry("!==", new Meaning("!=", AdParser.NOT_EQUAL)),
            Map.entry("<>", new Meaning("!=", AdParser.NOT_EQUAL)),
            Map.entry("≠", new Meaning("!=", AdParser.NOT_EQUAL)),
            Map.entry("≤", new Meaning("<=", AdParser.LESS_OR_EQUAL)),
            Map.entry("≥", new Meaning(">=", AdParser.GREATER_OR_EQUAL)),
            Map.entry("=>", new Meaning("->", AdParser.ARROW)),
            Map.entry("→", new Meaning("->", AdParser.ARROW)),
            Map.entry("−", new Meaning("-", AdParser.MINUS)),
            Map.entry("–", new Meaning("-", AdParser.MINUS)),
            Map.entry("×", new Meaning("*", AdParser.TIMES)),
            Map.entry("·", new Meaning("*", AdParser.TIMES)),
            Map.entry("⋅", new Meaning("*", AdParser.TIMES)),
            Map.entry("∗", new Meaning("*", AdParser.TIMES)),
            Map.entry("÷", new Meaning("/", AdParser.DIVIDE)),
            Map.entry("∕", new Meaning("/", AdParser.DIVIDE)),
            Map.entry("∞", new Meaning("inf", AdParser.INF)));

    private record Meaning(String spelling, int type) {}

    static ForeignSign of(String text) {
        return new ForeignSign(text);
    }

    /** Whether a sign and the next one are one mistake: the digits of a superscript, a run of what means nothing. */
    static boolean continues(String left, String right) {
        return isSuperscript(left)
                ? isSuperscript(right)
                : of(left).meansNothing() && of(right).meansNothing();
    }

    /** The kind of token that is meant. */
    OptionalInt meant() {
        Meaning meaning = MEANINGS.get(text);
        return meaning == null ? OptionalInt.empty() : OptionalInt.of(meaning.type());
    }

    /** Whether nothing is missed when the sign is left out. */
    boolean isBlank() {
        return isSuperscript(text) || isInvisible(text);
    }

    /** The mistake, with the name that stands before it. */
    Diagnostic diagnostic(Span span, String before) {
        Meaning meaning = MEANINGS.get(text);
        if (meaning != null) {
            return Diagnostic.at(span, Code.FOREIGN_OPERATOR, text, meaning.spelling());
        }
        if (isSuperscript(text)) {
            String digits = Normalizer.normalize(text, Normalizer.Form.NFKC).replace('−', '-');
            return Diagnostic.at(span, Code.SUPERSCRIPT, text, before + "^" + digits);
        }
        if (isInvisible(text)) {
            return Diagnostic.at(span, Code.INVISIBLE_CHARACTER, show(text.codePointAt(0)));
        }
        return switch (text) {
            case "?" -> Diagnostic.at(span, Code.TERNARY);
            case "%" -> Diagnostic.at(span, Code.REMAINDER_OPERATOR);
            case "+=", "-=", "*=", "/=", "^=" ->
                Diagnostic.at(
                        span, Code.ASSIGNMENT_OPERATOR, text, before + " = " + before + " " + text.charAt(0) + " …;");
            default ->
                text.startsWith("'")
                        ? Diagnostic.at(span, Code.SINGLE_QUOTE)
                        : Diagnostic.at(span, Code.UNEXPECTED_CHARACTER, shown());
        };
    }

    /** A character for a message, as itself if it can be seen. */
    static String show(int codePoint) {
        return String.format("U+%04X", codePoint);
    }

    private String shown() {
        return text.codePoints()
                        .anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.UNASSIGNED)
                ? show(text.codePointAt(0))
                : shortened(text);
    }

    /** A text for a message, of which a long one shows only the beginning. */
    static String shortened(String text) {
        return text.length() <= MOST_SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, MOST_SHOWN))) + "…";
    }

    private boolean meansNothing() {
        return !MEANINGS.containsKey(text)
                && !isBlank()
                && text.codePoints().allMatch(c -> c > 0x7f || "@$\\`".indexOf(c) >= 0 || Character.isISOControl(c));
    }

    private static boolean isSuperscript(String text) {
        return text.chars().allMatch(c -> SUPERSCRIPTS.indexOf(c) >= 0);
    }

    private static boolean isInvisible(String text) {
        return text.codePoints()
                .allMatch(c -> Character.isSpaceChar(c)
                        || Character.getType(c) == Character.FORMAT
                        || c == 0x0b
                        || c == 0xfeff);
    }
}
