package dev.adjc.diagnostic;

import dev.adjc.source.Span;
import java.util.Optional;

/**
 * Diagnostics for another program: one object a line, {@code {"severity","code","message","file","line","column",
 * "endLine","endColumn","help"}}, with {@code null} for what a diagnostic does not have.
 */
public final class JsonReport {
    private JsonReport() {}

    /** One diagnostic as one line, without its end. */
    public static String of(Diagnostic diagnostic) {
        Optional<Span> span = diagnostic.span();
        return "{\"severity\":" + quoted(diagnostic.severity().text())
                + ",\"code\":" + quoted(diagnostic.code().label())
                + ",\"message\":" + quoted(diagnostic.message())
                + ",\"file\":" + orNull(span.map(place -> quoted(place.source().name())))
                + ",\"line\":" + orNull(span.map(Span::line))
                + ",\"column\":" + orNull(span.map(Span::column))
                + ",\"endLine\":" + orNull(span.map(Span::endLine))
                + ",\"endColumn\":" + orNull(span.map(Span::endColumn))
                + ",\"help\":" + orNull(diagnostic.help().map(JsonReport::quoted))
                + "}";
    }

    private static String orNull(Optional<?> value) {
        return value.map(Object::toString).orElse("null");
    }

    /** A JSON string, RFC 8259 section 7. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c) && !isPaired(text, i)) {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    private static boolean isPaired(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
}
