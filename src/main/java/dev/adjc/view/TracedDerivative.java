package dev.adjc.view;

import dev.adjc.compile.Mode;
import dev.adjc.derive.Shadows;
import dev.adjc.ir.Access;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Parameter;
import dev.adjc.ir.Program;
import dev.adjc.ir.Step;
import dev.adjc.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A derivative as a trace tells it: the names of all values, and what each tangent or adjoint is the sum of. */
final class TracedDerivative {
    private final Shadows shadows;
    private final ValueNames names;
    private final Formulas formulas;
    private final Map<Value, List<Definition>> contributions = new HashMap<>();
    private final Set<Value> adjointsGiven;

    TracedDerivative(Program function, Shadows shadows, Mode mode) {
        this.shadows = shadows;
        this.names = new ValueNames(function);
        this.adjointsGiven = shadows.program().parameters().stream()
                .filter(parameter -> parameter.kind() == Parameter.Kind.ADJOINT)
                .map(Parameter::value)
                .collect(Collectors.toSet());
        Set<Value> shown = new HashSet<>(shadows.derivatives().values());
        Map<Value, Definition> parts = new HashMap<>();
        for (Step step : shadows.program().steps()) {
            if (step instanceof Definition definition && shown.contains(definition.value())) {
                contributions
                        .computeIfAbsent(definition.value(), none -> new ArrayList<>())
                        .add(definition);
            } else if (step instanceof Definition definition
                    && !definition.value().isPrimal()) {
                parts.put(definition.value(), definition);
            }
        }
        String end = mode == Mode.FORWARD ? "_dot" : "_bar";
        Map<Value, String> derivatives = new HashMap<>();
        shadows.derivatives().forEach((value, derivative) -> derivatives.put(derivative, names.of(value) + end));
        this.formulas = new Formulas(value -> derivatives.getOrDefault(value, names.of(value)), parts);
    }

    /** The program that computes it, and the tangent or adjoint of each value that has one. */
    Shadows shadows() {
        return shadows;
    }

    String name(Value value) {
        return names.of(value);
    }

    Formulas formulas() {
        return formulas;
    }

    /** What is added to a tangent or adjoint, in order. */
    List<Definition> contributions(Value derivative) {
        return contributions.getOrDefault(derivative, List.of());
    }

    /** What is added there; the adjoint of an output begins with what the caller gives. */
    String contribution(Definition part) {
        boolean given = part.operand(0) instanceof Access access && adjointsGiven.contains(access.value());
        return given ? "given" : formulas.of(part);
    }
}
