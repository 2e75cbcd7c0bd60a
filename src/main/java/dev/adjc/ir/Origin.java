package dev.adjc.ir;

import dev.adjc.source.Span;

/**
 * Where in the source a step comes from.
 *
 * @param statement the statement of the compiled function; all steps of a called function bear that of the call
 * @param expression the innermost expression, for messages
 */
public record Origin(Span statement, Span expression) {}
