package dev.adjc.samples;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.adjc.ir.Output;
import dev.adjc.ir.Parameter;
import dev.adjc.ir.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a function of a file gives at a point, as {@code src/test/references/samples.py} wrote it down.
 *
 * @param values a reference for each output
 * @param derivatives the rows of the Jacobian
 */
record Expected(String function, JsonObject point, List<Reference> values, List<List<Reference>> derivatives) {

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
        try {
            List<JsonObject> cases = new ArrayList<>();
            JsonParser.parseString(Files.readString(file))
                    .getAsJsonObject()
                    .getAsJsonArray("cases")
                    .forEach(one -> cases.add(one.getAsJsonObject()));
            return cases;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The case, its numbers in the order of the function's outputs and active inputs. */
    static Expected of(JsonObject entry, Program function) {
        List<Reference> values = new ArrayList<>();
        List<List<Reference>> derivatives = new ArrayList<>();
        boolean single = function.outputs().size() == 1;
        for (Output output : function.outputs()) {
            values.add(reference(entry, output.name(), "value", output.name()));
            List<Reference> row = new ArrayList<>();
            for (Parameter input : function.activeParameters()) {
                String what = "d " + output.name() + " / d " + input.name();
                row.add(
                        single
                                ? reference(entry, what, "gradient", input.name())
                                : reference(entry, what, "jacobian", output.name(), input.name()));
            }
            derivatives.add(row);
        }
        return new Expected(entry.get("function").getAsString(), entry.getAsJsonObject("point"), values, derivatives);
    }

    private static Reference reference(JsonObject entry, String what, String... path) {
        JsonObject conditions = entry.getAsJsonObject("condition");
        Optional<JsonElement> figure =
                Optional.ofNullable(entry.getAsJsonObject("figures")).flatMap(figures -> find(figures, path));
        return new Reference(
                what,
                find(entry, path).orElseThrow().getAsString(),
                find(conditions, path).orElseThrow().getAsDouble(),
                figure.map(JsonElement::getAsString));
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

    /** The numbers of the function's parameters, in order. */
    double[] inputs(Program program) {
        return program.parameters().stream()
                .mapToDouble(parameter ->
                        Double.parseDouble(point.get(parameter.name()).getAsString()))
                .toArray();
    }
}
