package dev.adjc.view;

import dev.adjc.run.Coordinates;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;

/** Arrays for readers: as nested lists, of which long ones show their first and last elements and how long they are. */
final class Shortened {
    /** A list of numbers shows so many, a list of lists fewer. */
    private static final int NUMBERS = 6;

    private static final int LISTS = 4;

    private final List<Integer> extents;
    private final double[] numbers;
    private final DoubleFunction<String> format;

    private Shortened(List<Integer> extents, double[] numbers, DoubleFunction<String> format) {
        this.extents = extents;
        this.numbers = numbers;
        this.format = format;
    }

    /** Whether elements are left out. */
    static boolean is(Coordinates.Array array) {
        List<Integer> extents = array.extents();
        int last = extents.size() - 1;
        for (int d = 0; d <= last; d++) {
            if (extents.get(d) > most(d, last)) {
                return array.count() > 0;
            }
        }
        return false;
    }

    /** The numbers as a list of lists; {@code [1, 2, ..., 99] (100)} if it is long. */
    static String of(Coordinates.Array array, double[] numbers, DoubleFunction<String> format) {
        String text = new Shortened(array.extents(), numbers, format).text(0, 0);
        String size = array.extents().stream().map(String::valueOf).collect(Collectors.joining(" x ", " (", ")"));
        return is(array) ? text + size : text;
    }

    private static int most(int dimension, int last) {
        return dimension == last ? NUMBERS : LISTS;
    }

    private String text(int dimension, int start) {
        if (dimension == extents.size()) {
            return format.apply(numbers[start]);
        }
        int extent = extents.get(dimension);
        int stride = extents.subList(dimension + 1, extents.size()).stream().reduce(1, (a, b) -> a * b);
        int most = most(dimension, extents.size() - 1);
        int first = extent <= most ? extent : most - 2;
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < first; i++) {
            text.append(i == 0 ? "" : ", ").append(text(dimension + 1, start + i * stride));
        }
        if (first < extent) {
            text.append(first == 0 ? "" : ", ")
                    .append("..., ")
                    .append(text(dimension + 1, start + (extent - 1) * stride));
        }
        return text.append(']').toString();
    }
}
