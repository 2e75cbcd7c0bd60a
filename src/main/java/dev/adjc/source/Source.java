package dev.adjc.source;

import java.util.Arrays;

/**
 * The text of one file, with the name under which messages speak of it.
 *
 * <p>Offsets count UTF-16 units from 0; lines and columns count from 1, columns in code points. A line ends at {@code \n},
 * {@code \r\n} or a lone {@code \r}.
 */
public final class Source {
    private final String name;
    private final String text;
    private final int[] lineStarts;

    public Source(String name, String text) {
        this.name = name;
        this.text = text;
        this.lineStarts = lineStarts(text);
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int lines = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ends = c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n');
            if (ends) {
                if (lines == starts.length) {
                    starts = Arrays.copyOf(starts, 2 * lines);
                }
                starts[lines++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, lines);
    }

    /** The path as the user gave it, or a stand-in such as {@code <stdin>}. */
    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    /** The line, from 1, that holds the offset; the offset may be the text's end. */
    public int line(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The column, from 1 and in code points, of the offset in its line. */
    public int column(int offset) {
        return text.codePointCount(lineStarts[line(offset) - 1], offset) + 1;
    }

    /** The text of a line, counted from 1, without its end. */
    public String lineText(int line) {
        int from = lineStarts[line - 1];
        int to = line < lineStarts.length ? lineStarts[line] : text.length();
        while (to > from && (text.charAt(to - 1) == '\n' || text.charAt(to - 1) == '\r')) {
            to--;
        }
        return text.substring(from, to);
    }

    @Override
    public String toString() {
        return name;
    }
}
