package iris;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A picture of how the losses of several trainings fall. */
final class LossCurves {
    private LossCurves() {}

    /** Draws a curve for each training; both axes are logarithmic. */
    static XYChart of(List<Training> trainings) {
        XYChart chart = new XYChartBuilder()
                .width(900)
                .height(600)
                .title("Loss on all flowers")
                .xAxisTitle("epochs, or iterations")
                .yAxisTitle("negative log-likelihood")
                .build();
        chart.getStyler()
                .setXAxisLogarithmic(true)
                .setYAxisLogarithmic(true)
                .setChartBackgroundColor(Color.WHITE)
                .setLegendPosition(LegendPosition.InsideSW);
        for (Training training : trainings) {
            double[] losses = training.losses();
            // the more epochs, the fewer of them are drawn; the one at 0 has no place on a logarithmic axis
            int[] epochs = IntStream.iterate(1, epoch -> epoch < losses.length, epoch -> epoch + 1 + epoch / 20)
                    .toArray();
            double[] x = Arrays.stream(epochs).asDoubleStream().toArray();
            double[] y =
                    Arrays.stream(epochs).mapToDouble(epoch -> losses[epoch]).toArray();
            chart.addSeries(training.name(), x, y).setMarker(SeriesMarkers.NONE);
        }
        return chart;
    }
}
