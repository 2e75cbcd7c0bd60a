/**
 * Programs at work: generated classes compiled in memory and called, points read and results written.
 *
 * <p>The only package that knows {@code javax.tools}. {@link dev.adjc.run.PointReader} reads what a user gives for a
 * function, {@link dev.adjc.run.GeneratedCode} calls what {@code compile} generated for it, {@link
 * dev.adjc.run.ClassPath} finds the Java of extern functions, and {@link dev.adjc.run.DerivativeCheck} holds derivatives
 * against differences.
 *
 * <pre>{@code
 * {"x1": 2, "x2": 1, "a": 1}  →  UmbcReverse.gradient(2.0, 1.0, 1.0, gradient)  →  {"x1":4.2,"x2":-1.4}
 * }</pre>
 */
@NullMarked
package dev.adjc.run;

import org.jspecify.annotations.NullMarked;
