package dev.adjc.syntax;

import dev.adjc.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * Finds where an author has set the {@code =} of neighbouring lines below one another with blanks, as slides do:
 *
 * <pre>{@code
 * z10 = x^2;
 * y   = z10 + 1;
 * }</pre>
 */
final class Alignment {
    private final Places places;
    private final List<Token> tokens;
    private final List<List<Integer>> groups = new ArrayList<>();
    private List<Line> lines = new ArrayList<>();

    private Alignment(Places places, List<Token> tokens) {
        this.places = places;
        this.tokens = tokens;
    }

    /** A definition that begins its line, {@code equals} the position of its sign among the tokens. */
    private record Line(int equals, int column, boolean hasBlanks, int lastLine) {}

    /** The positions of the signs, among the tokens, that stand below one another, group by group. */
    static List<List<Integer>> groups(Places places, List<Token> tokens) {
        Alignment alignment = new Alignment(places, tokens);
        int first = 0;
        for (int i = 0; i < tokens.size(); i++) {
            int type = tokens.get(i).getType();
            boolean brace = type == AdParser.OPEN_CURLY || type == AdParser.CLOSE_CURLY;
            if (type == AdParser.SEMICOLON) {
                alignment.statement(first, i);
            } else if (brace) {
                alignment.close();
            }
            if (type == AdParser.SEMICOLON || brace || !isVisible(tokens.get(i)) && first == i) {
                first = i + 1;
            }
        }
        alignment.close();
        return alignment.groups;
    }

    private static boolean isVisible(Token token) {
        return token.getChannel() == Token.DEFAULT_CHANNEL;
    }

    private void statement(int first, int last) {
        int equals = first;
        while (equals < last
                && isVisible(tokens.get(equals))
                && tokens.get(equals).getType() != AdParser.EQUALS) {
            equals++;
        }
        Span start = places.of(tokens.get(first));
        Span sign = places.of(tokens.get(equals));
        boolean begins = first == 0 || lastLine(first - 1) < start.line();
        boolean simple = begins
                && equals > first
                && tokens.get(equals).getType() == AdParser.EQUALS
                && sign.line() == start.line();
        if (!simple) {
            close();
            return;
        }
        boolean hasBlanks = sign.start() - places.of(tokens.get(equals - 1)).end() > 1;
        boolean joins = !lines.isEmpty()
                && lines.get(lines.size() - 1).lastLine() + 1 == start.line()
                && lines.get(lines.size() - 1).column() == sign.column();
        if (!joins) {
            close();
        }
        lines.add(new Line(equals, sign.column(), hasBlanks, lastLine(last)));
    }

    private int lastLine(int token) {
        return places.behind(tokens.get(token)).line();
    }

    private void close() {
        if (lines.size() > 1 && lines.stream().anyMatch(Line::hasBlanks)) {
            groups.add(lines.stream().map(Line::equals).toList());
        }
        lines = new ArrayList<>();
    }
}
