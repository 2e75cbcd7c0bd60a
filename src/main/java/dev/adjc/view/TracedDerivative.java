package dev.adjc.view;

import dev.adjc.compile.Mode;
import dev.adjc.derive.Shadows;
import dev.adjc.ir.Access;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Guard;
import dev.adjc.ir.Parameter;
import dev.adjc.ir.Program;
import dev.adjc.ir.Reads;
import dev.adjc.ir.Step;
import dev.adjc.ir.Value;
import dev.adjc.view.Composites.Composite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A derivative as a trace tells it: the names of all values, and what each tangent or adjoint is the sum of. */
final class TracedDerivative {
    private final Shadows shadows;
    private final ValueNames names;
    private final Formulas formulas;
    private final Map<Value, List<Definition>> contributions = new HashMap<>();
    private final Set<Value> adjointsGiven;
    private final Composites composites;
    private final Set<Value> read;
    private final Map<Value, Value> primals = new HashMap<>();

    TracedDerivative(Program function, Shadows shadows, Mode mode) {
        this.shadows = shadows;
        this.composites = new Composites(function);
        this.read = read(function);
        this.names = new ValueNames(function, this::isShown);
        shadows.derivatives().forEach((value, derivative) -> primals.put(derivative, value));
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
        if (given) {
            return "given";
        }
        return formulas.read(part)
                .map(this::around)
                .flatMap(Optional::stream)
                .findFirst()
                .map(formulas::share)
                .orElseGet(() -> formulas.of(part));
    }

    private Optional<Composite> around(Value adjoint) {
        return Optional.ofNullable(primals.get(adjoint)).flatMap(composites::around);
    }

    /** Whether a reader wants to see the value: it is neither a part of one reduction nor asked for by a requirement alone. */
    boolean isShown(Value value) {
        return composites.around(value).isEmpty() && (value.type() != Value.Type.CONDITION || read.contains(value));
    }

    /** What definitions read, under which guard they stand, and what is returned. */
    private static Set<Value> read(Program function) {
        Set<Value> read = new HashSet<>();
        for (Step step : function.steps()) {
            if (step instanceof Definition definition) {
                read.addAll(Reads.of(definition));
                for (Guard guard = definition.guard(); !guard.isAlways(); guard = guard.outer()) {
                    read.add(guard.condition().value());
                }
            }
        }
        function.outputs()
                .forEach(output -> Reads.accesses(output.operand()).forEach(access -> read.add(access.value())));
        return read;
    }

    /** What the step computes. */
    String formula(Definition step) {
        return composites.of(step).map(formulas::of).orElseGet(() -> formulas.of(step));
    }
}
