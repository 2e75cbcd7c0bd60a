package dev.adjc.syntax;

import dev.adjc.source.Span;

/** A name where it is given to something or names a function; {@code text} is in Unicode's form NFC. */
public record Identifier(String text, Span span) {

    @Override
    public String toString() {
        return text;
    }
}
