package dev.adjc.loop;

import dev.adjc.ir.Access;
import dev.adjc.ir.Bounds;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Guard;
import dev.adjc.ir.Index;
import dev.adjc.ir.IndexNumber;
import dev.adjc.ir.Reads;
import dev.adjc.ir.Step;
import dev.adjc.ir.Symbol;
import dev.adjc.ir.Value;
import dev.adjc.loop.Node.Block;
import dev.adjc.operator.Operator.Trait;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which steps must come before which, because these read elements that those give. */
final class Dependences {
    private Dependences() {}

    /** All steps of a node, in order. */
    static List<Step> steps(Node node) {
        List<Step> steps = new ArrayList<>();
        gather(node, steps);
        return steps;
    }

    /** All steps of a block, in order. */
    static List<Step> steps(Block block) {
        List<Step> steps = new ArrayList<>();
        gather(block, steps);
        return steps;
    }

    private static void gather(Node node, List<Step> steps) {
        if (node instanceof Node.Leaf leaf) {
            steps.add(leaf.step());
        } else if (node instanceof Node.Nest nest) {
            gather(nest.body(), steps);
        } else {
            Node.Fork fork = (Node.Fork) node;
            gather(fork.then(), steps);
            gather(fork.otherwise(), steps);
        }
    }

    private static void gather(Block block, List<Step> steps) {
        block.nodes().forEach(node -> gather(node, steps));
    }

    /** All values that a node gives or reads. */
    static Set<Value> values(Node node) {
        Set<Value> values = new HashSet<>();
        for (Step step : steps(node)) {
            uses(step).forEach(access -> values.add(access.value()));
            if (step instanceof Definition definition) {
                values.add(definition.value());
            }
        }
        return values;
    }

    /** What steps give and use, gathered while they are put into a node. */
    static final class Given {
        private final Map<Value, Set<Access>> elements = new HashMap<>();
        private final Set<Access> uses = new LinkedHashSet<>();
        private boolean requires;

        static Given by(Step step) {
            Given given = new Given();
            given.add(step);
            return given;
        }

        void add(Step step) {
            uses.addAll(Dependences.uses(step));
            if (step instanceof Definition definition) {
                elements.computeIfAbsent(definition.value(), none -> new LinkedHashSet<>())
                        .add(definition.target());
            } else {
                requires = true;
            }
        }

        /** What those steps use themselves. */
        Set<Access> uses() {
            return uses;
        }

        boolean gives(Value value) {
            return elements.containsKey(value);
        }

        private Stream<Pair> pairs(Collection<Access> used) {
            return used.stream()
                    .flatMap(access -> elements.getOrDefault(access.value(), Set.of()).stream()
                            .map(given -> new Pair(given, access)));
        }
    }

    /** Whether steps that use this cannot go before those that give, the places around both being the same. */
    static boolean isBetween(Given earlier, Collection<Access> later, Set<Symbol> around) {
        return earlier.requires || gives(earlier, later, around);
    }

    /** Whether the earlier steps give some of what later ones use, the places around both being the same. */
    static boolean gives(Given earlier, Collection<Access> later, Set<Symbol> around) {
        return earlier.pairs(later).anyMatch(pair -> !differ(pair, around));
    }

    /** Whether the step can be carried out whatever is refused: no requirement sees to it that it reads what is there. */
    static boolean isSafe(Step step) {
        return step instanceof Definition definition
                && !definition.operator().is(Trait.EXTERN)
                && uses(step).stream().allMatch(Access::isScalar)
                && definition.operands().stream()
                        .allMatch(operand -> !(operand instanceof IndexNumber number) || isSafe(number.index()));
    }

    private static boolean isSafe(Index number) {
        return !number.mayOverflow() && Bounds.of(List.of()).isDefined(number);
    }

    /** Whether at each place of the nest the later steps need of the earlier ones only what these give at that place. */
    static boolean staysWithin(Given earlier, Collection<Access> later, Symbol nest, Set<Symbol> around) {
        return earlier.pairs(later).allMatch(pair -> differ(pair, around) || coincide(pair, nest, around));
    }

    /** An element that an earlier step gives, and one of the same value that a later step reads or adds to. */
    private record Pair(Access given, Access used) {}

    /** All that the steps use. */
    static List<Access> uses(List<Step> steps) {
        List<Access> uses = new ArrayList<>();
        steps.forEach(step -> uses.addAll(uses(step)));
        return uses;
    }

    /** What the step reads; and what it adds to, where all bits of the sum are kept and so its order is. */
    private static List<Access> uses(Step step) {
        List<Access> uses = new ArrayList<>(Reads.accesses(step));
        for (Guard guard = step.domain().guard(); !guard.isAlways(); guard = guard.outer()) {
            uses.add(guard.condition());
        }
        if (step instanceof Definition definition && definition.value().isPrimal()) {
            uses.add(definition.target());
        }
        return uses;
    }

    /** Whether the elements are never the same: in some dimension they are always that far apart. */
    private static boolean differ(Pair pair, Set<Symbol> around) {
        for (int k = 0; k < pair.given.at().size(); k++) {
            Index given = pair.given.at().get(k);
            Index used = pair.used.at().get(k);
            boolean fixed = isFixed(given, around) && isFixed(used, around);
            if (fixed && given.minus(used).literal().orElse(0) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether the elements can be the same only at one place of the nest. */
    private static boolean coincide(Pair pair, Symbol nest, Set<Symbol> around) {
        for (int k = 0; k < pair.given.at().size(); k++) {
            Index given = pair.given.at().get(k);
            if (given.equals(pair.used.at().get(k)) && isInjective(given, nest, around)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the index is another one at each place of the nest, whatever else runs. */
    static boolean isInjective(Index index, Symbol nest, Set<Symbol> around) {
        long factor = index.coefficient(nest);
        Index rest = index.minus(Index.of(nest).times(factor));
        return factor != 0 && !rest.mentions(nest) && isFixed(rest, around);
    }

    /** Whether the index speaks of nothing that runs within: sizes have no instance, places that run have one. */
    static boolean isFixed(Index index, Set<Symbol> around) {
        return index.atoms().stream()
                .allMatch(
                        atom -> !(atom instanceof Symbol symbol) || symbol.instance() == 0 || around.contains(symbol));
    }
}
