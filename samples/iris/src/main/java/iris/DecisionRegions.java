package iris;

import java.awt.Color;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A picture of the plane of petals: which species a network finds where, and the flowers themselves. */
final class DecisionRegions {
    /** A dark and a light colour for each species: for its flowers, and for its region. */
    private static final List<Color> DARK = List.of(new Color(0x1f77b4), new Color(0xd95f02), new Color(0x2c8a4b));

    private static final List<Color> LIGHT = List.of(new Color(0xd3e4f3), new Color(0xfbe3cd), new Color(0xd3ecd9));

    private static final double LENGTHS = 8;
    private static final double WIDTHS = 3;
    private static final int STEPS = 120;

    /** In pixels: enough for the points of the grid to touch. */
    private static final int MARKER = 6;

    private DecisionRegions() {}

    /** Draws the regions of a network that has been trained. */
    static XYChart of(Training training, Flowers flowers) {
        XYChart chart = new XYChartBuilder()
                .width(700)
                .height(525)
                .title(training.name() + ": " + training.network().right(flowers) + " of " + flowers.count())
                .xAxisTitle("petal length, cm")
                .yAxisTitle("petal width, cm")
                .build();
        chart.getStyler()
                .setDefaultSeriesRenderStyle(XYSeriesRenderStyle.Scatter)
                .setXAxisMin(0.0)
                .setXAxisMax(LENGTHS)
                .setYAxisMin(0.0)
                .setYAxisMax(WIDTHS)
                .setMarkerSize(MARKER)
                .setChartBackgroundColor(Color.WHITE)
                .setLegendPosition(LegendPosition.InsideNW);
        double[] grid = grid();
        int[] found = training.network().classify(grid);
        for (int c = 0; c < Flowers.CLASSES; c++) {
            int species = c;
            int[] points = IntStream.range(0, found.length)
                    .filter(n -> found[n] == species)
                    .toArray();
            add(chart, "region of " + Flowers.SPECIES.get(c), grid, points, LIGHT.get(c), SeriesMarkers.SQUARE)
                    .setShowInLegend(false);
        }
        for (int c = 0; c < Flowers.CLASSES; c++) {
            int species = c;
            int[] points = IntStream.range(0, flowers.count())
                    .filter(n -> flowers.species(n) == species)
                    .toArray();
            add(chart, Flowers.SPECIES.get(c), flowers.X(), points, DARK.get(c), SeriesMarkers.CIRCLE);
        }
        return chart;
    }

    /** Petals all over the plane, as rows of features. */
    private static double[] grid() {
        double[] X = new double[STEPS * STEPS * Flowers.FEATURES];
        for (int n = 0; n < STEPS * STEPS; n++) {
            X[n * Flowers.FEATURES] = LENGTHS * (n % STEPS + 0.5) / STEPS;
            X[n * Flowers.FEATURES + 1] = WIDTHS * (n / STEPS + 0.5) / STEPS;
            X[n * Flowers.FEATURES + 2] = 1;
        }
        return X;
    }

    private static XYSeries add(XYChart chart, String name, double[] X, int[] rows, Color color, Marker marker) {
        double[] lengths = new double[rows.length];
        double[] widths = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            lengths[i] = X[rows[i] * Flowers.FEATURES];
            widths[i] = X[rows[i] * Flowers.FEATURES + 1];
        }
        XYSeries series = chart.addSeries(name, lengths, widths);
        series.setMarker(marker);
        series.setMarkerColor(color);
        return series;
    }
}
