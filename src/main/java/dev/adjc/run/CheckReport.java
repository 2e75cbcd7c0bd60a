package dev.adjc.run;

import dev.adjc.ir.Arguments;
import java.util.ArrayList;
import java.util.List;

/**
 * How a function's derivatives at a point compare.
 *
 * @param entries one for each of the outputs' and inputs' elements that are compared
 * @param products one for each of the classes' other methods
 * @param inputs the active ones' elements
 * @param differences how many of the inputs differences were taken along
 */
public record CheckReport(
        Arguments point,
        List<Entry> entries,
        List<Agreement> products,
        Extent inputs,
        Extent outputs,
        int differences) {

    public CheckReport {
        entries = List.copyOf(entries);
        products = List.copyOf(products);
    }

    /** How many of the elements are compared. */
    public record Extent(int compared, int all) {}

    /** The derivative of an output by an input. */
    public record Entry(String output, String input, Agreement modes, Slope slope, Verdict verdict) {}

    /**
     * Two numbers that should be one.
     *
     * @param what what they are, in words
     */
    public record Agreement(String what, double one, double other, boolean holds) {
        /** How many decimal digits they have in common, 17 if they are the same. */
        public double digits() {
            return CheckReport.digits(one, other);
        }
    }

    /** What differences say of a derivative. */
    public enum Verdict {
        RIGHT,
        WRONG,
        /** The point is not smooth, or differences were not taken here. */
        OPEN
    }

    /** How many decimal digits two numbers have in common, 17 if they are the same. */
    public static double digits(double one, double other) {
        if (one == other || Double.isNaN(one) && Double.isNaN(other)) {
            return 17;
        }
        double distance = Math.abs(one - other) / Math.max(Math.abs(one), Math.abs(other));
        return Double.isNaN(distance) ? 0 : Math.min(17, Math.max(0, -Math.log10(distance)));
    }

    /** Each thing that is wrong, in a sentence. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (Entry entry : entries) {
            String derivative = "the derivative of `" + entry.output + "` by `" + entry.input + "`";
            if (!entry.modes.holds) {
                faults.add(derivative + " is " + entry.modes.one + " in forward mode and " + entry.modes.other
                        + " in reverse mode");
            } else if (entry.verdict == Verdict.WRONG) {
                faults.add(derivative + " is " + entry.modes.other + ", and differences give "
                        + entry.slope.central().value());
            }
        }
        for (Agreement product : products) {
            if (!product.holds) {
                faults.add(product.what + " is " + product.one + " and " + product.other);
            }
        }
        return faults;
    }
}
