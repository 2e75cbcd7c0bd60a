package dev.adjc.operator;

/**
 * Operations counted by class.
 *
 * @param adds additions, subtractions and negations
 * @param multiplies multiplications
 * @param divides divisions and square roots
 * @param fused fused multiply-adds
 * @param functions calls of transcendental and special functions
 * @param compares comparisons, with the choices that hang on them
 */
public record Cost(long adds, long multiplies, long divides, long fused, long functions, long compares) {

    public static final Cost NONE = new Cost(0, 0, 0, 0, 0, 0);
    public static final Cost ADD = new Cost(1, 0, 0, 0, 0, 0);
    public static final Cost MULTIPLY = new Cost(0, 1, 0, 0, 0, 0);
    public static final Cost DIVIDE = new Cost(0, 0, 1, 0, 0, 0);
    public static final Cost FUSED = new Cost(0, 0, 0, 1, 0, 0);
    public static final Cost FUNCTION = new Cost(0, 0, 0, 0, 1, 0);
    public static final Cost COMPARE = new Cost(0, 0, 0, 0, 0, 1);

    public Cost plus(Cost other) {
        return new Cost(
                adds + other.adds,
                multiplies + other.multiplies,
                divides + other.divides,
                fused + other.fused,
                functions + other.functions,
                compares + other.compares);
    }

    public Cost times(long factor) {
        return new Cost(
                factor * adds,
                factor * multiplies,
                factor * divides,
                factor * fused,
                factor * functions,
                factor * compares);
    }

    /** All operations together, each counted once. */
    public long total() {
        return adds + multiplies + divides + fused + functions + compares;
    }

    /** Such as {@code 3 adds, 1 multiply}; {@code nothing} where nothing is done. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        append(text, adds, "add", "adds");
        append(text, multiplies, "multiply", "multiplies");
        append(text, divides, "divide", "divides");
        append(text, fused, "fma", "fmas");
        append(text, functions, "function call", "function calls");
        append(text, compares, "compare", "compares");
        return text.length() == 0 ? "nothing" : text.toString();
    }

    private static void append(StringBuilder text, long count, String one, String many) {
        if (count > 0) {
            text.append(text.length() == 0 ? "" : ", ")
                    .append(count)
                    .append(' ')
                    .append(count == 1 ? one : many);
        }
    }
}
