package iris;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;

/** Checks the gradient, trains the network in four ways, and draws what came of it. */
public final class Main {
    /** Another number, other weights at the beginning and another order of the flowers. */
    static final long SEED = 1;

    private Main() {}

    /**
     * Runs it all.
     *
     * @param arguments the folder that takes the pictures
     */
    public static void main(String[] arguments) throws IOException {
        // pictures go into files: no screen is needed
        System.setProperty("java.awt.headless", "true");
        Path folder = Files.createDirectories(Path.of(arguments[0]));

        Flowers flowers = Flowers.fisher();
        Network start = Network.random(SEED);
        print(GradientCheck.at(start, flowers));

        List<Training> trainings = trainings(start, flowers);
        trainings.forEach(training -> print(training, flowers));

        save(List.of(LossCurves.of(trainings)), 1, folder.resolve("losses.png"));
        save(
                trainings.stream()
                        .map(training -> DecisionRegions.of(training, flowers))
                        .toList(),
                2,
                folder.resolve("regions.png"));
    }

    /** Trains a network in four ways, each from the same start. */
    static List<Training> trainings(Network start, Flowers flowers) {
        return List.of(
                new GradientDescent("online", 1, 500).train(start, flowers, SEED),
                new GradientDescent("mini-batch", 15, 2000).train(start, flowers, SEED),
                new GradientDescent("batch", flowers.count(), 5000).train(start, flowers, SEED),
                new ConjugateGradient(200).train(start, flowers));
    }

    private static void print(GradientCheck check) {
        System.out.printf(
                Locale.ROOT,
                "gradient of %d weights: forward and reverse mode differ by %.1e, reverse mode and differences by %.1e%n",
                check.reverse().length,
                check.betweenModes(),
                check.toDifferences());
    }

    private static void print(Training training, Flowers flowers) {
        System.out.println(training.name());
        double[] losses = training.losses();
        for (int epoch = 1; epoch < losses.length; epoch *= 4) {
            System.out.printf(Locale.ROOT, "  %5d  loss %.4f%n", epoch, losses[epoch]);
        }
        System.out.printf(
                Locale.ROOT,
                "  %5d  loss %.4f, %d of %d flowers right%n",
                losses.length - 1,
                training.loss(),
                training.network().right(flowers),
                flowers.count());
    }

    private static void save(List<XYChart> charts, int columns, Path file) throws IOException {
        BitmapEncoder.saveBitmap(charts, charts.size() / columns, columns, file.toString(), BitmapFormat.PNG);
        System.out.println("picture " + file);
    }
}
