package dev.adjc.view;

import dev.adjc.compile.CompiledFunction;
import dev.adjc.compile.Mode;
import dev.adjc.ir.Axis;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Domain;
import dev.adjc.ir.Guard;
import dev.adjc.ir.Index;
import dev.adjc.ir.Interpreter;
import dev.adjc.ir.Program;
import dev.adjc.ir.Value;
import dev.adjc.run.Coordinates;
import dev.adjc.run.Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The evaluation trace of a function with arrays: a row for each definition, with all elements of its array, those of long ones
 * shortened. What a loop defines is an array along its rounds.
 */
final class ArrayTrace {
    /** Along so many elements of the inputs, or of so many elements of the outputs, derivatives are shown. */
    private static final int DIRECTIONS = 3;

    private final Program function;
    private final TracedDerivative derivative;
    private final Point point;
    private final Formulas formulas;
    private boolean shortened;

    private ArrayTrace(CompiledFunction function, Mode mode, Point point) {
        this.function = function.lowered();
        this.derivative = new TracedDerivative(this.function, function.derivative(mode), mode);
        this.formulas = derivative.formulas();
        this.point = point;
    }

    static String of(CompiledFunction function, Mode mode, Point point) {
        ArrayTrace trace = new ArrayTrace(function, mode, point);
        String text = mode == Mode.FORWARD ? trace.forward() : trace.reverse();
        return trace.shortened ? text + "\nlong arrays are shortened, with their sizes in brackets\n" : text;
    }

    private Interpreter run(Coordinates coordinates, double[] seeds) {
        return Interpreter.run(
                derivative.shadows().program(),
                Interpreter.Rounding.AS_IT_IS,
                point.arguments().with(coordinates.split(seeds)));
    }

    private List<Definition> definitions() {
        return function.steps().stream()
                .filter(Definition.class::isInstance)
                .map(Definition.class::cast)
                .filter(definition -> derivative.isShown(definition.value()))
                .collect(Collectors.toList());
    }

    /** All elements of a value; a derivative of zero has no sign that anybody looks for. */
    private String elements(Interpreter run, Value value) {
        Coordinates.Array array = Coordinates.of(function, point.arguments(), value.name(), value);
        shortened |= Shortened.is(array);
        boolean condition = value.type() == Value.Type.CONDITION;
        double zero = value.isPrimal() ? -0.0 : 0.0;
        return Shortened.of(
                array,
                run.elements(value),
                number -> condition ? String.valueOf(number != 0) : Figures.of(number + zero));
    }

    // ---- forward

    private String forward() {
        Coordinates inputs = Coordinates.ofActive(function, point.arguments());
        List<Interpreter> runs = new ArrayList<>();
        List<String> heads = new ArrayList<>(List.of("", "", "value"));
        if (point.tangent().isPresent() || inputs.count() == 0) {
            runs.add(run(inputs, point.tangent().orElse(new double[0])));
            heads.add("tangent");
        } else {
            IntStream.range(0, Math.min(DIRECTIONS, inputs.count())).forEach(i -> {
                runs.add(run(inputs, inputs.unit(i)));
                heads.add("d/d" + inputs.name(i));
            });
        }
        Table table = new Table().row(heads);
        function.parameters()
                .forEach(parameter -> forward(parameter.value(), derivative.name(parameter.value()), "", runs, table));
        definitions()
                .forEach(definition -> forward(
                        definition.value(), formulas.element(definition.target()), formula(definition), runs, table));
        String rest = more(point.tangent().isPresent(), inputs.count(), "inputs", "tangent");
        return table.print("") + rest;
    }

    private void forward(Value value, String name, String formula, List<Interpreter> runs, Table table) {
        List<String> row = new ArrayList<>(List.of(name, formula, elements(runs.get(0), value)));
        Value tangent = derivative.shadows().derivatives().get(value);
        if (tangent != null) {
            runs.forEach(run -> row.add(elements(run, tangent)));
        }
        table.row(row);
    }

    // ---- reverse

    private String reverse() {
        Coordinates outputs = Coordinates.ofOutputs(function, point.arguments());
        boolean weighted = point.adjoint().isPresent();
        double[] seeds = point.adjoint().orElseGet(() -> outputs.count() == 0 ? new double[0] : outputs.unit(0));
        Interpreter first = run(outputs, seeds);
        Table values = new Table().row("", "", "value");
        function.parameters()
                .forEach(parameter ->
                        values.row(derivative.name(parameter.value()), "", elements(first, parameter.value())));
        definitions()
                .forEach(definition -> values.row(
                        formulas.element(definition.target()),
                        formula(definition),
                        elements(first, definition.value())));
        StringBuilder text = new StringBuilder(values.print(""));
        int shown = weighted ? 1 : Math.min(DIRECTIONS, outputs.count());
        for (int i = 0; i < shown; i++) {
            String head = weighted ? "adjoint" : "adjoint of " + outputs.name(i);
            text.append('\n').append(adjoints(head, i == 0 ? first : run(outputs, outputs.unit(i))));
        }
        return text.append(more(weighted, outputs.count(), "outputs", "adjoint"))
                .toString();
    }

    private String adjoints(String head, Interpreter run) {
        Table table = new Table().row("", head, "is the sum of");
        List<Value> values = definitions().stream().map(Definition::value).collect(Collectors.toList());
        Collections.reverse(values);
        function.activeParameters().forEach(parameter -> values.add(parameter.value()));
        for (Value value : new LinkedHashSet<>(values)) {
            Value adjoint = derivative.shadows().derivatives().get(value);
            if (adjoint != null) {
                List<Definition> parts = derivative.contributions(adjoint);
                String name = derivative.name(value) + "_bar";
                table.row(name, elements(run, adjoint), parts.isEmpty() ? "" : contribution(parts.get(0)));
                parts.stream().skip(1).forEach(part -> table.row("", "", contribution(part)));
            }
        }
        return table.print("");
    }

    /** What is added, and where. */
    private String contribution(Definition part) {
        String sum = derivative.contribution(part);
        if (part.target().isScalar()) {
            return sum + over(new Domain(List.of(), part.guard()));
        }
        List<String> places = part.target().at().stream().map(formulas::of).collect(Collectors.toList());
        return "at " + places + ": " + sum + over(part.domain());
    }

    // ---- words

    private static String more(boolean all, int count, String what, String entry) {
        return all || count <= DIRECTIONS
                ? ""
                : "\n" + DIRECTIONS + " of " + count + " " + what + " are shown: a point with `" + entry
                        + "` chooses\n";
    }

    /** As it might be written: {@code = sum[j](W[i, j] * x[j])}; of its domain what is no matter of course. */
    private String formula(Definition definition) {
        Domain domain = definition.domain();
        List<Axis> rounds = domain.axes().stream().filter(Axis::isSequential).collect(Collectors.toList());
        return "= " + derivative.formula(definition) + over(new Domain(rounds, domain.guard()));
    }

    private static String along(Axis axis) {
        return axis.order() == Axis.Order.DOWN
                ? axis.symbol() + " = " + axis.to().minus(Index.ONE) + ", ..., " + axis.from()
                : axis.toString();
    }

    private String over(Domain domain) {
        String axes = domain.axes().stream().map(ArrayTrace::along).collect(Collectors.joining(", "));
        StringBuilder words = new StringBuilder(axes.isEmpty() ? "" : "  for " + axes);
        for (Guard guard = domain.guard(); !guard.isAlways(); guard = guard.outer()) {
            words.append(guard.expected() ? "  if " : "  if not ").append(formulas.of(guard.condition()));
        }
        return words.toString();
    }
}
