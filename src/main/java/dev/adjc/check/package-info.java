/**
 * Names, kinds and calls: says what a tree means, or everything that is wrong with it at once.
 *
 * <p>Reads no files: a caller's {@link dev.adjc.check.Sources} finds what a program imports, and the library's own files are
 * resources. It knows the names of operators and nothing of what they compute, and leaves the tree as it is: {@link
 * dev.adjc.check.Checked} tells for each call what is called.
 *
 * <pre>{@code
 * function f(x) -> y { y = sinus(x) + z; }
 *
 * error[E0203]: there is no function `sinus`
 * error[E0201]: `z` is not defined
 * }</pre>
 */
@NullMarked
package dev.adjc.check;

import org.jspecify.annotations.NullMarked;
