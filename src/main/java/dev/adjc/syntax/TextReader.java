package dev.adjc.syntax;

import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.source.Span;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.Token;

/** Reads a text in quotes. */
record TextReader(Places places, List<Diagnostic> diagnostics) {
    /** With room for what is shown beside it; the class files of Java hold 65,535 bytes. */
    private static final int LONGEST = 10_000;

    Text read(Token string) {
        Span span = places.of(string);
        String quoted = span.text();
        boolean closed = quoted.length() > 1 && quoted.endsWith("\"");
        String inner = quoted.substring(1, closed ? quoted.length() - 1 : quoted.length());
        StringBuilder value = new StringBuilder();
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            if (c == '\\' && i + 1 < inner.length()) {
                value.append(escape(inner, ++i, span));
            } else {
                value.append(c);
            }
        }
        if (value.length() > LONGEST) {
            diagnostics.add(Diagnostic.at(span, Code.TOO_LONG, "text", String.format(Locale.ROOT, "%,d", LONGEST)));
        }
        return new Text(value.toString(), span);
    }

    private char escape(String inner, int at, Span span) {
        char c = inner.charAt(at);
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case '"', '\\' -> c;
            default -> {
                int start = span.start() + at;
                Span escape = new Span(span.source(), start, start + 1 + Character.charCount(inner.codePointAt(at)));
                diagnostics.add(Diagnostic.at(escape, Code.UNKNOWN_ESCAPE, escape.text()));
                yield c;
            }
        };
    }
}
