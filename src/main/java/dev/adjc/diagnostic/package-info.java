/**
 * What is wrong with a program, as a value, and how it is told.
 *
 * <p>Knows sources and nothing else: not what a program means, and not where its messages go. Central types: {@link
 * dev.adjc.diagnostic.Code}, which holds every sentence, {@link dev.adjc.diagnostic.Diagnostic}, and {@link
 * dev.adjc.diagnostic.TextReport}, which prints
 *
 * <pre>{@code
 * error[E0201]: `z5` is not defined
 *   --> umbc.ad:5:8
 *    |
 *  5 |   y  = z5 - z3;
 *    |        ^^
 * help: did you mean `z4`?
 * }</pre>
 */
@NullMarked
package dev.adjc.diagnostic;

import org.jspecify.annotations.NullMarked;
