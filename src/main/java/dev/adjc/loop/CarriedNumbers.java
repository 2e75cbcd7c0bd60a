package dev.adjc.loop;

import dev.adjc.ir.Access;
import dev.adjc.ir.Combine;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Domain;
import dev.adjc.ir.Guard;
import dev.adjc.ir.Literal;
import dev.adjc.ir.Operand;
import dev.adjc.ir.Origin;
import dev.adjc.ir.Reads;
import dev.adjc.ir.Step;
import dev.adjc.ir.Value;
import dev.adjc.ir.Values;
import dev.adjc.loop.Node.Block;
import dev.adjc.operator.Operators;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Gives names to the numbers that rounds hand on: what is {@code v[t]} when a round begins and {@code v[t + 1]} when it ends
 * becomes {@code v}. The round gives it anew where its last reader has been, or else at its end, from a name of its own.
 */
final class CarriedNumbers {
    private final Storage storage;
    private final List<Step> steps;
    private final Map<Step, Integer> places = new IdentityHashMap<>();

    /** The place of the step with which it may be written down: what needs no name stands where it is read. */
    private final int[] written;

    private final Map<Step, Block> blocks = new IdentityHashMap<>();
    private final Map<Block, Block> outer = new IdentityHashMap<>();
    private final Map<Value, Set<Integer>> uses = new HashMap<>();

    /** Where the last reader of a value may be written down. */
    private final Map<Value, Integer> last = new HashMap<>();

    private final Map<Value, Value> aliases = new HashMap<>();
    private final Set<Step> needless = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Value, Carried> carried = new HashMap<>();
    private final Map<Block, List<Carried>> byRound = new IdentityHashMap<>();

    /**
     * A number that is handed on.
     *
     * @param now what it is called when a round begins, and outside of the rounds
     * @param next what it is called when the round has given it
     * @param given whether a round gives it
     * @param first a definition of it
     */
    private record Carried(Value value, Handover handover, Value now, Value next, boolean given, Definition first) {

        Access called(Access element) {
            return (isGiven(element, handover) ? next : now).read();
        }

        boolean isInPlace() {
            return now == next;
        }

        /** The step by which a round ends: what it does not give is nothing. */
        Node handOn(Origin origin) {
            return given ? give(next.read(), origin) : nothing(origin);
        }

        /** What it is before the first round, unless that is said. */
        Node nothing(Origin origin) {
            return give(
                    Literal.of(
                            first.combine() == Combine.SET ? 0 : first.combine().ofNothing()),
                    origin);
        }

        private Node give(Operand number, Origin origin) {
            return new Node.Leaf(
                    new Definition(now.read(), Domain.POINT, Combine.SET, Operators.COPY, List.of(number), origin));
        }
    }

    /** Nodes in which numbers that are handed on have names, and the results as they are called there. */
    record Named(Block root, List<Operand> results) {}

    private CarriedNumbers(Block root, Storage storage, List<Operand> results) {
        this.storage = storage;
        this.steps = Dependences.steps(root);
        this.written = new int[steps.size()];
        survey(root);
        survey(results);
    }

    /** Names what can be named. */
    static Named in(Block root, Storage storage, List<Operand> results, Values values) {
        CarriedNumbers numbers = new CarriedNumbers(root, storage, results);
        storage.handedOn().forEach((value, handover) -> numbers.consider(value, handover, values));
        return new Named(
                numbers.carried.isEmpty() ? root : numbers.block(root),
                results.stream().map(numbers::called).toList());
    }

    private static boolean isGiven(Access element, Handover handover) {
        return element.at().get(handover.dimension()).equals(handover.given());
    }

    // ---- what may be named

    private void survey(Block block) {
        for (Node node : block.nodes()) {
            if (node instanceof Node.Leaf leaf) {
                blocks.put(leaf.step(), block);
            } else if (node instanceof Node.Nest nest) {
                outer.put(nest.body(), block);
                survey(nest.body());
            } else {
                survey(((Node.Fork) node).then());
                survey(((Node.Fork) node).otherwise());
            }
        }
    }

    private void survey(List<Operand> results) {
        for (Operand result : results) {
            Reads.accesses(result).forEach(access -> last.put(access.value(), steps.size()));
        }
        for (int k = steps.size() - 1; k >= 0; k--) {
            int place = k;
            places.put(steps.get(k), k);
            if (steps.get(k) instanceof Definition definition) {
                Value target = definition.value();
                boolean stays = !target.isUnnamed() || storage.isArray(target);
                place = stays ? k : Math.max(k, last.getOrDefault(target, k));
                uses.computeIfAbsent(target, none -> new TreeSet<>()).add(k);
            }
            written[k] = place;
            for (Access access : reads(steps.get(k))) {
                last.merge(access.value(), place, Math::max);
                uses.computeIfAbsent(access.value(), none -> new TreeSet<>()).add(k);
            }
        }
    }

    private static List<Access> reads(Step step) {
        List<Access> reads = new ArrayList<>(Reads.accesses(step));
        for (Guard guard = step.domain().guard(); !guard.isAlways(); guard = guard.outer()) {
            reads.add(guard.condition());
        }
        return reads;
    }

    /** Names a number, unless what reads it before the rounds may be written behind them, or it is given in a branch. */
    private void consider(Value value, Handover handover, Values values) {
        List<Step> round = Dependences.steps(handover.round());
        int begin = place(round.get(0));
        int end = begin + round.size();
        List<Definition> given = new ArrayList<>();
        List<Definition> before = new ArrayList<>();
        int lastReader = -1;
        for (int k : uses.getOrDefault(value, Set.of())) {
            Step step = steps.get(k);
            if (k < begin && written[k] >= begin) {
                return;
            }
            if (step instanceof Definition definition && definition.value() == value) {
                (k < begin ? before : given).add(definition);
            }
            boolean reader =
                    reads(step).stream().anyMatch(access -> access.value() == value && !isGiven(access, handover));
            if (reader && k >= begin && k < end) {
                lastReader = Math.max(lastReader, written[k]);
            }
        }
        if (Stream.concat(before.stream(), given.stream())
                .anyMatch(each -> !each.guard().isAlways())) {
            return;
        }
        Value now = values.make(value.name(), value.type(), value.role());
        boolean inPlace = given.size() == 1 && isInPlace(given.get(0), value, now, handover.round(), lastReader);
        Value next = inPlace ? now : values.make(value.name(), value.type(), named(value));
        Definition first = (before.isEmpty() ? given : before).get(0);
        Carried number = new Carried(value, handover, now, next, !given.isEmpty(), first);
        carried.put(value, number);
        byRound.computeIfAbsent(handover.round(), none -> new ArrayList<>()).add(number);
        if (before.size() == 1) {
            copied(before.get(0))
                    .filter(source -> blocks.get(source) == outer.get(handover.round()))
                    .filter(source -> blocks.get(before.get(0)) == outer.get(handover.round()))
                    .filter(source -> isDoneBy(source.value(), begin))
                    .ifPresent(source -> alias(before.get(0), source, now));
        }
    }

    /** A role with a name: what is handed on must be computed where it was given, not where the round ends. */
    private static Value.Role named(Value value) {
        return value.isPrimal() ? Value.Role.INNER : Value.Role.ADJOINT;
    }

    /** Whether the round may give the number under the name that it had, as nothing reads what it was. */
    private boolean isInPlace(Definition given, Value value, Value now, Block round, int lastReader) {
        if (blocks.get(given) != round) {
            return false;
        }
        if (given.operator() == Operators.COPY
                && given.operand(0) instanceof Access access
                && access.value() == value) {
            needless.add(given);
            return true;
        }
        Optional<Definition> source = copied(given)
                .filter(definition -> blocks.get(definition) == round)
                .filter(definition -> lastReader <= place(definition))
                .filter(definition -> isDoneBy(definition.value(), place(round) + 1));
        source.ifPresent(definition -> alias(given, definition, now));
        return source.isPresent() || lastReader <= place(given);
    }

    /** Lets the definition give the number itself, instead of what the other one copies to it. */
    private void alias(Definition copy, Definition source, Value now) {
        aliases.put(source.value(), now);
        needless.add(copy);
    }

    /** The one definition of the number that this one is a copy of. */
    private Optional<Definition> copied(Definition copy) {
        if (copy.operator() != Operators.COPY
                || !(copy.operand(0) instanceof Access access)
                || storage.isArray(access.value())) {
            return Optional.empty();
        }
        List<Definition> all = new ArrayList<>();
        for (int k : uses.getOrDefault(access.value(), Set.of())) {
            if (steps.get(k) instanceof Definition definition && definition.value() == access.value()) {
                all.add(definition);
            }
        }
        return all.size() == 1 && all.get(0).combine() == Combine.SET ? Optional.of(all.get(0)) : Optional.empty();
    }

    /** Whether nothing reads the value from there on. */
    private boolean isDoneBy(Value value, int place) {
        return last.getOrDefault(value, -1) < place;
    }

    private int place(Step step) {
        return places.getOrDefault(step, -1);
    }

    /** The place of a round's last step. */
    private int place(Block round) {
        List<Step> all = Dependences.steps(round);
        return place(all.get(all.size() - 1));
    }

    // ---- names

    private Block block(Block block) {
        List<Node> nodes = new ArrayList<>();
        for (Node node : block.nodes()) {
            if (node instanceof Node.Leaf leaf) {
                if (!needless.contains(leaf.step())) {
                    nodes.add(new Node.Leaf(
                            leaf.step().match(this::named, requirement -> requirement.reading(this::called))));
                }
            } else if (node instanceof Node.Fork fork) {
                nodes.add(
                        new Node.Fork((Access) called(fork.condition()), block(fork.then()), block(fork.otherwise())));
            } else {
                Node.Nest nest = (Node.Nest) node;
                List<Carried> numbers = byRound.getOrDefault(nest.body(), List.of());
                List<Node> body = new ArrayList<>(block(nest.body()).nodes());
                List<Step> round = Dependences.steps(nest);
                for (Carried number : numbers) {
                    if (!isSaidBefore(number, nest)) {
                        nodes.add(number.nothing(round.get(0).origin()));
                    }
                    if (!number.isInPlace()) {
                        body.add(number.handOn(round.get(round.size() - 1).origin()));
                    }
                }
                nodes.add(new Node.Nest(nest.axis(), new Block(body)));
            }
        }
        return new Block(nodes);
    }

    /** Whether the number is given before its rounds. */
    private boolean isSaidBefore(Carried number, Node.Nest nest) {
        int begin = places.getOrDefault(Dependences.steps(nest).get(0), 0);
        return uses.getOrDefault(number.value(), Set.of()).stream()
                .anyMatch(k -> k < begin
                        && steps.get(k) instanceof Definition definition
                        && definition.value() == number.value());
    }

    private Definition named(Definition definition) {
        Definition read = definition.reading(this::called);
        Carried number = carried.get(definition.value());
        if (number == null) {
            Value alias = aliases.get(definition.value());
            return alias == null ? read : read.giving(alias.read());
        }
        boolean anew = number.isInPlace() && isGiven(definition.target(), number.handover());
        return new Definition(
                number.called(definition.target()),
                read.domain(),
                anew ? Combine.SET : read.combine(),
                read.operator(),
                read.operands(),
                read.origin());
    }

    private Operand called(Operand operand) {
        if (!(operand instanceof Access access)) {
            return operand;
        }
        Carried number = carried.get(access.value());
        Value alias = aliases.get(access.value());
        return number != null ? number.called(access) : alias != null ? alias.read() : operand;
    }
}
