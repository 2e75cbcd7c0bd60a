/**
 * What the command line and build tools have in common: files compiled together, outputs kept in step with sources.
 *
 * <p>Knows no build tool and speaks to no console. {@link dev.adjc.build.BatchCompiler} compiles all files or none, {@link
 * dev.adjc.build.IncrementalBuild} does so only if something has changed, and remembers in a {@link
 * dev.adjc.build.BuildState} what depends on what. {@link dev.adjc.build.DerivativeChecks} asks whether derivatives are right;
 * {@link dev.adjc.build.NewProject} is what one may begin with.
 *
 * <pre>{@code
 * Settings settings = new Settings(Options.DEFAULT, Modes.both, List.of(), UTF_8, Warnings.ARE_TOLD);
 * Outcome outcome = new IncrementalBuild(settings, Path.of("generated"), Path.of("adjc.state")).run(files);
 * }</pre>
 */
@NullMarked
package dev.adjc.build;

import org.jspecify.annotations.NullMarked;
