package dev.adjc.harness;

import static java.util.Objects.requireNonNull;

import dev.adjc.ir.Access;
import dev.adjc.ir.Arguments;
import dev.adjc.ir.Axis;
import dev.adjc.ir.Index;
import dev.adjc.ir.Output;
import dev.adjc.ir.Parameter;
import dev.adjc.ir.Program;
import dev.adjc.ir.Symbol;
import dev.adjc.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/** What a function with arrays is called with, and how long everything is there. */
public record ArrayPoint(Program function, Arguments arguments) {

    /** An array as it was found somewhere: its extents, as far as they show, and its elements. */
    public record Found(List<Integer> extents, double[] elements) {}

    /**
     * The point with these arrays, from whose extents the sizes follow.
     *
     * @param known sizes that no array shows
     */
    public static ArrayPoint of(Program function, List<Found> arrays, Map<String, Integer> known) {
        Map<Symbol, Long> sizes = new HashMap<>();
        known.forEach((name, size) -> sizes.put(Symbol.of(name), (long) size));
        for (int before = -1; before < sizes.size(); ) {
            before = sizes.size();
            for (int i = 0; i < arrays.size(); i++) {
                solve(function.parameters().get(i).value().extents(), arrays.get(i).extents, sizes);
            }
        }
        return new ArrayPoint(
                function, new Arguments(arrays.stream().map(Found::elements).toList(), sizes));
    }

    /** The point with these numbers for parameters; those of others are drawn from 0.25 to 1.5. */
    public static ArrayPoint drawn(
            Program function, Map<Symbol, Long> sizes, Map<String, double[]> given, Random random) {
        List<double[]> numbers = new ArrayList<>();
        for (Parameter parameter : function.parameters()) {
            double[] known = given.get(parameter.name());
            int length = new ArrayPoint(function, new Arguments(numbers, sizes))
                    .count(parameter.value().extents());
            numbers.add(
                    known != null ? known : random.doubles(length, 0.25, 1.5).toArray());
        }
        return new ArrayPoint(function, new Arguments(numbers, sizes));
    }

    private static void solve(List<Index> extents, List<Integer> found, Map<Symbol, Long> sizes) {
        for (int k = 0; k < Math.min(extents.size(), found.size()); k++) {
            solve(extents.get(k), found.get(k), sizes);
        }
    }

    /** The size that is alone unknown in the extent is what makes the extent come out. */
    private static void solve(Index extent, int found, Map<Symbol, Long> sizes) {
        List<Symbol> unknown = new ArrayList<>();
        for (Index.Atom atom : extent.atoms()) {
            if (atom instanceof Symbol symbol && !sizes.containsKey(symbol)) {
                unknown.add(symbol);
            }
        }
        if (unknown.size() == 1) {
            Symbol symbol = unknown.get(0);
            long rest = extent.evaluate(atom -> atom.equals(symbol) ? 0 : requireNonNull(sizes.get(atom)));
            sizes.put(symbol, (found - rest) / extent.coefficient(symbol));
        }
    }

    /** How many elements an array of these extents has. */
    public int count(List<Index> extents) {
        return extents.stream()
                .mapToInt(extent -> (int) Math.max(0, extent.evaluate(this::number)))
                .reduce(1, (a, b) -> a * b);
    }

    private long number(Index.Atom atom) {
        return atom instanceof Symbol symbol
                ? requireNonNull(arguments.sizes().get(symbol), symbol::name)
                : element(((Index.Entry) atom).access());
    }

    private long element(Access access) {
        List<Parameter> parameters = function.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            Value value = parameters.get(i).value();
            if (value.equals(access.value())) {
                long place = 0;
                for (int k = 0; k < value.rank(); k++) {
                    place = place * value.extents().get(k).evaluate(this::number)
                            + access.at().get(k).evaluate(this::number);
                }
                return (long) arguments.numbers().get(i)[(int) place];
            }
        }
        throw new IllegalStateException(access + " is no element of a parameter");
    }

    /** How many numbers each output has. */
    public List<Integer> outputs() {
        return function.outputs().stream().map(this::count).toList();
    }

    public int count(Output output) {
        return count(output.axes().stream().map(Axis::to).toList());
    }

    /** How many numbers each active parameter has. */
    public List<Integer> active() {
        return function.activeParameters().stream()
                .map(parameter -> count(parameter.value().extents()))
                .toList();
    }

    /** What a product gives for each unit seed, a row each. */
    public static double[][] rows(List<Integer> lengths, Function<List<double[]>, double[]> product) {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < lengths.size(); i++) {
            for (int k = 0; k < lengths.get(i); k++) {
                List<double[]> seeds = new ArrayList<>();
                lengths.forEach(length -> seeds.add(new double[length]));
                seeds.get(i)[k] = 1;
                rows.add(product.apply(seeds));
            }
        }
        return rows.toArray(double[][]::new);
    }

    /** The rows as columns. */
    public static double[][] transposed(double[][] columns, int rows) {
        double[][] transposed = new double[rows][columns.length];
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < columns.length; k++) {
                transposed[i][k] = columns[k][i];
            }
        }
        return transposed;
    }
}
