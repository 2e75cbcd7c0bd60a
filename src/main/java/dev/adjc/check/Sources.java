package dev.adjc.check;

import dev.adjc.syntax.Decoded;
import java.util.Optional;

/** Where the files that a program imports are found. */
@FunctionalInterface
public interface Sources {

    /**
     * The file of an import.
     *
     * @param path the name behind {@code import}, such as {@code a.b.c}; never one of the library's own
     */
    Optional<Decoded> find(String path);

    /** Finds nothing: for a program that stands alone. */
    static Sources none() {
        return path -> Optional.empty();
    }
}
