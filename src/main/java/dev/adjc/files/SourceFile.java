package dev.adjc.files;

import dev.adjc.compile.InputFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
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
        List<SourceFile> files = new ArrayList<>();
        for (Path each : filesAndFolders) {
            if (Files.isDirectory(each)) {
                files.addAll(below(each, path -> path.toString().endsWith(".ad")));
            } else {
                files.add(of(each));
            }
        }
        return distinct(files);
    }

    /**
     * The files below a folder, in order of their names; each once.
     *
     * @param isMeant asks a path below the folder
     */
    public static List<SourceFile> below(Path folder, Predicate<Path> isMeant) {
        if (!Files.isDirectory(folder)) {
            throw FileFault.reading(folder, new NotDirectoryException(folder.toString()));
        }
        List<SourceFile> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            all.filter(path -> !Files.isDirectory(path) && isMeant.test(folder.relativize(path)))
                    .sorted()
                    .forEach(path -> files.add(new SourceFile(path, Optional.of(folder))));
        } catch (UncheckedIOException e) {
            throw FileFault.reading(folder, Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw FileFault.reading(folder, e);
        }
        return distinct(files);
    }

    /** A link to a file is that file. */
    private static List<SourceFile> distinct(List<SourceFile> files) {
        Map<Path, SourceFile> distinct = new LinkedHashMap<>();
        files.forEach(file -> distinct.putIfAbsent(real(file.path()), file));
        return List.copyOf(distinct.values());
    }

    /** Whether a package's folders are this file's last ones; a file directly in the folder that the user named may be of any. */
    public boolean isIn(String packageName) {
        boolean isFurtherDown =
                folder.map(top -> top.relativize(path).getNameCount() > 1).orElse(false);
        Path itsFolder = path.toAbsolutePath().normalize().resolveSibling("");
        return !isFurtherDown || itsFolder.endsWith(SourceRoots.path(packageName, ""));
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
