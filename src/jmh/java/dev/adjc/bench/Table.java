package dev.adjc.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;

/** Medians and ratios as Markdown. */
final class Table {
    private static final Pattern PART = Pattern.compile("(<!-- measured -->\n).*?(<!-- end -->)", Pattern.DOTALL);

    private final Map<String, Double> medians = new HashMap<>();

    private Table(Collection<RunResult> results) {
        for (RunResult result : results) {
            BenchmarkParams parameters = result.getParams();
            String benchmark = parameters.getBenchmark().replaceFirst(".*\\.(\\w+)Benchmark\\.", "$1.");
            medians.put(
                    benchmark + "." + parameters.getParam("way"),
                    result.getPrimaryResult().getStatistics().getPercentile(50));
        }
    }

    static String of(Collection<RunResult> results) {
        Table table = new Table(results);
        StringBuilder text = new StringBuilder("""
                | nanoseconds (median) | value, by hand | value, adjc | gradient, by hand | adjc, reverse | adjc, forward | Hipparchus | reverse ÷ by hand | Hipparchus ÷ reverse |
                |---|--:|--:|--:|--:|--:|--:|--:|--:|
                """);
        for (Functions function : Functions.values()) {
            text.append(table.row(function)).append('\n');
        }
        return text.append('\n').append(machine()).append('\n').toString();
    }

    static void writeInto(Path page, String table) throws IOException {
        String text = Files.readString(page);
        Files.writeString(
                page,
                PART.matcher(text)
                        .replaceFirst(Matcher.quoteReplacement("<!-- measured -->\n" + table + "<!-- end -->")));
    }

    private String row(Functions function) {
        double byHand = median(function, "gradient", Way.BY_HAND);
        double reverse = median(function, "gradient", Way.REVERSE);
        double hipparchus = median(function, "gradient", Way.HIPPARCHUS);
        return "| "
                + String.join(
                        " | ",
                        function.title(),
                        time(median(function, "value", Way.BY_HAND)),
                        time(median(function, "value", Way.REVERSE)),
                        time(byHand),
                        time(reverse),
                        time(median(function, "gradient", Way.FORWARD)),
                        time(hipparchus),
                        ratio(reverse / byHand, "%.2f"),
                        ratio(hipparchus / reverse, "%.0f"))
                + " |";
    }

    private double median(Functions function, String method, Way way) {
        return medians.getOrDefault(function.benchmark() + "." + method + "." + way, Double.NaN);
    }

    private static String time(double nanoseconds) {
        return ratio(nanoseconds, nanoseconds < 100 ? "%.1f" : "%,.0f");
    }

    private static String ratio(double number, String format) {
        return Double.isNaN(number) ? "–" : String.format(Locale.ROOT, format, number);
    }

    private static String machine() {
        return "Measured on " + LocalDate.now() + " with JDK "
                + Runtime.version().feature() + " on "
                + Runtime.getRuntime().availableProcessors() + " cores (" + System.getProperty("os.name") + ", "
                + System.getProperty("os.arch") + ").";
    }
}
