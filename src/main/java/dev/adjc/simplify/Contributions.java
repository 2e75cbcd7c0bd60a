package dev.adjc.simplify;

import dev.adjc.ir.Access;
import dev.adjc.ir.Combine;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Guard;
import dev.adjc.ir.Literal;
import dev.adjc.ir.Operand;
import dev.adjc.ir.Output;
import dev.adjc.ir.Program;
import dev.adjc.ir.Reads;
import dev.adjc.ir.Step;
import dev.adjc.ir.Value;
import dev.adjc.ir.ValueMap;
import dev.adjc.operator.Operator;
import dev.adjc.operator.Operators;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns what is added to a value under one guard into an expression: {@code v += a; v += b} becomes {@code v = a + b}, and
 * equal contributions a product. Contributions under different guards stay apart, and so do those that a reader may find
 * missing, because its own guard does not imply theirs.
 */
public final class Contributions {
    private final Program program;
    private final Map<Value, Map<Guard, Integer>> open = new HashMap<>();
    private final Map<Value, Map<Guard, Map<Operand, Integer>>> collected = new HashMap<>();
    private final ValueMap<Guard> readers = new ValueMap<>();
    private final List<Step> steps = new ArrayList<>();

    private Contributions(Program program) {
        this.program = program;
    }

    public static Program apply(Program program) {
        return new Contributions(program).run();
    }

    private Program run() {
        for (Step step : program.steps()) {
            Reads.of(step).forEach(value -> read(value, step.domain().guard()));
            if (step instanceof Definition definition && isContribution(definition)) {
                open.computeIfAbsent(definition.target(), target -> new LinkedHashMap<>())
                        .merge(definition.guard(), 1, Integer::sum);
            }
        }
        for (Output output : program.outputs()) {
            if (output.operand() instanceof Access access) {
                read(access.value(), Guard.ALWAYS);
            }
        }
        for (Step step : program.steps()) {
            if (step instanceof Definition definition && isContribution(definition)) {
                collect(definition);
            } else {
                steps.add(step);
            }
        }
        return program.with(steps, program.outputs());
    }

    /** Notes that the value is read under this guard; together, under the one around all. */
    private void read(Value value, Guard guard) {
        readers.put(value, readers.getOrDefault(value, guard).common(guard));
    }

    private static boolean isContribution(Definition definition) {
        return definition.combine() == Combine.SUM && definition.operator() == Operators.COPY;
    }

    /** Holds the contribution back until the last one under its guard, and then adds them all at once. */
    private void collect(Definition definition) {
        Value target = definition.target();
        Guard guard = definition.guard();
        Map<Guard, Integer> expected = open.getOrDefault(target, Map.of());
        Map<Operand, Integer> terms = collected
                .computeIfAbsent(target, value -> new HashMap<>())
                .computeIfAbsent(guard, same -> new LinkedHashMap<>());
        terms.merge(definition.operand(0), 1, Integer::sum);
        int left = expected.merge(guard, -1, Integer::sum);
        if (left > 0) {
            return;
        }
        List<Operand> addends = new ArrayList<>();
        terms.forEach((term, times) ->
                addends.add(times == 1 ? term : partial(definition, Operators.MULTIPLY, Literal.of(times), term)));
        Operand sum = addends.get(0);
        for (int i = 1; i < addends.size() - 1; i++) {
            sum = partial(definition, Operators.ADD, sum, addends.get(i));
        }
        boolean complete =
                expected.size() == 1 && readers.getOrDefault(target, guard).within(guard);
        Combine combine = complete ? Combine.SET : Combine.SUM;
        Operator operator = addends.size() == 1 ? Operators.COPY : Operators.ADD;
        List<Operand> operands = addends.size() == 1 ? List.of(sum) : List.of(sum, addends.get(addends.size() - 1));
        steps.add(new Definition(target, definition.domain(), combine, operator, operands, definition.origin()));
    }

    private Operand partial(Definition contribution, Operator operator, Operand a, Operand b) {
        Value target = program.values().real("t", Value.Role.PARTIAL);
        steps.add(new Definition(
                target, contribution.domain(), Combine.SET, operator, List.of(a, b), contribution.origin()));
        return target.read();
    }
}
