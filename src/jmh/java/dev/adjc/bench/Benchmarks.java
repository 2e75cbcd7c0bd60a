package dev.adjc.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Random;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/**
 * Runs the benchmarks: with a pattern and options of JMH those that are wanted; without any, all of them, and the table of
 * medians in the README is written anew.
 */
public final class Benchmarks {
    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        for (Functions function : Functions.values()) {
            checkAgreement(function);
        }
        Collection<RunResult> results = new Runner(new CommandLineOptions(arguments)).run();
        String table = Table.of(results);
        System.out.println("\n" + table);
        if (arguments.length == 0) {
            Table.writeInto(Path.of("README.md"), table);
        }
    }

    /** What is compared must compute the same: up to rounding, which 5,000 statements may amplify. */
    private static void checkAgreement(Functions function) throws IOException {
        double[] point = function.point(new Random(1));
        double[] expected = new double[point.length];
        function.evaluator(Way.HIPPARCHUS).gradient(point, expected);
        for (Way way : function.ways()) {
            double[] gradient = new double[point.length];
            function.evaluator(way).gradient(point, gradient);
            for (int i = 0; i < point.length; i++) {
                if (!(Math.abs(gradient[i] - expected[i]) <= 1e-8 * Math.abs(expected[i]))) {
                    throw new IllegalStateException(
                            function + " " + way + ": " + gradient[i] + " is not " + expected[i]);
                }
            }
        }
    }
}
