package dev.adjc.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjc.compile.Mode;
import dev.adjc.operator.Operator.Family;
import dev.adjc.operator.Operator.Point;
import dev.adjc.operator.Operator.Trait;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What each row claims, held against the row itself and against the classes generated from it. */
class OperatorTableTest {
    private static final long SEED = 20260117;
    private static final int POINTS = 200;

    /** Finite numbers at which formulas tend to break. */
    private static final double[] EDGES = {
        0.0,
        -0.0,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        0x1p-1030,
        -0x1p-1030,
        Double.MIN_NORMAL,
        1e-300,
        -1e-160,
        1e-160,
        1e-16,
        0.5,
        -0.5,
        Math.nextDown(1.0),
        1.0,
        -1.0,
        2.0,
        -2.0,
        3.0,
        40.0,
        -40.0,
        709.7,
        -709.7,
        745.2,
        -745.2,
        1e16,
        -1e16,
        1e154,
        1e160,
        -1e160,
        Double.MAX_VALUE,
        -Double.MAX_VALUE
    };

    private static final List<Operator> ROWS = rows();
    private static OperatorClasses classes;

    private static List<Operator> rows() {
        List<Operator> rows = new ArrayList<>(Operators.all());
        for (int arity = 3; arity <= 4; arity++) {
            rows.add(Choices.max(arity));
            rows.add(Choices.min(arity));
        }
        return rows;
    }

    @BeforeAll
    static void compile() {
        classes = new OperatorClasses(ROWS);
    }

    /** Gathers what each row does not keep to. */
    private static void eachRow(RowCheck check) {
        List<String> faults = new ArrayList<>();
        for (Operator row : ROWS) {
            check.of(row, fault -> faults.add(row + ": " + fault));
        }
        assertTrue(
                faults.isEmpty(),
                () -> faults.size() + " faults\n" + faults.stream().limit(60).collect(Collectors.joining("\n")));
    }

    private interface RowCheck {
        void of(Operator row, Consumer<String> fault);
    }

    // ---- completeness

    @Test
    void everyRowHasASourceAndAnIntervalForEachArgument() {
        eachRow((row, fault) -> {
            if (row.source().isBlank()) {
                fault.accept("no source");
            }
            if (isReal(row) && row.samples().size() != row.arity()) {
                fault.accept(row.samples().size() + " intervals for " + row.arity() + " arguments");
            }
        });
    }

    @Test
    void everyRowOfTheLanguageHasAPartialForEachArgument() {
        eachRow((row, fault) -> {
            boolean unknown = row.family() == Family.INTERNAL && row.partials().isEmpty();
            if (isReal(row) && !unknown && row.partials().size() != row.arity()) {
                fault.accept(row.partials().size() + " partials for " + row.arity() + " arguments");
            }
        });
    }

    @Test
    void everyFunctionOfTheLanguageIsARow() {
        String language = """
                sqrt cbrt exp expm1 exp2 log log1p log2 log10 pow hypot
                sin cos tan asin acos atan atan2 sinh cosh tanh asinh acosh atanh
                abs sign floor ceil round min max clamp mod fma
                erf erfc erfinv normcdf normpdf lgamma digamma trigamma lbeta beta
                sigmoid logsigmoid softplus relu step xlogy logaddexp log1mexp stop_gradient
                """;
        assertEquals(new TreeSet<>(Set.of(language.split("\\s+"))), new TreeSet<>(Operators.functionNames()));
    }

    @Test
    void symbolsAndNamesAreUnique() {
        Set<String> seen = new HashSet<>();
        eachRow((row, fault) -> {
            if (Operators.all().contains(row) && !seen.add(row.name() + "/" + row.arity())) {
                fault.accept("another row bears the name");
            }
        });
    }

    /** Conditions have no derivative. */
    private static boolean isReal(Operator row) {
        return !row.givesCondition();
    }

    // ---- values

    @Test
    void generatedValueIsTheRowsToTheBit() {
        eachRow((row, fault) -> {
            for (double[] point : points(row)) {
                double expected = row.evaluate(asTaken(row, point));
                for (Mode mode : Mode.values()) {
                    double found =
                            classes.of(row, mode).value(inputs(row, point)).values()[0];
                    if (!sameBits(expected, found)) {
                        fault.accept(mode + show(point) + " gives " + found + ", not " + expected);
                    }
                }
            }
        });
    }

    /** Points of the row's intervals, and edges. */
    private static List<double[]> points(Operator row) {
        Random random = new Random(SEED);
        List<double[]> points = edges(row);
        for (int i = 0; i < POINTS && !row.samples().isEmpty(); i++) {
            points.add(drawn(row, random));
        }
        return points;
    }

    private static double[] drawn(Operator row, Random random) {
        return row.samples().stream()
                .mapToDouble(interval -> interval[0] + (interval[1] - interval[0]) * random.nextDouble())
                .toArray();
    }

    /** All combinations of edges for up to two arguments; for more, each argument runs while the others stay drawn. */
    private static List<double[]> edges(Operator row) {
        List<double[]> points = new ArrayList<>();
        int free = row.is(Trait.LITERAL_LAST) ? row.arity() - 1 : row.arity();
        Random random = new Random(SEED);
        int count = free <= 2 ? (int) Math.pow(EDGES.length, free) : 4_000;
        for (int i = 0; i < count; i++) {
            double[] point = new double[row.arity()];
            for (int k = 0; k < row.arity(); k++) {
                int edge = free <= 2 ? (k == 0 ? i : i / EDGES.length) % EDGES.length : random.nextInt(EDGES.length);
                point[k] = k < free ? EDGES[edge] : row.samples().get(k)[0];
            }
            points.add(point);
        }
        return points;
    }

    /** Conditions are passed as 1 and 0. */
    private static double[] asTaken(Operator row, double[] point) {
        double[] taken = point.clone();
        for (int i = 0; row.family() == Family.LOGICAL && i < taken.length; i++) {
            taken[i] = taken[i] != 0 ? 1 : 0;
        }
        return taken;
    }

    /** What the generated method takes: all but an exponent that is a literal. */
    private static double[] inputs(Operator row, double[] point) {
        return row.is(Trait.LITERAL_LAST) ? java.util.Arrays.copyOf(point, point.length - 1) : point;
    }

    @Test
    void commutativeOperatorsDoNotMindToTheBit() {
        eachRow((row, fault) -> {
            if (row.is(Trait.COMMUTATIVE)) {
                for (double[] point : points(row)) {
                    double[] turned = point.clone();
                    turned[0] = point[1];
                    turned[1] = point[0];
                    if (!sameBits(row.evaluate(point), row.evaluate(turned))) {
                        fault.accept(
                                show(point) + " gives " + row.evaluate(point) + ", turned " + row.evaluate(turned));
                    }
                }
            }
        });
    }

    /** What the JDK promises to round correctly, or to compute exactly, on every machine. */
    private static final Set<String> SAME_EVERYWHERE = Set.of(
            "sqrt", "fma", "abs", "min", "max", "floor", "ceil", "rint", "signum", "copySign", "scalb", "getExponent");

    private static final Pattern MATH = Pattern.compile("\\bMath\\.([a-z]\\w*)");

    @Test
    void exactOperatorsCallOnlyWhatIsTheSameOnEveryMachine() {
        eachRow((row, fault) -> {
            if (row.is(Trait.EXACT)) {
                called(row.spelling()).stream()
                        .filter(method -> !SAME_EVERYWHERE.contains(method))
                        .forEach(fault);
            }
        });
    }

    private static Set<String> called(Spelling spelling) {
        if (spelling instanceof Spelling.StaticMethod method) {
            return Set.of(method.method());
        }
        if (spelling instanceof Spelling.Nested nested) {
            return called(nested.ofTwo().spelling());
        }
        Set<String> called = new TreeSet<>();
        if (spelling instanceof Spelling.CopiedMethod method) {
            for (SpecialSource.Member member : SpecialSource.closure(List.of(method.method()))) {
                Matcher math = MATH.matcher(member.text());
                while (math.find()) {
                    called.add(math.group(1));
                }
            }
        }
        return called;
    }

    // ---- partials

    /**
     * Central differences with steps of 2^-7 and three halvings, extrapolated: what is cut off is of eighth order, some
     * 1e-15 of the function's scale here, and rounding errors of the value, an ulp or a few, grow by 2^10.
     */
    @Test
    void partialsAreWhatDifferencesTendTo() {
        eachRow((row, fault) -> {
            if (isReal(row)
                    && !row.is(Trait.STOPPED)
                    && !row.is(Trait.SLOPE_STATED)
                    && !row.samples().isEmpty()) {
                Random random = new Random(SEED);
                for (int i = 0; i < POINTS; i++) {
                    double[] point = drawn(row, random);
                    double value = row.evaluate(point);
                    for (int k = 0; k < row.partials().size(); k++) {
                        if (row.is(Trait.LITERAL_LAST) && k == row.arity() - 1) {
                            continue;
                        }
                        double partial = partial(row, k, point);
                        double difference = extrapolated(row, k, point);
                        double scale = Math.max(Math.abs(value), Math.max(Math.abs(partial), 1e-3));
                        if (!(Math.abs(partial - difference) <= 1e-9 * scale)) {
                            fault.accept(
                                    "partial " + k + show(point) + " is " + partial + ", differences " + difference);
                        }
                    }
                }
            }
        });
    }

    private static double partial(Operator row, int position, double[] point) {
        return ((Formula) row.partials().get(position)).evaluate(point, row.evaluate(point));
    }

    private static double extrapolated(Operator row, int position, double[] point) {
        int levels = 4;
        double[] table = new double[levels];
        for (int level = 0; level < levels; level++) {
            double step = 0x1p-7 * Math.pow(0.5, level);
            double[] above = point.clone();
            double[] below = point.clone();
            above[position] += step;
            below[position] -= step;
            table[level] = (row.evaluate(above) - row.evaluate(below)) / (above[position] - below[position]);
        }
        for (int order = 1; order < levels; order++) {
            double weight = Math.pow(4, order);
            for (int level = levels - 1; level >= order; level--) {
                table[level] = (weight * table[level] - table[level - 1]) / (weight - 1);
            }
        }
        return table[levels - 1];
    }

    @Test
    void specialPointsHoldInTheFormulas() {
        eachPoint((row, point, fault) -> {
            double[] arguments = arguments(point);
            double value = row.evaluate(arguments);
            if (!sameBits(value, point.value())) {
                fault.accept(show(arguments) + " gives " + value + ", not " + point.value());
            }
            for (int k = 0; k < point.partials().size(); k++) {
                double partial = partial(row, k, arguments);
                if (!equal(partial, point.partials().get(k))) {
                    fault.accept("partial " + k + show(arguments) + " is " + partial + ", not "
                            + point.partials().get(k));
                }
            }
        });
    }

    @Test
    void specialPointsHoldInBothGeneratedClasses() {
        eachPoint((row, point, fault) -> {
            double[] arguments = arguments(point);
            for (Mode mode : Mode.values()) {
                var numbers = classes.of(row, mode).gradient(arguments);
                if (!sameBits(numbers.values()[0], point.value())) {
                    fault.accept(mode + show(arguments) + " gives " + numbers.values()[0] + ", not " + point.value());
                }
                for (int k = 0; k < point.partials().size(); k++) {
                    double partial = numbers.derivatives()[k];
                    if (!equal(partial, point.partials().get(k))) {
                        fault.accept(mode + ", partial " + k + show(arguments) + " is " + partial + ", not "
                                + point.partials().get(k));
                    }
                }
            }
        });
    }

    private interface PointCheck {
        void of(Operator row, Point point, Consumer<String> fault);
    }

    private static void eachPoint(PointCheck check) {
        eachRow((row, fault) -> row.points().forEach(point -> check.of(row, point, fault)));
    }

    private static double[] arguments(Point point) {
        return point.arguments().stream().mapToDouble(Double::doubleValue).toArray();
    }

    /**
     * Both classes scale a partial's terms by the adjoint at hand and so may round otherwise than the formula, by an ulp
     * for each operation of it. The partials of a quotient share the adjoint over the divisor: where 1/y overflows, both do.
     */
    @Test
    void generatedPartialsAreTheFormulas() {
        eachRow((row, fault) -> {
            if (isReal(row) && OperatorClasses.hasPartials(row)) {
                for (double[] point : points(row)) {
                    if (row == Operators.DIVIDE && Double.isInfinite(1 / point[1])) {
                        continue;
                    }
                    double[] inputs = inputs(row, point);
                    double[] forward =
                            classes.of(row, Mode.FORWARD).gradient(inputs).derivatives();
                    double[] reverse =
                            classes.of(row, Mode.REVERSE).gradient(inputs).derivatives();
                    for (int k = 0; k < inputs.length; k++) {
                        double partial = row.is(Trait.STOPPED) ? 0 : partial(row, k, point);
                        if (!equal(forward[k], reverse[k])) {
                            fault.accept("partial " + k + show(point) + ": " + forward[k] + " and " + reverse[k]);
                        } else if (!equal(forward[k], partial)
                                && !(Math.abs(forward[k] - partial) <= 8 * Math.ulp(partial))) {
                            fault.accept("partial " + k + show(point) + ": " + forward[k] + ", not " + partial);
                        }
                    }
                }
            }
        });
    }

    @Test
    void partialsAreFiniteWhereTheRowSaysSo() {
        eachRow((row, fault) -> {
            if (isReal(row) && row.is(Trait.FINITE_PARTIALS)) {
                for (double[] point : edges(row)) {
                    if (Double.isFinite(row.evaluate(point))) {
                        for (int k = 0; k < row.partials().size(); k++) {
                            double partial = partial(row, k, point);
                            if (!Double.isFinite(partial)) {
                                fault.accept("partial " + k + show(point) + " is " + partial);
                            }
                        }
                    }
                }
            }
        });
    }

    @Test
    void valuesThatAreNotNumbersHavePartialsThatAreNotNumbers() {
        eachRow((row, fault) -> {
            if (row.family() == Family.FUNCTION && !row.is(Trait.STOPPED)) {
                List<double[]> points = edges(row);
                for (int i = 0; i < row.arity(); i++) {
                    double[] point = drawn(row, new Random(SEED));
                    point[i] = Double.NaN;
                    points.add(point);
                }
                for (double[] point : points) {
                    for (int k = 0; k < row.arity() && Double.isNaN(row.evaluate(point)); k++) {
                        if (!Double.isNaN(partial(row, k, point))) {
                            fault.accept("partial " + k + show(point) + " is " + partial(row, k, point));
                        }
                    }
                }
            }
        });
    }

    @Test
    void flatOperatorsHaveNoSlopeAnywhere() {
        eachRow((row, fault) -> {
            if (row.is(Trait.FLAT)) {
                for (double[] point : edges(row)) {
                    for (int k = 0; k < row.arity(); k++) {
                        if (partial(row, k, point) != 0) {
                            fault.accept("partial " + k + show(point) + " is " + partial(row, k, point));
                        }
                    }
                }
            }
        });
    }

    // ---- costs

    @Test
    void partialsCostWhatTheirOperatorsCost() {
        eachRow((row, fault) -> {
            long parts = row.cost().total();
            for (Partial partial : row.partials()) {
                parts += partial.cost().total();
            }
            long tests = row.testsForZero() ? row.partials().size() : 0;
            if (row.costWithPartials().total() != parts + tests) {
                fault.accept("costs " + row.costWithPartials() + " with its partials");
            }
            boolean free = row.cost().total() == 0;
            boolean writesNothing = row.spelling() instanceof Spelling.Absent
                    || row.spelling() instanceof Spelling.Infix infix && infix.precedence() >= 14;
            boolean logical = row.family() == Family.LOGICAL;
            if (free && !writesNothing && !logical) {
                fault.accept("costs nothing");
            }
        });
    }

    // ---- comparing numbers

    private static boolean sameBits(double a, double b) {
        return Double.doubleToLongBits(a) == Double.doubleToLongBits(b);
    }

    /** The sign of a zero derivative is nobody's promise. */
    private static boolean equal(double a, double b) {
        return a == b || Double.isNaN(a) && Double.isNaN(b);
    }

    private static String show(double[] point) {
        StringBuilder text = new StringBuilder(" at (");
        for (double number : point) {
            text.append(text.length() == 5 ? "" : ", ").append(number);
        }
        return text.append(')').toString();
    }
}
