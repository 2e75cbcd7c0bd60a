package dev.adjc.syntax;

import dev.adjc.source.Span;

/** A text in quotes; {@code value} is without them and with its escapes resolved. */
public record Text(String value, Span span) {}
