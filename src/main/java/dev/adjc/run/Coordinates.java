package dev.adjc.run;

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
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The elements of some arrays and numbers, counted in one row: an array after the other, in each the last index running
 * fastest. What a point, a tangent or a gradient is when it is taken for a vector.
 */
public record Coordinates(List<Array> arrays) {

    public Coordinates {
        arrays = List.copyOf(arrays);
    }

    /** An array, or a number, which has no extents. */
    public record Array(String name, List<Integer> extents) {

        public Array {
            extents = List.copyOf(extents);
        }

        /** How many elements there are. */
        public int count() {
            return extents.contains(0) ? 0 : extents.stream().reduce(1, Math::multiplyExact);
        }

        /** An element as it is written: {@code W[0, 2]}. */
        String element(int position) {
            if (extents.isEmpty()) {
                return name;
            }
            List<String> places = new ArrayList<>();
            int rest = position;
            for (int d = extents.size() - 1; d >= 0; d--) {
                places.add(0, Integer.toString(rest % extents.get(d)));
                rest /= extents.get(d);
            }
            return name + "[" + String.join(", ", places) + "]";
        }
    }

    /** Those of all that a function is given. */
    public static Coordinates ofParameters(Program function, Arguments at) {
        return of(function, function.parameters(), at);
    }

    /** Those of what derivatives are taken with respect to. */
    public static Coordinates ofActive(Program function, Arguments at) {
        return of(function, function.activeParameters(), at);
    }

    /** Those of what a function gives. */
    public static Coordinates ofOutputs(Program function, Arguments at) {
        List<Array> arrays = new ArrayList<>();
        for (Output output : function.outputs()) {
            List<Index> extents = output.axes().stream().map(Axis::to).collect(Collectors.toList());
            arrays.add(of(function, at, output.name(), extents));
        }
        return new Coordinates(arrays);
    }

    /** Those of a value of the function, under a name. */
    public static Array of(Program function, Arguments at, String name, Value value) {
        return of(function, at, name, value.extents());
    }

    private static Coordinates of(Program function, List<Parameter> parameters, Arguments at) {
        List<Array> arrays = new ArrayList<>();
        for (Parameter parameter : parameters) {
            arrays.add(of(function, at, parameter.name(), parameter.value().extents()));
        }
        return new Coordinates(arrays);
    }

    private static Array of(Program function, Arguments at, String name, List<Index> extents) {
        List<Long> numbers = extents(function, at, extents);
        if (!RunFailure.fits(numbers)) {
            throw RunFailure.tooLarge(function.name(), name, extents, numbers);
        }
        return new Array(name, numbers.stream().map(Long::intValue).toList());
    }

    /** What extents are for these arguments; over a range without places there is nothing. */
    static List<Long> extents(Program function, Arguments at, List<Index> extents) {
        return extents.stream()
                .map(extent -> Math.max(0, number(function, at, extent)))
                .toList();
    }

    /** What an index of sizes and integer parameters is for these arguments. */
    static long number(Program function, Arguments at, Index index) {
        try {
            return index.evaluate(atom -> number(function, at, atom));
        } catch (ArithmeticException tooLarge) {
            throw RunFailure.refused(function.name(), "`" + index + "` overflows");
        }
    }

    private static long number(Program function, Arguments at, Index.Atom atom) {
        if (atom instanceof Symbol size) {
            Long number = at.sizes().get(size);
            if (number == null) {
                throw RunFailure.refused(function.name(), "nothing bounds `" + size + "` in the extent of an array");
            }
            return number;
        }
        if (atom instanceof Index.Extreme extreme) {
            return extreme.of(numbers(function, at, extreme.array()));
        }
        if (atom instanceof Index.Entry entry) {
            return (long) numbers(function, at, entry.access().value())[element(function, at, entry.access())];
        }
        throw new IllegalStateException("`" + atom + "` is neither a size nor a parameter");
    }

    private static double[] numbers(Program function, Arguments at, Value value) {
        for (int i = 0; i < function.parameters().size(); i++) {
            if (function.parameters().get(i).value() == value) {
                return at.numbers().get(i);
            }
        }
        throw new IllegalStateException("`" + value + "` is no parameter");
    }

    /** Where the element is in the row of its array. */
    private static int element(Program function, Arguments at, Access access) {
        long element = 0;
        List<Long> extents = extents(function, at, access.value().extents());
        for (int d = 0; d < extents.size(); d++) {
            long place = number(function, at, access.at().get(d));
            if (place < 0 || place >= extents.get(d)) {
                throw RunFailure.refused(function.name(), "`" + access + "` is outside of its array");
            }
            element = element * extents.get(d) + place;
        }
        return (int) element;
    }

    /** The sizes that a function has, in order of appearance. */
    public static List<Symbol> sizes(Program function) {
        return function.parameters().stream()
                .flatMap(parameter -> parameter.value().extents().stream())
                .flatMap(extent -> extent.atoms().stream())
                .filter(Symbol.class::isInstance)
                .map(Symbol.class::cast)
                .distinct()
                .collect(Collectors.toList());
    }

    /** How many there are. */
    public int count() {
        return arrays.stream().mapToInt(Array::count).sum();
    }

    /** An element as it is written: {@code W[0, 2]}. */
    public String name(int position) {
        int rest = position;
        for (Array array : arrays) {
            if (rest < array.count()) {
                return array.element(rest);
            }
            rest -= array.count();
        }
        throw new IndexOutOfBoundsException(position);
    }

    /** The vector with a one at this position and zeros elsewhere. */
    public double[] unit(int position) {
        double[] unit = new double[count()];
        unit[position] = 1;
        return unit;
    }

    /** The elements of each array. */
    public List<double[]> split(double[] numbers) {
        List<double[]> parts = new ArrayList<>();
        int next = 0;
        for (Array array : arrays) {
            parts.add(Arrays.copyOfRange(numbers, next, next + array.count()));
            next += array.count();
        }
        return parts;
    }

    /** The elements of all arrays, the inverse of {@link #split}. */
    public static double[] join(List<double[]> arrays) {
        return arrays.stream().flatMapToDouble(Arrays::stream).toArray();
    }
}
