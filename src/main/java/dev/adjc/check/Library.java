package dev.adjc.check;

import dev.adjc.syntax.Declaration;
import dev.adjc.syntax.Decoded;
import dev.adjc.syntax.Parsed;
import dev.adjc.syntax.Parser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The project's own files in its own language: {@code std.nn} and its fellows, which are resources. */
final class Library {
    static final List<String> PATHS = List.of("std.nn", "std.linalg", "std.prob");

    private Library() {}

    static boolean owns(String path) {
        return path.equals("std") || path.startsWith("std.");
    }

    static Optional<Decoded> find(String path) {
        String file = path.replace('.', '/') + ".ad";
        try (InputStream in = Library.class.getResourceAsStream("/adjc/" + file)) {
            return in == null ? Optional.empty() : Optional.of(Decoded.of(file, in.readAllBytes()));
        } catch (IOException damagedArchive) {
            throw new UncheckedIOException(damagedArchive);
        }
    }

    /** Which of the files has a function of that name. */
    static Optional<String> pathOf(String function) {
        return PATHS.stream().filter(path -> declares(path, function)).findFirst();
    }

    private static boolean declares(String path, String function) {
        return find(path).map(Parser::parse).map(Parsed::unit).stream()
                .flatMap(unit -> unit.declarations().stream())
                .map(Declaration::name)
                .anyMatch(name -> name.text().equals(function));
    }
}
