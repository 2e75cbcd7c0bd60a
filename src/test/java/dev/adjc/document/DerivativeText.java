package dev.adjc.document;

import dev.adjc.operator.Choices;
import dev.adjc.operator.Formula;
import dev.adjc.operator.Operator;
import dev.adjc.operator.Operators;
import dev.adjc.operator.Spelling;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The partial derivatives of a row as expressions of the language, in the row's own names. */
final class DerivativeText {
    private static final Pattern WORD = Pattern.compile("[a-z]\\w*");

    private final Operator operator;

    DerivativeText(Operator operator) {
        this.operator = operator;
    }

    /** The function as it is called, {@code atan2(y, x)}. */
    String call() {
        return operator.name() + "(" + String.join(", ", names(operator)) + ")";
    }

    /** The derivative with respect to the argument at a position. */
    String by(int position) {
        return text((Formula) operator.partials().get(position)).words;
    }

    /** The name of the argument at a position. */
    String name(int position) {
        return names(operator).get(position);
    }

    /** Words, and how tightly they hold together: as Java's operators do, 16 for what needs no brackets anywhere. */
    private record Text(String words, int precedence) {
        static Text atom(String words) {
            return new Text(words, 16);
        }

        String within(int least) {
            return precedence >= least ? words : "(" + words + ")";
        }
    }

    private static final int SUM = 11;
    private static final int PRODUCT = 12;
    private static final int SIGN = 13;
    private static final int POWER = 14;

    private Text text(Formula formula) {
        if (formula instanceof Formula.Argument argument) {
            return Text.atom(name(argument.position()));
        }
        if (formula instanceof Formula.Apply apply) {
            return apply(
                    apply.operator(), apply.operands().stream().map(this::text).toList());
        }
        return formula instanceof Formula.Constant constant ? constant(constant) : Text.atom(call());
    }

    /** The two constants of the table that are no round numbers are logarithms. */
    private static Text constant(Formula.Constant constant) {
        for (int base : new int[] {2, 10}) {
            if (constant.number() == Math.log(base)) {
                return Text.atom("log(" + base + ")");
            }
        }
        return constant.number() < 0 ? new Text(constant.toString(), SIGN) : Text.atom(constant.toString());
    }

    private static Text apply(Operator applied, List<Text> operands) {
        if (applied == Operators.NEGATE) {
            return new Text("-" + operands.get(0).within(PRODUCT), SIGN);
        }
        if (applied == Choices.OR_NAN) {
            return operands.get(0);
        }
        if (applied == Operators.MULTIPLY && operands.get(0).equals(operands.get(1))) {
            return new Text(operands.get(0).within(POWER + 1) + "^2", POWER);
        }
        if (applied.spelling() instanceof Spelling.Infix infix) {
            String left = operands.get(0).within(infix.precedence());
            String right = operands.get(1).within(infix.precedence() + 1);
            String sign = applied == Operators.DIVIDE ? "/" : " " + infix.symbol() + " ";
            return new Text(left + sign + right, infix.precedence());
        }
        if (!applied.formula().isEmpty()) {
            return substituted(applied, operands);
        }
        return Text.atom(applied.name() + "("
                + String.join(", ", operands.stream().map(Text::words).toList()) + ")");
    }

    private static Text substituted(Operator applied, List<Text> operands) {
        List<String> names = names(applied);
        String words = WORD.matcher(applied.formula()).replaceAll(found -> replacement(found, names, operands));
        int precedence = words.startsWith("if ")
                ? 0
                : words.matches("[\\w.]+") ? 16 : words.startsWith("-") || words.contains(" ") ? SUM : PRODUCT;
        return new Text(words, precedence);
    }

    private static String replacement(MatchResult found, List<String> names, List<Text> operands) {
        int position = names.indexOf(found.group());
        return Matcher.quoteReplacement(
                position < 0 ? found.group() : operands.get(position).within(POWER + 1));
    }

    private static List<String> names(Operator operator) {
        return operator.arguments().subList(0, operator.arity());
    }
}
