/**
 * What is computed: a {@link dev.adjc.ir.Program} is a list of {@link dev.adjc.ir.Step}s, each of which gives a
 * {@link dev.adjc.ir.Value} by one operator of the table, or refuses the inputs. A derivative of a program is a program
 * again, so that every pass, the printer and the interpreter serve both.
 *
 * <p>A {@link dev.adjc.ir.Definition} sets its value once or adds to it; a value is complete before it is read. Branches
 * are no blocks: a {@link dev.adjc.ir.Guard} says under which outcomes a step is carried out. {@link dev.adjc.ir.Verifier}
 * holds programs to that, {@link dev.adjc.ir.Interpreter} says what they mean, {@link dev.adjc.ir.Printer} shows them.
 * Knows operators by their rows alone: neither syntax, nor differentiation, nor Java, nor in which order or where numbers
 * are kept.
 *
 * <pre>{@code
 * program f(x, const a) -> y
 *   c = a > 0
 *   require c : "a is positive"
 *   c.1 = x > 0
 *   y = pow(x, a)   if c.1
 *   y = a * x   if not c.1
 *   return y
 * }</pre>
 */
@NullMarked
package dev.adjc.ir;

import org.jspecify.annotations.NullMarked;
