package dev.adjc.cli;

import dev.adjc.build.NewProject;
import dev.adjc.files.Publication;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code adjc init}: a Maven project to begin with. */
@Command(
        name = "init",
        header = "Write a small Maven project to begin with.",
        description =
                "Write a Maven project of one function: its .ad file, a main that calls the generated class, a test"
                        + " that compares the gradient with differences. `mvn verify` there builds and tests it. Print the path"
                        + " of each file written; write none if one of them is there already.",
        footer = "  adjc init first --package org.example")
final class InitCommand extends AdjcCommand {

    @Parameters(
            arity = "0..1",
            paramLabel = "DIRECTORY",
            description = "The project's folder; made if need be. Default: the current one.")
    private Path folder = Path.of("");

    @Option(
            names = "--artifact",
            paramLabel = "NAME",
            description = "What Maven calls the project. Default: the name of its folder.")
    private Optional<String> artifact = Optional.empty();

    @Option(
            names = "--package",
            defaultValue = "example",
            paramLabel = "NAME",
            description = "The Java package, and Maven's group; default: ${DEFAULT-VALUE}.")
    private String packageName = "example";

    @Mixin
    private ReportOption report = new ReportOption();

    InitCommand(Console console) {
        super(console);
    }

    @Override
    Reporter reporter() {
        return report.reporter(console());
    }

    @Override
    ExitCode run() {
        String name = artifact.orElseGet(this::nameOfFolder);
        if (!NewProject.isArtifact(name)) {
            throw CommandFailure.usage("Maven cannot call a project `" + name + "`: --artifact gives it another name");
        }
        if (!NewProject.isPackage(packageName)) {
            throw CommandFailure.usage("`" + packageName + "` is no name for a package and a group of Maven's");
        }
        for (Path path : Publication.writeNew(new NewProject(name, packageName).files(folder))) {
            console().out().print(path + "\n");
        }
        return ExitCode.SUCCESS;
    }

    /** Empty for the root of a file system. */
    private String nameOfFolder() {
        return Optional.ofNullable(folder.toAbsolutePath().normalize().getFileName())
                .map(Path::toString)
                .orElse("");
    }
}
