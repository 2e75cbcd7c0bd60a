/**
 * Differentiation: {@link dev.adjc.derive.Activity} finds what a derivative can flow through,
 * {@link dev.adjc.derive.Linearizer} turns each definition into edges (the chain rule, once), and
 * {@link dev.adjc.derive.ForwardMode} and {@link dev.adjc.derive.ReverseMode} run the edges down and up.
 *
 * <p>Program to program: knows neither the source's syntax nor Java, and no operator by name but those of arithmetic. What it leaves
 * is plain rather than short; {@code simplify} tidies.
 *
 * <p>An edge leads from element to element. So what is gathered scatters, what is spread is summed, what is summed is
 * spread, and rounds run the other way, without a further rule.
 *
 * <pre>{@code
 * program f(x, a) -> y           program f_vjp(x, a, y_bar) -> y, x_bar
 *   y = pow(x, a)                  y = pow(x, a)
 *                                  w = pow_x(x, a, y)
 *                                  t = w * y_bar
 *                                  x_bar += t
 *
 * p[i] = sin(x[k[i]])            w[i] = cos(x[k[i]])
 *                                t[i] = w[i] * p_bar[i]
 *                                x_bar[k[i]] += t[i]       each over i < m
 * }</pre>
 */
@NullMarked
package dev.adjc.derive;

import org.jspecify.annotations.NullMarked;
