package dev.adjc.diagnostic;

import dev.adjc.source.Source;
import dev.adjc.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A line of a source, or the part of a long line that matters, with places in it underlined. */
final class Excerpt {
    /** How much of a line is shown when it does not fit; counted in UTF-16 units. */
    private static final int WINDOW = 140;

    private static final int BEFORE = 60;

    private final Source source;
    private final int line;
    private final int from;
    private final int to;
    private final boolean cutBefore;
    private final boolean cutAfter;
    private final List<Mark> marks = new ArrayList<>();

    /** A place to underline, and what to write beside it. */
    record Mark(Span span, char sign, String text) {}

    /** The excerpt around the start of a span. */
    Excerpt(Span span) {
        source = span.source();
        line = span.line();
        String text = source.text();
        int start = span.start();
        int begin = start;
        while (begin > 0 && begin > start - BEFORE - 20 && !endsLine(text.charAt(begin - 1))) {
            begin--;
        }
        cutBefore = begin > 0 && !endsLine(text.charAt(begin - 1));
        from = cutBefore ? wholeCharacter(text, start - BEFORE) : begin;
        int end = start;
        while (end < text.length() && end < from + WINDOW && !endsLine(text.charAt(end))) {
            end++;
        }
        cutAfter = end < text.length() && !endsLine(text.charAt(end));
        to = cutAfter ? wholeCharacter(text, end) : end;
    }

    private static int wholeCharacter(String text, int at) {
        return Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    private static boolean endsLine(char c) {
        return c == '\n' || c == '\r';
    }

    Source source() {
        return source;
    }

    int line() {
        return line;
    }

    int from() {
        return from;
    }

    boolean holds(Span span) {
        return span.source() == source && span.start() >= from && span.start() <= to;
    }

    void add(Mark mark) {
        marks.add(mark);
    }

    /** The text, with an ellipsis where it is cut. */
    String text() {
        return (cutBefore ? "…" : "") + Columns.shown(source.text().substring(from, to)) + (cutAfter ? "…" : "");
    }

    /** The lines below: the underlines with the text of the last one, then the other texts, each below its place. */
    List<String> underlines(Style style, Severity severity) {
        List<Mark> sorted = new ArrayList<>(marks);
        sorted.sort(Comparator.comparingInt(mark -> mark.span().start()));
        StringBuilder signs = new StringBuilder();
        for (Mark mark : sorted) {
            int start = column(mark.span().start());
            int end = Math.max(start + 1, column(Math.min(mark.span().end(), to)));
            while (signs.length() < end) {
                signs.append(' ');
            }
            for (int i = start; i < end; i++) {
                signs.setCharAt(i, signs.charAt(i) == '^' ? '^' : mark.sign());
            }
        }
        List<String> lines = new ArrayList<>();
        Mark last = sorted.get(sorted.size() - 1);
        lines.add(painted(signs.toString(), style, severity)
                + (last.text().isEmpty() ? "" : " " + style.paint(colour(last, severity), last.text())));
        for (int i = sorted.size() - 2; i >= 0; i--) {
            Mark mark = sorted.get(i);
            if (!mark.text().isEmpty()) {
                lines.add(" ".repeat(column(mark.span().start())) + style.paint(colour(mark, severity), mark.text()));
            }
        }
        return lines;
    }

    private int column(int offset) {
        return (cutBefore ? 1 : 0) + Columns.width(source.text().substring(from, Math.max(from, offset)));
    }

    private static Style.Colour colour(Mark mark, Severity severity) {
        return mark.sign() == '^' ? Style.Colour.of(severity) : Style.Colour.FRAME;
    }

    /** Runs of one sign in one colour. */
    private static String painted(String signs, Style style, Severity severity) {
        StringBuilder painted = new StringBuilder();
        int from = 0;
        for (int i = 1; i <= signs.length(); i++) {
            if (i == signs.length() || signs.charAt(i) != signs.charAt(from)) {
                Style.Colour colour = signs.charAt(from) == '^' ? Style.Colour.of(severity) : Style.Colour.FRAME;
                painted.append(style.paint(colour, signs.substring(from, i)));
                from = i;
            }
        }
        return painted.toString();
    }
}
