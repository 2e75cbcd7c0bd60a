package dev.adjc.cli;

import dev.adjc.files.FileFault;
import dev.adjc.ir.Program;
import dev.adjc.run.Point;
import dev.adjc.run.PointReader;
import dev.adjc.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** Where a function is to be evaluated: a file, standard input, or the numbers themselves. */
final class PointOption {
    private static final Pattern ASSIGNMENT =
            Pattern.compile("\\s*[\\p{L}_][\\p{L}\\p{M}\\p{N}_]*\\s*=.*", Pattern.DOTALL);

    @Option(
            names = "--at",
            paramLabel = "POINT",
            description =
                    "A JSON file, - for standard input, or the numbers themselves: x1=2,x2=1. Arrays are lists, a list"
                            + " of rows for a matrix: W=[[1,2],[3,4]]. Sizes follow from them; those that only empty lists show"
                            + " are given by a JSON object {\"point\": {...}, \"sizes\": {\"n\": 3}}.")
    private Optional<String> at = Optional.empty();

    boolean isGiven() {
        return at.isPresent();
    }

    /** The point, or, for a function without parameters, the only one there is. */
    Point pointFor(Program function, Console console, String command) {
        if (at.isEmpty()) {
            if (!function.parameters().isEmpty()) {
                throw CommandFailure.usage(command + " needs a point for " + function.name() + ": give one with --at");
            }
            return Point.of();
        }
        return read(at.get(), function, console);
    }

    /** The point, if one is given. */
    Optional<Point> point(Program function, Console console) {
        return at.map(text -> read(text, function, console));
    }

    private static Point read(String text, Program function, Console console) {
        PointReader.Result result = result(text, function, console);
        return result.point().orElseThrow(() -> CommandFailure.wrong(result.diagnostics()));
    }

    private static PointReader.Result result(String text, Program function, Console console) {
        if (text.equals("-")) {
            return PointReader.json("<stdin>", standardInput(console), function);
        }
        if (text.isBlank() || ASSIGNMENT.matcher(text).matches() && !isFile(text)) {
            return PointReader.inline(new Source("--at", text), function);
        }
        if (text.stripLeading().startsWith("{")) {
            return PointReader.json(new Source("--at", text), function);
        }
        return PointReader.json(text, file(text), function);
    }

    private static byte[] standardInput(Console console) {
        try {
            return console.in().readAllBytes();
        } catch (IOException e) {
            throw FileFault.reading("<stdin>", e);
        }
    }

    private static boolean isFile(String name) {
        try {
            return Files.exists(Path.of(name));
        } catch (InvalidPathException notForThisSystem) {
            return false;
        }
    }

    private static byte[] file(String name) {
        try {
            return Files.readAllBytes(Path.of(name));
        } catch (InvalidPathException e) {
            throw FileFault.reading(name, new NoSuchFileException(name));
        } catch (IOException e) {
            throw FileFault.reading(name, e);
        }
    }
}
