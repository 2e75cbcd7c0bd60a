package dev.adjc.maven;

import java.io.File;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.build.BuildContext;

/** Generates the classes of `.ad` files, for the project itself. */
@Mojo(name = "compile", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class CompileMojo extends GenerateMojo {
    /** The folder of the `.ad` files, in which packages begin. */
    @Parameter(property = "adjc.sourceDirectory", defaultValue = "${project.basedir}/src/main/ad")
    private File sourceDirectory;

    /** The folder of the classes, in which packages begin. */
    @Parameter(property = "adjc.outputDirectory", defaultValue = "${project.build.directory}/generated-sources/adjc")
    private File outputDirectory;

    /** Folders in which imports are looked for, after the source directory: those of other modules, say. */
    @Parameter(property = "adjc.sourcePath")
    private List<File> sourcePath = List.of();

    @Inject
    CompileMojo(BuildContext context, Editors editors) {
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
        project.addCompileSourceRoot(folder);
    }
}
