package dev.adjc.view;

import dev.adjc.run.Coordinates;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Arrays for readers: as nested lists, of which long ones show their first and last elements and how long they are. */
final class Shortened {
    /** An array shows so many numbers if it can: a line of a table is to be read. */
    private static final int NUMBERS = 24;

    private final List<Integer> extents;
    private final Limits limits;
    private final double[] numbers;
    private final DoubleFunction<String> format;

    private Shortened(Coordinates.Array array, double[] numbers, DoubleFunction<String> format) {
        this.extents = array.extents();
        this.limits = Limits.of(extents);
        this.numbers = numbers;
        this.format = format;
    }

    /**
     * How long a list may be before it is shortened.
     *
     * @param numbers of a list of numbers
     * @param lists of a list of lists
     */
    private record Limits(int numbers, int lists) {
        private static final List<Limits> GENEROUS_FIRST =
                List.of(new Limits(6, 4), new Limits(6, 2), new Limits(3, 2));

        static Limits of(List<Integer> extents) {
            return GENEROUS_FIRST.stream()
                    .filter(limits -> limits.shown(extents) <= NUMBERS)
                    .findFirst()
                    .orElse(GENEROUS_FIRST.get(GENEROUS_FIRST.size() - 1));
        }

        private double shown(List<Integer> extents) {
            double count = 1;
            for (int d = 0; d < extents.size(); d++) {
                count *= isLong(extents, d) ? first(extents, d) + 1 : extents.get(d);
            }
            return count;
        }

        boolean isLong(List<Integer> extents, int dimension) {
            return extents.get(dimension) > most(extents, dimension);
        }

        /** How many elements stand before those that are left out. */
        int first(List<Integer> extents, int dimension) {
            return Math.max(1, most(extents, dimension) - 2);
        }

        private int most(List<Integer> extents, int dimension) {
            return dimension == extents.size() - 1 ? numbers : lists;
        }
    }

    /** Whether elements are left out. */
    static boolean is(Coordinates.Array array) {
        List<Integer> extents = array.extents();
        Limits limits = Limits.of(extents);
        int empty = extents.indexOf(0);
        return IntStream.range(0, empty < 0 ? extents.size() : empty).anyMatch(d -> limits.isLong(extents, d));
    }

    /** The numbers as a list of lists; {@code [1, 2, ..., 99] (100)} if it is long. */
    static String of(Coordinates.Array array, double[] numbers, DoubleFunction<String> format) {
        String text = new Shortened(array, numbers, format).text(0, 0);
        String size = array.extents().stream().map(String::valueOf).collect(Collectors.joining(" x ", " (", ")"));
        return is(array) ? text + size : text;
    }

    private String text(int dimension, int start) {
        if (dimension == extents.size()) {
            return format.apply(numbers[start]);
        }
        int extent = extents.get(dimension);
        int stride = extents.subList(dimension + 1, extents.size()).stream().reduce(1, (a, b) -> a * b);
        boolean shortened = limits.isLong(extents, dimension);
        int first = shortened ? limits.first(extents, dimension) : extent;
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < first; i++) {
            text.append(i == 0 ? "" : ", ").append(text(dimension + 1, start + i * stride));
        }
        if (shortened) {
            text.append(", ..., ").append(text(dimension + 1, start + (extent - 1) * stride));
        }
        return text.append(']').toString();
    }
}
