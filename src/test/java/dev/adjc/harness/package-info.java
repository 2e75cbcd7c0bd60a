/**
 * What several suites need: generated classes compiled in memory and called, and an interpreter that keeps account of
 * rounding errors.
 */
@NullMarked
package dev.adjc.harness;

import org.jspecify.annotations.NullMarked;
