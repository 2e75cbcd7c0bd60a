package dev.adjc.syntax;

import org.antlr.v4.runtime.Token;

/** Whether a space stands between two tokens of one line. */
final class Spacing {
    private Spacing() {}

    /** Whether a sign stands before an operand, not between two. */
    static boolean isUnary(int type, int before) {
        return (type == AdParser.PLUS || type == AdParser.MINUS) && !endsOperand(before);
    }

    private static boolean endsOperand(int type) {
        return switch (type) {
            case AdParser.NAME, AdParser.REDUCTION, AdParser.NUMBER, AdParser.PI, AdParser.INF -> true;
            case AdParser.CLOSE, AdParser.CLOSE_SQUARE -> true;
            default -> false;
        };
    }

    /**
     * Whether a space stands between.
     *
     * @param left the token before, and {@code beforeLeft} the one before that, comments not counted
     */
    static boolean between(int beforeLeft, Token left, Token right) {
        int l = left.getType();
        int r = right.getType();
        if (isTight(l) || isTight(r) || l == AdParser.OPEN || l == AdParser.OPEN_SQUARE || isUnary(l, beforeLeft)) {
            return false;
        }
        return switch (r) {
            case AdParser.CLOSE, AdParser.CLOSE_SQUARE, AdParser.COMMA, AdParser.SEMICOLON -> false;
            case AdParser.OPEN -> l != AdParser.NAME && l != AdParser.REDUCTION && l != AdParser.CLOSE_SQUARE;
            case AdParser.OPEN_SQUARE -> l != AdParser.NAME && l != AdParser.REDUCTION;
            default -> true;
        };
    }

    /** Signs that stand close to both of their neighbours. */
    private static boolean isTight(int type) {
        return type == AdParser.POWER || type == AdParser.TO || type == AdParser.TO_BEFORE || type == AdParser.POINT;
    }
}
