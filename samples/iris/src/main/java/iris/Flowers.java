package iris;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Flowers with what is known of them, as the network wants it: flat, a flower in each row.
 *
 * @param X petal length and width in cm, and a one for the bias: 3 columns
 * @param Y the species, as a one among zeros: 3 columns
 */
public record Flowers(double[] X, double[] Y) {
    /** The species, by number. */
    public static final List<String> SPECIES = List.of("setosa", "versicolor", "virginica");

    /** How many columns {@link #X} has. */
    public static final int FEATURES = 3;

    /** How many columns {@link #Y} has. */
    public static final int CLASSES = SPECIES.size();

    /** The flowers of Fisher's table. */
    public static Flowers fisher() {
        var stream = Objects.requireNonNull(Flowers.class.getResourceAsStream("iris.csv"), "iris.csv");
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return parse(
                    lines.lines().filter(line -> !line.startsWith("#")).skip(1).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Flowers parse(List<String> lines) {
        double[] X = new double[lines.size() * FEATURES];
        double[] Y = new double[lines.size() * CLASSES];
        for (int n = 0; n < lines.size(); n++) {
            String[] columns = lines.get(n).split(",");
            X[n * FEATURES] = Double.parseDouble(columns[2]);
            X[n * FEATURES + 1] = Double.parseDouble(columns[3]);
            X[n * FEATURES + 2] = 1;
            Y[n * CLASSES + SPECIES.indexOf(columns[4])] = 1;
        }
        return new Flowers(X, Y);
    }

    /** How many there are. */
    public int count() {
        return X.length / FEATURES;
    }

    /** The length of a petal in cm. */
    public double petalLength(int flower) {
        return X[flower * FEATURES];
    }

    /** The width of a petal in cm. */
    public double petalWidth(int flower) {
        return X[flower * FEATURES + 1];
    }

    /** The number of the species. */
    public int species(int flower) {
        int species = 0;
        while (Y[flower * CLASSES + species] == 0) {
            species++;
        }
        return species;
    }

    /** Those of the given numbers, in this order. */
    public Flowers select(List<Integer> flowers) {
        double[] someX = new double[flowers.size() * FEATURES];
        double[] someY = new double[flowers.size() * CLASSES];
        for (int n = 0; n < flowers.size(); n++) {
            System.arraycopy(X, flowers.get(n) * FEATURES, someX, n * FEATURES, FEATURES);
            System.arraycopy(Y, flowers.get(n) * CLASSES, someY, n * CLASSES, CLASSES);
        }
        return new Flowers(someX, someY);
    }
}
