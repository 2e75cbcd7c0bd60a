/**
 * The command line: {@link dev.adjc.cli.Adjc} is the list of commands, each a class of its own, and
 * {@link dev.adjc.cli.ExitCode} says what a caller learns without reading.
 *
 * <p>The only package that knows picocli and speaks to the console, which it is handed as a {@link dev.adjc.cli.Console}.
 * No mathematics here, and no files: commands call {@code files}, {@code compile}, {@code run} and {@code view}, and
 * print what these give.
 *
 * <pre>{@code
 * $ adjc compile samples/lectures/umbc.ad -d out
 * out/lectures/UmbcForward.java
 * out/lectures/UmbcReverse.java
 * }</pre>
 */
@NullMarked
package dev.adjc.cli;

import org.jspecify.annotations.NullMarked;
