/**
 * What is computed: a {@link dev.adjc.ir.Program} is a list of {@link dev.adjc.ir.Step}s, each of which gives a
 * {@link dev.adjc.ir.Value} by one operator of the table, or refuses the inputs. A derivative of a program is a program
 * again, so that every pass, the printer and the interpreter serve both.
 *
 * <p>A line is an indexed value: an operator, applied at each point of a {@link dev.adjc.ir.Domain}; an axis that the
 * target does not have is summed over, one that an operand does not have is broadcast. A {@link dev.adjc.ir.Definition}
 * sets each element once or adds to it; an element is complete before it is read. Loops are no blocks: a name that rounds
 * hand on is an array with a place for each of them, along an {@link dev.adjc.ir.Axis} that runs in order. Nor are
 * branches: a {@link dev.adjc.ir.Guard} says under which outcomes a step is carried out.
 *
 * <p>{@link dev.adjc.ir.Verifier} holds programs to that, {@link dev.adjc.ir.Interpreter} says what they mean, {@link
 * dev.adjc.ir.Printer} shows them. Knows operators by their rows alone: neither syntax, nor differentiation, nor Java, nor
 * in which order or where numbers are kept.
 *
 * <pre>{@code
 * program f(x, const a) -> y
 *   c = a > 0
 *   require c : "a is positive"
 *   c.1 = x > 0
 *   y = pow(x, a)   if c.1
 *   y = a * x   if not c.1
 *   return y
 *
 * program g(W[M, N], x[N]) -> f
 *   t[m, n] = W[m, n] * x[n]   over m < M, n < N
 *   q[m] += t[m, n]   over m < M, n < N
 *   power[m] = q[m] * q[m]   over m < M
 *   f += power[m]   over m < M
 *   return f
 * }</pre>
 */
@NullMarked
package dev.adjc.ir;

import org.jspecify.annotations.NullMarked;
