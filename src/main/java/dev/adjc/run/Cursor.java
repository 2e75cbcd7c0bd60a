package dev.adjc.run;

import dev.adjc.source.Source;
import dev.adjc.source.Span;

/** Follows a JSON reader through its text, so that each token has a place: the reader itself does not tell. */
final class Cursor {
    private final Source source;
    private final String text;
    private int at;

    Cursor(Source source, int start) {
        this.source = source;
        this.text = source.text();
        this.at = start;
    }

    /** The place of the next token, which is so many characters long. */
    Span take(int length) {
        int start = next();
        at = start + length;
        return new Span(source, start, at);
    }

    /** The place of the next token, which is a string, quotes included. */
    Span takeString() {
        int start = next();
        int end = start + 1;
        while (text.charAt(end) != '"') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        return take(end + 1 - start);
    }

    /** The character at which the reader is stuck, or the end. */
    Span here() {
        int start = next();
        return new Span(source, start, start < text.length() ? text.offsetByCodePoints(start, 1) : start);
    }

    private int next() {
        int start = at;
        while (start < text.length() && " \t\r\n,:".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        return start;
    }
}
