package dev.adjc.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hipparchus.analysis.differentiation.Gradient;

/**
 * A straight-line program of many statements, one operation each, drawn from a fixed seed: as {@code .ad} text, and as
 * Java on Hipparchus' numbers.
 *
 * <p>At {@link #point} values stay between 0.1 and 4 in size, and change moderately with the inputs: otherwise rounding alone
 * would decide what comes out of so many operations. No value is unused.
 */
final class RandomProgram {
    static final int INPUTS = 20;
    private static final int STATEMENTS_IN_A_METHOD = 100;
    private static final int REACH = 60;
    private static final int OPEN_ENDS = 40;

    /** {@code target = operation(a, b)}; a function of one argument takes {@code a}. */
    private record Statement(Operation operation, int a, int b) {}

    /** How often an operation is drawn, and how it is written in both languages. */
    private enum Operation {
        ADD(6, "%s + %s", "%s.add(%s)"),
        SUBTRACT(5, "%s - %s", "%s.subtract(%s)"),
        MULTIPLY(10, "%s * %s", "%s.multiply(%s)"),
        DIVIDE(3, "%s / %s", "%s.divide(%s)"),
        SIN(1, "sin(%s)", "%s.sin()"),
        COS(1, "cos(%s)", "%s.cos()"),
        EXP(1, "exp(%s)", "%s.exp()"),
        LOG(1, "log(%s)", "%s.log()"),
        SQRT(1, "sqrt(%s)", "%s.sqrt()"),
        TANH(1, "tanh(%s)", "%s.tanh()");

        private final int weight;
        private final String ad;
        private final String hipparchus;

        Operation(int weight, String ad, String hipparchus) {
            this.weight = weight;
            this.ad = ad;
            this.hipparchus = hipparchus;
        }

        Gradient apply(Gradient a, Gradient b) {
            return switch (this) {
                case ADD -> a.add(b);
                case SUBTRACT -> a.subtract(b);
                case MULTIPLY -> a.multiply(b);
                case DIVIDE -> a.divide(b);
                case SIN -> a.sin();
                case COS -> a.cos();
                case EXP -> a.exp();
                case LOG -> a.log();
                case SQRT -> a.sqrt();
                case TANH -> a.tanh();
            };
        }

        boolean takesTwo() {
            return compareTo(DIVIDE) <= 0;
        }
    }

    private static final List<Operation> DRAWN = Arrays.stream(Operation.values())
            .flatMap(operation -> Collections.nCopies(operation.weight, operation).stream())
            .toList();

    private final List<Statement> statements = new ArrayList<>();
    private final List<Integer> unused = new ArrayList<>();

    RandomProgram(int size) {
        Random random = new Random(20_260_101);
        Gradient[] values = new Gradient[INPUTS + size];
        for (int i = 0; i < INPUTS; i++) {
            values[i] = Gradient.variable(INPUTS, i, point()[i]);
            unused.add(i);
        }
        for (int next = INPUTS; next < values.length; ) {
            Operation operation = DRAWN.get(random.nextInt(DRAWN.size()));
            boolean crowded = unused.size() > OPEN_ENDS;
            int a = crowded ? unused.get(0) : next - 1 - random.nextInt(Math.min(REACH, next));
            int b = next - 1 - random.nextInt(Math.min(REACH, next));
            values[next] = operation.apply(values[a], values[b]);
            if (isModerate(values[next])) {
                statements.add(new Statement(operation, a, b));
                unused.remove((Integer) a);
                if (operation.takesTwo()) {
                    unused.remove((Integer) b);
                }
                unused.add(next);
                next++;
            }
        }
    }

    private static boolean isModerate(Gradient value) {
        double size = Math.abs(value.getValue());
        return size >= 0.1 && size <= 4 && Arrays.stream(value.getGradient()).allMatch(slope -> Math.abs(slope) <= 50);
    }

    /** Where the program is known to have moderate values. */
    static double[] point() {
        return IntStream.range(0, INPUTS)
                .mapToDouble(i -> 0.5 + i / (INPUTS - 1.0))
                .toArray();
    }

    String ad() {
        StringBuilder text = new StringBuilder("package bench;\n\nfunction straight_line(")
                .append(IntStream.range(0, INPUTS).mapToObj(i -> "v" + i).collect(Collectors.joining(", ")))
                .append(") -> y {\n");
        for (int i = 0; i < statements.size(); i++) {
            Statement statement = statements.get(i);
            text.append(String.format(
                    Locale.ROOT,
                    "  v%d = " + statement.operation.ad + ";\n",
                    INPUTS + i,
                    "v" + statement.a,
                    "v" + statement.b));
        }
        return text.append("  y = ")
                .append(unused.stream().map(value -> "v" + value).collect(Collectors.joining(" + ")))
                .append(";\n}\n")
                .toString();
    }

    /** A class {@code StraightLine} with a method that computes all values in an array which holds the inputs. */
    String hipparchus() {
        StringBuilder parts = new StringBuilder();
        StringBuilder calls = new StringBuilder();
        for (int from = 0; from < statements.size(); from += STATEMENTS_IN_A_METHOD) {
            calls.append("        part").append(from).append("(v);\n");
            parts.append("    private static void part").append(from).append("(Gradient[] v) {\n");
            for (int i = from; i < Math.min(from + STATEMENTS_IN_A_METHOD, statements.size()); i++) {
                Statement statement = statements.get(i);
                parts.append(String.format(
                        Locale.ROOT,
                        "        v[%d] = " + statement.operation.hipparchus + ";\n",
                        INPUTS + i,
                        "v[" + statement.a + "]",
                        "v[" + statement.b + "]"));
            }
            parts.append("    }\n\n");
        }
        return """
                package dev.adjc.bench;

                import org.hipparchus.analysis.differentiation.Gradient;

                public final class StraightLine implements java.util.function.Function<Gradient[], Gradient> {
                    public Gradient apply(Gradient[] inputs) {
                        Gradient[] v = java.util.Arrays.copyOf(inputs, %d);
                %s        return %s;
                    }

                %s}
                """.formatted(
                        INPUTS + statements.size(),
                        calls,
                        unused.stream()
                                .skip(1)
                                .map(value -> ".add(v[" + value + "])")
                                .collect(Collectors.joining("", "v[" + unused.get(0) + "]", "")),
                        parts);
    }
}
