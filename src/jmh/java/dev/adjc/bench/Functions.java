package dev.adjc.bench;

import dev.adjc.compile.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.hipparchus.analysis.differentiation.Gradient;

/** The functions that are measured, each computed in every way. */
enum Functions {
    SHARED_TERMS("SharedTerms", "e^(xz) + xz/ln x + sin(ln x)/(xz)") {
        @Override
        Evaluator evaluator(Way way) throws IOException {
            Path file = Path.of("samples/lectures/shared_terms.ad");
            return switch (way) {
                case BY_HAND -> new ByHand.SharedTerms();
                case HIPPARCHUS -> new Hipparchus(new ByHand.SharedTerms(), Hipparchus::sharedTerms);
                case FORWARD -> Generated.evaluator(file, Mode.FORWARD);
                case REVERSE -> Generated.evaluator(file, Mode.REVERSE);
            };
        }

        @Override
        double[] point(Random random) {
            return new double[] {random.nextDouble(1.5, 3), random.nextDouble(1, 4)};
        }
    },

    ROSENBROCK("Rosenbrock", "Rosenbrock's function of 20 variables") {
        @Override
        Evaluator evaluator(Way way) throws IOException {
            Path file = Path.of("samples/engineering/rosenbrock20.ad");
            return switch (way) {
                case BY_HAND -> new ByHand.Rosenbrock();
                case HIPPARCHUS -> new Hipparchus(new ByHand.Rosenbrock(), Hipparchus::rosenbrock);
                case FORWARD -> Generated.evaluator(file, Mode.FORWARD);
                case REVERSE -> Generated.evaluator(file, Mode.REVERSE);
            };
        }

        @Override
        double[] point(Random random) {
            return random.doubles(20, -1, 1.5).toArray();
        }
    },

    STRAIGHT_LINE("StraightLine", "a program of 5,000 statements, 20 variables") {
        @Override
        @SuppressWarnings("unchecked")
        Evaluator evaluator(Way way) throws IOException {
            RandomProgram program = new RandomProgram(5_000);
            Path file = Files.createTempDirectory("adjc-bench").resolve("straight_line.ad");
            Files.writeString(file, program.ad());
            return switch (way) {
                case BY_HAND -> throw new IllegalArgumentException("by hand: " + this);
                case HIPPARCHUS ->
                    new Hipparchus(Generated.evaluator(file, Mode.FORWARD), (Function<Gradient[], Gradient>)
                            Generated.load("StraightLine", program.hipparchus(), List.of(), Function.class));
                case FORWARD -> Generated.evaluator(file, Mode.FORWARD);
                case REVERSE -> Generated.evaluator(file, Mode.REVERSE);
            };
        }

        @Override
        double[] point(Random random) {
            return RandomProgram.point();
        }
    };

    private final String benchmark;
    private final String title;

    Functions(String benchmark, String title) {
        this.benchmark = benchmark;
        this.title = title;
    }

    String title() {
        return title;
    }

    /** The stem of the benchmark's class. */
    String benchmark() {
        return benchmark;
    }

    /** Nobody writes a gradient of 5,000 statements by hand. */
    boolean isComputed(Way way) {
        return this != STRAIGHT_LINE || way != Way.BY_HAND;
    }

    abstract Evaluator evaluator(Way way) throws IOException;

    /** Somewhere in the function's domain. */
    abstract double[] point(Random random);

    Batch batch(Way way, int size) throws IOException {
        Random random = new Random(1);
        double[][] points = new double[size][];
        for (int i = 0; i < size; i++) {
            points[i] = point(random);
        }
        return new Batch(evaluator(way), points);
    }
}
