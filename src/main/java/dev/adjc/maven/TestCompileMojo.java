package dev.adjc.maven;

import java.io.File;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.build.BuildContext;

/** Generates the classes of `.ad` files, for the project's tests. */
@Mojo(name = "test-compile", defaultPhase = LifecyclePhase.GENERATE_TEST_SOURCES, threadSafe = true)
public final class TestCompileMojo extends GenerateMojo {
    /** The folder of the `.ad` files, in which packages begin. */
    @Parameter(property = "adjc.testSourceDirectory", defaultValue = "${project.basedir}/src/test/ad")
    private File sourceDirectory;

    /** The folder of the classes, in which packages begin. */
    @Parameter(
            property = "adjc.testOutputDirectory",
            defaultValue = "${project.build.directory}/generated-test-sources/adjc")
    private File outputDirectory;

    /** Folders in which imports are looked for, after the source directory; by default those of the project itself. */
    @Parameter(property = "adjc.testSourcePath", defaultValue = "${project.basedir}/src/main/ad")
    private List<File> sourcePath = List.of();

    @Inject
    TestCompileMojo(BuildContext context, Editors editors) {
        super(context, editors);
    }

    @Override
    SourceFolders sources() {
        return SourceFolders.of(sourceDirectory, sourcePath);
    }

    @Override
    File outputDirectory() {
        return outputDirectory;
    }

    @Override
    void addSourceRoot(MavenProject project, String folder) {
        project.addTestCompileSourceRoot(folder);
    }
}
