/**
 * The table of operators: {@link dev.adjc.operator.Operators} lists it, a class for each family of functions, such as {@link
 * dev.adjc.operator.Trigonometry}, holds one {@link dev.adjc.operator.Operator} a row, with everything that the project
 * knows of it: value, partials as {@link dev.adjc.operator.Formula}s, where tests sample it, what holds at its special
 * points, its cost and its source.
 *
 * <p>Forward and reverse mode, constant folding, the interpreter, the generated Java, the language reference and the
 * rules' tests all read the row; {@link dev.adjc.operator.SpecialSource} has the text of functions that the JDK lacks.
 * Knows nothing of programs: a formula speaks of arguments and the result alone.
 *
 * <pre>{@code
 * TAN = function("tan", 1).java(Math.class, "tan").partials(() -> List.of(ONE.plus(RESULT.times(RESULT))))
 *         .sampled(-1.5, 1.5).source("DLMF 4.20.3")
 * }</pre>
 */
@NullMarked
package dev.adjc.operator;

import org.jspecify.annotations.NullMarked;
