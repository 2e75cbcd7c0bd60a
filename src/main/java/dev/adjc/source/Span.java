package dev.adjc.source;

/** A stretch of a source: the offsets from {@code start}, included, to {@code end}, excluded. */
public record Span(Source source, int start, int end) {

    public Span {
        if (start < 0 || end < start || end > source.text().length()) {
            throw new IllegalArgumentException(
                    "span " + start + ".." + end + " of " + source.text().length());
        }
    }

    /** The stretch from where this one starts to where the other one, later in the same source, ends. */
    public Span to(Span last) {
        return new Span(source, start, Math.max(end, last.end));
    }

    public String text() {
        return source.text().substring(start, end);
    }

    /** The line, from 1, on which the stretch starts. */
    public int line() {
        return source.line(start);
    }

    /** The column, from 1 and in code points, at which the stretch starts. */
    public int column() {
        return source.column(start);
    }

    public int endLine() {
        return source.line(end);
    }

    public int endColumn() {
        return source.column(end);
    }

    /** {@code file:line:column}, as consoles and editors link it. */
    @Override
    public String toString() {
        return source.name() + ":" + line() + ":" + column();
    }
}
