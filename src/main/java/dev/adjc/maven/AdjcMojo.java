package dev.adjc.maven;

import dev.adjc.build.Modes;
import dev.adjc.build.Settings;
import dev.adjc.build.Settings.Warnings;
import dev.adjc.compile.Options;
import dev.adjc.derive.ZeroRule;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.files.FileFault;
import dev.adjc.files.SourceFile;
import java.io.File;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.build.BuildContext;
import org.codehaus.plexus.util.Scanner;
import org.jspecify.annotations.Nullable;

/** What all goals have in common: which files they work on, and how they tell what is wrong. */
abstract class AdjcMojo extends AbstractMojo {
    private final BuildContext context;
    private final Editors editors;

    /** The files below the source directory that are meant, as Ant patterns. */
    @Parameter(property = "adjc.includes", defaultValue = "**/*.ad")
    private List<String> includes;

    /** Those of them that are not meant, as Ant patterns; they may still be imported. */
    @Parameter(property = "adjc.excludes")
    private List<String> excludes = List.of();

    /** The encoding of `.ad` files; UTF-8 if the project names none either. */
    @Parameter(property = "adjc.encoding", defaultValue = "${project.build.sourceEncoding}")
    private @Nullable String encoding;

    /** Lets a tangent or adjoint of zero times an infinite partial be NaN, as IEEE 754 has it; without it, it is zero. */
    @Parameter(property = "adjc.ieeeZero", defaultValue = "false")
    private boolean ieeeZero;

    /** Skips the goal; what it has generated before is still compiled. */
    @Parameter(property = "adjc.skip", defaultValue = "false")
    private boolean skip;

    AdjcMojo(BuildContext context, Editors editors) {
        this.context = context;
        this.editors = editors;
    }

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        announce();
        if (skip) {
            getLog().info("Skipped.");
            return;
        }
        try {
            run();
        } catch (FileFault fault) {
            throw new MojoExecutionException(fault.diagnostic().message(), fault);
        }
    }

    /** What holds also where the rest is skipped. */
    void announce() {}

    abstract void run() throws MojoExecutionException, MojoFailureException;

    abstract File sourceDirectory();

    /** Folders in which imports are looked for, after the source directory. */
    abstract List<File> sourcePath();

    /** The files that are meant, in order of their names. */
    final List<SourceFile> files() {
        Path folder = sourceDirectory().toPath();
        if (!sourceDirectory().isDirectory()) {
            return List.of();
        }
        Scanner scanner = context.newScanner(sourceDirectory(), true);
        scanner.setIncludes(includes.toArray(new String[0]));
        scanner.setExcludes(excludes.toArray(new String[0]));
        scanner.scan();
        return Arrays.stream(scanner.getIncludedFiles())
                .sorted()
                .map(name -> new SourceFile(folder.resolve(name), Optional.of(folder)))
                .toList();
    }

    final Settings settings(Modes modes, Optional<String> packageName, Warnings warnings)
            throws MojoExecutionException {
        Options options = new Options(ieeeZero ? ZeroRule.IEEE : ZeroRule.ABSORBING, packageName);
        List<Path> path = sourcePath().stream().map(File::toPath).toList();
        return new Settings(options, modes, path, charset(), warnings);
    }

    private Charset charset() throws MojoExecutionException {
        try {
            return encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
        } catch (IllegalArgumentException e) {
            throw new MojoExecutionException("there is no encoding `" + encoding + "`");
        }
    }

    /** Tells each diagnostic once: in the log or, where an editor can show it at its place, there. */
    final void tell(List<SourceFile> files, List<Diagnostic> diagnostics) {
        Reporter reporter = new Reporter(getLog(), context, editors);
        reporter.forget(files);
        diagnostics.forEach(reporter::tell);
    }

    final BuildContext context() {
        return context;
    }
}
