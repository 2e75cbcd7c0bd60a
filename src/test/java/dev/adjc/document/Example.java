package dev.adjc.document;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.adjc.check.Sources;
import dev.adjc.compile.Compilation;
import dev.adjc.compile.CompiledFunction;
import dev.adjc.compile.Compiler;
import dev.adjc.compile.GeneratedFile;
import dev.adjc.compile.Mode;
import dev.adjc.compile.Options;
import dev.adjc.syntax.Decoded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A program of one function, as the documents show it. */
final class Example {
    private final CompiledFunction function;

    private Example(CompiledFunction function) {
        this.function = function;
    }

    static Example of(Path file) throws IOException {
        return of(file.getFileName().toString(), Files.readAllBytes(file));
    }

    static Example of(String name, byte[] text) {
        Compilation compilation = Compiler.compile(Decoded.of(name, text), Sources.none(), Options.DEFAULT);
        assertFalse(compilation.hasErrors(), () -> compilation.diagnostics().toString());
        return new Example(compilation.uncalled().get(0));
    }

    CompiledFunction function() {
        return function;
    }

    GeneratedFile generated(Mode mode) {
        return function.generate(mode);
    }

    /** The one method whose head begins so, with its Javadoc if it has one, as if it stood alone. */
    String method(Mode mode, String head) {
        List<String> lines = generated(mode).text().lines().toList();
        List<Integer> heads = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("    " + head)) {
                heads.add(i);
            }
        }
        if (heads.size() != 1) {
            throw new IllegalArgumentException(heads.size() + " methods begin with `" + head + "`");
        }
        int first = heads.get(0);
        while (!lines.get(first - 1).isEmpty()) {
            first--;
        }
        int last = heads.get(0);
        while (!lines.get(last).equals("    }")) {
            last++;
        }
        return String.join("\n", lines.subList(first, last + 1)).stripIndent();
    }

    static Mode mode(String word) {
        return Arrays.stream(Mode.values())
                .filter(mode -> mode.word().equals(word))
                .findFirst()
                .orElseThrow();
    }
}
