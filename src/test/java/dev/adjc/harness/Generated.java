package dev.adjc.harness;

import static java.util.Objects.requireNonNull;

import dev.adjc.check.Sources;
import dev.adjc.compile.Compilation;
import dev.adjc.compile.CompiledFunction;
import dev.adjc.compile.Compiler;
import dev.adjc.compile.GeneratedFile;
import dev.adjc.compile.Mode;
import dev.adjc.compile.Options;
import dev.adjc.syntax.Decoded;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** A function of a program, compiled, with the generated class of each mode loaded. */
public record Generated(CompiledFunction function, Map<Mode, GeneratedCode> codes, Map<Mode, String> texts) {

    /** The class of a mode. */
    public GeneratedCode code(Mode mode) {
        return requireNonNull(codes.get(mode));
    }

    /** The only function of a program that no other one calls. */
    public static Generated of(String program) {
        return all(Decoded.of("test.ad", program.getBytes(StandardCharsets.UTF_8)), Sources.none())
                .get(0);
    }

    /** The functions of a file that no other one of it calls. */
    public static List<Generated> all(Decoded file, Sources sources) {
        Compilation compilation = Compiler.compile(file, sources, Options.DEFAULT, new JavaMethods());
        if (compilation.hasErrors()) {
            throw new AssertionError(compilation.diagnostics());
        }
        return all(compilation.uncalled());
    }

    /** These functions. */
    public static List<Generated> all(List<CompiledFunction> functions) {
        List<GeneratedFile> files = new ArrayList<>();
        for (CompiledFunction function : functions) {
            for (Mode mode : Mode.values()) {
                files.add(function.generate(mode));
            }
        }
        Classes classes = Classes.compile(files);
        List<Generated> all = new ArrayList<>();
        Iterator<GeneratedFile> next = files.iterator();
        for (CompiledFunction function : functions) {
            Map<Mode, GeneratedCode> codes = new EnumMap<>(Mode.class);
            Map<Mode, String> texts = new EnumMap<>(Mode.class);
            for (Mode mode : Mode.values()) {
                GeneratedFile file = next.next();
                codes.put(mode, new GeneratedCode(classes.load(file.className()), function.lowered()));
                texts.put(mode, file.text());
            }
            all.add(new Generated(function, codes, texts));
        }
        return all;
    }
}
