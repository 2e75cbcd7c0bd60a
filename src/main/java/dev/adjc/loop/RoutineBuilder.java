package dev.adjc.loop;

import static java.util.Objects.requireNonNull;

import dev.adjc.ir.Access;
import dev.adjc.ir.Combine;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Index;
import dev.adjc.ir.IndexNumber;
import dev.adjc.ir.Literal;
import dev.adjc.ir.Operand;
import dev.adjc.ir.Reads;
import dev.adjc.ir.Requirement;
import dev.adjc.ir.Step;
import dev.adjc.ir.Value;
import dev.adjc.loop.Node.Block;
import dev.adjc.operator.Operators;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Writes the steps of one routine as statements: brings steps under one condition together, writes what is read once where
 * it is read, and introduces each name in the innermost block around all that give or read it.
 */
final class RoutineBuilder {
    /** A part of an expression of more operators than this gets a name, so that lines stay readable. */
    private static final int LARGEST_PART = 8;

    /** A sum reads well up to this size, as long as its terms are no larger parts than others. */
    private static final int LARGEST_SUM = 24;

    private final Block root;
    private final List<Operand> results;
    private final Set<Value> opened;
    private final Places places;
    private final Storage storage;
    private final Map<Value, Integer> reads = new HashMap<>();
    private final Map<Value, Integer> definitions = new HashMap<>();
    private final Map<Value, Integer> sums = new HashMap<>();
    private final Map<Value, List<Definition>> givers = new HashMap<>();
    private final Map<Value, Block> homes = new HashMap<>();
    private final Map<Value, Block> reaches = new HashMap<>();
    private final Map<Value, Block> readers = new HashMap<>();
    private final Map<Block, Block> nests = new IdentityHashMap<>();
    private final Map<Definition, Block> blocks = new IdentityHashMap<>();
    private final Map<Block, Block> around = new IdentityHashMap<>();
    private final Map<Block, Integer> depths = new IdentityHashMap<>();
    private final List<Definition> order = new ArrayList<>();
    private final List<Node.Fork> forks = new ArrayList<>();
    private final Set<Node.Fork> empty = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Value, Term> parts = new HashMap<>();
    private final Map<Value, Integer> partSizes = new HashMap<>();
    private final Set<Value> named = new HashSet<>();
    private final Set<Value> accumulating = new HashSet<>();

    /**
     * A builder of one routine.
     *
     * @param results what is read when all steps are done
     * @param opened the values whose slot, or array, this routine is the first to use
     */
    RoutineBuilder(List<Step> steps, List<Operand> results, Set<Value> opened, Places places) {
        this(Node.group(steps), results, opened, places, Storage.NONE);
    }

    /** A builder of one routine of a program with arrays. */
    RoutineBuilder(Block root, List<Operand> results, Set<Value> opened, Places places, Storage storage) {
        this.root = root;
        this.results = results;
        this.opened = opened;
        this.places = places;
        this.storage = storage;
    }

    List<Statement> build() {
        depths.put(root, 0);
        nests.put(root, root);
        survey(root);
        results.forEach(operand -> read(operand, root));
        decide();
        List<Statement> statements = new ArrayList<>();
        for (Value value : new LinkedHashSet<>(reads.keySet())) {
            if (isLoaded(value)) {
                statements.add(new Statement.Load(value));
            }
        }
        statements.sort((a, b) -> ((Statement.Load) a).value().compareTo(((Statement.Load) b).value()));
        for (Value value : opened.stream().sorted().toList()) {
            if (sums.containsKey(value) && !isGivenBy(root, value)) {
                statements.add(new Statement.Clear(value, combine(value).ofNothing()));
            }
        }
        statements.addAll(block(root));
        return statements;
    }

    /** The expression for an operand, all steps done. */
    Term term(Operand operand) {
        if (operand instanceof Literal literal) {
            return new Term.Number(literal.number());
        }
        if (operand instanceof IndexNumber number) {
            return new Term.Whole(number.index());
        }
        Access access = (Access) operand;
        Value value = access.value();
        if (storage.isArray(value)) {
            return new Term.Element(value, storage.places(access));
        }
        Term part = parts.get(value);
        return part == null ? new Term.Read(value) : part;
    }

    // First walk: who reads, who gives, and the innermost block around them.

    private void survey(Block block) {
        for (Node node : block.nodes()) {
            if (node instanceof Node.Leaf leaf) {
                leaf.step().match(definition -> survey(definition, block), requirement -> survey(requirement, block));
            } else if (node instanceof Node.Nest nest) {
                nests.put(nest.body(), nest.body());
                surveyWithin(nest.body(), block);
            } else {
                Node.Fork fork = (Node.Fork) node;
                read(fork.condition(), block);
                for (Block branch : List.of(fork.then(), fork.otherwise())) {
                    nests.put(branch, nest(block));
                    surveyWithin(branch, block);
                }
                forks.add(fork);
            }
        }
    }

    private void surveyWithin(Block inner, Block outer) {
        around.put(inner, outer);
        depths.put(inner, requireNonNull(depths.get(outer)) + 1);
        survey(inner);
    }

    private Step survey(Definition definition, Block block) {
        definition.operands().forEach(operand -> read(operand, block));
        order.add(definition);
        blocks.put(definition, block);
        Value target = definition.value();
        if (storage.isArray(target)) {
            return definition;
        }
        definitions.merge(target, 1, Integer::sum);
        if (definition.combine() != Combine.SET) {
            sums.merge(target, 1, Integer::sum);
        }
        givers.computeIfAbsent(target, none -> new ArrayList<>()).add(definition);
        meet(target, block);
        return definition;
    }

    private Step survey(Requirement requirement, Block block) {
        read(requirement.condition(), block);
        requirement.shown().forEach(shown -> read(shown.operand(), block));
        return requirement;
    }

    private void read(Operand operand, Block block) {
        for (Access access : Reads.accesses(operand)) {
            if (storage.isArray(access.value())) {
                continue;
            }
            reads.merge(access.value(), 1, Integer::sum);
            readers.put(access.value(), block);
            meet(access.value(), block);
        }
    }

    private void meet(Value value, Block block) {
        Block home = homes.get(value);
        if (home == null) {
            homes.put(value, block);
            return;
        }
        Block other = block;
        while (home != other) {
            int homeDepth = requireNonNull(depths.get(home));
            int otherDepth = requireNonNull(depths.get(other));
            boolean homeDeeper = homeDepth > otherDepth;
            boolean otherDeeper = otherDepth > homeDepth;
            if (!otherDeeper) {
                home = around.get(home);
            }
            if (!homeDeeper) {
                other = around.get(other);
            }
        }
        homes.put(value, home);
    }

    /**
     * Decides what is written where it is read. A branch of which nothing is left then asks for its condition no more, so
     * that the condition may in turn be written where it is read: {@code c = x > 0; d = y > 0 if c; e = c and d} becomes
     * {@code x > 0 && y > 0}.
     */
    private void decide() {
        boolean fewer = true;
        while (fewer) {
            partSizes.clear();
            reaches.clear();
            order.forEach(this::decide);
            fewer = false;
            for (Node.Fork fork : forks) {
                boolean asked = reads.getOrDefault(fork.condition().value(), 0) > 1;
                if (asked && !empty.contains(fork) && isEmpty(fork.then()) && isEmpty(fork.otherwise())) {
                    empty.add(fork);
                    reads.merge(fork.condition().value(), -1, Integer::sum);
                    fewer = true;
                }
            }
        }
    }

    private boolean isEmpty(Block block) {
        return block.nodes().stream()
                .allMatch(node -> node instanceof Node.Leaf leaf
                        ? leaf.step() instanceof Definition definition && isPart(definition.value())
                        : empty.contains(node));
    }

    /** Decides whether the target is written where it is read; its operands are decided on before it. */
    private void decide(Definition definition) {
        int size = 1;
        Block reach = root;
        boolean sum = definition.operator() == Operators.ADD || definition.operator() == Operators.SUBTRACT;
        for (Operand operand : definition.operands()) {
            if (operand instanceof Access access) {
                boolean first = operand == definition.operand(0);
                if (partSizes.getOrDefault(access.value(), 0) > LARGEST_PART && !(sum && first)) {
                    partSizes.remove(access.value());
                    reaches.remove(access.value());
                }
                size += partSizes.getOrDefault(access.value(), 0);
                Block other = reaches.getOrDefault(access.value(), home(access.value()));
                reach = depth(other) > depth(reach) ? other : reach;
            }
        }
        Value target = definition.value();
        boolean small = size <= (sum ? LARGEST_SUM : LARGEST_PART);
        if (small && mayBePart(definition) && isReadInItsNest(definition) && isAround(reach, home(target))) {
            partSizes.put(target, size);
            reaches.put(target, reach);
        }
    }

    /** Whether the target is read as often as it is given: not in a loop within. */
    private boolean isReadInItsNest(Definition definition) {
        Block reader = readers.get(definition.value());
        return reader != null && nest(reader) == nest(requireNonNull(blocks.get(definition)));
    }

    /** The body of the innermost nest around the block. */
    private Block nest(Block block) {
        return requireNonNull(nests.get(block));
    }

    /** The innermost block around all that give or read the value: the one in which its name is known. */
    private Block home(Value value) {
        return definitions.containsKey(value) ? homes.getOrDefault(value, root) : root;
    }

    private int depth(Block block) {
        return requireNonNull(depths.get(block));
    }

    private boolean isAround(Block outer, Block inner) {
        Block block = inner;
        while (depth(block) > depth(outer)) {
            block = requireNonNull(around.get(block));
        }
        return block == outer;
    }

    // Second walk: statements.

    private List<Statement> block(Block block) {
        List<Statement> statements = new ArrayList<>();
        Map<Node, List<Value>> introductions = introductions(block);
        List<Value> arrays = new ArrayList<>(block == root ? opened : storage.arraysOf(block));
        for (Node node : block.nodes()) {
            clear(arrays, node, statements);
            for (Value value : introductions.getOrDefault(node, List.of())) {
                named.add(value);
                statements.add(new Statement.Declare(value, initial(node, value)));
            }
            if (node instanceof Node.Leaf leaf) {
                leaf.step().match(definition -> define(definition, block, statements), requirement -> {
                    statements.add(check(requirement));
                    return requirement;
                });
            } else if (node instanceof Node.Nest nest) {
                loop(nest, statements);
            } else {
                branch((Node.Fork) node, statements);
            }
        }
        return statements;
    }

    private void loop(Node.Nest nest, List<Statement> statements) {
        List<Statement.Accumulator> accumulators = new ArrayList<>();
        for (Definition one : storage.accumulated(nest)) {
            if (accumulating.add(one.value())) {
                accumulators.add(new Statement.Accumulator(
                        one.value(),
                        storage.places(one.target()),
                        one.combine().ofNothing(),
                        storage.isSetOnce(one.value()) ? Statement.Kind.SET : kind(one.combine())));
            }
        }
        List<Statement> body = block(nest.body());
        accumulators.forEach(one -> accumulating.remove(one.value()));
        Statement.Loop loop = new Statement.Loop(nest.axis(), body);
        if (!body.isEmpty()) {
            statements.add(accumulators.isEmpty() ? loop : new Statement.Accumulate(accumulators, loop));
        }
    }

    /** Prepares the arrays that the node is the first one to use. */
    private void clear(List<Value> arrays, Node node, List<Statement> statements) {
        if (arrays.isEmpty()) {
            return;
        }
        Set<Value> used = Dependences.values(node);
        for (Value value : List.copyOf(arrays)) {
            if (storage.isArray(value) && used.contains(value)) {
                arrays.remove(value);
                storage.initial(value).ifPresent(number -> statements.add(new Statement.Clear(value, number)));
            }
        }
    }

    private void branch(Node.Fork fork, List<Statement> statements) {
        Term condition = term(fork.condition());
        List<Statement> then = block(fork.then());
        List<Statement> otherwise = block(fork.otherwise());
        if (!then.isEmpty()) {
            statements.add(new Statement.Branch(condition, then, otherwise));
        } else if (!otherwise.isEmpty()) {
            Term not = new Term.Apply(Operators.NOT, List.of(condition));
            statements.add(new Statement.Branch(not, otherwise, List.of()));
        }
    }

    /** For each node of the block, the names that live in the block and are first given within a branch of that node. */
    private Map<Node, List<Value>> introductions(Block block) {
        Map<Node, List<Value>> introductions = new IdentityHashMap<>();
        Set<Value> introduced = new HashSet<>();
        for (Node node : block.nodes()) {
            if (node instanceof Node.Leaf leaf) {
                if (leaf.step() instanceof Definition definition) {
                    introduced.add(definition.value());
                }
            } else {
                for (Value value : givenIn(node)) {
                    boolean lives = homes.get(value) == block && isLocal(value) && !isPart(value);
                    if (lives && introduced.add(value)) {
                        introductions
                                .computeIfAbsent(node, none -> new ArrayList<>())
                                .add(value);
                    }
                }
            }
        }
        return introductions;
    }

    private static Set<Value> givenIn(Node node) {
        Set<Value> given = new LinkedHashSet<>();
        for (Step step : Dependences.steps(node)) {
            if (step instanceof Definition definition) {
                given.add(definition.value());
            }
        }
        return given;
    }

    /** What the name must hold before the node, which gives the value on some paths, or bit by bit. */
    private OptionalDouble initial(Node node, Value value) {
        Combine combine = combine(value);
        return isGivenBy(new Block(List.of(node)), value)
                ? OptionalDouble.empty()
                : OptionalDouble.of(combine == Combine.SET ? 0 : combine.ofNothing());
    }

    private Combine combine(Value value) {
        return requireNonNull(givers.get(value)).get(0).combine();
    }

    /** Whether every path through the block begins with giving the value, so that nothing need be there before. */
    private boolean isGivenBy(Block block, Value value) {
        return Node.gives(block, definition -> definition.value() == value && isFirst(definition));
    }

    private Step define(Definition definition, Block block, List<Statement> statements) {
        Value target = definition.value();
        List<Term> operands = new ArrayList<>();
        definition.operands().forEach(operand -> operands.add(term(operand)));
        Term term = definition.operator() == Operators.COPY
                ? operands.get(0)
                : new Term.Apply(definition.operator(), operands);
        if (isPart(target)) {
            parts.put(target, term);
            return definition;
        }
        if (storage.isArray(target)) {
            List<Index> at = storage.places(definition.target());
            boolean set = storage.isSetOnce(target) && !accumulating.contains(target);
            Statement.Kind kind = set ? Statement.Kind.SET : kind(definition.combine());
            statements.add(assign(kind, target, at, term, definition));
            return definition;
        }
        Statement.Kind kind = kind(definition, block);
        statements.add(assign(kind, target, List.of(), term, definition));
        if (isLocal(target) && places.has(target)) {
            statements.add(new Statement.Store(target));
        }
        return definition;
    }

    /** An assignment; adding the opposite is taking from it, to the last bit. */
    private static Statement assign(
            Statement.Kind kind, Value target, List<Index> at, Term term, Definition definition) {
        boolean takes =
                kind == Statement.Kind.ADD && term instanceof Term.Apply apply && apply.operator() == Operators.NEGATE;
        return takes
                ? new Statement.Assign(
                        Statement.Kind.SUBTRACT,
                        target,
                        at,
                        ((Term.Apply) term).operands().get(0),
                        definition.origin())
                : new Statement.Assign(kind, target, at, term, definition.origin());
    }

    private Statement.Kind kind(Definition definition, Block block) {
        Value target = definition.value();
        if (isLocal(target) && homes.get(target) == block && named.add(target)) {
            return Statement.Kind.LET;
        }
        boolean begins = isLocal(target) || opened.contains(target);
        return begins && isFirst(definition) ? Statement.Kind.SET : kind(definition.combine());
    }

    private static Statement.Kind kind(Combine combine) {
        return switch (combine) {
            case SET -> Statement.Kind.SET;
            case SUM -> Statement.Kind.ADD;
            case MAX -> Statement.Kind.MAX;
            case MIN -> Statement.Kind.MIN;
        };
    }

    private Statement check(Requirement requirement) {
        List<Statement.Shown> shown = new ArrayList<>();
        for (Requirement.Shown one : requirement.shown()) {
            Term term = term(one.operand());
            boolean widened = one.type() == Value.Type.REAL && term instanceof Term.Whole;
            Term real = widened ? new Term.Apply(Operators.COPY, List.of(term)) : term;
            shown.add(new Statement.Shown(one.name(), real));
        }
        return new Statement.Check(term(requirement.condition()), requirement.message(), shown, requirement.origin());
    }

    // Questions about a value in this routine.

    /** Whether the value is written where it is read, without a name. */
    private boolean isPart(Value value) {
        return partSizes.containsKey(value);
    }

    /** What is read once; an integer that is taken for a real costs nothing, and is written wherever it is read. */
    private boolean mayBePart(Definition definition) {
        Value value = definition.value();
        return value.isUnnamed()
                && reads.getOrDefault(value, 0) == 1
                && definitions.getOrDefault(value, 0) == 1
                && !sums.containsKey(value)
                && !places.has(value);
    }

    /** Whether the routine holds the value under a name of its own. */
    private boolean isLocal(Value value) {
        return !places.has(value) || !places.isShared(value) && reads.containsKey(value);
    }

    /** Whether the value lies in a place, as the double it is, and is read so often that the routine fetches it once. */
    private boolean isLoaded(Value value) {
        return value.type() != Value.Type.INTEGER
                && places.has(value)
                && !definitions.containsKey(value)
                && reads.getOrDefault(value, 0) > 1;
    }

    /** Whether no path has given the target before, so that giving is setting. */
    private boolean isFirst(Definition definition) {
        Value value = definition.value();
        List<Definition> all = givers.getOrDefault(value, List.of());
        if (definition.combine() == Combine.SET) {
            return true;
        }
        Block home = places.has(value) ? root : homes.getOrDefault(value, root);
        if (nest(requireNonNull(blocks.get(definition))) != nest(home)) {
            return false;
        }
        return all.get(0) == definition
                || all.size() <= FEW
                        && all.stream()
                                .takeWhile(earlier -> earlier != definition)
                                .allMatch(earlier -> earlier.guard().excludes(definition.guard()));
    }

    /** Contributions are compared pair by pair up to this number. */
    private static final int FEW = 8;
}
