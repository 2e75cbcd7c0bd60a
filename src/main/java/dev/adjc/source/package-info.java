/**
 * The text of a file and places in it: {@link dev.adjc.source.Source} and {@link dev.adjc.source.Span}.
 *
 * <p>Knows the JDK only; reads no files (whoever opens a file hands its text over).
 */
@NullMarked
package dev.adjc.source;

import org.jspecify.annotations.NullMarked;
