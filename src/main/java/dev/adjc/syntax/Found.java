package dev.adjc.syntax;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Tokens in the words of a message. */
final class Found {
    private Found() {}

    /** A token that stands in the text. */
    static String of(Token token) {
        return switch (token.getType()) {
            case Token.EOF -> "the end of the file";
            case AdParser.NUMBER -> "the number `" + token.getText() + "`";
            case AdParser.STRING -> "a text";
            case AdParser.NAME, AdParser.REDUCTION -> "the name `" + token.getText() + "`";
            default -> isKeyword(token) ? "the keyword `" + token.getText() + "`" : "`" + token.getText() + "`";
        };
    }

    /** What could stand at a place: at most five kinds of token, the operators and what begins an operand each as one. */
    static String anyOf(IntervalSet types) {
        List<String> kinds = new ArrayList<>();
        boolean operand = types.contains(AdParser.NUMBER);
        boolean operator = types.contains(AdParser.TIMES);
        if (operand) {
            kinds.add("an expression");
        }
        for (int type : types.toArray()) {
            boolean covered = operand && beginsOperand(type) || operator && isOperator(type);
            if (!covered && !kinds.contains(kind(type))) {
                kinds.add(kind(type));
            }
        }
        if (operator) {
            kinds.add("an operator");
        }
        String last = kinds.get(kinds.size() - 1);
        return kinds.size() == 1 ? last : String.join(", ", kinds.subList(0, kinds.size() - 1)) + " or " + last;
    }

    private static String kind(int type) {
        return switch (type) {
            case Token.EOF -> "the end of the file";
            case AdParser.NAME, AdParser.REDUCTION -> "a name";
            case AdParser.STRING -> "a text in quotes";
            default -> "`" + spelling(type) + "`";
        };
    }

    static String spelling(int type) {
        String literal = AdParser.VOCABULARY.getLiteralName(type);
        return literal == null ? AdParser.VOCABULARY.getSymbolicName(type) : literal.substring(1, literal.length() - 1);
    }

    static boolean isKeyword(Token token) {
        return token.getType() >= AdParser.PACKAGE && token.getType() <= AdParser.INF;
    }

    private static boolean beginsOperand(int type) {
        return switch (type) {
            case AdParser.NUMBER, AdParser.NAME, AdParser.REDUCTION, AdParser.PI, AdParser.INF -> true;
            case AdParser.OPEN, AdParser.PLUS, AdParser.MINUS, AdParser.NOT, AdParser.IF -> true;
            default -> false;
        };
    }

    private static boolean isOperator(int type) {
        return switch (type) {
            case AdParser.PLUS, AdParser.MINUS, AdParser.TIMES, AdParser.DIVIDE, AdParser.POWER -> true;
            case AdParser.LESS, AdParser.LESS_OR_EQUAL, AdParser.GREATER, AdParser.GREATER_OR_EQUAL -> true;
            case AdParser.EQUAL, AdParser.NOT_EQUAL, AdParser.EQUALS, AdParser.AND, AdParser.OR -> true;
            case AdParser.OPEN, AdParser.OPEN_SQUARE -> true;
            default -> false;
        };
    }
}
