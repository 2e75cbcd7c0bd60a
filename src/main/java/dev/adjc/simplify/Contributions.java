package dev.adjc.simplify;

import dev.adjc.ir.Access;
import dev.adjc.ir.Combine;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Domain;
import dev.adjc.ir.Guard;
import dev.adjc.ir.Index;
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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns what is added to an element under one guard into an expression: {@code v += a; v += b} becomes {@code v = a + b}, and
 * equal contributions a product. Contributions under different guards stay apart, and so do those that a reader may find
 * missing, because its own guard does not imply theirs. What is summed along an axis stays a sum.
 *
 * <p>Nobody reads a derivative where the value that it belongs to is not given. So what is contributed once wherever that is
 * set is set as well.
 */
public final class Contributions {
    private final Program program;
    private final Map<Value, Map<Place, Integer>> open = new HashMap<>();
    private final Map<Place, Map<Operand, Integer>> collected = new HashMap<>();
    private final ValueMap<Integer> givers = new ValueMap<>();
    private final ValueMap<Guard> readers = new ValueMap<>();
    private final Map<Value, Set<Given>> given = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();

    /** Where contributions meet. */
    private record Place(Access target, Domain domain) {}

    /** Where elements are given, whichever value it is that they belong to, and whether all at once. */
    private record Given(List<Index> at, Domain domain, boolean atOnce) {}

    private Contributions(Program program) {
        this.program = program;
    }

    public static Program apply(Program program) {
        return new Contributions(program).run();
    }

    private Program run() {
        for (Step step : program.steps()) {
            Reads.of(step).forEach(value -> read(value, step.domain().guard()));
            if (step instanceof Definition definition) {
                givers.put(definition.value(), givers.getOrDefault(definition.value(), 0) + 1);
                given.computeIfAbsent(definition.value(), none -> new HashSet<>())
                        .add(new Given(
                                definition.target().at(),
                                definition.domain(),
                                definition.combine() == Combine.SET || isContribution(definition)));
                if (isContribution(definition)) {
                    open.computeIfAbsent(definition.value(), value -> new LinkedHashMap<>())
                            .merge(place(definition), 1, Integer::sum);
                }
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
        return definition.combine() == Combine.SUM
                && definition.operator() == Operators.COPY
                && definition.domain().axes().stream()
                        .allMatch(axis -> definition.target().at().stream()
                                .anyMatch(place ->
                                        place.minus(axis.place()).literal().isPresent()));
    }

    private static Place place(Definition definition) {
        return new Place(definition.target(), definition.domain());
    }

    /** Holds the contribution back until the last one at its place, and then adds them all at once. */
    private void collect(Definition definition) {
        Value target = definition.value();
        Place place = place(definition);
        Map<Place, Integer> expected = open.getOrDefault(target, Map.of());
        Map<Operand, Integer> terms = collected.computeIfAbsent(place, none -> new LinkedHashMap<>());
        terms.merge(definition.operand(0), 1, Integer::sum);
        int left = expected.merge(place, -1, Integer::sum);
        givers.put(target, givers.getOrDefault(target, 0) - (left > 0 ? 1 : 0));
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
        Guard guard = definition.guard();
        boolean whole = givers.getOrDefault(target, 0) == 1
                && definition.reachesAll()
                && readers.getOrDefault(target, guard).within(guard);
        boolean complete = whole || isGivenWithPrimal(target);
        Combine combine = complete ? Combine.SET : Combine.SUM;
        Operator operator = addends.size() == 1 ? Operators.COPY : Operators.ADD;
        List<Operand> operands = addends.size() == 1 ? List.of(sum) : List.of(sum, addends.get(addends.size() - 1));
        steps.add(new Definition(
                definition.target(), definition.domain(), combine, operator, operands, definition.origin()));
    }

    /** Whether the derivative is given where the value that it belongs to is, and both element by element. */
    private boolean isGivenWithPrimal(Value derivative) {
        Set<Given> places = given.getOrDefault(derivative, Set.of());
        return places.stream().allMatch(Given::atOnce)
                && derivative.primal().map(given::get).filter(places::equals).isPresent();
    }

    private Operand partial(Definition contribution, Operator operator, Operand a, Operand b) {
        Access target = program.values().real("t", Value.Role.PARTIAL, contribution.domain());
        steps.add(new Definition(
                target, contribution.domain(), Combine.SET, operator, List.of(a, b), contribution.origin()));
        return target;
    }
}
