package dev.adjc.files;

import dev.adjc.compile.GeneratedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes files whole or not at all: first all of them beside their places, then each by a move into its place, which no
 * reader sees half done. Where anything fails, the old files are as they were.
 */
public final class Publication {
    /** What is written beside its place; {@code target} is the file itself where {@code named} is a link to it. */
    private record Staged(Path temporary, Path target, Path named) {}

    private final List<Staged> staged = new ArrayList<>();

    private Publication() {}

    /** Writes Java files below a folder, which is made if need be, and gives their paths in order. */
    public static List<Path> write(Path folder, List<GeneratedFile> files) {
        Map<Path, String> texts = new LinkedHashMap<>();
        files.forEach(file -> texts.put(place(folder, file), file.text()));
        return write(texts);
    }

    /** Where a Java file belongs, if packages begin in a folder. */
    public static Path place(Path folder, GeneratedFile file) {
        try {
            return folder.resolve(file.path());
        } catch (InvalidPathException e) {
            throw FileFault.writing(file.path(), FileFault.unspellable());
        }
    }

    /** Writes one file. */
    public static void write(Path target, String text) {
        write(Map.of(target, text));
    }

    /** Writes files none of which may be there yet, and gives their paths in order. */
    public static List<Path> writeNew(Map<Path, String> texts) {
        for (Path file : texts.keySet()) {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                throw FileFault.writing(file, new IOException("it is there already"));
            }
        }
        return write(texts);
    }

    private static List<Path> write(Map<Path, String> texts) {
        Publication publication = new Publication();
        try {
            texts.forEach(publication::stage);
            return publication.commit();
        } finally {
            publication.discard();
        }
    }

    private void stage(Path named, String text) {
        try {
            if (Files.isDirectory(named)) {
                throw new DirectoryNotEmptyException(named.toString());
            }
            Files.createDirectories(named.resolveSibling("").toAbsolutePath());
            Path target = Files.exists(named) ? named.toRealPath() : named;
            String name =
                    "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp";
            Path temporary = target.resolveSibling(name);
            staged.add(new Staged(temporary, target, named));
            Files.write(
                    temporary,
                    text.getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE);
            keepPermissions(target, temporary);
        } catch (IOException e) {
            throw FileFault.writing(named, e);
        }
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (view != null && Files.exists(from)) {
            view.setPermissions(Files.getPosixFilePermissions(from));
        }
    }

    private List<Path> commit() {
        List<Path> written = new ArrayList<>();
        for (Staged file : staged) {
            try {
                Files.move(
                        file.temporary(),
                        file.target(),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw FileFault.writing(file.named(), e);
            }
            written.add(file.named());
        }
        staged.clear();
        return written;
    }

    /** What was staged and not committed. */
    private void discard() {
        for (Staged file : staged) {
            try {
                Files.deleteIfExists(file.temporary());
            } catch (IOException leftBehind) {
                // The fault that brought us here is the one to tell.
            }
        }
    }
}
