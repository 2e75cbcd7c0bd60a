package dev.adjc.run;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Results as JSON text. */
public final class Json {
    private static final Gson STRINGS = new GsonBuilder().disableHtmlEscaping().create();

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

    /** An object with a number for each name. */
    public static String numbers(List<String> names, double[] numbers) {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < numbers.length; i++) {
            text.append(i == 0 ? "" : ",")
                    .append(string(names.get(i)))
                    .append(':')
                    .append(number(numbers[i]));
        }
        return text.append('}').toString();
    }
}
