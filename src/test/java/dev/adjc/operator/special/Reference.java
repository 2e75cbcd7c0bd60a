package dev.adjc.operator.special;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A line of {@code src/test/resources/adjc/references/special}, written by {@code src/test/references/special.py}.
 *
 * @param value to 50 digits
 * @param condition by how many units in its last place the value moves when each argument does so by one
 */
record Reference(List<Double> arguments, BigDecimal value, double condition) {
    static final Path FOLDER = Path.of("src/test/resources/adjc/references/special");

    /** The names of all methods that have references. */
    static List<String> names() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString().replace(".tsv", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Reference> of(String name) {
        try {
            return Files.readAllLines(FOLDER.resolve(name + ".tsv")).stream()
                    .map(Reference::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reference parse(String line) {
        List<String> columns = List.of(line.split("\t"));
        int arity = columns.size() - 2;
        return new Reference(
                columns.subList(0, arity).stream().map(Double::valueOf).toList(),
                new BigDecimal(columns.get(arity)),
                Double.parseDouble(columns.get(arity + 1)));
    }

    double[] point() {
        return arguments.stream().mapToDouble(x -> x).toArray();
    }

    /** How far off the result is, in units of the value's last place as a double; subnormals have the smallest's. */
    double error(double result) {
        if (Double.isNaN(result) || Double.isInfinite(result)) {
            return Double.POSITIVE_INFINITY;
        }
        double nearest = Math.min(Math.abs(value.doubleValue()), Double.MAX_VALUE);
        double below = new BigDecimal(nearest).compareTo(value.abs()) > 0 ? Math.nextDown(nearest) : nearest;
        return new BigDecimal(result)
                .subtract(value)
                .abs()
                .divide(new BigDecimal(Math.ulp(below)), MathContext.DECIMAL64)
                .doubleValue();
    }

    @Override
    public String toString() {
        return Arrays.toString(point()) + ": " + value.doubleValue();
    }
}
