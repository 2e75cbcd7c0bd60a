package dev.adjc.view;

import dev.adjc.ir.Access;
import dev.adjc.ir.Axis;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Operand;
import dev.adjc.ir.Program;
import dev.adjc.ir.Reads;
import dev.adjc.ir.Step;
import dev.adjc.ir.Value;
import dev.adjc.operator.Choices;
import dev.adjc.operator.Operator;
import dev.adjc.operator.Reductions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The reductions that take several steps, {@code prod}, {@code norm} and {@code logsumexp}: a reader wants to see the one that
 * stands in the source.
 */
final class Composites {

    /** Such a reduction: the step that gives its result, and one of its steps that reads the terms. */
    record Composite(Definition result, Definition reader) {

        /** What it is called in the source; the sum in it bears that name. */
        String name() {
            Operand sum = result.operand(result.operator() == Reductions.LOGSUM ? 1 : 0);
            return ((Access) sum).value().name();
        }

        /** The indices that it runs along. */
        List<String> axes() {
            return reader.domain().axes().stream()
                    .filter(axis -> !result.domain().axes().contains(axis))
                    .map(Axis::symbol)
                    .map(Object::toString)
                    .collect(Collectors.toList());
        }

        Operand term() {
            return reader.operand(0);
        }
    }

    private final Map<Value, List<Definition>> definitions = new HashMap<>();
    private final Map<Definition, Composite> byResult = new HashMap<>();
    private final Map<Value, Composite> byPart = new HashMap<>();

    Composites(Program function) {
        for (Step step : function.steps()) {
            if (step instanceof Definition definition) {
                definitions
                        .computeIfAbsent(definition.value(), none -> new ArrayList<>())
                        .add(definition);
                if (definition.operator() == Reductions.SLOPED) {
                    add(definition, Reductions.SLOPE_TERM);
                } else if (definition.operator() == Reductions.LOGSUM) {
                    add(definition, Choices.STOP_GRADIENT);
                }
            }
        }
    }

    private void add(Definition result, Operator reader) {
        List<Definition> parts = new ArrayList<>();
        collect(result, result, parts);
        Composite composite = new Composite(
                result,
                parts.stream()
                        .filter(part -> part.operator() == reader)
                        .findFirst()
                        .orElseThrow());
        byResult.put(result, composite);
        parts.forEach(part -> byPart.put(part.value(), composite));
    }

    /** Adds what the step reads, as far as it comes from the same place in the source. */
    private void collect(Definition step, Definition result, List<Definition> parts) {
        for (Value value : Reads.of(step)) {
            for (Definition definition : definitions.getOrDefault(value, List.of())) {
                if (value.isUnnamed() && definition.origin().equals(result.origin()) && !parts.contains(definition)) {
                    parts.add(definition);
                    collect(definition, result, parts);
                }
            }
        }
    }

    /** The reduction that the step gives the result of. */
    Optional<Composite> of(Definition result) {
        return Optional.ofNullable(byResult.get(result));
    }

    /** The reduction that the value is nothing but a part of. */
    Optional<Composite> around(Value part) {
        return Optional.ofNullable(byPart.get(part));
    }
}
