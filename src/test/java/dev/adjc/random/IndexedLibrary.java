package dev.adjc.random;

import dev.adjc.check.Sources;
import dev.adjc.compile.Compilation;
import dev.adjc.compile.Compiler;
import dev.adjc.compile.Options;
import dev.adjc.ir.Arguments;
import dev.adjc.ir.Axis;
import dev.adjc.ir.Index;
import dev.adjc.ir.Interpreter;
import dev.adjc.ir.Output;
import dev.adjc.ir.Program;
import dev.adjc.ir.Symbol;
import dev.adjc.random.IndexedCalls.Callee;
import dev.adjc.random.IndexedDraft.Variable;
import dev.adjc.random.IndexedProgram.Function;
import dev.adjc.random.IndexedProgram.Parameter;
import dev.adjc.random.RandomProgram.Kind;
import dev.adjc.syntax.Decoded;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Functions of the library that programs of arrays call, carried out as the library's own text says. */
final class IndexedLibrary {
    /** Parameters that must be positive. */
    static final List<String> POSITIVE = List.of("sigma", "nu", "rate", "shape", "keep", "eps");

    private static final Map<String, Entry> ENTRIES = new LinkedHashMap<>();

    static {
        add("linalg", List.of("dot", "norm2", "matvec", "matmul", "transpose", "trace", "outer", "cross3", "quadform"));
        add(
                "nn",
                List.of(
                        "softmax",
                        "log_softmax",
                        "layer_norm",
                        "batch_norm",
                        "dropout",
                        "cross_entropy",
                        "cross_entropy_label",
                        "mse",
                        "squared_expectation",
                        "hinge_multiclass",
                        "gelu",
                        "elu",
                        "softsign",
                        "binary_cross_entropy"));
        add("prob", List.of("normal_lpdf", "student_t_lpdf", "gamma_lpdf", "bernoulli_logit_lpmf"));
    }

    private IndexedLibrary() {}

    private record Entry(String file, Program program, Callee callee) {}

    /** All that can be called. */
    static List<Callee> callees() {
        return ENTRIES.values().stream().map(Entry::callee).toList();
    }

    static boolean has(String function) {
        return ENTRIES.containsKey(function);
    }

    /** The file of a function of the library, without {@code std}. */
    static String file(String function) {
        return entry(function).file();
    }

    /** The head of a function of the library. */
    static Function function(String name) {
        return entry(name).callee().function();
    }

    private static Entry entry(String function) {
        Entry entry = ENTRIES.get(function);
        if (entry == null) {
            throw new IllegalArgumentException(function + " is not of the library");
        }
        return entry;
    }

    /** What the function gives. */
    static List<Grid> call(String function, List<Grid> arguments) {
        Program program = entry(function).program();
        Map<Symbol, Long> sizes = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            List<Index> extents = program.parameters().get(i).value().extents();
            for (int k = 0; k < extents.size(); k++) {
                if (extents.get(k).atom().orElse(null) instanceof Symbol size) {
                    sizes.put(size, (long) arguments.get(i).extents()[k]);
                }
            }
        }
        Arguments given = new Arguments(arguments.stream().map(Grid::numbers).toList(), sizes);
        List<Grid> results = new ArrayList<>();
        try {
            Interpreter run = Interpreter.run(program, Interpreter.Rounding.AS_IT_IS, given);
            for (Output output : program.outputs()) {
                int[] extents = output.axes().stream()
                        .mapToInt(axis -> (int) axis.to().evaluate(sizes::get))
                        .toArray();
                results.add(new Grid(extents, run.elements(output)));
            }
        } catch (Interpreter.Refused refused) {
            throw new TreeEvaluator.Refused();
        }
        return results;
    }

    private static void add(String file, List<String> functions) {
        try (InputStream in = IndexedLibrary.class.getResourceAsStream("/adjc/std/" + file + ".ad")) {
            Decoded text = Decoded.of("std." + file, in.readAllBytes());
            Compilation compilation = Compiler.compile(text, Sources.none(), Options.DEFAULT);
            for (String function : functions) {
                Program program = compilation.function(function).orElseThrow().lowered();
                ENTRIES.put(function, new Entry(file, program, callee(function, program)));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Callee callee(String name, Program program) {
        List<Parameter> parameters = program.parameters().stream()
                .map(parameter -> new Parameter(
                        kind(parameter),
                        parameter.name(),
                        trees(parameter.value().extents()),
                        List.of()))
                .toList();
        List<Variable> outputs = program.outputs().stream()
                .map(output -> new Variable(
                        Kind.REAL,
                        output.name(),
                        trees(output.axes().stream().map(Axis::to).toList())))
                .toList();
        List<Tree> names =
                outputs.stream().map(output -> Tree.name(output.name())).toList();
        return new Callee(new Function(name, parameters, names, List.of(), List.of()), outputs);
    }

    private static Kind kind(dev.adjc.ir.Parameter parameter) {
        return parameter.isActive()
                ? Kind.REAL
                : parameter.kind() == dev.adjc.ir.Parameter.Kind.INTEGER ? Kind.INT : Kind.CONST;
    }

    /** Extents are sizes or literals in the library. */
    private static List<Tree> trees(List<Index> extents) {
        return extents.stream()
                .map(extent ->
                        extent.literal().isPresent() ? Tree.number(extent.toString()) : Tree.name(extent.toString()))
                .toList();
    }
}
