/**
 * What values and gradients cost: the classes that adjc generates beside Java written by hand and beside
 * Hipparchus, which computes with numbers that carry their derivatives.
 *
 * <p>Each of {@link dev.adjc.bench.Functions} is computed in several {@link dev.adjc.bench.Way ways}, without reflection and at the
 * same points. {@link dev.adjc.bench.Benchmarks} runs all of them and writes the README's table:
 *
 * <pre>{@code
 * mvn -B -ntp -Pbench test
 * }</pre>
 */
@NullMarked
package dev.adjc.bench;

import org.jspecify.annotations.NullMarked;
