package dev.adjc.loop;

import dev.adjc.ir.Access;
import dev.adjc.ir.Axis;
import dev.adjc.ir.Bounds;
import dev.adjc.ir.Combine;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Domain;
import dev.adjc.ir.Guard;
import dev.adjc.ir.Index;
import dev.adjc.ir.Operand;
import dev.adjc.ir.Reads;
import dev.adjc.ir.Step;
import dev.adjc.ir.Value;
import dev.adjc.ir.Values;
import dev.adjc.operator.Cost;
import dev.adjc.operator.Operator;
import dev.adjc.operator.Operator.Trait;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Computes again where it is read what would else be kept in an array, if that is cheap: of {@code t[i] = x[i] - m} in one
 * nest and {@code y_bar += 2 * t[i]} in another, the second one subtracts by itself.
 *
 * <p>Cheap is an operation or a few, without division or function, of what is there anyway; what depends on places and
 * sizes alone always is, such as the condition {@code i == 0}.
 */
final class Recomputation {
    /** An element that is read costs a store and a load; so many operations cost no more. */
    private static final int FEW = 3;

    /** What is computed again at several places must not become the larger part of the work. */
    private static final int FEW_IN_ALL = 6;

    private final List<Step> steps;
    private final List<Operand> results;
    private final Storage storage;
    private final Values values;
    private final Map<Value, List<Definition>> definitions = new LinkedHashMap<>();
    private final Map<Value, Set<Site>> sites = new HashMap<>();
    private final Set<Value> lasting = new HashSet<>();
    private final Set<Value> recomputed = new HashSet<>();
    private final Map<Site, Access> there = new HashMap<>();
    private final List<Step> renewed = new ArrayList<>();

    /** An element, and for which points of a nest it is wanted. */
    private record Site(Access element, Domain domain) {}

    private Recomputation(List<Step> steps, List<Operand> results, Storage storage, Values values) {
        this.steps = steps;
        this.results = results;
        this.storage = storage;
        this.values = values;
    }

    /**
     * The steps with fewer arrays between them.
     *
     * @param steps of nests whose places have a symbol each
     * @param results what is read when all is done
     */
    static List<Step> instead(List<Step> steps, List<Operand> results, Storage storage, Values values) {
        return new Recomputation(steps, results, storage, values).run();
    }

    private List<Step> run() {
        for (Step step : steps) {
            if (step instanceof Definition definition) {
                definitions
                        .computeIfAbsent(definition.value(), none -> new ArrayList<>())
                        .add(definition);
            }
        }
        steps.forEach(this::survey);
        lasting.addAll(readBy(results));
        definitions.keySet().stream()
                .filter(value -> sites.containsKey(value) && !lasting.contains(value))
                .filter(value -> isWorthwhile(value, sites.getOrDefault(value, Set.of())))
                .forEach(recomputed::add);
        if (recomputed.isEmpty()) {
            return steps;
        }
        steps.forEach(this::renew);
        return withoutUnread();
    }

    // ---- who reads

    private void survey(Step step) {
        Set<Access> replaceable = new HashSet<>();
        operands(step).forEach(operand -> {
            if (operand instanceof Access access) {
                replaceable.add(access);
                survey(access, step.domain());
            }
        });
        for (Guard guard = step.domain().guard(); !guard.isAlways(); guard = guard.outer()) {
            survey(guard.condition(), step.domain().with(guard.outer()));
        }
        Reads.accesses(step).stream()
                .filter(access -> !replaceable.contains(access))
                .forEach(access -> lasting.add(access.value()));
    }

    /** What can be replaced in the step, apart from conditions of its guard. */
    private static List<Operand> operands(Step step) {
        List<Operand> operands = new ArrayList<>();
        step.where(Guard.ALWAYS).reading(operand -> {
            operands.add(operand);
            return operand;
        });
        return operands;
    }

    private void survey(Access access, Domain around) {
        Value value = access.value();
        if (access.isScalar() || !storage.mayShrink(value) || isGivenThere(access)) {
            return;
        }
        Optional<Domain> points = points(access, around);
        if (points.isPresent()) {
            sites.computeIfAbsent(value, none -> new HashSet<>()).add(new Site(access, points.get()));
        } else {
            lasting.add(value);
        }
    }

    /** Whether the round that reads the element has given it. */
    private boolean isGivenThere(Access access) {
        return definitions.getOrDefault(access.value(), List.of()).stream()
                .allMatch(definition -> definition.target().equals(access));
    }

    /**
     * The outermost axes along which the element is wanted, those of all loops of whose rounds the reader is one among them.
     * Where the others have no place, the element need not be there.
     */
    private static Optional<Domain> points(Access access, Domain around) {
        List<Axis> axes = around.axes();
        List<Index> spoken = new ArrayList<>(access.at());
        for (Guard guard = around.guard(); !guard.isAlways(); guard = guard.outer()) {
            spoken.addAll(guard.condition().at());
        }
        int needed = 0;
        for (int i = 0; i < axes.size(); i++) {
            Axis axis = axes.get(i);
            if (axis.isSequential() || spoken.stream().anyMatch(index -> index.mentions(axis.symbol()))) {
                needed = i + 1;
            }
        }
        if (needed == 0) {
            return Optional.empty();
        }
        List<Axis> outer = axes.subList(0, needed);
        return Optional.of(Bounds.of(outer).isThere(access) ? new Domain(outer, around.guard()) : around);
    }

    private static Set<Value> readBy(List<Operand> operands) {
        Set<Value> read = new HashSet<>();
        operands.forEach(operand -> Reads.accesses(operand).forEach(access -> read.add(access.value())));
        return read;
    }

    // ---- what is worth it

    private boolean isWorthwhile(Value value, Set<Site> all) {
        Optional<Definition> definition = repeatable(value);
        if (definition.isEmpty()) {
            return false;
        }
        Optional<Cost> cost = cost(definition.get(), value, new HashSet<>());
        if (cost.isEmpty()) {
            return false;
        }
        Cost each = cost.get();
        if (each.equals(Cost.NONE)) {
            return true;
        }
        int axes = definition.get().domain().axes().size();
        return each.functions() + each.divides() == 0
                && each.total() <= FEW
                && each.total() * all.size() <= FEW_IN_ALL
                && all.stream().allMatch(site -> site.domain.axes().size() <= axes);
    }

    /** The one definition of a value, if an element's place says which point of its domain gives it. */
    private Optional<Definition> repeatable(Value value) {
        List<Definition> all = definitions.getOrDefault(value, List.of());
        if (all.size() != 1 || value.type() == Value.Type.INTEGER) {
            return Optional.empty();
        }
        Definition definition = all.get(0);
        boolean repeatable = definition.combine() == Combine.SET
                && !definition.operator().is(Trait.EXTERN)
                && definition.domain().axes().stream()
                        .allMatch(axis -> definition.target().at().stream().anyMatch(place -> isAlong(place, axis)));
        return repeatable ? Optional.of(definition) : Optional.empty();
    }

    private static boolean isAlong(Index place, Axis axis) {
        return place.minus(axis.place()).literal().isPresent();
    }

    /** What computing it again costs, of what lasts as long as the value; nothing if it is of places and sizes alone. */
    private Optional<Cost> cost(Definition definition, Value ofWhich, Set<Value> counted) {
        Cost sum = Cost.NONE;
        boolean free = definition.operator().cost().functions() == 0;
        for (Operand operand : definition.operands()) {
            if (!(operand instanceof Access access)) {
                free &= Reads.accesses(operand).isEmpty();
                continue;
            }
            Optional<Definition> inner = again(access.value(), ofWhich);
            if (inner.isEmpty()) {
                if (!storage.outlasts(access.value(), ofWhich)) {
                    return Optional.empty();
                }
                free = false;
            } else if (counted.add(access.value())) {
                Optional<Cost> cost = cost(inner.get(), ofWhich, counted);
                if (cost.isEmpty()) {
                    return cost;
                }
                free &= cost.get().equals(Cost.NONE);
                sum = sum.plus(cost.get());
            }
        }
        return Optional.of(free ? Cost.NONE : sum.plus(costOf(definition.operator())));
    }

    private static Cost costOf(Operator operator) {
        return operator.cost().total() == 0 ? Cost.ADD : operator.cost();
    }

    /** The definition of an operand that is not there for its reader's sake. */
    private Optional<Definition> again(Value operand, Value ofWhich) {
        return recomputed.contains(operand) || !storage.outlasts(operand, ofWhich)
                ? repeatable(operand)
                : Optional.empty();
    }

    // ---- what is read now

    private void renew(Step step) {
        Domain around = step.domain();
        Guard guard = guard(around, around.guard());
        renewed.add(step.where(guard)
                .reading(operand ->
                        operand instanceof Access access ? operand(access, around, around.guard(), guard) : operand));
    }

    private Guard guard(Domain around, Guard old) {
        if (old.isAlways()) {
            return old;
        }
        Guard outer = guard(around, old.outer());
        return outer.and(operand(old.condition(), around, old.outer(), outer), old.expected());
    }

    private Access operand(Access access, Domain around, Guard old, Guard current) {
        if (!recomputed.contains(access.value()) || isGivenThere(access)) {
            return access;
        }
        Domain points = points(access, around.with(old)).orElseThrow();
        return again(access, points.with(current), access.value());
    }

    /** The element, computed along these axes, unless it has been already. */
    private Access again(Access element, Domain points, Value ofWhich) {
        Site site = new Site(element, points);
        Access known = there.get(site);
        if (known != null) {
            return known;
        }
        Definition definition = repeatable(element.value()).orElseThrow();
        Map<Index.Atom, Index> places = new HashMap<>();
        for (int k = 0; k < element.at().size(); k++) {
            Index formal = definition.target().at().get(k);
            Index actual = element.at().get(k);
            definition.domain().axes().stream()
                    .filter(axis -> isAlong(formal, axis))
                    .forEach(axis -> places.put(axis.symbol(), actual.minus(formal.minus(axis.place()))));
        }
        List<Operand> operands = new ArrayList<>();
        for (Operand operand : definition.operands()) {
            operands.add(at(operand, places, points, ofWhich));
        }
        Value value = element.value();
        Value.Role role = value.isUnnamed() ? value.role() : Value.Role.TEMPORARY;
        Access copy = values.over(points, value.name(), value.type(), role);
        renewed.add(new Definition(copy, points, Combine.SET, definition.operator(), operands, definition.origin()));
        there.put(site, copy);
        return copy;
    }

    private Operand at(Operand operand, Map<Index.Atom, Index> places, Domain points, Value ofWhich) {
        Operand moved = operand.replace(atom -> Optional.ofNullable(places.get(atom)));
        return moved instanceof Access access && again(access.value(), ofWhich).isPresent()
                ? again(access, points, ofWhich)
                : moved;
    }

    /** What was given for those alone that compute it now by themselves is left out. */
    private List<Step> withoutUnread() {
        List<Step> kept = renewed;
        int before;
        do {
            before = kept.size();
            Set<Value> read = readBy(results);
            for (Step step : kept) {
                Reads.accesses(step).forEach(access -> read.add(access.value()));
                for (Guard guard = step.domain().guard(); !guard.isAlways(); guard = guard.outer()) {
                    read.add(guard.condition().value());
                }
            }
            kept = kept.stream()
                    .filter(step -> !(step instanceof Definition definition)
                            || read.contains(definition.value())
                            || !storage.isOwn(definition.value()))
                    .toList();
        } while (kept.size() < before);
        return kept;
    }
}
