package dev.adjc.random;

import dev.adjc.check.Sources;
import dev.adjc.compile.Compilation;
import dev.adjc.compile.Compiler;
import dev.adjc.compile.Options;
import dev.adjc.ir.Interpreter;
import dev.adjc.ir.Program;
import dev.adjc.syntax.Decoded;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * The library's scalar functions.
 *
 * @param intervals where each argument lies
 * @param constant for each argument, whether it is held fixed
 */
record StandardFunction(String file, String name, List<double[]> intervals, List<Boolean> constant, Program program) {

    static final List<String> FILES = List.of("std.nn", "std.prob");

    private static final double[] ANY = {-3, 3};
    private static final double[] POSITIVE = {0.2, 4};
    private static final double[] SHARE = {0.1, 0.9};
    private static final double[] COUNT = {1, 5};

    static final List<StandardFunction> ALL = all();

    private static List<StandardFunction> all() {
        Compilation nn = compilation("std.nn");
        Compilation prob = compilation("std.prob");
        return List.of(
                of(nn, "leaky_relu", ANY, ANY),
                of(nn, "prelu", ANY, ANY),
                of(nn, "elu", ANY, ANY),
                of(nn, "selu", ANY),
                of(nn, "gelu", ANY),
                of(nn, "gelu_tanh", ANY),
                of(nn, "softsign", ANY),
                of(nn, "swish", ANY, ANY),
                of(nn, "silu", ANY),
                of(nn, "mish", ANY),
                of(nn, "sinc", ANY),
                of(nn, "hardtanh", ANY),
                of(nn, "sigmoid_slope", ANY, ANY),
                of(nn, "tanh_slope", ANY, ANY),
                of(nn, "binary_cross_entropy", ANY, SHARE),
                of(prob, "normal_lpdf", ANY, ANY, POSITIVE),
                of(prob, "lognormal_lpdf", POSITIVE, ANY, POSITIVE),
                of(prob, "student_t_lpdf", ANY, POSITIVE, ANY, POSITIVE),
                of(prob, "gamma_lpdf", POSITIVE, POSITIVE, POSITIVE),
                of(prob, "beta_lpdf", SHARE, POSITIVE, POSITIVE),
                of(prob, "poisson_lpmf", COUNT, POSITIVE),
                of(prob, "bernoulli_logit_lpmf", SHARE, ANY),
                of(prob, "binomial_lpmf", COUNT, new double[] {6, 9}, SHARE));
    }

    private static StandardFunction of(Compilation file, String name, double[]... intervals) {
        Program program = file.function(name).orElseThrow().lowered();
        List<Boolean> constant = program.parameters().stream()
                .map(parameter -> !parameter.isActive())
                .toList();
        String path = file.function("normal_lpdf").isPresent() ? "std.prob" : "std.nn";
        return new StandardFunction(path, name, List.of(intervals), constant, program);
    }

    private static Compilation compilation(String path) {
        String resource = "/adjc/" + path.replace('.', '/') + ".ad";
        try (InputStream in = StandardFunction.class.getResourceAsStream(resource)) {
            Decoded file = Decoded.of(path, in.readAllBytes());
            return Compiler.compile(file, Sources.none(), Options.DEFAULT);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    double evaluate(double... arguments) {
        return Interpreter.run(program, arguments).outputs(program)[0];
    }
}
