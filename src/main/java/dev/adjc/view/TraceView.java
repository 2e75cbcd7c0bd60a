package dev.adjc.view;

import dev.adjc.compile.CompiledFunction;
import dev.adjc.compile.Mode;
import dev.adjc.derive.Shadows;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Interpreter;
import dev.adjc.ir.Literal;
import dev.adjc.ir.Operand;
import dev.adjc.ir.Output;
import dev.adjc.ir.Parameter;
import dev.adjc.ir.Program;
import dev.adjc.ir.Step;
import dev.adjc.ir.Value;
import dev.adjc.loop.Scheduler;
import dev.adjc.run.Point;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * The evaluation trace of a function at a point, as a lecture shows it.
 *
 * <p>Forward: each intermediate with its formula, its value, and its tangent in one direction or along each input. Reverse: each
 * with its value, then each adjoint, from the last to the first, with the contributions that it is the sum of. Only what the
 * point's path computes is shown.
 */
public final class TraceView {
    private final CompiledFunction compiled;
    private final Program function;
    private final TracedDerivative derivative;
    private final Point point;
    private final Formulas formulas;

    private TraceView(CompiledFunction function, Mode mode, Point point) {
        this.compiled = function;
        this.function = function.lowered();
        this.derivative = new TracedDerivative(this.function, function.derivative(mode), mode);
        this.formulas = derivative.formulas();
        this.point = point;
    }

    /** The trace in a mode; in the direction, or with the weights, that the point has. */
    public static String of(CompiledFunction function, Mode mode, Point point) {
        if (Scheduler.hasArrays(function.lowered())) {
            return ArrayTrace.of(function, mode, point);
        }
        TraceView view = new TraceView(function, mode, point);
        return mode == Mode.FORWARD ? view.forward() : view.reverse();
    }

    private Interpreter run(double[] seeds) {
        double[] inputs = DoubleStream.concat(DoubleStream.of(point.inputs()), DoubleStream.of(seeds))
                .toArray();
        return Interpreter.run(derivative.shadows().program(), inputs);
    }

    private static double[] unit(int length, int position) {
        double[] unit = new double[length];
        unit[position] = 1;
        return unit;
    }

    /** What the point's path computes, in order. */
    private List<Definition> executed(Interpreter run) {
        List<Definition> executed = new ArrayList<>();
        for (Step step : function.steps()) {
            if (step instanceof Definition definition && run.holds(definition.guard())) {
                executed.add(definition);
            }
        }
        return executed;
    }

    private static String number(Interpreter run, Value value) {
        double number = run.number(value.read());
        boolean condition = value.type() == Value.Type.CONDITION;
        return condition ? String.valueOf(number != 0) : Figures.of(number);
    }

    /** A derivative of zero has no sign that anybody looks for. */
    private static String derivative(Interpreter run, Operand operand) {
        return Figures.of(run.number(operand) + 0.0);
    }

    // ---- forward

    /** One direction at the point: the tangents of what depends on the inputs that change along it. */
    private record Direction(Interpreter run, Map<Value, Operand> tangents) {}

    private Direction along(Parameter input) {
        Shadows along = compiled.tangentsAlong(input);
        Map<Value, Operand> tangents = read(along);
        tangents.put(input.value(), Literal.ONE);
        return new Direction(Interpreter.run(along.program(), point.inputs()), tangents);
    }

    private static Map<Value, Operand> read(Shadows shadows) {
        Map<Value, Operand> tangents = new HashMap<>();
        shadows.derivatives().forEach((value, tangent) -> tangents.put(value, tangent.read()));
        return tangents;
    }

    private String forward() {
        List<Parameter> active = function.activeParameters();
        List<Direction> directions = new ArrayList<>();
        List<String> heads = new ArrayList<>(List.of("", "", "value"));
        if (point.tangent().isPresent() || active.isEmpty()) {
            directions.add(new Direction(run(point.tangent().orElse(new double[0])), read(derivative.shadows())));
            heads.add("tangent");
        } else {
            for (Parameter input : active) {
                directions.add(along(input));
                heads.add("d/d" + input.name());
            }
        }
        boolean oneDirection = directions.size() == 1 && !active.isEmpty();
        if (oneDirection) {
            heads.add(3, "");
        }
        Table table = new Table().row(heads);
        for (Parameter parameter : function.parameters()) {
            table.row(forward(parameter.value(), "", directions, oneDirection));
        }
        for (Definition definition : executed(directions.get(0).run())) {
            table.row(forward(definition.value(), "= " + formulas.of(definition), directions, oneDirection));
        }
        return table.print("");
    }

    private List<String> forward(Value value, String formula, List<Direction> directions, boolean oneDirection) {
        Interpreter first = directions.get(0).run();
        List<String> row = new ArrayList<>(List.of(derivative.name(value), formula, number(first, value)));
        Value tangent = derivative.shadows().derivatives().get(value);
        if (tangent == null) {
            return row;
        }
        if (oneDirection) {
            row.add(tangentFormula(value, tangent, first));
        }
        directions.forEach(each ->
                row.add(derivative(each.run(), each.tangents().getOrDefault(value, Literal.ZERO))));
        return row;
    }

    private String tangentFormula(Value value, Value tangent, Interpreter run) {
        List<Definition> parts = contributions(tangent, run);
        String name = derivative.name(value) + "_dot";
        return parts.isEmpty() ? name : name + " = " + sum(parts);
    }

    // ---- reverse

    private String reverse() {
        StringBuilder text = new StringBuilder();
        List<Output> outputs = function.outputs();
        boolean weighted = point.adjoint().isPresent();
        Interpreter first = run(point.adjoint().orElseGet(() -> unit(outputs.size(), 0)));
        Table values = new Table().row("", "", "value");
        for (Parameter parameter : function.parameters()) {
            values.row(derivative.name(parameter.value()), "", number(first, parameter.value()));
        }
        for (Definition definition : executed(first)) {
            values.row(
                    derivative.name(definition.value()),
                    "= " + formulas.of(definition),
                    number(first, definition.value()));
        }
        text.append(values.print(""));
        for (int i = 0; i < (weighted ? 1 : outputs.size()); i++) {
            String of = weighted ? "" : " of " + outputs.get(i).name();
            Interpreter run = i == 0 ? first : run(unit(outputs.size(), i));
            text.append('\n').append(adjoints("adjoint" + of, run));
        }
        return text.toString();
    }

    private String adjoints(String head, Interpreter run) {
        Table table = new Table().row("", head, "is the sum of");
        List<Value> values = new ArrayList<>();
        List<Definition> executed = executed(run);
        for (int i = executed.size() - 1; i >= 0; i--) {
            values.add(executed.get(i).value());
        }
        function.activeParameters().stream().map(Parameter::value).forEach(values::add);
        for (Value value : values) {
            Value adjoint = derivative.shadows().derivatives().get(value);
            if (adjoint != null) {
                List<Definition> parts = contributions(adjoint, run);
                table.row(
                        derivative.name(value) + "_bar",
                        derivative(run, adjoint.read()),
                        sum(parts),
                        parts.size() > 1 ? "= " + numbers(parts, run) : "");
            }
        }
        return table.print("");
    }

    // ---- sums

    private List<Definition> contributions(Value shadow, Interpreter run) {
        return derivative.contributions(shadow).stream()
                .filter(part -> run.holds(part.guard()))
                .collect(Collectors.toList());
    }

    private String sum(List<Definition> parts) {
        return joined(parts.stream().map(derivative::contribution).collect(Collectors.toList()));
    }

    private static String numbers(List<Definition> parts, Interpreter run) {
        return joined(
                parts.stream().map(part -> derivative(run, part.operand(0))).collect(Collectors.toList()));
    }

    private static String joined(List<String> terms) {
        StringBuilder text = new StringBuilder();
        for (String term : terms) {
            boolean negative = term.startsWith("-");
            String sign = text.isEmpty() ? "" : negative ? " - " : " + ";
            text.append(sign).append(negative && !text.isEmpty() ? term.substring(1) : term);
        }
        return text.toString();
    }
}
