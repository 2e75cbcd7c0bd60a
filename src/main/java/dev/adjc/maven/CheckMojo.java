package dev.adjc.maven;

import dev.adjc.build.DerivativeChecks;
import dev.adjc.build.DerivativeChecks.Outcome;
import dev.adjc.build.Modes;
import dev.adjc.build.Settings.Warnings;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.diagnostic.Severity;
import dev.adjc.files.SourceFile;
import dev.adjc.run.ClassPath;
import dev.adjc.view.CheckView;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.codehaus.plexus.build.BuildContext;

/**
 * Checks the derivatives of all functions: both modes are compared with each other and with differences, at random points
 * and at points that are given. Fails the build if a derivative is wrong.
 */
@Mojo(
        name = "check",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
public final class CheckMojo extends AdjcMojo {
    /** The folder of the `.ad` files, in which packages begin. */
    @Parameter(property = "adjc.sourceDirectory", defaultValue = "${project.basedir}/src/main/ad")
    private File sourceDirectory;

    /** Folders in which imports are looked for, after the source directory: those of other modules, say. */
    @Parameter(property = "adjc.sourcePath")
    private List<File> sourcePath = List.of();

    /**
     * The folder of the points that are given, as JSON: those of the function `f` of `a/b.ad` are `a/f.json` and
     * `a/f.ANYTHING.json`.
     */
    @Parameter(property = "adjc.pointsDirectory", defaultValue = "${project.basedir}/src/test/points")
    private File pointsDirectory;

    /** How many points are drawn for each function. */
    @Parameter(property = "adjc.points", defaultValue = "5")
    private int points;

    /** Another number, other points. */
    @Parameter(property = "adjc.seed", defaultValue = "1")
    private long seed;

    /** Where the Java of extern functions is. */
    @Parameter(defaultValue = "${project.runtimeClasspathElements}", readonly = true, required = true)
    private List<String> classPath;

    @Inject
    CheckMojo(BuildContext context, Editors editors) {
        super(context, editors);
    }

    @Override
    SourceFolders sources() {
        return SourceFolders.of(sourceDirectory, sourcePath);
    }

    @Override
    void run() throws MojoFailureException {
        if (points < 0) {
            throw new MojoFailureException("`points` is " + points + ", but counts what is drawn");
        }
        List<SourceFile> files = files();
        ClassPath externs = new ClassPath(classPath.stream().map(Path::of).toList());
        Outcome outcome = new DerivativeChecks(
                        settings(Modes.both, Optional.empty(), Warnings.ARE_TOLD),
                        externs,
                        points,
                        seed,
                        pointsDirectory.toPath())
                .run(files);
        List<Diagnostic> errors = outcome.diagnostics().stream()
                .filter(each -> each.severity() == Severity.ERROR)
                .toList();
        tell(files.stream().map(SourceFile::path).collect(Collectors.toSet()), errors);
        outcome.wrong()
                .forEach(wrong ->
                        CheckView.of(wrong.report(), wrong.function()).lines().forEach(getLog()::error));
        outcome.unchecked()
                .forEach(function -> getLog().warn("`" + function
                        + "` was not checked: give a point at which it is defined in " + pointsDirectory));
        outcome.unclaimed().forEach(file -> getLog().error(file + " is a point of no function"));
        int wrong = errors.size() + outcome.unclaimed().size();
        if (wrong > 0) {
            throw new MojoFailureException(
                    "derivatives are wrong, or could not be checked: " + Count.of(wrong, "error"));
        }
        getLog().info(
                        outcome.functions() == 0
                                ? "There are no derivatives to check."
                                : "The derivatives of " + Count.of(outcome.functions(), "function") + " are right.");
    }
}
