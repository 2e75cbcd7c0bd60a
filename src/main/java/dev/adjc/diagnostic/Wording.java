package dev.adjc.diagnostic;

import java.util.List;
import java.util.Optional;

/**
 * The sentences of one code. {@code {0}}, {@code {1}}, … stand for the arguments of a diagnostic.
 *
 * @param mark what stands beside the underlined place, or nothing
 * @param related what stands beside a second place, with arguments of its own if it has any
 * @param help the likely mend
 * @param otherwise the mend where an argument that the first one speaks of is not given
 */
record Wording(
        Severity severity, int number, String sentence, String mark, String related, String help, String otherwise) {

    static Wording error(int number, String sentence) {
        return new Wording(Severity.ERROR, number, sentence, "", "", "", "");
    }

    static Wording warning(int number, String sentence) {
        return new Wording(Severity.WARNING, number, sentence, "", "", "", "");
    }

    Wording mark(String text) {
        return new Wording(severity, number, sentence, text, related, help, otherwise);
    }

    Wording related(String text) {
        return new Wording(severity, number, sentence, mark, text, help, otherwise);
    }

    Wording help(String text) {
        return new Wording(severity, number, sentence, mark, related, text, otherwise);
    }

    Wording otherwise(String text) {
        return new Wording(severity, number, sentence, mark, related, help, text);
    }

    /** The template with the arguments in it, or nothing if it is empty or speaks of an argument that is not there. */
    static Optional<String> fill(String template, List<String> arguments) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
            int close = template.indexOf('}', open);
            int argument = close == open + 2 ? Character.digit(template.charAt(open + 1), 10) : -1;
            if (argument < 0) {
                text.append(template, from, open + 1);
                from = open + 1;
                continue;
            }
            if (argument >= arguments.size()) {
                return Optional.empty();
            }
            text.append(template, from, open).append(arguments.get(argument));
            from = close + 1;
        }
        text.append(template, from, template.length());
        return text.isEmpty() ? Optional.empty() : Optional.of(text.toString());
    }
}
