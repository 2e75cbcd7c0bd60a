package dev.adjc.loop;

import dev.adjc.ir.Access;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Operand;
import dev.adjc.ir.Value;
import dev.adjc.loop.Node.Block;
import dev.adjc.operator.Operators;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/** What is written where it is read, as a part of another expression, and so needs no name. */
final class Parts {
    /** A part of an expression of more operators than this gets a name, so that lines stay readable. */
    private static final int LARGEST_PART = 8;

    /** A sum reads well up to this size, as long as its terms are no larger parts than others. */
    private static final int LARGEST_SUM = 24;

    private final Survey survey;
    private final Places places;
    private final Map<Value, Integer> sizes = new HashMap<>();
    private final Map<Value, Block> reaches = new HashMap<>();
    private final Map<Value, Integer> unasked = new HashMap<>();
    private final Set<Node.Fork> empty = Collections.newSetFromMap(new IdentityHashMap<>());

    Parts(Survey survey, Places places) {
        this.survey = survey;
        this.places = places;
        decide();
    }

    /** Whether the value is written where it is read, without a name. */
    boolean contains(Value value) {
        return sizes.containsKey(value);
    }

    /** How often what is written down reads the value: nothing asks for a condition on which nothing hangs. */
    int reads(Value value) {
        return survey.reads(value) - unasked.getOrDefault(value, 0);
    }

    /**
     * Decides what is written where it is read. A branch of which nothing is left then asks for its condition no more, so
     * that the condition may in turn be written where it is read: {@code c = x > 0; d = y > 0 if c; e = c and d} becomes
     * {@code x > 0 && y > 0}.
     */
    private void decide() {
        boolean fewer = true;
        while (fewer) {
            sizes.clear();
            reaches.clear();
            survey.definitions().forEach(this::decide);
            fewer = false;
            for (Node.Fork fork : survey.forks()) {
                boolean asked = reads(fork.condition().value()) > 1;
                if (asked && !empty.contains(fork) && isEmpty(fork.then()) && isEmpty(fork.otherwise())) {
                    empty.add(fork);
                    unasked.merge(fork.condition().value(), 1, Integer::sum);
                    fewer = true;
                }
            }
        }
    }

    private boolean isEmpty(Block block) {
        return block.nodes().stream()
                .allMatch(node -> node instanceof Node.Leaf leaf
                        ? leaf.step() instanceof Definition definition && contains(definition.value())
                        : empty.contains(node));
    }

    /** Decides whether the target is written where it is read; its operands are decided on before it. */
    private void decide(Definition definition) {
        int size = 1;
        Block reach = survey.root();
        boolean sum = definition.operator() == Operators.ADD || definition.operator() == Operators.SUBTRACT;
        for (Operand operand : definition.operands()) {
            if (operand instanceof Access access) {
                boolean first = operand == definition.operand(0);
                if (sizes.getOrDefault(access.value(), 0) > LARGEST_PART && !(sum && first)) {
                    sizes.remove(access.value());
                    reaches.remove(access.value());
                }
                size += sizes.getOrDefault(access.value(), 0);
                Block other = reaches.getOrDefault(access.value(), survey.home(access.value()));
                reach = survey.depth(other) > survey.depth(reach) ? other : reach;
            }
        }
        Value target = definition.value();
        boolean small = size <= (sum ? LARGEST_SUM : LARGEST_PART);
        if (small
                && mayBePart(definition)
                && isReadInItsNest(definition)
                && survey.isAround(reach, survey.home(target))) {
            sizes.put(target, size);
            reaches.put(target, reach);
        }
    }

    /** What is given once and read once. */
    private boolean mayBePart(Definition definition) {
        Value value = definition.value();
        return value.isUnnamed()
                && reads(value) == 1
                && survey.givers(value).size() == 1
                && !survey.isGathered(value)
                && !places.has(value);
    }

    /** Whether the target is read as often as it is given: not in a loop within. */
    private boolean isReadInItsNest(Definition definition) {
        return survey.reader(definition.value())
                .filter(reader -> survey.nest(reader) == survey.nest(survey.block(definition)))
                .isPresent();
    }
}
