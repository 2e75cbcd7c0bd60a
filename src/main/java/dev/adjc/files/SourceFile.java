package dev.adjc.files;

import dev.adjc.compile.InputFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file that is to be compiled.
 *
 * @param path as the user spells it
 * @param folder the folder that the user named, if the file is one of many in it
 */
public record SourceFile(Path path, Optional<Path> folder) {

    /** A file that the user named itself. */
    public static SourceFile of(Path path) {
        return new SourceFile(path, Optional.empty());
    }

    /** The files themselves, and all {@code .ad} files below the folders, in order of their names; each once. */
    public static List<SourceFile> all(List<Path> filesAndFolders) {
        Map<Path, SourceFile> found = new LinkedHashMap<>();
        for (Path each : filesAndFolders) {
            for (SourceFile file : Files.isDirectory(each) ? below(each) : List.of(of(each))) {
                found.putIfAbsent(real(file.path()), file);
            }
        }
        return List.copyOf(found.values());
    }

    private static List<SourceFile> below(Path folder) {
        List<SourceFile> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            all.filter(path -> path.toString().endsWith(".ad") && !Files.isDirectory(path))
                    .sorted()
                    .forEach(path -> files.add(new SourceFile(path, Optional.of(folder))));
        } catch (UncheckedIOException e) {
            throw FileFault.reading(folder, Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw FileFault.reading(folder, e);
        }
        return files;
    }

    /** The path of the file itself, or, where there is none, as it is. */
    static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException notThere) {
            return path.toAbsolutePath().normalize();
        }
    }

    /** The content. */
    public InputFile read() {
        return read(path, path.toString());
    }

    static InputFile read(Path path, String name) {
        try {
            return new InputFile(name, Files.readAllBytes(path));
        } catch (IOException e) {
            throw FileFault.reading(path, e);
        }
    }
}
