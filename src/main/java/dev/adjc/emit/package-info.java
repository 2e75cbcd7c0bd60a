/**
 * Java out of schedules: {@link dev.adjc.emit.Generator} makes a file for each function and mode,
 * {@link dev.adjc.emit.Names} owns every name that is invented.
 *
 * <p>The one place that knows JavaPoet and the Java language. Nothing is computed here and no order decided: what stands
 * in a method, and in which method, is {@code loop}'s. Files are ASCII: what is not is written as an escape, so that
 * {@code javac} reads them alike in every locale.
 *
 * <pre>{@code
 * let z5 = x1 * x1 + x2 * x2     →     double z5 = x1 * x1 + x2 * x2;
 * }</pre>
 */
@NullMarked
package dev.adjc.emit;

import org.jspecify.annotations.NullMarked;
