package dev.adjc.bench;

import dev.adjc.compile.Compilation;
import dev.adjc.compile.CompiledFunction;
import dev.adjc.compile.Compiler;
import dev.adjc.compile.ExternCode;
import dev.adjc.compile.GeneratedFile;
import dev.adjc.compile.Mode;
import dev.adjc.compile.Options;
import dev.adjc.files.SourceFile;
import dev.adjc.files.SourceRoots;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.ToolProvider;

/** Compiles what is generated, so that it can be called without reflection. */
final class Generated {
    /** A function of more inputs takes them in an array. */
    private static final int ARGUMENTS = 60;

    private Generated() {}

    /** The class that adjc generates in this mode for the only function of the file that no other one calls. */
    static Evaluator evaluator(Path file, Mode mode) throws IOException {
        SourceFile source = SourceFile.all(List.of(file)).get(0);
        Compilation compilation =
                Compiler.compile(source.read(), new SourceRoots(source, List.of()), Options.DEFAULT, ExternCode.ABSENT);
        if (compilation.hasErrors()) {
            throw new IllegalArgumentException(compilation.diagnostics().toString());
        }
        CompiledFunction function = compilation.uncalled().get(0);
        GeneratedFile generated = function.generate(mode);
        String caller = caller(generated, function.primal().parameters().size());
        return load("Caller", caller, List.of(generated), Evaluator.class);
    }

    /** Compiles a class of this package with others that it needs, and makes an object of it. */
    static <T> T load(String name, String text, List<GeneratedFile> others, Class<T> type) throws IOException {
        Path folder = scratch();
        List<GeneratedFile> files = new ArrayList<>(others);
        files.add(new GeneratedFile(name + ".java", name, text));
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", folder.toString()));
        for (GeneratedFile file : files) {
            Path path = folder.resolve(file.path());
            Files.createDirectories(path.getParent());
            arguments.add(Files.writeString(path, file.text()).toString());
        }
        int failed = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        if (failed != 0) {
            throw new IllegalStateException(name + " does not compile");
        }
        try {
            URLClassLoader loader =
                    new URLClassLoader(new URL[] {folder.toUri().toURL()}, Generated.class.getClassLoader());
            return type.cast(
                    loader.loadClass("dev.adjc.bench." + name).getConstructor().newInstance());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A new folder below those of the build. */
    static Path scratch() throws IOException {
        return Files.createTempDirectory(Files.createDirectories(Path.of("target/bench/scratch")), "");
    }

    /** Hands the entries of an array over as arguments, as who has an array must. */
    private static String caller(GeneratedFile generated, int inputs) {
        String entries = inputs > ARGUMENTS
                ? "x"
                : IntStream.range(0, inputs).mapToObj(i -> "x[" + i + "]").collect(Collectors.joining(", "));
        return """
                package dev.adjc.bench;

                public final class Caller implements Evaluator {
                    private final double[] work = new double[%d];

                    public double value(double[] x) {
                        return %s;
                    }

                    public double gradient(double[] x, double[] gradient) {
                        return %s;
                    }
                }
                """.formatted(
                        work(generated),
                        call(generated, "value", entries),
                        call(generated, "gradient", entries + ", gradient"));
    }

    private static String call(GeneratedFile generated, String method, String arguments) {
        boolean takesWork = Pattern.compile("double " + method + "\\([^)]*double\\[] work\\)")
                .matcher(generated.text())
                .find();
        return generated.className() + "." + method + "(" + arguments + (takesWork ? ", work)" : ")");
    }

    private static int work(GeneratedFile generated) {
        Matcher constant = Pattern.compile(" int WORK = (\\d+);").matcher(generated.text());
        return constant.find() ? Integer.parseInt(constant.group(1)) : 0;
    }
}
