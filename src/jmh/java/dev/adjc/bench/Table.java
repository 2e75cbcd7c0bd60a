package dev.adjc.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
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

    private static final Pattern MODEL = Pattern.compile("model name\\s*: (.+)");

    private final Map<String, Double> medians = new HashMap<>();

    private Table(Collection<RunResult> results) {
        for (RunResult result : results) {
            BenchmarkParams parameters = result.getParams();
            String name = parameters.getBenchmark().replaceFirst(".*\\.", "");
            String benchmark = parameters.getBenchmark().replaceFirst(".*\\.(\\w+)Benchmark\\..*", "$1");
            medians.put(
                    String.join(" ", benchmark, parameters.getParam("way"), name),
                    result.getPrimaryResult().getStatistics().getPercentile(50));
        }
    }

    static String of(Collection<RunResult> results) throws IOException {
        Table table = new Table(results);
        StringBuilder text = new StringBuilder("""
                | nanoseconds | value | gradient | × reverse |
                |---|--:|--:|--:|
                """);
        for (Functions function : Functions.values()) {
            text.append("| **").append(function.title()).append("** | | | |\n");
            function.ways().forEach(way -> text.append(table.row(function, way)));
        }
        return text.append('\n').append(machine()).append('\n').toString();
    }

    static void writeInto(Path page, String table) throws IOException {
        String text = Files.readString(page);
        String part = Matcher.quoteReplacement("<!-- measured -->\n" + table + "<!-- end -->");
        Files.writeString(page, PART.matcher(text).replaceFirst(part));
    }

    private String row(Functions function, Way way) {
        double gradient = median(function, way, "gradient");
        double ratio = gradient / median(function, Way.REVERSE, "gradient");
        String value = way == Way.HIPPARCHUS ? "" : time(median(function, way, "value"));
        return "| " + String.join(" | ", way.words(), value, time(gradient), number(ratio, "%.2f")) + " |\n";
    }

    /** Of one call; NaN if it was not measured. */
    private double median(Functions function, Way way, String method) {
        String benchmark = switch (function) {
            case SHARED_TERMS -> "SharedTerms";
            case ROSENBROCK -> "Rosenbrock";
            case STRAIGHT_LINE -> "StraightLine";
        };
        return medians.getOrDefault(String.join(" ", benchmark, way.name(), method), Double.NaN) / function.calls();
    }

    private static String time(double nanoseconds) {
        return number(nanoseconds, nanoseconds < 1000 ? "%.1f" : "%,.0f");
    }

    private static String number(double number, String format) {
        return Double.isNaN(number) ? "" : String.format(Locale.ROOT, format, number);
    }

    private static String machine() throws IOException {
        return "Medians, measured on " + LocalDate.now(ZoneOffset.UTC) + " with JDK "
                + Runtime.version().feature() + " on "
                + Runtime.getRuntime().availableProcessors() + " cores (" + processor() + ", "
                + System.getProperty("os.name") + ").";
    }

    /** What Linux says of the processor; elsewhere its architecture. */
    private static String processor() throws IOException {
        Path file = Path.of("/proc/cpuinfo");
        String architecture = System.getProperty("os.arch");
        if (!Files.exists(file)) {
            return architecture;
        }
        Matcher model = MODEL.matcher(Files.readString(file));
        return model.find() ? model.group(1) : architecture;
    }
}
