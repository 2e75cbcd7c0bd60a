package dev.adjc.build;

import dev.adjc.files.FileFault;
import dev.adjc.files.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The points that a folder holds: those of the function {@code f} of {@code a/b.ad} are {@code a/f.json} and {@code
 * a/f.ANYTHING.json}.
 */
final class PointFiles {
    private final Path folder;
    private final List<Path> unclaimed = new ArrayList<>();

    PointFiles(Path folder) {
        this.folder = folder;
        if (Files.exists(folder)) {
            if (!Files.isDirectory(folder)) {
                throw FileFault.reading(folder.toString(), new NotDirectoryException(folder.toString()));
            }
            try (Stream<Path> all = Files.walk(folder)) {
                all.filter(path -> path.toString().endsWith(".json")).sorted().forEach(unclaimed::add);
            } catch (UncheckedIOException e) {
                throw FileFault.reading(folder.toString(), Objects.requireNonNull(e.getCause()));
            } catch (IOException e) {
                throw FileFault.reading(folder.toString(), e);
            }
        }
    }

    /** Those of a function. */
    List<Path> claim(SourceFile file, String function) {
        Path packageFolder = file.folder()
                .map(top -> folder.resolve(top.relativize(file.path())))
                .orElse(folder.resolve(file.path().getFileName()))
                .resolveSibling("");
        List<Path> claimed = unclaimed.stream()
                .filter(point -> point.resolveSibling("").equals(packageFolder)
                        && point.getFileName()
                                .toString()
                                .replaceFirst("\\..*", "")
                                .equals(function))
                .toList();
        unclaimed.removeAll(claimed);
        return claimed;
    }

    /** Those that are of no function so far. */
    List<Path> unclaimed() {
        return List.copyOf(unclaimed);
    }
}
