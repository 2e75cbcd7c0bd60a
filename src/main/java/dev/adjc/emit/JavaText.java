package dev.adjc.emit;

/**
 * The statements of a method's body as text: lines, indented within blocks and broken where they are too long.
 *
 * <p>Bodies may have a million lines; they go to JavaPoet as one piece each, which is what makes that quick.
 */
final class JavaText {
    /** Where a line ends at the latest, a method's own indentation taken off. */
    private static final int WIDTH = 100;

    private static final String INDENT = "    ";
    private static final String CONTINUED = INDENT + INDENT;

    private final StringBuilder text = new StringBuilder();
    private String indent = "";

    /** A statement, without its semicolon. */
    void statement(String statement) {
        broken(statement + ";");
    }

    /** A comment on a line of its own. */
    void comment(String words) {
        text.append(indent).append("// ").append(words).append('\n');
    }

    /** A head with an opening brace; what follows is inside. */
    void open(String head) {
        broken(head + " {");
        indent += INDENT;
    }

    /** Ends a block and begins the next one, with a head of its own. */
    void next(String head) {
        indent = indent.substring(INDENT.length());
        broken("} " + head + " {");
        indent += INDENT;
    }

    void close() {
        indent = indent.substring(INDENT.length());
        text.append(indent).append("}\n");
    }

    private void broken(String line) {
        String rest = line;
        String start = indent;
        while (start.length() + rest.length() > WIDTH) {
            int at = breakBefore(rest, WIDTH - start.length());
            if (at < 0) {
                break;
            }
            text.append(start).append(rest, 0, at).append('\n');
            rest = rest.substring(at + 1);
            start = indent + CONTINUED;
        }
        text.append(start).append(rest).append('\n');
    }

    /** The last blank at which a line may be broken: before an operator, behind a comma or an equals sign. */
    private static int breakBefore(String line, int width) {
        int found = -1;
        boolean quoted = false;
        for (int i = 1; i + 2 < line.length() && (i <= width || found < 0); i++) {
            char c = line.charAt(i);
            if (c == '"' && line.charAt(i - 1) != '\\') {
                quoted = !quoted;
            }
            if (c == ' ' && !quoted) {
                char operator = line.charAt(i + 1);
                char after = line.charAt(i + 2);
                boolean beforeOperator = "+-*/?:&|".indexOf(operator) >= 0 && (after == ' ' || after == operator);
                boolean behind = line.charAt(i - 1) == ',' || line.charAt(i - 1) == '=';
                if (beforeOperator || behind) {
                    found = i;
                }
            }
        }
        return found;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
