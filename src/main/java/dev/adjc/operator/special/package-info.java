/**
 * Functions that the JDK lacks, and derivatives that are more than a formula: plain Java on {@code double}.
 *
 * <p>The operator table calls the methods, and {@link dev.adjc.operator.SpecialSource} copies their text into generated
 * classes. Hence each member is static and its name stands once in the package; methods know {@code java.lang.Math} and
 * each other only (imported statically from file to file), hold no state, and stay below HotSpot's limits for inlining
 * what they can. Values are off by at most 4 units in the last place plus what the arguments' own last places amount to.
 *
 * <pre>{@code
 * double p = Erf.normcdf(-38.0);              // 2.885428360068784E-316
 * double d = Power.powDx(x, y, Math.pow(x, y)) // y * pow(x, y - 1), right at every edge
 * }</pre>
 */
@NullMarked
package dev.adjc.operator.special;

import org.jspecify.annotations.NullMarked;
