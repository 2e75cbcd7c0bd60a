package dev.adjc.maven;

import dev.adjc.build.Modes;
import dev.adjc.build.Settings;
import dev.adjc.build.Settings.Warnings;
import dev.adjc.compile.Options;
import dev.adjc.derive.ZeroRule;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.files.FileFault;
import dev.adjc.files.SourceFile;
import dev.adjc.run.NoCompiler;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.build.BuildContext;
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

    /** Skips the goal. */
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
            throw new MojoFailureException(Reporter.words(fault.diagnostic()));
        } catch (NoCompiler e) {
            throw new MojoExecutionException(e.getMessage());
        }
    }

    /** What holds also where the rest is skipped. */
    void announce() {}

    abstract void run() throws MojoFailureException;

    abstract SourceFolders sources();

    /** The files that are meant, in order of their names. */
    final List<SourceFile> files() {
        Path folder = sources().directory();
        if (Files.notExists(folder)) {
            getLog().info("There is no folder " + folder);
            return List.of();
        }
        List<SourceFile> files = SourceFile.below(folder, FilePatterns.of(includes, excludes)::include);
        if (files.isEmpty()) {
            getLog().info("No file is meant below " + folder);
        }
        return files;
    }

    final Settings settings(Modes modes, Optional<String> packageName, Warnings warnings) throws MojoFailureException {
        Options options = new Options(ieeeZero ? ZeroRule.IEEE : ZeroRule.ABSORBING, packageName);
        return new Settings(options, modes, sources().path(), charset(), warnings);
    }

    private Charset charset() throws MojoFailureException {
        try {
            return encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException("there is no encoding `" + encoding + "`");
        }
    }

    /**
     * Tells each diagnostic once: in the log or, where an editor can show it at its place, there.
     *
     * @param read the files that may have marks of an earlier run
     */
    final void tell(Set<Path> read, List<Diagnostic> diagnostics) {
        Reporter reporter = new Reporter(getLog(), context, editors);
        reporter.forget(read);
        diagnostics.forEach(reporter::tell);
    }

    final BuildContext context() {
        return context;
    }
}
