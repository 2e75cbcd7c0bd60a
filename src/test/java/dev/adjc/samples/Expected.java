package dev.adjc.samples;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.adjc.harness.ArrayPoint;
import dev.adjc.ir.Output;
import dev.adjc.ir.Parameter;
import dev.adjc.ir.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a function of a file gives at a point, as {@code src/test/references/samples.py} and {@code arrays.py} wrote it down.
 *
 * @param values a reference for each number of the outputs
 * @param derivatives the rows of the Jacobian
 */
record Expected(String function, ArrayPoint point, List<Reference> values, List<List<Reference>> derivatives) {

    /**
     * One number to be found.
     *
     * @param text with 50 digits, or what is not finite
     * @param condition what the rounding errors of the program's steps amount to at the most, in units of 2^-53
     * @param figure what the source prints
     */
    record Reference(String what, String text, double condition, Optional<String> figure) {}

    /** All cases of a file. */
    static List<JsonObject> read(Path file) {
        return read(file, "cases");
    }

    /** All cases of one kind. */
    static List<JsonObject> read(Path file, String kind) {
        try {
            List<JsonObject> cases = new ArrayList<>();
            JsonObject page = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
            if (page.has(kind)) {
                page.getAsJsonArray(kind).forEach(one -> cases.add(one.getAsJsonObject()));
            }
            return cases;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The case, its numbers in the order of the function's outputs and active inputs. */
    static Expected of(JsonObject entry, Program function) {
        ArrayPoint point = point(entry, function);
        List<Reference> values = new ArrayList<>();
        List<List<Reference>> derivatives = new ArrayList<>();
        boolean single = function.outputs().size() == 1
                && function.outputs().get(0).axes().isEmpty();
        for (Output output : function.outputs()) {
            String name = output.name();
            int length = point.count(output);
            values.addAll(references(entry, name, length, "value", name));
            List<List<Reference>> rows = new ArrayList<>();
            for (int i = 0; i < length; i++) {
                rows.add(new ArrayList<>());
            }
            for (Parameter input : function.activeParameters()) {
                String what = "d " + name + " / d " + input.name();
                int width = point.count(input.value().extents());
                List<Reference> block = single
                        ? references(entry, what, width, "gradient", input.name())
                        : references(entry, what, length * width, "jacobian", name, input.name());
                for (int i = 0; i < length; i++) {
                    rows.get(i).addAll(block.subList(i * width, (i + 1) * width));
                }
            }
            derivatives.addAll(rows);
        }
        return new Expected(entry.get("function").getAsString(), point, values, derivatives);
    }

    private static List<Reference> references(JsonObject entry, String what, int count, String... path) {
        List<JsonElement> texts = leaves(find(entry, path).orElseThrow());
        List<JsonElement> conditions =
                leaves(find(entry.getAsJsonObject("condition"), path).orElseThrow());
        List<JsonElement> figures = Optional.ofNullable(entry.getAsJsonObject("figures"))
                .flatMap(all -> find(all, path))
                .map(Expected::leaves)
                .orElse(List.of());
        if (texts.size() != count || conditions.size() != count) {
            throw new AssertionError(what + " has " + count + " numbers, and " + texts.size() + " references");
        }
        List<Reference> references = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            references.add(new Reference(
                    count == 1 ? what : what + ", " + i,
                    texts.get(i).getAsString(),
                    conditions.get(i).getAsDouble(),
                    i < figures.size() ? Optional.of(figures.get(i).getAsString()) : Optional.empty()));
        }
        return references;
    }

    private static Optional<JsonElement> find(JsonObject object, String... path) {
        JsonElement element = object;
        for (String name : path) {
            if (!(element instanceof JsonObject inner) || !inner.has(name)) {
                return Optional.empty();
            }
            element = inner.get(name);
        }
        return Optional.of(element);
    }

    /** The numbers of a nested list, the last index running fastest. */
    private static List<JsonElement> leaves(JsonElement nested) {
        List<JsonElement> leaves = new ArrayList<>();
        if (nested instanceof JsonArray array) {
            array.forEach(inner -> leaves.addAll(leaves(inner)));
        } else {
            leaves.add(nested);
        }
        return leaves;
    }

    private static ArrayPoint point(JsonObject entry, Program function) {
        List<ArrayPoint.Found> arrays = new ArrayList<>();
        for (Parameter parameter : function.parameters()) {
            JsonElement given = entry.getAsJsonObject("point").get(parameter.name());
            List<Integer> extents = new ArrayList<>();
            JsonElement inner = given;
            while (inner instanceof JsonArray array) {
                extents.add(array.size());
                inner = array.isEmpty() ? array : array.get(0);
                if (array.isEmpty()) {
                    break;
                }
            }
            double[] elements = leaves(given).stream()
                    .mapToDouble(number -> Double.parseDouble(number.getAsString()))
                    .toArray();
            arrays.add(new ArrayPoint.Found(extents, elements));
        }
        return ArrayPoint.of(function, arrays, sizes(entry));
    }

    /** The sizes that a case states. */
    static Map<String, Integer> sizes(JsonObject entry) {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        if (entry.has("sizes")) {
            entry.getAsJsonObject("sizes")
                    .entrySet()
                    .forEach(size -> sizes.put(size.getKey(), size.getValue().getAsInt()));
        }
        return sizes;
    }
}
