package dev.adjc.view;

import java.util.ArrayList;
import java.util.List;

/** Rows of text whose columns stand below each other, two spaces apart. */
public final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    /** Adds a row; rows may end early. */
    public Table row(String... cells) {
        return row(List.of(cells));
    }

    /** Adds a row; rows may end early. */
    public Table row(List<String> cells) {
        rows.add(List.copyOf(cells));
        return this;
    }

    /** The lines, each of which begins with {@code margin} and ends without spaces. */
    public String print(String margin) {
        List<Integer> widths = widths();
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(margin);
            for (int i = 0; i < row.size(); i++) {
                String cell = row.get(i);
                line.append(cell).append(" ".repeat(widths.get(i) - width(cell) + 2));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private List<Integer> widths() {
        List<Integer> widths = new ArrayList<>();
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                if (i == widths.size()) {
                    widths.add(0);
                }
                widths.set(i, Math.max(widths.get(i), width(row.get(i))));
            }
        }
        return widths;
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
