package dev.adjc.run;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Results as JSON text. */
public final class Json {
    private static final Gson STRINGS = new GsonBuilder().disableHtmlEscaping().create();
    private static final int MOST_EMPTY_LISTS = 100_000;

    private Json() {}

    public static String string(String text) {
        return STRINGS.toJson(text);
    }

    /** A number that reads back to the same bits; what JSON has no number for is one of three strings. */
    public static String number(double number) {
        return Double.isFinite(number) ? Double.toString(number) : string(Double.toString(number));
    }

    /**
     * An object with these members, in their order.
     *
     * @param values JSON by name
     * @param separator a comma, with white space behind it if any is wanted
     */
    public static String object(Map<String, String> values, String separator) {
        return values.entrySet().stream()
                .map(member -> string(member.getKey()) + ":" + member.getValue())
                .collect(Collectors.joining(separator, "{", "}"));
    }

    /** An object with a number, or nested lists, for each array. */
    public static String arrays(Coordinates coordinates, double[] numbers) {
        List<double[]> parts = coordinates.split(numbers);
        Map<String, String> members = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            Coordinates.Array array = coordinates.arrays().get(i);
            members.put(array.name(), nested(array.extents(), parts.get(i)));
        }
        return object(members, ",");
    }

    /**
     * Derivatives of each output by each input: an object of objects, with lists of the output's shape of lists of the input's.
     *
     * @param rows one for each element of the outputs
     */
    public static String jacobian(Coordinates outputs, Coordinates inputs, double[][] rows) {
        Map<String, String> members = new LinkedHashMap<>();
        int row = 0;
        for (Coordinates.Array output : outputs.arrays()) {
            Map<String, String> inner = new LinkedHashMap<>();
            int column = 0;
            for (Coordinates.Array input : inputs.arrays()) {
                List<Integer> extents = new ArrayList<>(output.extents());
                extents.addAll(input.extents());
                double[] block = new double[output.count() * input.count()];
                for (int i = 0; i < output.count(); i++) {
                    System.arraycopy(rows[row + i], column, block, i * input.count(), input.count());
                }
                inner.put(input.name(), nested(extents, block));
                column += input.count();
            }
            members.put(output.name(), object(inner, ","));
            row += output.count();
        }
        return object(members, ",");
    }

    /** Lists in lists, of these lengths from the outermost on; a number if there are none. */
    private static String nested(List<Integer> extents, double[] numbers) {
        if (isLongForNothing(extents)) {
            return "[]";
        }
        StringBuilder text = new StringBuilder();
        nested(extents, 0, numbers, 0, text);
        return text.toString();
    }

    /** Whether more lists than anyone reads would hold no number: one list without elements is as good, and read as such. */
    private static boolean isLongForNothing(List<Integer> extents) {
        double lists = extents.stream()
                .takeWhile(extent -> extent > 0)
                .reduce(1.0, (all, extent) -> all * extent, (a, b) -> a * b);
        return extents.contains(0) && lists > MOST_EMPTY_LISTS;
    }

    private static int nested(List<Integer> extents, int depth, double[] numbers, int start, StringBuilder text) {
        if (depth == extents.size()) {
            text.append(number(numbers[start]));
            return start + 1;
        }
        int next = start;
        text.append('[');
        for (int i = 0; i < extents.get(depth); i++) {
            text.append(i == 0 ? "" : ",");
            next = nested(extents, depth + 1, numbers, next, text);
        }
        text.append(']');
        return next;
    }
}
