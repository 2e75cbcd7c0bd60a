package dev.adjc.loop;

import dev.adjc.ir.Access;
import dev.adjc.ir.Axis;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Guard;
import dev.adjc.ir.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Steps, with neighbours under one condition, and those that are repeated along one axis, brought together. */
sealed interface Node {

    /** A step whose guard is that of the blocks around it. */
    record Leaf(Step step) implements Node {}

    /** Steps that hang on a condition. */
    record Fork(Access condition, Block then, Block otherwise) implements Node {}

    /** Steps that are repeated at each place of an axis. */
    record Nest(Axis axis, Block body) implements Node {}

    /** Nodes one after another. */
    record Block(List<Node> nodes) {
        boolean isEmpty() {
            return nodes.isEmpty();
        }
    }

    /** Groups the steps of a routine. */
    static Block group(List<Step> steps) {
        return group(steps, 0);
    }

    /** The steps' guards agree down to this depth. */
    private static Block group(List<Step> steps, int depth) {
        List<Node> nodes = new ArrayList<>();
        int next = 0;
        while (next < steps.size()) {
            Step step = steps.get(next);
            Guard guard = step.domain().guard();
            if (guard.depth() == depth) {
                nodes.add(new Leaf(step));
                next++;
                continue;
            }
            Guard fork = guard.at(depth + 1);
            List<Step> then = new ArrayList<>();
            List<Step> otherwise = new ArrayList<>();
            while (next < steps.size() && hangsOn(steps.get(next), fork)) {
                Step one = steps.get(next++);
                (one.domain().guard().at(depth + 1).expected() ? then : otherwise).add(one);
            }
            nodes.add(new Fork(fork.condition(), group(then, depth + 1), group(otherwise, depth + 1)));
        }
        return new Block(nodes);
    }

    /** Whether the step is in either branch of the fork's condition; the one around both is the same. */
    private static boolean hangsOn(Step step, Guard fork) {
        Guard guard = step.domain().guard();
        return guard.depth() >= fork.depth()
                && guard.at(fork.depth()).condition().equals(fork.condition());
    }

    /** Whether every path through the block has a definition of this kind. */
    static boolean gives(Block block, Predicate<Definition> wanted) {
        for (Node node : block.nodes()) {
            if (node instanceof Leaf leaf && leaf.step() instanceof Definition definition && wanted.test(definition)) {
                return true;
            }
            if (node instanceof Fork fork && gives(fork.then(), wanted) && gives(fork.otherwise(), wanted)) {
                return true;
            }
        }
        return false;
    }
}
