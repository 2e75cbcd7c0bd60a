package dev.adjc.loop;

import static java.util.Objects.requireNonNull;

import dev.adjc.ir.Axis;
import dev.adjc.ir.Index;
import dev.adjc.ir.Value;
import dev.adjc.ir.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Makes several methods of statements that are too long for one: a block that has no room becomes one of calls, be it the
 * body of a loop within others or the whole routine.
 *
 * <pre>{@code
 * for i { a; b; c; d; e; f }   →   for i { part1(i); part2(i) }     part1(i) { a; b; c }     part2(i) { d; e; f }
 * }</pre>
 */
final class Division {
    private final Length length;
    private final Values values;

    private Division(Length length, Values values) {
        this.length = length;
        this.values = values;
    }

    /**
     * Divides the statements of a routine, if they need it.
     *
     * @param results what is handed over at the end
     * @param extents those of an array
     */
    static Crossing of(
            List<Statement> statements,
            List<Statement.Deliver> results,
            Function<Value, List<Index>> extents,
            Values values) {
        Length together = Length.together(extents);
        if (together.of(statements) + together.of(results) <= Length.LIMIT) {
            return new Crossing(statements, Map.of());
        }
        return Crossing.of(new Division(Length.apart(extents), values).divided(statements, List.of()), results);
    }

    private List<Statement> divided(List<Statement> statements, List<Axis> axes) {
        List<Statement> divided = new ArrayList<>();
        for (Statement statement : statements) {
            if (length.of(statement) > Length.LIMIT) {
                divided.addAll(divided(statement, axes));
            } else {
                divided.add(statement);
            }
        }
        while (length.of(divided) > Length.LIMIT) {
            divided = grouped(divided, axes);
        }
        return divided;
    }

    private List<Statement> divided(Statement statement, List<Axis> axes) {
        if (statement instanceof Statement.Loop loop) {
            return List.of(divided(loop, axes));
        }
        return statement instanceof Statement.Accumulate accumulate
                ? summed(accumulate, divided(accumulate.loop(), axes))
                : List.of(statement.within(block -> divided(block, axes)));
    }

    private Statement.Loop divided(Statement.Loop loop, List<Axis> axes) {
        List<Axis> within = new ArrayList<>(axes);
        within.add(loop.axis());
        return loop.within(block -> divided(block, within));
    }

    /** Consecutive statements as methods, each of as many as it has room for; a few are left as they are. */
    private List<Statement> grouped(List<Statement> statements, List<Axis> axes) {
        List<Statement> methods = new ArrayList<>();
        List<Statement> method = new ArrayList<>();
        int size = 0;
        for (Statement statement : statements) {
            int wanted = length.of(statement);
            if (size + wanted > Length.LIMIT) {
                methods.addAll(grouped(method, size, axes));
                method = new ArrayList<>();
                size = 0;
            }
            size += wanted;
            method.add(statement);
        }
        methods.addAll(grouped(method, size, axes));
        return methods;
    }

    private static List<Statement> grouped(List<Statement> method, int size, List<Axis> axes) {
        return size <= Length.CALL_OF_PART ? method : List.of(new Statement.Part(axes, method));
    }

    /** What a loop adds up in several methods gets a name that is known to all of them. */
    private List<Statement> summed(Statement.Accumulate accumulate, Statement.Loop loop) {
        Map<Value, Value> sums = new LinkedHashMap<>();
        List<Statement> statements = new ArrayList<>();
        for (Statement.Accumulator one : accumulate.accumulators()) {
            Value sum = values.make(one.value().name(), one.value().type(), Value.Role.TEMPORARY);
            sums.put(one.value(), sum);
            statements.add(new Statement.Declare(sum, OptionalDouble.of(one.initial())));
        }
        statements.add(loop.within(body -> renamed(body, sums)));
        for (Statement.Accumulator one : accumulate.accumulators()) {
            Term sum = new Term.Read(requireNonNull(sums.get(one.value())));
            statements.add(new Statement.Assign(one.store(), one.value(), one.at(), sum, one.origin()));
        }
        return statements;
    }

    private static List<Statement> renamed(List<Statement> statements, Map<Value, Value> sums) {
        List<Statement> renamed = new ArrayList<>();
        for (Statement statement : statements) {
            Value sum = statement instanceof Statement.Assign assign ? sums.get(assign.target()) : null;
            renamed.add(
                    sum == null
                            ? statement.within(block -> renamed(block, sums))
                            : ((Statement.Assign) statement).to(sum));
        }
        return renamed;
    }
}
