package dev.adjc.syntax;

import dev.adjc.source.Span;
import java.util.Optional;

/** An index that is introduced, on a left-hand side or by a reduction: {@code i} or {@code i in 0..<n}. */
public record Binder(Identifier name, Optional<Range> range, Span span) implements Target.Index {}
