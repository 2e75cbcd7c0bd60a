package dev.adjc.compile;

import java.util.Optional;

/** Where the files that a program imports are found. */
@FunctionalInterface
public interface Imports {

    /**
     * The file of an import.
     *
     * @param packageName the package that the compiled file names, empty for none: it tells the folder of the sources
     * @param path the name behind {@code import}, such as {@code a.b.c}; never one of the library's own
     */
    Optional<InputFile> find(String packageName, String path);

    /** Finds nothing: for a program that stands alone. */
    static Imports none() {
        return (packageName, path) -> Optional.empty();
    }
}
