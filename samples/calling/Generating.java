import dev.adjc.compile.Compilation;
import dev.adjc.compile.CompiledFunction;
import dev.adjc.compile.Compiler;
import dev.adjc.compile.GeneratedFile;
import dev.adjc.compile.Imports;
import dev.adjc.compile.InputFile;
import dev.adjc.compile.Mode;
import dev.adjc.compile.Options;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Compiles programs that are in no file. */
class Generating {
    private static final Map<String, String> PROGRAMS = Map.of(
            "demo.area", "package demo; import demo.half; function area(a, h) -> A { A = half(a * h); }",
            "demo.half", "package demo; function half(x) -> y { y = x / 2; }",
            "demo.slip", "package demo; function slip(x) -> y { y = sin(z); }");

    public static void main(String[] arguments) {
        compile("demo.area");
        compile("demo.slip");
    }

    private static void compile(String name) {
        Imports imports = (packageName, path) -> input(path);
        Compilation compilation = Compiler.compile(input(name).orElseThrow(), imports, Options.DEFAULT);
        compilation.diagnostics().forEach(System.out::println);
        for (CompiledFunction function : compilation.functions()) {
            GeneratedFile java = function.generate(Mode.REVERSE);
            System.out.println(java.className() + " goes to " + java.path());
        }
    }

    private static Optional<InputFile> input(String path) {
        return Optional.ofNullable(PROGRAMS.get(path))
                .map(text -> new InputFile(path, text.getBytes(StandardCharsets.UTF_8)));
    }
}
