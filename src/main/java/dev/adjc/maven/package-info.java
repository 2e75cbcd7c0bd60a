/**
 * The goals of the Maven plugin, each a class: {@link dev.adjc.maven.CompileMojo}, {@link dev.adjc.maven.TestCompileMojo},
 * {@link dev.adjc.maven.CheckMojo}.
 *
 * <p>The only package that knows Maven. A goal reads its parameters, lets {@code build} do the work and tells what came of
 * it in Maven's words; it decides nothing about programs.
 *
 * <pre>{@code
 * [ERROR] /home/ada/model/src/main/ad/lectures/umbc.ad:[4,17] error[E0121] expected `)` before `;`
 * }</pre>
 */
@NullMarked
package dev.adjc.maven;

import org.jspecify.annotations.NullMarked;
