/**
 * The front door: {@link dev.adjc.compile.Compiler} takes a file's text to its compiled functions,
 * {@link dev.adjc.compile.Pipeline} is the one list of passes.
 *
 * <p>Reads and writes no files: texts come in as {@link dev.adjc.compile.InputFile}s, imports by way of {@link
 * dev.adjc.compile.Imports}, and go out as {@link dev.adjc.compile.GeneratedFile}s. The only package that knows both the syntax and the Java that comes of it.
 *
 * <pre>{@code
 * Compilation compilation = Compiler.compile(new InputFile("umbc.ad", bytes), Imports.none(), Options.DEFAULT);
 * GeneratedFile file = compilation.function("umbc").orElseThrow().generate(Mode.REVERSE);
 * }</pre>
 */
@NullMarked
package dev.adjc.compile;

import org.jspecify.annotations.NullMarked;
