package dev.adjc.maven;

import dev.adjc.build.IncrementalBuild;
import dev.adjc.build.IncrementalBuild.Outcome;
import dev.adjc.build.Modes;
import dev.adjc.build.Settings.Warnings;
import dev.adjc.compile.PackageName;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.diagnostic.Severity;
import dev.adjc.files.SourceFile;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.build.BuildContext;
import org.jspecify.annotations.Nullable;

/** Writes Java files and has them compiled with the project's own. */
abstract class GenerateMojo extends AdjcMojo {
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    /** Which classes are written: `forward`, `reverse` or `both`. */
    @Parameter(property = "adjc.mode", defaultValue = "both")
    private String mode;

    /** The Java package of the classes, instead of what the files say. */
    @Parameter(property = "adjc.packageName")
    private @Nullable String packageName;

    /** Treats warnings as errors. */
    @Parameter(property = "adjc.failOnWarning", defaultValue = "false")
    private boolean failOnWarning;

    /** Has the classes compiled with the project's own. */
    @Parameter(property = "adjc.addCompileSourceRoot", defaultValue = "true")
    private boolean addCompileSourceRoot;

    GenerateMojo(BuildContext context, Editors editors) {
        super(context, editors);
    }

    abstract File outputDirectory();

    abstract void addSourceRoot(MavenProject project, String folder);

    /** What was generated before is compiled also where the goal is skipped. */
    @Override
    final void announce() {
        if (addCompileSourceRoot) {
            addSourceRoot(project, outputDirectory().getPath());
        }
    }

    @Override
    final void run() throws MojoFailureException {
        List<SourceFile> files = files();
        Warnings warnings = failOnWarning ? Warnings.ARE_REFUSED : Warnings.ARE_TOLD;
        Outcome outcome = new IncrementalBuild(
                        settings(modes(), packageName(), warnings),
                        outputDirectory().toPath(),
                        state())
                .run(files);
        tell(outcome.read(), outcome.diagnostics());
        if (outcome.kind() == IncrementalBuild.Kind.REFUSED) {
            throw new MojoFailureException(summary(outcome.diagnostics()));
        }
        if (outcome.kind() == IncrementalBuild.Kind.UP_TO_DATE) {
            getLog().info("Nothing to generate: all classes are up to date.");
            return;
        }
        outcome.written().forEach(this::refresh);
        outcome.deleted().forEach(this::refresh);
        getLog().info("Compiled " + Count.of(files.size(), "file") + ": wrote "
                + Count.of(outcome.written().size(), "Java file") + ", deleted "
                + outcome.deleted().size() + ".");
    }

    private void refresh(Path file) {
        context().refresh(file.toFile());
    }

    /** Each execution remembers its own work. */
    private Path state() {
        return Path.of(
                project.getBuild().getDirectory(),
                "adjc",
                execution.getGoal() + "-" + execution.getExecutionId() + ".state");
    }

    private Modes modes() throws MojoFailureException {
        return Arrays.stream(Modes.values())
                .filter(each -> each.name().equals(mode))
                .findFirst()
                .orElseThrow(() -> new MojoFailureException(
                        "the mode is `" + mode + "`, and not one of `forward`, `reverse`, `both`"));
    }

    private Optional<String> packageName() throws MojoFailureException {
        if (packageName != null && !PackageName.isLegal(packageName)) {
            throw new MojoFailureException("`" + packageName + "` is no name for a Java package");
        }
        return Optional.ofNullable(packageName);
    }

    private static String summary(List<Diagnostic> diagnostics) {
        long errors = diagnostics.stream()
                .filter(each -> each.severity() == Severity.ERROR)
                .count();
        return errors > 0
                ? Count.of(errors, "error") + " in .ad files"
                : Count.of(diagnostics.size(), "warning") + " in .ad files, and failOnWarning is set";
    }
}
