package dev.adjc.ir;

import dev.adjc.source.Span;

/**
 * Where in the source a step comes from.
 *
 * @param statement the statement of the compiled function; all steps of a called function bear that of the call
 * @param expression the innermost expression, for messages
 */
public record Origin(Span statement, Span expression) {

    /** The smallest place of it in the compiled function: the expression, unless a called function has it. */
    public Span shown() {
        boolean inside = expression.source() == statement.source()
                && statement.start() <= expression.start()
                && expression.end() <= statement.end();
        return inside ? expression : statement;
    }
}
