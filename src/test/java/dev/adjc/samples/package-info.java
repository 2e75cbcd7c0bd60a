/** The samples and the library, held to their references, and the files that show what becomes of them. */
@NullMarked
package dev.adjc.samples;

import org.jspecify.annotations.NullMarked;
