package dev.adjc.view;

import dev.adjc.ir.Arguments;
import dev.adjc.ir.Parameter;
import dev.adjc.ir.Program;
import dev.adjc.run.CheckReport;
import dev.adjc.run.Coordinates;
import dev.adjc.run.Slope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** How the derivatives at a point compare, as a table. */
public final class CheckView {
    /** Of so many entries all are shown; of more, those that agree least. */
    private static final int SHOWN = 40;

    private CheckView() {}

    /** The point, a row for each derivative, and a row for each further product. */
    public static String of(CheckReport report, Program function) {
        StringBuilder text = new StringBuilder("at " + point(report.point(), function) + "\n");
        List<CheckReport.Entry> shown = shown(report.entries());
        Table table = new Table().row("", "forward", "reverse", "digits", "differences", "+-", "digits", "");
        shown.forEach(entry -> table.row(row(entry)));
        text.append(table.print("  "));
        if (shown.size() < report.entries().size()) {
            int more = report.entries().size() - shown.size();
            text.append("  and ").append(more).append(" more, which agree better\n");
        }
        compared(report.inputs(), "inputs", text);
        compared(report.outputs(), "outputs", text);
        if (report.differences() < report.inputs().compared()) {
            text.append("  differences along ")
                    .append(report.differences())
                    .append(" of ")
                    .append(report.inputs().compared())
                    .append(" inputs\n");
        }
        double least = report.products().stream()
                .mapToDouble(CheckReport.Agreement::digits)
                .min()
                .orElse(17);
        return text.append("  duality, and the other methods of both classes, hold to ")
                .append(digits(least))
                .append(" digits\n")
                .toString();
    }

    private static void compared(CheckReport.Extent extent, String what, StringBuilder text) {
        if (extent.compared() < extent.all()) {
            text.append("  compared for ")
                    .append(extent.compared())
                    .append(" of ")
                    .append(extent.all())
                    .append(' ')
                    .append(what)
                    .append('\n');
        }
    }

    /** The sizes, if there are any, and the elements; of long arrays the first and last. */
    private static String point(Arguments point, Program function) {
        if (point.numbers().isEmpty()) {
            return "the only point there is";
        }
        Coordinates parameters = Coordinates.ofParameters(function, point);
        List<String> parts = new ArrayList<>();
        Coordinates.sizes(function)
                .forEach(size -> parts.add(size + " = " + point.sizes().get(size)));
        for (int i = 0; i < point.numbers().size(); i++) {
            Coordinates.Array array = parameters.arrays().get(i);
            boolean integer = function.parameters().get(i).kind() == Parameter.Kind.INTEGER;
            parts.add(array.name() + " = "
                    + Shortened.of(
                            array,
                            point.numbers().get(i),
                            integer ? number -> Long.toString((long) number) : Double::toString));
        }
        return String.join(", ", parts);
    }

    private static List<CheckReport.Entry> shown(List<CheckReport.Entry> all) {
        if (all.size() <= SHOWN) {
            return all;
        }
        List<CheckReport.Entry> sorted = new ArrayList<>(all);
        sorted.sort(
                Comparator.comparing((CheckReport.Entry entry) -> entry.modes().holds())
                        .thenComparing(entry -> entry.verdict() != CheckReport.Verdict.WRONG)
                        .thenComparing(CheckView::digits));
        return sorted.subList(0, SHOWN);
    }

    private static double digits(CheckReport.Entry entry) {
        double differences = entry.verdict() == CheckReport.Verdict.OPEN
                ? 17
                : CheckReport.digits(
                        entry.modes().other(), entry.slope().central().value());
        return Math.min(entry.modes().digits(), differences);
    }

    private static List<String> row(CheckReport.Entry entry) {
        List<String> cells = new ArrayList<>();
        cells.add("d " + entry.output() + " / d " + entry.input());
        cells.add(Figures.of(entry.modes().one()));
        cells.add(Figures.of(entry.modes().other()));
        cells.add(digits(entry.modes().digits()));
        Slope slope = entry.slope();
        if (slope.kind() == Slope.Kind.SMOOTH) {
            cells.add(Figures.of(slope.central().value()));
            cells.add(String.format(Locale.ROOT, "%.0e", slope.central().error()));
            cells.add(digits(
                    CheckReport.digits(entry.modes().other(), slope.central().value())));
        } else {
            cells.add(sides(slope));
            cells.add("");
            cells.add("");
        }
        cells.add(remark(entry));
        return cells;
    }

    private static String sides(Slope slope) {
        return slope.kind() == Slope.Kind.UNKNOWN
                ? "none"
                : "left " + side(slope.left()) + ", right " + side(slope.right());
    }

    private static String side(Slope.Estimate estimate) {
        return Double.isNaN(estimate.value()) ? "none" : Figures.of(estimate.value());
    }

    private static String remark(CheckReport.Entry entry) {
        if (!entry.modes().holds() || entry.verdict() == CheckReport.Verdict.WRONG) {
            return "WRONG";
        }
        return switch (entry.slope().kind()) {
            case KINK, JUMP, STEEP, EDGE -> entry.slope().kind().words() + ": the conventions hold";
            default -> "";
        };
    }

    /** One place after the point says enough; sixteen digits are all that a double has. */
    private static String digits(double number) {
        return number >= 16 ? "all" : String.format(Locale.ROOT, "%.1f", number);
    }
}
