/**
 * Files in and out: which ones a caller means, where imports are found, and results written whole or not at all.
 *
 * <p>Knows nothing of what stands in the files. {@link dev.adjc.files.SourceFile} is one that the user named, {@link
 * dev.adjc.files.SourceRoots} finds what it imports, {@link dev.adjc.files.Publication} writes what came of it, and
 * {@link dev.adjc.files.FileFault} is how any of it fails, with a reason in words.
 *
 * <pre>{@code
 * samples/lectures/umbc.ad, package lectures, import lectures.more  →  samples/lectures/more.ad
 * }</pre>
 */
@NullMarked
package dev.adjc.files;

import org.jspecify.annotations.NullMarked;
