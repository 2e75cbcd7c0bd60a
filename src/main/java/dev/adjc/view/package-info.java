/**
 * Pictures of programs and of what they compute, as text: {@link dev.adjc.view.TraceView} shows an evaluation trace,
 * {@link dev.adjc.view.CheckView} how derivatives compare, both as a {@link dev.adjc.view.Table}.
 *
 * <p>No mathematics of its own: what is shown was computed below.
 *
 * <pre>{@code
 * z5 = z1 + z2      5     z5_dot  4
 * z6 = log(z5)      1.61  z6_dot  0.8
 * }</pre>
 */
@NullMarked
package dev.adjc.view;

import org.jspecify.annotations.NullMarked;
