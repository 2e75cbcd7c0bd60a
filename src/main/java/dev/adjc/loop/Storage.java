package dev.adjc.loop;

import static java.util.Objects.requireNonNull;

import dev.adjc.ir.Access;
import dev.adjc.ir.Axis;
import dev.adjc.ir.Bounds;
import dev.adjc.ir.Combine;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Guard;
import dev.adjc.ir.Index;
import dev.adjc.ir.Operand;
import dev.adjc.ir.Reads;
import dev.adjc.ir.Step;
import dev.adjc.ir.Symbol;
import dev.adjc.ir.Value;
import dev.adjc.loop.Node.Block;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How much of an array is kept: of what one place of a nest alone gives and reads there is only that place's part at a time,
 * and of a value of which a single element is left, a local variable.
 */
final class Storage {

    /** Of programs without arrays. */
    static final Storage NONE = new Storage(Set.of(), Set.of());

    private final Set<Value> whole;
    private final Set<Value> added;
    private final Map<Value, List<Use>> uses = new LinkedHashMap<>();
    private final Map<Value, List<Definition>> definitions = new LinkedHashMap<>();
    private final Map<Value, List<Level>> ways = new LinkedHashMap<>();
    private final Map<Value, List<Integer>> kept = new LinkedHashMap<>();
    private final Map<Value, Handover> carried = new HashMap<>();
    private final Map<Block, List<Axis>> around = new IdentityHashMap<>();

    /** A level on the way from the root to a step: a block, and the symbol of the nest that it is the body of. */
    record Level(Block block, Optional<Axis> nest) {}

    /** An access, on its way, and whether it gives the element or reads it. */
    record Use(Access access, List<Level> way, boolean gives) {
        /** The level at this depth, if its nest repeats round after round. */
        Optional<Level> rounds(int depth) {
            return way.size() > depth
                    ? Optional.of(way.get(depth))
                            .filter(level ->
                                    level.nest.filter(Axis::isSequential).isPresent())
                    : Optional.empty();
        }
    }

    private Storage(Set<Value> whole, Set<Value> added) {
        this.whole = whole;
        this.added = added;
    }

    /**
     * The storage for nests.
     *
     * @param whole the arrays that lie with the caller, with all their dimensions
     * @param added those among them whose former contents are added to
     * @param read what is read when all is done
     */
    static Storage of(Block root, Set<Value> whole, Set<Value> added, List<Operand> read) {
        Storage storage = new Storage(whole, added);
        List<Level> way = List.of(new Level(root, Optional.empty()));
        storage.survey(root, way);
        for (Operand operand : read) {
            if (operand instanceof Access access) {
                storage.use(access, way);
            }
        }
        storage.uses.keySet().forEach(storage::decide);
        return storage;
    }

    private void survey(Block block, List<Level> way) {
        List<Axis> axes = new ArrayList<>();
        way.subList(0, way.size() - 1).forEach(level -> level.nest.ifPresent(axes::add));
        around.put(block, axes);
        for (Node node : block.nodes()) {
            if (node instanceof Node.Leaf leaf) {
                survey(leaf.step(), way);
            } else if (node instanceof Node.Nest nest) {
                survey(nest.body(), within(way, nest.body(), Optional.of(nest.axis())));
            } else {
                Node.Fork fork = (Node.Fork) node;
                use(fork.condition(), way);
                survey(fork.then(), within(way, fork.then(), Optional.empty()));
                survey(fork.otherwise(), within(way, fork.otherwise(), Optional.empty()));
            }
        }
    }

    private static List<Level> within(List<Level> way, Block block, Optional<Axis> nest) {
        List<Level> longer = new ArrayList<>(way);
        longer.add(new Level(block, nest));
        return longer;
    }

    private void survey(Step step, List<Level> way) {
        Reads.accesses(step).forEach(access -> use(access, way));
        if (step instanceof Definition definition) {
            use(definition.target(), way, true);
            definitions
                    .computeIfAbsent(definition.value(), none -> new ArrayList<>())
                    .add(definition);
        }
    }

    private void use(Access access, List<Level> way) {
        use(access, way, false);
    }

    private void use(Access access, List<Level> way, boolean gives) {
        if (!access.isScalar()) {
            uses.computeIfAbsent(access.value(), none -> new ArrayList<>()).add(new Use(access, way, gives));
        }
    }

    private void decide(Value value) {
        List<Use> all = uses.getOrDefault(value, List.of());
        Set<Integer> alike = new HashSet<>();
        List<Index> first = all.get(0).access.at();
        for (int k = 0; k < first.size(); k++) {
            int dimension = k;
            if (all.stream().allMatch(use -> use.access.at().get(dimension).equals(first.get(dimension)))) {
                alike.add(k);
            }
        }
        List<Level> way = whole.contains(value) ? all.get(0).way.subList(0, 1) : common(all, alike);
        Set<Symbol> around = new HashSet<>();
        way.forEach(level -> level.nest.ifPresent(axis -> around.add(axis.symbol())));
        List<Integer> dimensions = new ArrayList<>();
        for (int k = 0; k < first.size(); k++) {
            if (whole.contains(value) || !alike.contains(k) || !Dependences.isFixed(first.get(k), around)) {
                dimensions.add(k);
            }
        }
        ways.put(value, way);
        kept.put(value, dimensions);
        if (!whole.contains(value)) {
            dimensions.stream()
                    .limit(1)
                    .flatMap(k -> Handover.of(all, k, way.size()).stream())
                    .forEach(handover -> carried.put(value, handover));
        }
    }

    /** The way to the innermost block in each round of which all uses speak of elements that no other round speaks of. */
    private static List<Level> common(List<Use> all, Set<Integer> alike) {
        List<Level> way = all.get(0).way;
        Set<Symbol> around = new HashSet<>();
        for (int depth = 0; depth < way.size(); depth++) {
            Level level = way.get(depth);
            for (Use use : all) {
                if (use.way.size() <= depth || use.way.get(depth).block != level.block) {
                    return way.subList(0, depth);
                }
            }
            if (level.nest.isPresent()) {
                Symbol nest = level.nest.get().symbol();
                List<Index> places = all.get(0).access.at();
                if (alike.stream().noneMatch(k -> Dependences.isInjective(places.get(k), nest, around))) {
                    return way.subList(0, depth);
                }
                around.add(nest);
            }
        }
        return way;
    }

    // ---- questions

    /** Whether the value lies in an array; else it has, if it is not a number anyway, been cut down to one. */
    boolean isArray(Value value) {
        return !dimensions(value).isEmpty();
    }

    /** The dimensions that are kept. */
    private List<Integer> dimensions(Value value) {
        return kept.getOrDefault(value, List.of());
    }

    /** The extents that are kept. */
    List<Index> extents(Value value) {
        return dimensions(value).stream()
                .map(k -> isCarried(value, k) ? Index.of(2) : value.extents().get(k))
                .toList();
    }

    /** The extents of the array that a value lies in, be it an argument that only indices read. */
    List<Index> lengths(Value value) {
        return kept.containsKey(value) ? extents(value) : value.extents();
    }

    /** Where in its array the element lies. */
    List<Index> places(Access access) {
        Value value = access.value();
        return dimensions(value).stream()
                .map(k -> isCarried(value, k)
                        ? access.at().get(k).modulo(Index.of(2))
                        : access.at().get(k))
                .toList();
    }

    private boolean isCarried(Value value, int dimension) {
        Handover handover = carried.get(value);
        return handover != null && handover.dimension() == dimension;
    }

    /** Whether the value is an array of the program's own, however much of it is kept. */
    boolean isOwn(Value value) {
        return value.rank() > 0 && !whole.contains(value);
    }

    /** The numbers that rounds hand on. */
    Map<Value, Handover> handedOn() {
        Map<Value, Handover> numbers = new LinkedHashMap<>();
        ways.keySet().forEach(value -> {
            Handover handover = carried.get(value);
            if (handover != null && dimensions(value).size() == 1) {
                numbers.put(value, handover);
            }
        });
        return numbers;
    }

    /** Whether less of the value could be kept if fewer nests read it. */
    boolean mayShrink(Value value) {
        return isOwn(value) && isArray(value) && !carried.containsKey(value);
    }

    /**
     * Whether all elements of a value are there as long as those of the other one. What rounds hand on is there throughout a
     * round, and for all rounds, as the arrays of these are: then it is the one that is kept.
     */
    boolean outlasts(Value value, Value other) {
        if (value.rank() == 0 || whole.contains(value)) {
            return true;
        }
        List<Level> way = ways.getOrDefault(value, List.of());
        List<Level> longer = ways.getOrDefault(other, List.of());
        int last = way.size() - 1;
        if (last >= longer.size() || way.get(last).block != longer.get(last).block) {
            return false;
        }
        Handover handover = carried.get(value);
        boolean within = handover != null && last + 1 < longer.size() && longer.get(last + 1).block == handover.round();
        return within
                || isArray(value)
                        && (handover == null
                                || dimensions(value).size() <= dimensions(other).size());
    }

    /** The arrays of which elements live as long as a round of this block, or begin to. */
    List<Value> arraysOf(Block block) {
        List<Value> arrays = new ArrayList<>();
        ways.forEach((value, way) -> {
            if (isArray(value) && (way.get(way.size() - 1).block == block || isHandedOnBy(block, value))) {
                arrays.add(value);
            }
        });
        return arrays;
    }

    private boolean isHandedOnBy(Block round, Value value) {
        Handover handover = carried.get(value);
        return handover != null && handover.round() == round;
    }

    /** All arrays of which the program itself has charge. */
    List<Value> arrays() {
        return ways.keySet().stream()
                .filter(value -> isArray(value) && !whole.contains(value))
                .toList();
    }

    /** For each element that the whole nest does nothing with but add to it, a definition that does. */
    List<Definition> accumulated(Node.Nest nest) {
        Set<Symbol> within = new HashSet<>();
        axes(nest, within);
        Map<Value, Definition> candidates = new LinkedHashMap<>();
        Set<Value> others = new HashSet<>();
        for (Step step : Dependences.steps(nest)) {
            Reads.accesses(step).forEach(access -> others.add(access.value()));
            for (Guard guard = step.domain().guard(); !guard.isAlways(); guard = guard.outer()) {
                others.add(guard.condition().value());
            }
            if (step instanceof Definition definition && isArray(definition.value())) {
                List<Index> at = places(definition.target());
                Definition first = candidates.putIfAbsent(definition.value(), definition);
                boolean fits = definition.combine() != Combine.SET
                        && at.stream().noneMatch(place -> within.stream().anyMatch(place::mentions))
                        && isThere(definition, within)
                        && (first == null || places(first.target()).equals(at));
                if (!fits) {
                    others.add(definition.value());
                }
            }
        }
        candidates.keySet().removeAll(others);
        Bounds around = Bounds.of(around(nest));
        return candidates.values().stream()
                .filter(definition -> isThere(definition.target(), around))
                .toList();
    }

    /** Whether there is such an element even if the nest has no rounds; what is handed on has a place for each round. */
    private boolean isThere(Access element, Bounds bounds) {
        return IntStream.range(0, element.at().size())
                .allMatch(k -> isCarried(element.value(), k)
                        ? bounds.isDefined(element.at().get(k))
                        : bounds.isThere(element, k));
    }

    /** The axes of the nests that the nest stands in. */
    private List<Axis> around(Node.Nest nest) {
        return requireNonNull(around.get(nest.body()));
    }

    /** Whether the target exists also where the axes within have no place, or each of them has one for sure. */
    private boolean isThere(Definition definition, Set<Symbol> within) {
        List<Axis> outer = new ArrayList<>(definition.domain().axes());
        outer.removeIf(axis -> within.contains(axis.symbol()));
        boolean reached = definition.domain().guard().isAlways()
                && definition.domain().axes().stream()
                        .allMatch(axis ->
                                outer.contains(axis) || axis.extent().literal().orElse(0) > 0);
        return reached || isThere(definition.target(), Bounds.of(outer));
    }

    private static void axes(Node node, Set<Symbol> symbols) {
        if (node instanceof Node.Nest nest) {
            symbols.add(nest.axis().symbol());
            nest.body().nodes().forEach(inner -> axes(inner, symbols));
        } else if (node instanceof Node.Fork fork) {
            fork.then().nodes().forEach(inner -> axes(inner, symbols));
            fork.otherwise().nodes().forEach(inner -> axes(inner, symbols));
        }
    }

    /**
     * Whether the definition alone gives all elements, of what is handed on those of its place, one after another: the axes
     * that it is summed over run within those of the target. So nothing needs to be there before.
     */
    boolean isSetOnce(Definition definition) {
        Value value = definition.value();
        Handover handover = carried.get(value);
        Optional<Index> row = handover == null
                ? Optional.empty()
                : Optional.of(definition.target().at().get(handover.dimension()));
        boolean begins = handover == null
                || row.filter(handover.begin()::equals).isPresent()
                || row.filter(handover.given()::equals).isPresent();
        if (!begins || added.contains(value) || givers(value, row).size() != 1 || !reachesAll(definition)) {
            return false;
        }
        List<Index> places = definition.target().at();
        boolean summed = false;
        for (Axis axis : definition.domain().axes()) {
            boolean placed = places.contains(axis.place())
                    || handover != null && handover.rounds().symbol().equals(axis.symbol());
            if (placed && summed) {
                return false;
            }
            summed |= !placed;
        }
        return handover == null || !summed;
    }

    /** The definitions of a value, or of one place of what is handed on. */
    private List<Definition> givers(Value value, Optional<Index> row) {
        List<Definition> all = definitions.getOrDefault(value, List.of());
        Handover handover = carried.get(value);
        return handover == null || row.isEmpty()
                ? all
                : all.stream()
                        .filter(each ->
                                each.target().at().get(handover.dimension()).equals(row.get()))
                        .toList();
    }

    /**
     * Sets what all elements are before anything gives them a number, where a reader may meet that. Of what rounds hand on, the
     * block of a round sets the elements that the round gives.
     */
    Optional<Statement.Clear> cleared(Value value, Block block) {
        Handover handover = carried.get(value);
        if (handover == null) {
            return initial(value, Optional.empty()).map(number -> new Statement.Clear(value, List.of(), number));
        }
        if (handover.round() != block) {
            return initial(value, Optional.of(handover.begin()))
                    .map(number -> new Statement.Clear(value, List.of(), number));
        }
        List<Index> at = List.of(handover.given().modulo(Index.of(2)));
        return initial(value, Optional.of(handover.given())).map(number -> new Statement.Clear(value, at, number));
    }

    private Optional<Double> initial(Value value, Optional<Index> row) {
        List<Definition> all = definitions.getOrDefault(value, List.of());
        List<Definition> givers = givers(value, row);
        Optional<Double> gathered = all.stream()
                .filter(each -> each.combine() != Combine.SET)
                .findFirst()
                .map(each -> each.combine().ofNothing());
        boolean complete = givers.stream().allMatch(each -> each.combine() == Combine.SET)
                && (value.isPrimal() && gathered.isEmpty() || givers.stream().anyMatch(this::reachesAll));
        boolean needless = complete || added.contains(value) || givers.stream().anyMatch(this::isSetOnce);
        return needless ? Optional.empty() : Optional.of(gathered.orElse(0.0));
    }

    /** Whether the definition gives all elements, of what is handed on those of its place. */
    private boolean reachesAll(Definition definition) {
        return definition.guard().isAlways() && definition.reachesAll(k -> !isCarried(definition.value(), k));
    }
}
