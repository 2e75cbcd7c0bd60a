package dev.adjc.loop;

import dev.adjc.ir.Access;
import dev.adjc.ir.Axis;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Domain;
import dev.adjc.ir.Guard;
import dev.adjc.ir.Renaming;
import dev.adjc.ir.Step;
import dev.adjc.ir.Symbol;
import dev.adjc.ir.Value;
import dev.adjc.loop.Node.Block;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Puts steps into nests, one after another: a step goes into a nest that is there already, if it runs along the same axis and
 * all that the step reads is there in time; else it gets one of its own.
 *
 * <pre>{@code
 * t[m,d] = V[m,d] * x[d]   over m < M, d < D          for m < M
 * q[m] += t[m,d]           over m < M, d < D     →      for d < D
 * h[m] = tanh(q[m])        over m < M                      t = …;  q += t
 *                                                        h[m] = tanh(q)
 * }</pre>
 *
 * <p>A condition is asked for in the outermost nest in which it is known. Steps in one nest speak of its place by one symbol,
 * of which no other nest speaks.
 */
final class Nesting {
    /** How many steps behind one are looked at before its nest is chosen. */
    private static final int FORESIGHT = 60;

    /** So many nodes are put before a nest, at most, so that steps can go into it. */
    private static final int MOVED = 16;

    private final Joining joining;
    private final Map<Symbol, Symbol> written = new HashMap<>();
    private final Map<Node, Dependences.Given> given = new IdentityHashMap<>();
    private final Set<Block> withNests = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Dependences.Given> path = new ArrayDeque<>();
    private int symbols;

    private Nesting(Joining joining) {
        this.joining = joining;
    }

    static Block nest(List<Step> steps, Joining joining) {
        Nesting nesting = new Nesting(joining);
        Block root = new Block(new ArrayList<>());
        List<Step> named = new ArrayList<>();
        steps.forEach(step -> named.add(nesting.renamed(step)));
        nesting.addAll(root, named, 0, Set.of());
        return root;
    }

    /** The step with symbols of its own. */
    private Step renamed(Step step) {
        if (step.domain().isPoint()) {
            return step;
        }
        Renaming renaming = new Renaming();
        for (Axis axis : step.domain().axes()) {
            Symbol own = new Symbol(axis.symbol().name(), ++symbols);
            written.put(own, axis.symbol());
            renaming.put(axis.symbol(), own);
        }
        return renaming.of(step);
    }

    /** Adds steps, the first axes of which are around the block already. */
    private void addAll(Block block, List<Step> steps, int depth, Set<Symbol> around) {
        int next = 0;
        while (next < steps.size()) {
            Step step = steps.get(next);
            int rounds = rounds(step.domain(), depth);
            if (rounds < 0) {
                add(block, step, followers(steps, next, depth), depth, 0, around);
                next++;
                continue;
            }
            List<Step> group = new ArrayList<>(List.of(step));
            while (next + group.size() < steps.size()) {
                Step follower = joined(steps.get(next + group.size()), step, rounds);
                if (follower == step) {
                    break;
                }
                group.add(follower);
            }
            rounds(block, group, depth, rounds, around);
            next += group.size();
        }
    }

    /** The position of the first sequential axis from this one on, negative if there is none. */
    private static int rounds(Domain domain, int depth) {
        for (int i = depth; i < domain.axes().size(); i++) {
            if (domain.axes().get(i).isSequential()) {
                return i;
            }
        }
        return -1;
    }

    /** The step in the symbols of the first one, up to its sequential axis; the first one itself if they differ there. */
    private Step joined(Step step, Step first, int rounds) {
        List<Axis> axes = step.domain().axes();
        List<Axis> shared = first.domain().axes().subList(0, rounds + 1);
        if (axes.size() <= rounds || !isOneLoop(axes.get(rounds), shared.get(rounds))) {
            return first;
        }
        Renaming renaming = new Renaming();
        for (int i = 0; i <= rounds; i++) {
            renaming.put(axes.get(i).symbol(), shared.get(i).symbol());
        }
        Step renamed = renaming.of(step);
        return renamed.domain().axes().subList(0, rounds + 1).equals(shared) ? renamed : first;
    }

    /** Loops are told apart by their symbols: another one of as many rounds begins when all rounds of this one have ended. */
    private boolean isOneLoop(Axis one, Axis other) {
        return Objects.equals(written.get(one.symbol()), written.get(other.symbol()));
    }

    /** Adds steps that are rounds of one loop. */
    private void rounds(Block block, List<Step> group, int depth, int rounds, Set<Symbol> around) {
        if (depth > rounds) {
            addAll(block, group, depth, around);
            return;
        }
        Axis axis = group.get(0).domain().axes().get(depth);
        Node.Nest nest = depth < rounds ? joinable(block, group, depth, around) : null;
        if (nest == null) {
            nest = new Node.Nest(axis, new Block(new ArrayList<>()));
            append(block, nest);
        }
        Symbol symbol = nest.axis().symbol();
        List<Step> inside = new ArrayList<>();
        group.forEach(step -> inside.add(at(step, depth, symbol)));
        path.push(given(nest));
        rounds(nest.body(), inside, depth + 1, rounds, with(around, symbol));
        path.pop();
    }

    /**
     * The steps that read parts of a statement that this step begins: none of the parts need be kept if all are in one nest.
     * Of a statement of thousands of terms only the next ones are looked at, so that it takes no more than its length.
     */
    private static List<Step> followers(List<Step> steps, int first, int depth) {
        Step step = steps.get(first);
        List<Step> followers = new ArrayList<>();
        Set<Value> parts = new HashSet<>();
        part(step).ifPresent(parts::add);
        int end = Math.min(steps.size(), first + 1 + FORESIGHT);
        for (int i = first + 1; i < end && !parts.isEmpty(); i++) {
            Step next = steps.get(i);
            if (!next.origin().statement().equals(step.origin().statement()) || rounds(next.domain(), depth) >= 0) {
                break;
            }
            if (Dependences.uses(List.of(next)).stream().anyMatch(access -> parts.contains(access.value()))) {
                followers.add(next);
                part(next).ifPresent(parts::add);
            }
        }
        return followers;
    }

    private static Optional<Value> part(Step step) {
        return step instanceof Definition definition && definition.value().isPartOfStatement()
                ? Optional.of(definition.value())
                : Optional.empty();
    }

    /** Those of the steps that run along the axis as well, the place along it bearing this symbol. */
    private static List<Step> along(Axis axis, List<Step> steps, int depth, Symbol symbol) {
        return steps.stream()
                .filter(step -> step.domain().axes().size() > depth
                        && isSame(step.domain().axes().get(depth), axis))
                .map(step -> at(step, depth, symbol))
                .toList();
    }

    /** Adds a step without rounds of its own. */
    private void add(Block block, Step step, List<Step> followers, int depth, int asked, Set<Symbol> around) {
        Guard guard = step.domain().guard();
        List<Axis> axes = step.domain().axes();
        if (asked < guard.depth()
                && isKnown(guard.at(asked + 1).condition(), axes, depth)
                && (depth == axes.size() || areAskedAsWell(followers, axes.get(depth), depth, guard.at(asked + 1)))) {
            Guard fork = guard.at(asked + 1);
            Node.Fork node = fork(block, early(block, step, around), fork.condition());
            path.push(given(node));
            add(fork.expected() ? node.then() : node.otherwise(), step, followers, depth, asked + 1, around);
            path.pop();
        } else if (depth < axes.size()) {
            Axis axis = axes.get(depth);
            List<Step> together = new ArrayList<>(List.of(step));
            together.addAll(along(axis, followers, depth, axis.symbol()));
            Node.Nest nest = joinable(block, together, depth, around);
            if (nest == null) {
                nest = new Node.Nest(axis, new Block(new ArrayList<>()));
                append(block, nest);
            }
            Symbol symbol = nest.axis().symbol();
            path.push(given(nest));
            add(
                    nest.body(),
                    at(step, depth, symbol),
                    along(axis, followers, depth, symbol),
                    depth + 1,
                    asked,
                    with(around, symbol));
            path.pop();
        } else {
            block.nodes().add(early(block, step, around), new Node.Leaf(step));
            path.forEach(node -> node.add(step));
        }
    }

    /** Whether those of the steps that run along the axis as well are under the condition too. */
    private static boolean areAskedAsWell(List<Step> steps, Axis axis, int depth, Guard guard) {
        return along(axis, steps, depth, axis.symbol()).stream()
                .map(step -> step.domain().guard())
                .allMatch(other -> other.depth() >= guard.depth()
                        && other.at(guard.depth()).equals(guard));
    }

    private void append(Block block, Node.Nest nest) {
        block.nodes().add(nest);
        withNests.add(block);
    }

    /** What the node's steps give so far. */
    private Dependences.Given given(Node node) {
        return given.computeIfAbsent(
                node,
                none -> node instanceof Node.Leaf leaf ? Dependences.Given.by(leaf.step()) : new Dependences.Given());
    }

    /** Before the nests at the block's end that the step needs nothing of, so that it does not stand between nests. */
    private int early(Block block, Step step, Set<Symbol> around) {
        int place = block.nodes().size();
        if (joining == Joining.NONE || !withNests.contains(block)) {
            return place;
        }
        int first = place;
        List<Access> uses = Dependences.uses(List.of(step));
        Predicate<Dependences.Given> stays = Dependences.isSafe(step)
                ? before -> Dependences.gives(before, uses, around)
                : before -> Dependences.isBetween(before, uses, around);
        while (place > 0 && !stays.test(given(block.nodes().get(place - 1)))) {
            place--;
            first = block.nodes().get(place) instanceof Node.Nest ? place : first;
        }
        return first;
    }

    /** Whether the condition speaks of no axis from this one on. */
    private static boolean isKnown(Access condition, List<Axis> axes, int depth) {
        return axes.subList(depth, axes.size()).stream()
                .noneMatch(axis -> condition.at().stream().anyMatch(place -> place.mentions(axis.symbol())));
    }

    private static Node.Fork fork(Block block, int place, Access condition) {
        if (place > 0
                && block.nodes().get(place - 1) instanceof Node.Fork last
                && last.condition().equals(condition)) {
            return last;
        }
        Node.Fork fork = new Node.Fork(condition, new Block(new ArrayList<>()), new Block(new ArrayList<>()));
        block.nodes().add(place, fork);
        return fork;
    }

    private static Set<Symbol> with(Set<Symbol> around, Symbol symbol) {
        Set<Symbol> all = new LinkedHashSet<>(around);
        all.add(symbol);
        return all;
    }

    private static Step at(Step step, int depth, Symbol symbol) {
        Symbol own = step.domain().axes().get(depth).symbol();
        if (own.equals(symbol)) {
            return step;
        }
        Renaming renaming = new Renaming();
        renaming.put(own, symbol);
        return renaming.of(step);
    }

    // ---- joining

    /**
     * The last nest of the block that the steps can go into: nothing behind it gives what they read. If the nest gives a part
     * of a statement that they read, what stands between the two goes before the nest.
     */
    private Node.@Nullable Nest joinable(Block block, List<Step> steps, int depth, Set<Symbol> around) {
        if (joining == Joining.NONE) {
            return null;
        }
        Axis axis = steps.get(0).domain().axes().get(depth);
        Set<Access> uses = new LinkedHashSet<>(Dependences.uses(steps));
        Set<Value> parts = new HashSet<>();
        uses.stream().map(Access::value).filter(Value::isPartOfStatement).forEach(parts::add);
        Set<Node> between = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = block.nodes().size() - 1; i >= 0; i--) {
            Node node = block.nodes().get(i);
            if (node instanceof Node.Nest nest
                    && isSame(nest.axis(), axis)
                    && isOpenTo(steps, nest, depth, around)
                    && (between.isEmpty() || !Dependences.isBetween(given(nest), usesOf(between), around))) {
                List<Node> behind = block.nodes().subList(i, block.nodes().size());
                behind.sort(Comparator.comparing(other -> !between.contains(other)));
                return nest;
            }
            parts.removeIf(given(node)::gives);
            if (Dependences.isBetween(given(node), uses, around)) {
                between.add(node);
                uses.addAll(given(node).uses());
            }
            if (!between.isEmpty() && parts.isEmpty() || between.size() > MOVED) {
                return null;
            }
        }
        return null;
    }

    /** Whether each place of the nest needs nothing of other places if the steps go into it. */
    private boolean isOpenTo(List<Step> steps, Node.Nest nest, int depth, Set<Symbol> around) {
        Symbol symbol = nest.axis().symbol();
        List<Step> inside = steps.stream().map(step -> at(step, depth, symbol)).toList();
        return Dependences.staysWithin(given(nest), Dependences.uses(inside), symbol, around);
    }

    private List<Access> usesOf(Set<Node> nodes) {
        return nodes.stream().flatMap(node -> given(node).uses().stream()).toList();
    }

    private static boolean isSame(Axis one, Axis other) {
        return !one.isSequential()
                && !other.isSequential()
                && one.from().equals(other.from())
                && one.to().equals(other.to());
    }
}
