package dev.adjc.document;

import dev.adjc.operator.Operator;
import dev.adjc.operator.Operators;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the reference says of the built-in functions, all of it from their rows. */
final class FunctionTable {
    private FunctionTable() {}

    /** The first function of each group; those that follow in the table belong to it as well. */
    private static final Map<String, String> GROUPS = new LinkedHashMap<>();

    static {
        GROUPS.put("sqrt", "Roots, exponentials, logarithms, powers");
        GROUPS.put("sin", "Trigonometric and hyperbolic functions");
        GROUPS.put("sign", "Kinks, steps and choices");
        GROUPS.put("sigmoid", "Logistic functions and their kin");
        GROUPS.put("erf", "Error, gamma and beta functions");
    }

    /** Functions with their derivatives, in groups. */
    static String functions() {
        StringBuilder text = new StringBuilder();
        for (Operator operator : rows()) {
            String group = GROUPS.get(operator.name());
            if (group != null) {
                text.append("\n**").append(group).append("**\n\n");
                text.append("| function | derivative | remarks | source |\n|---|---|---|---|\n");
            }
            DerivativeText words = new DerivativeText(operator);
            text.append("| `").append(words.call()).append("` | ");
            text.append(derivatives(operator, words)).append(" | ");
            text.append(operator.note()).append(" | ");
            text.append(operator.source()).append(" |\n");
        }
        return text.append('\n').toString();
    }

    /** Values and derivatives that a convention fixes. */
    static String points() {
        StringBuilder text = new StringBuilder("\n| function | at | value | derivatives |\n|---|---|---|---|\n");
        for (Operator operator : rows()) {
            for (Operator.Point point : operator.points()) {
                text.append("| `").append(operator.name()).append("` | ");
                text.append(numbers(point.arguments())).append(" | ");
                text.append(number(point.value())).append(" | ");
                text.append(numbers(point.partials())).append(" |\n");
            }
        }
        return text.append('\n').toString();
    }

    static List<Operator> rows() {
        return Operators.functionNames().stream()
                .map(name -> Operators.function(name).orElseThrow())
                .toList();
    }

    private static String derivatives(Operator operator, DerivativeText words) {
        if (operator.arity() == 1) {
            return "`" + words.by(0) + "`";
        }
        List<String> each = new ArrayList<>();
        for (int i = 0; i < operator.arity(); i++) {
            each.add(words.name(i) + ": `" + words.by(i) + "`");
        }
        return String.join("<br>", each);
    }

    private static String numbers(List<Double> numbers) {
        return numbers.stream().map(FunctionTable::number).collect(Collectors.joining(", "));
    }

    private static String number(double number) {
        if (Double.isInfinite(number)) {
            return number > 0 ? "inf" : "-inf";
        }
        boolean whole = number == Math.rint(number) && Math.abs(number) < 1e6;
        return whole && !(number == 0 && 1 / number < 0)
                ? Long.toString((long) number)
                : number == 0 ? "-0" : Double.toString(number);
    }
}
