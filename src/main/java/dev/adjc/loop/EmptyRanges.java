package dev.adjc.loop;

import dev.adjc.ir.Access;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Domain;
import dev.adjc.ir.Index;
import dev.adjc.ir.IndexNumber;
import dev.adjc.ir.Literal;
import dev.adjc.ir.Program;
import dev.adjc.ir.Requirement;
import dev.adjc.ir.Step;
import dev.adjc.ir.Value;
import dev.adjc.operator.Operators;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets what refuses an empty range stand before what is required at each place of that range: {@code require N > 0} before
 * {@code require y[n] < C   over n < N}.
 *
 * <p>The first requirement that does not hold stays the same one, for nothing is required along a range without places.
 * What follows no longer has the one requirement between it and the loop with the other, and so can share that loop.
 */
final class EmptyRanges {
    private final List<Step> steps = new ArrayList<>();
    private final Map<Value, Definition> conditions = new HashMap<>();

    private EmptyRanges() {}

    static Program apply(Program program) {
        EmptyRanges ranges = new EmptyRanges();
        program.steps().forEach(ranges::add);
        return program.with(ranges.steps, program.outputs());
    }

    private void add(Step step) {
        if (step instanceof Definition definition && definition.value().type() == Value.Type.CONDITION) {
            conditions.put(definition.value(), definition);
        }
        Optional<Definition> positive =
                step instanceof Requirement requirement ? positive(requirement) : Optional.empty();
        if (positive.isEmpty()) {
            steps.add(step);
            return;
        }
        int place = placeFor(((IndexNumber) positive.get().operand(0)).index());
        if (steps.indexOf(positive.get()) > place) {
            steps.remove(positive.get());
            steps.add(place++, positive.get());
        }
        steps.add(place, step);
    }

    /** The condition that a size is positive, if it is what is required, wherever the requirement stands. */
    private Optional<Definition> positive(Requirement requirement) {
        return requirement.condition() instanceof Access access
                        && requirement.domain().equals(Domain.POINT)
                ? Optional.ofNullable(conditions.get(access.value())).filter(EmptyRanges::isOfSize)
                : Optional.empty();
    }

    private static boolean isOfSize(Definition condition) {
        return condition.domain().equals(Domain.POINT)
                && condition.operator() == Operators.GREATER
                && condition.operand(0) instanceof IndexNumber number
                && number.index().atoms().stream().noneMatch(Index.Entry.class::isInstance)
                && condition.operand(1).equals(Literal.ZERO);
    }

    /** Before the first step along a range of this extent behind which no other requirements stand; else behind all steps. */
    private int placeFor(Index extent) {
        int place = steps.size();
        boolean waits = false;
        for (int i = steps.size() - 1; i >= 0; i--) {
            Step step = steps.get(i);
            boolean along = step.domain().axes().stream()
                    .anyMatch(axis -> axis.extent().count().equals(extent));
            if (step instanceof Requirement && !along) {
                break;
            }
            waits |= step instanceof Requirement;
            place = along ? i : place;
        }
        return waits ? place : steps.size();
    }
}
