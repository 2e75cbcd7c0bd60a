package dev.adjc.files;

import dev.adjc.compile.Imports;
import dev.adjc.compile.InputFile;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds what a file imports: {@code a.b} is {@code a/b.ad} below one of the file's own roots or of the further ones.
 *
 * <p>A file's own roots are the folder that the user named, if the file was found in one, and the file's folder less the
 * folders of its package, where these are the last ones.
 */
public final class SourceRoots implements Imports {
    private final SourceFile file;
    private final List<Path> further;
    private final Reading reading;

    /** Imports that nobody keeps a record of. */
    public SourceRoots(SourceFile file, List<Path> further) {
        this(file, further, new Reading());
    }

    /** Imports that are noted, with the file itself. */
    public SourceRoots(SourceFile file, List<Path> further, Reading reading) {
        this.file = file;
        this.further = List.copyOf(further);
        this.reading = reading;
        reading.note(file.path());
    }

    @Override
    public Optional<InputFile> find(String packageName, String path) {
        List<Path> roots = new ArrayList<>();
        file.folder().ifPresent(roots::add);
        roots.add(root(packageName));
        roots.addAll(further);
        for (Path root : roots) {
            Path candidate = root.resolve(path(path, ".ad"));
            if (Files.exists(candidate)) {
                reading.note(candidate);
                return Optional.of(SourceFile.read(candidate, name(candidate)));
            }
            reading.noteAbsent(candidate);
        }
        return Optional.empty();
    }

    /** The path that a dotted name stands for. */
    static Path path(String name, String ending) {
        String path = name.replace('.', '/') + ending;
        try {
            return Path.of(path);
        } catch (InvalidPathException e) {
            throw FileFault.reading(path, FileFault.unspellable());
        }
    }

    /** The compiled file keeps the name under which the user knows it, also where others import it. */
    private String name(Path candidate) {
        return SourceFile.real(candidate).equals(SourceFile.real(file.path()))
                ? file.path().toString()
                : candidate.toString();
    }

    private Path root(String packageName) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = file.path().toAbsolutePath().normalize();
        Path root = withoutPackage(absolute.resolveSibling(""), packageName);
        boolean shownFromHere = !file.path().isAbsolute() && root.getRoot().equals(here.getRoot());
        return shownFromHere ? here.relativize(root) : root;
    }

    private static Path withoutPackage(Path folder, String packageName) {
        Path expected = path(packageName, "");
        if (packageName.isEmpty() || !folder.endsWith(expected)) {
            return folder;
        }
        int kept = folder.getNameCount() - expected.getNameCount();
        Path top = folder.getRoot();
        return kept == 0 ? top : top.resolve(folder.subpath(0, kept));
    }
}
