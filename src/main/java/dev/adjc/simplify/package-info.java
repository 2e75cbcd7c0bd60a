/**
 * Passes that leave a program's meaning as it is and make it shorter: one class each, a function from program to program.
 *
 * <p>Every bit of a primal value stays; a derivative may be rounded otherwise. The order of the passes, with the reason
 * for each, is {@code compile.Pipeline}'s. Knows neither syntax nor Java.
 *
 * <pre>{@code
 * t1 = 1 * x              y = x + x
 * t2 = x * 1       →
 * y  = t1 + t2
 * }</pre>
 */
@NullMarked
package dev.adjc.simplify;

import org.jspecify.annotations.NullMarked;
