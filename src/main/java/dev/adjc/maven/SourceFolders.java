package dev.adjc.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the files of a goal are.
 *
 * @param directory where those are that are meant, and in which packages begin
 * @param path where imports are looked for after that
 */
record SourceFolders(Path directory, List<Path> path) {
    static SourceFolders of(File directory, List<File> path) {
        return new SourceFolders(
                directory.toPath(), path.stream().map(File::toPath).toList());
    }
}
