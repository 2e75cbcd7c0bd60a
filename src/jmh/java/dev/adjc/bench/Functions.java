package dev.adjc.bench;

import dev.adjc.compile.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.hipparchus.analysis.differentiation.Gradient;

/** The functions that are measured, each computed in every way. */
enum Functions {
    SHARED_TERMS("e^(xz) + xz/ln x + sin(ln x)/(xz)", 256, EnumSet.complementOf(EnumSet.of(Way.LOOP_BY_HAND))) {
        @Override
        Evaluator evaluator(Way way) throws IOException {
            Path file = Path.of("samples/lectures/shared_terms.ad");
            return switch (way) {
                default -> new ByHand.SharedTerms();
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

    ROSENBROCK("Rosenbrock's function of 20 variables", 256, EnumSet.allOf(Way.class)) {
        @Override
        Evaluator evaluator(Way way) throws IOException {
            Path file = Path.of("samples/engineering/rosenbrock20.ad");
            return switch (way) {
                case BY_HAND -> new RosenbrockByHand();
                case LOOP_BY_HAND -> new ByHand.RosenbrockLoop();
                case HIPPARCHUS -> new Hipparchus(new ByHand.RosenbrockLoop(), Hipparchus::rosenbrock);
                case FORWARD -> Generated.evaluator(file, Mode.FORWARD);
                case REVERSE -> Generated.evaluator(file, Mode.REVERSE);
            };
        }

        @Override
        double[] point(Random random) {
            return random.doubles(20, -1, 1.5).toArray();
        }
    },

    STRAIGHT_LINE("5,000 random statements, 20 variables", 4, EnumSet.of(Way.REVERSE, Way.FORWARD, Way.HIPPARCHUS)) {
        @Override
        @SuppressWarnings("unchecked")
        Evaluator evaluator(Way way) throws IOException {
            RandomProgram program = new RandomProgram(5_000);
            Path file = Generated.scratch().resolve("straight_line.ad");
            Files.writeString(file, program.ad());
            return switch (way) {
                default -> throw new IllegalArgumentException("by hand: " + this);
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

    private final String title;
    private final int calls;
    private final Set<Way> ways;

    Functions(String title, int calls, Set<Way> ways) {
        this.title = title;
        this.calls = calls;
        this.ways = ways;
    }

    String title() {
        return title;
    }

    /** How many calls are measured together. */
    int calls() {
        return calls;
    }

    /** In which ways the function is computed, in the order of the table. */
    Set<Way> ways() {
        return ways;
    }

    abstract Evaluator evaluator(Way way) throws IOException;

    /** Somewhere in the function's domain. */
    abstract double[] point(Random random);

    /** A batch of calls at different points. */
    Batch batch(Way way) throws IOException {
        Random random = new Random(1);
        double[][] points = new double[calls][];
        for (int i = 0; i < calls; i++) {
            points[i] = point(random);
        }
        return new Batch(evaluator(way), points);
    }
}
