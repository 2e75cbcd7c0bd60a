package dev.adjc.samples;

import com.google.gson.JsonObject;
import dev.adjc.check.Sources;
import dev.adjc.compile.Compilation;
import dev.adjc.compile.CompiledFunction;
import dev.adjc.compile.Compiler;
import dev.adjc.compile.Options;
import dev.adjc.harness.Generated;
import dev.adjc.harness.JavaMethods;
import dev.adjc.syntax.Decoded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file with functions, compiled, and what they are expected to give.
 *
 * @param group what it belongs to
 * @param large cases the inputs of which are made
 * @param name of the file, without its ending
 */
record SampleFile(
        String group, String name, List<Generated> functions, List<JsonObject> cases, List<JsonObject> large) {
    private static final Path SAMPLES = Path.of("samples");
    private static final String EXPECTED = ".expected.json";
    private static final Path STD = Path.of("src/main/resources/adjc/std");
    private static final Path STD_REFERENCES = Path.of("src/test/resources/adjc/references/std");

    /** All samples, then the library. */
    static List<SampleFile> all() {
        List<SampleFile> files = new ArrayList<>();
        for (Path expected : list(SAMPLES, EXPECTED)) {
            Path source =
                    expected.resolveSibling(expected.getFileName().toString().replace(EXPECTED, ".ad"));
            files.add(of(source.getName(source.getNameCount() - 2).toString(), source, expected));
        }
        for (Path expected : list(STD_REFERENCES, ".json")) {
            String stem = expected.getFileName().toString().replace(".json", "");
            files.add(of("std", STD.resolve(stem + ".ad"), expected));
        }
        return files;
    }

    /** One sample. */
    static SampleFile sample(String name) {
        Path source = SAMPLES.resolve(name + ".ad");
        return of("sample", source, SAMPLES.resolve(name + EXPECTED));
    }

    private static List<Path> list(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SampleFile of(String group, Path source, Path expected) {
        Compilation compilation =
                Compiler.compile(decoded(source), SampleFile::imported, Options.DEFAULT, new JavaMethods());
        if (compilation.hasErrors()) {
            throw new AssertionError(compilation.diagnostics());
        }
        String name = source.getFileName().toString().replace(".ad", "");
        return new SampleFile(
                group,
                name,
                Generated.all(compilation.functions()),
                Expected.read(expected),
                Expected.read(expected, "generated"));
    }

    private static Optional<Decoded> imported(String path) {
        Path file = SAMPLES.resolve(path.replace('.', '/') + ".ad");
        return Files.exists(file) ? Optional.of(decoded(file)) : Sources.none().find(path);
    }

    private static Decoded decoded(Path file) {
        try {
            return Decoded.of(file.getFileName().toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The function of this name. */
    Generated function(String function) {
        return functions.stream()
                .filter(one -> one.function().name().equals(function))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " has no function " + function));
    }

    CompiledFunction compiled(String function) {
        return function(function).function();
    }
}
