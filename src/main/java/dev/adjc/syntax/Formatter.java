package dev.adjc.syntax;

import dev.adjc.source.Source;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.Token;

/**
 * The canonical layout of a file.
 *
 * <p>One statement a line, two columns for each brace, one space around operators but none around {@code ^} and {@code ..},
 * one empty line between functions and at most one elsewhere. Where an author breaks a statement into lines it stays broken,
 * its further lines four columns in; where
 * the {@code =} of neighbouring lines stand below one another with blanks before them, they do so afterwards. Comments stay where they are. The tokens are those of the source, in their order and
 * spelling, so that the program is the same; formatting twice changes nothing more.
 */
public final class Formatter {
    private static final String INDENT = "  ";
    private static final String CONTINUATION = "    ";

    private final Source source;
    private final Places places;
    private final List<Token> tokens;
    private final Map<Integer, Integer> blanks;
    private final Map<Integer, Integer> columns = new HashMap<>();
    private final StringBuilder out = new StringBuilder();
    private int depth;
    private boolean inStatement;
    private boolean onLineOfLastVisible;
    private int firstOfStatement = Token.EOF;
    private int lastVisible = Token.EOF;
    private int beforeLastVisible = Token.EOF;

    /**
     * Lays tokens out.
     *
     * @param blanks before which of them additional blanks stand, and how many
     */
    private Formatter(Source source, List<Token> tokens, Map<Integer, Integer> blanks) {
        this.source = source;
        this.places = new Places(source);
        this.tokens = tokens;
        this.blanks = blanks;
    }

    /**
     * The text of a source, laid out anew; lines end with a line feed.
     *
     * @throws IllegalArgumentException if the source has a mended mistake; one with any syntax error is not to be formatted
     */
    public static String format(Source source) {
        Lexing lexing = Lexing.of(source);
        if (!lexing.diagnostics().isEmpty()) {
            throw new IllegalArgumentException(
                    "a source with errors: " + lexing.diagnostics().get(0));
        }
        List<Token> tokens = lexing.tokens();
        Formatter formatter = new Formatter(source, tokens, Map.of());
        String text = formatter.text();
        List<List<Integer>> groups = Alignment.groups(formatter.places, tokens);
        return groups.isEmpty() ? text : new Formatter(source, tokens, formatter.blanksFor(groups)).text();
    }

    private String text() {
        for (int i = 0; i < tokens.size(); i++) {
            add(i);
        }
        return out.isEmpty() ? "" : out.append('\n').toString();
    }

    /** What brings the tokens of each group, as they were laid out, into one column. */
    private Map<Integer, Integer> blanksFor(List<List<Integer>> groups) {
        Map<Integer, Integer> missing = new HashMap<>();
        for (List<Integer> group : groups) {
            int column = group.stream().mapToInt(this::column).max().orElse(0);
            group.forEach(token -> missing.put(token, column - column(token)));
        }
        return missing;
    }

    private int column(int token) {
        return columns.getOrDefault(token, 0);
    }

    private void add(int i) {
        Token token = tokens.get(i);
        boolean visible = isVisible(token);
        if (visible && token.getType() == AdParser.CLOSE_CURLY) {
            depth--;
        }
        if (i > 0) {
            separate(tokens.get(i - 1), token, i);
        }
        if (token.getType() == AdParser.EQUALS) {
            columns.put(i, out.codePointCount(out.lastIndexOf("\n") + 1, out.length()));
            out.append(" ".repeat(blanks.getOrDefault(i, 0)));
        }
        write(token);
        if (visible) {
            advance(token.getType());
        }
    }

    private void advance(int type) {
        firstOfStatement = inStatement ? firstOfStatement : type;
        onLineOfLastVisible = true;
        boolean ends = type == AdParser.SEMICOLON || type == AdParser.OPEN_CURLY || type == AdParser.CLOSE_CURLY;
        inStatement = !ends;
        depth += type == AdParser.OPEN_CURLY ? 1 : 0;
        beforeLastVisible = lastVisible;
        lastVisible = type;
    }

    // ---- what stands between two tokens

    private void separate(Token left, Token right, int at) {
        int breaks = breaks(left, right);
        boolean afterLineComment = left.getType() == AdParser.LINE_COMMENT;
        if (!isVisible(right) && breaks == 0 && !afterLineComment) {
            out.append(right.getType() == AdParser.LINE_COMMENT ? "  " : isOpening(left) ? "" : " ");
        } else if (!inStatement) {
            newLine(emptyLines(right, at, breaks));
        } else if (afterLineComment || breaks > 0 && right.getType() != AdParser.OPEN_CURLY) {
            newLine(0);
        } else if (isVisible(left)) {
            out.append(Spacing.between(beforeLastVisible, left, right) ? " " : "");
        } else {
            out.append(isClosing(right) ? "" : " ");
        }
    }

    private int breaks(Token left, Token right) {
        String between =
                source.text().substring(places.of(left).end(), places.of(right).start());
        return (int) between.lines().count() - (endsLine(between) || between.isEmpty() ? 0 : 1);
    }

    private static boolean endsLine(String text) {
        return text.endsWith("\n") || text.endsWith("\r");
    }

    /** How many empty lines stand before what begins a line of its own. */
    private int emptyLines(Token right, int at, int breaks) {
        if (lastVisible == AdParser.OPEN_CURLY && onLineOfLastVisible || right.getType() == AdParser.CLOSE_CURLY) {
            return 0;
        }
        boolean paragraph = depth == 0 && onLineOfLastVisible && opensParagraph(nextVisible(at));
        return paragraph || breaks > 1 ? 1 : 0;
    }

    /** Whether what follows a declaration always stands apart from it. */
    private boolean opensParagraph(int next) {
        return switch (next) {
            case AdParser.FUNCTION -> true;
            case AdParser.IMPORT -> firstOfStatement == AdParser.PACKAGE;
            default -> lastVisible == AdParser.CLOSE_CURLY || firstOfStatement != AdParser.EXTERN;
        };
    }

    private int nextVisible(int from) {
        for (int i = from; i < tokens.size(); i++) {
            if (isVisible(tokens.get(i))) {
                return tokens.get(i).getType();
            }
        }
        return Token.EOF;
    }

    private void newLine(int emptyLines) {
        out.append("\n".repeat(1 + emptyLines)).append(indent());
        onLineOfLastVisible = false;
    }

    private String indent() {
        return INDENT.repeat(Math.max(0, depth)) + (inStatement ? CONTINUATION : "");
    }

    // ---- tokens

    private static boolean isVisible(Token token) {
        return token.getChannel() == Token.DEFAULT_CHANNEL;
    }

    private static boolean isOpening(Token token) {
        return token.getType() == AdParser.OPEN || token.getType() == AdParser.OPEN_SQUARE;
    }

    private static boolean isClosing(Token token) {
        return switch (token.getType()) {
            case AdParser.CLOSE, AdParser.CLOSE_SQUARE, AdParser.COMMA, AdParser.SEMICOLON -> true;
            default -> false;
        };
    }

    /** The token as it is spelt; the further lines of a comment whose lines begin with stars stand below its first star. */
    private void write(Token token) {
        String text = places.of(token).text();
        if (token.getType() != AdParser.COMMENT) {
            out.append(text.stripTrailing());
            return;
        }
        String margin = indent() + " ";
        List<String> lines = text.lines().toList();
        out.append(lines.get(0).stripTrailing());
        for (String line : lines.subList(1, lines.size())) {
            boolean starred = line.strip().startsWith("*");
            out.append('\n').append(starred ? margin + line.strip() : line.stripTrailing());
        }
    }
}
