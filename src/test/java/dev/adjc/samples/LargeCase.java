package dev.adjc.samples;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.adjc.harness.ArrayCode;
import dev.adjc.harness.ArrayPoint;
import dev.adjc.ir.Arguments;
import dev.adjc.ir.Index;
import dev.adjc.ir.Parameter;
import dev.adjc.ir.Program;
import dev.adjc.ir.Symbol;
import dev.adjc.ir.Value;
import dev.adjc.samples.Expected.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A case the inputs of which are too many to be stored: they are made, and some numbers are looked at. */
record LargeCase(JsonObject entry, ArrayPoint point) {

    /** A number that was found, with what it should be. */
    record Found(double number, Reference reference) {}

    static LargeCase of(JsonObject entry, Program function) {
        Map<Symbol, Long> sizes = new HashMap<>();
        Expected.sizes(entry).forEach((name, size) -> sizes.put(Symbol.of(name), (long) size));
        ArrayPoint lengths = new ArrayPoint(function, new Arguments(List.of(), sizes));
        List<double[]> inputs = new ArrayList<>();
        for (Parameter parameter : function.parameters()) {
            JsonObject how = entry.getAsJsonObject("inputs").getAsJsonObject(parameter.name());
            inputs.add(made(
                    lengths.count(parameter.value().extents()),
                    how.get("salt").getAsInt(),
                    how.get("divisor").getAsDouble()));
        }
        return new LargeCase(entry, new ArrayPoint(function, new Arguments(inputs, sizes)));
    }

    /** Arithmetic on integers of 32 bits, as {@code arrays.py} explains. */
    private static double[] made(int count, int salt, double divisor) {
        double[] numbers = new double[count];
        for (int k = 0; k < count; k++) {
            int h = (k + 1000003 * salt) * (int) 2654435761L;
            h = (h ^ h >>> 15) * (int) 2246822519L;
            h ^= h >>> 13;
            numbers[k] = ((h & 1023) - 512) / divisor;
        }
        return numbers;
    }

    /** The value, the norms of the gradients and single entries of them. */
    List<Found> byGradient(ArrayCode code) {
        List<Found> found = new ArrayList<>(List.of(value(code)));
        double[] gradient = code.gradient();
        int offset = 0;
        for (Parameter input : point.function().activeParameters()) {
            int length = point.count(input.value().extents());
            double squares = 0;
            double lost = 0;
            for (int i = offset; i < offset + length; i++) {
                double square = gradient[i] * gradient[i] - lost;
                double sum = squares + square;
                lost = sum - squares - square;
                squares = sum;
            }
            found.add(new Found(Math.sqrt(squares), reference("norm", input.name())));
            for (JsonObject place : places(input)) {
                found.add(new Found(gradient[offset + element(input.value(), place)], reference(input, place)));
            }
            offset += length;
        }
        return found;
    }

    /** The value, and single entries of the gradients, one direction each. */
    List<Found> byTangents(ArrayCode code) {
        List<Found> found = new ArrayList<>(List.of(value(code)));
        for (Parameter input : point.function().activeParameters()) {
            for (JsonObject place : places(input)) {
                List<double[]> tangents = new ArrayList<>();
                point.active().forEach(length -> tangents.add(new double[length]));
                int position = point.function().activeParameters().indexOf(input);
                tangents.get(position)[element(input.value(), place)] = 1;
                found.add(new Found(code.jvp(tangents)[0], reference(input, place)));
            }
        }
        return found;
    }

    private Found value(ArrayCode code) {
        return new Found(
                code.value()[0],
                reference("value", point.function().outputs().get(0).name()));
    }

    private List<JsonObject> places(Parameter input) {
        List<JsonObject> places = new ArrayList<>();
        JsonArray all = entry.getAsJsonObject("entries").getAsJsonArray(input.name());
        all.forEach(place -> places.add(place.getAsJsonObject()));
        return places;
    }

    private int element(Value value, JsonObject place) {
        JsonArray at = place.getAsJsonArray("at");
        int element = 0;
        for (int k = 0; k < at.size(); k++) {
            Index extent = value.extents().get(k);
            element = element * point.count(List.of(extent)) + at.get(k).getAsInt();
        }
        return element;
    }

    private Reference reference(String kind, String name) {
        return new Reference(
                kind + " of " + name,
                entry.getAsJsonObject(kind).get(name).getAsString(),
                entry.getAsJsonObject("condition")
                        .getAsJsonObject(kind)
                        .get(name)
                        .getAsDouble(),
                Optional.empty());
    }

    private static Reference reference(Parameter input, JsonObject place) {
        return new Reference(
                "gradient of " + input.name() + place.get("at"),
                place.get("gradient").getAsString(),
                place.get("condition").getAsDouble(),
                Optional.empty());
    }
}
