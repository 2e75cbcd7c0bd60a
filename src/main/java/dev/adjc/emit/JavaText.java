package dev.adjc.emit;

import java.util.List;

/**
 * The statements of a method's body as text: lines, indented within blocks and broken where they are too long.
 *
 * <p>Bodies may have a million lines; they go to JavaPoet as one piece each, which is what makes that quick.
 */
final class JavaText {
    /** Where a line ends at the latest, a method's own indentation taken off. */
    private static final int WIDTH = 100;

    /** Before which a line may be broken, those that bind least first. */
    private static final List<String> OPERATORS = List.of("? ", ": ", "|| ", "&& ", "+ ", "- ", "* ", "/ ");

    private static final List<String> ASSIGNMENTS = List.of(" = ", " += ", " -= ");

    private static final int NO_BREAK = 100;

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

    /**
     * The blank at which a line is best broken: behind the equals sign, if what follows has room on a line of its own; else
     * within as few brackets as possible, there before an operator that binds as little as possible, as far on as possible.
     */
    private static int breakBefore(String line, int width) {
        int assigned = assigned(line);
        boolean roomy = assigned > 0
                && line.lastIndexOf('"', assigned) < 0
                && line.length() - assigned <= width - CONTINUED.length();
        if (roomy) {
            return assigned;
        }
        int found = -1;
        int best = Integer.MAX_VALUE;
        int depth = 0;
        boolean quoted = line.startsWith("\"");
        for (int i = 1; i + 2 < line.length() && (i <= width || found < 0); i++) {
            char c = line.charAt(i);
            if (c == '"' && line.charAt(i - 1) != '\\') {
                quoted = !quoted;
            }
            if (quoted) {
                continue;
            }
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            int binding = c == ' ' ? binding(line, i) : NO_BREAK;
            if (binding < NO_BREAK && depth * NO_BREAK + binding <= best) {
                best = depth * NO_BREAK + binding;
                found = i;
            }
        }
        return found;
    }

    /** The blank behind the first equals sign that assigns or adds, negative if there is none. */
    private static int assigned(String line) {
        return ASSIGNMENTS.stream()
                .filter(line::contains)
                .mapToInt(sign -> line.indexOf(sign) + sign.length() - 1)
                .min()
                .orElse(-1);
    }

    /** How tightly what stands around a blank is bound, if a line may be broken there. */
    private static int binding(String line, int blank) {
        if (line.charAt(blank - 1) == ',') {
            return 0;
        }
        String operator = line.substring(blank + 1, Math.min(line.length(), blank + 4));
        for (int i = 0; i < OPERATORS.size(); i++) {
            if (operator.startsWith(OPERATORS.get(i))) {
                return i + 1;
            }
        }
        return line.startsWith("= ", blank - 1) && line.charAt(blank - 2) == ' ' ? OPERATORS.size() + 1 : NO_BREAK;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
