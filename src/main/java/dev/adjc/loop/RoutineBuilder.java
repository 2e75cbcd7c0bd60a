package dev.adjc.loop;

import static java.util.Objects.requireNonNull;

import dev.adjc.ir.Access;
import dev.adjc.ir.Combine;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Literal;
import dev.adjc.ir.Operand;
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
    private final Map<Value, Integer> reads = new HashMap<>();
    private final Map<Value, Integer> definitions = new HashMap<>();
    private final Map<Value, Integer> sums = new HashMap<>();
    private final Map<Value, List<Definition>> givers = new HashMap<>();
    private final Map<Value, Block> homes = new HashMap<>();
    private final Map<Value, Block> reaches = new HashMap<>();
    private final Map<Block, Block> around = new IdentityHashMap<>();
    private final Map<Block, Integer> depths = new IdentityHashMap<>();
    private final List<Definition> order = new ArrayList<>();
    private final List<Node.Fork> forks = new ArrayList<>();
    private final Set<Node.Fork> empty = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Value, Term> parts = new HashMap<>();
    private final Map<Value, Integer> partSizes = new HashMap<>();
    private final Set<Value> named = new HashSet<>();

    /**
     * A builder of one routine.
     *
     * @param results what is read when all steps are done
     * @param opened the values whose slot this routine is the first to use
     */
    RoutineBuilder(List<Step> steps, List<Operand> results, Set<Value> opened, Places places) {
        this.root = Node.group(steps);
        this.results = results;
        this.opened = opened;
        this.places = places;
    }

    List<Statement> build() {
        depths.put(root, 0);
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
                statements.add(new Statement.Clear(value));
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
        Value value = ((Access) operand).value();
        Term part = parts.get(value);
        return part == null ? new Term.Read(value) : part;
    }

    // First walk: who reads, who gives, and the innermost block around them.

    private void survey(Block block) {
        for (Node node : block.nodes()) {
            if (node instanceof Node.Leaf leaf) {
                leaf.step().match(definition -> survey(definition, block), requirement -> survey(requirement, block));
            } else {
                Node.Fork fork = (Node.Fork) node;
                read(fork.condition().read(), block);
                for (Block branch : List.of(fork.then(), fork.otherwise())) {
                    around.put(branch, block);
                    depths.put(branch, requireNonNull(depths.get(block)) + 1);
                    survey(branch);
                }
                forks.add(fork);
            }
        }
    }

    private Step survey(Definition definition, Block block) {
        definition.operands().forEach(operand -> read(operand, block));
        order.add(definition);
        Value target = definition.target();
        definitions.merge(target, 1, Integer::sum);
        if (definition.combine() == Combine.SUM) {
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
        if (operand instanceof Access access) {
            reads.merge(access.value(), 1, Integer::sum);
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
                boolean asked = reads.getOrDefault(fork.condition(), 0) > 1;
                if (asked && !empty.contains(fork) && isEmpty(fork.then()) && isEmpty(fork.otherwise())) {
                    empty.add(fork);
                    reads.merge(fork.condition(), -1, Integer::sum);
                    fewer = true;
                }
            }
        }
    }

    private boolean isEmpty(Block block) {
        return block.nodes().stream()
                .allMatch(node -> node instanceof Node.Leaf leaf
                        ? leaf.step() instanceof Definition definition && isPart(definition.target())
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
        Value target = definition.target();
        if (size <= (sum ? LARGEST_SUM : LARGEST_PART) && mayBePart(definition) && isAround(reach, home(target))) {
            partSizes.put(target, size);
            reaches.put(target, reach);
        }
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
        for (Node node : block.nodes()) {
            for (Value value : introductions.getOrDefault(node, List.of())) {
                named.add(value);
                statements.add(new Statement.Declare(value, !isGivenBy(new Block(List.of(node)), value)));
            }
            if (node instanceof Node.Leaf leaf) {
                leaf.step().match(definition -> define(definition, block, statements), requirement -> {
                    statements.add(check(requirement));
                    return requirement;
                });
            } else {
                branch((Node.Fork) node, statements);
            }
        }
        return statements;
    }

    private void branch(Node.Fork fork, List<Statement> statements) {
        Term condition = term(fork.condition().read());
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
                    introduced.add(definition.target());
                }
            } else {
                for (Value value : givenIn((Node.Fork) node)) {
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

    private static Set<Value> givenIn(Node.Fork fork) {
        Set<Value> given = new LinkedHashSet<>();
        for (Block branch : List.of(fork.then(), fork.otherwise())) {
            for (Node node : branch.nodes()) {
                if (node instanceof Node.Fork inner) {
                    given.addAll(givenIn(inner));
                } else if (((Node.Leaf) node).step() instanceof Definition definition) {
                    given.add(definition.target());
                }
            }
        }
        return given;
    }

    /** Whether every path through the block begins with giving the value, so that nothing need be there before. */
    private boolean isGivenBy(Block block, Value value) {
        return Node.gives(block, definition -> definition.target() == value && isFirst(definition));
    }

    private Step define(Definition definition, Block block, List<Statement> statements) {
        Value target = definition.target();
        List<Term> operands = new ArrayList<>();
        definition.operands().forEach(operand -> operands.add(term(operand)));
        Term term = definition.operator() == Operators.COPY
                ? operands.get(0)
                : new Term.Apply(definition.operator(), operands);
        if (isPart(target)) {
            parts.put(target, term);
            return definition;
        }
        Statement.Kind kind = kind(definition, block);
        statements.add(new Statement.Assign(kind, target, term, definition.origin()));
        if (isLocal(target) && places.has(target)) {
            statements.add(new Statement.Store(target));
        }
        return definition;
    }

    private Statement.Kind kind(Definition definition, Block block) {
        Value target = definition.target();
        if (isLocal(target) && homes.get(target) == block && named.add(target)) {
            return Statement.Kind.LET;
        }
        boolean begins = isLocal(target) || opened.contains(target);
        return definition.combine() == Combine.SET || begins && isFirst(definition)
                ? Statement.Kind.SET
                : Statement.Kind.ADD;
    }

    private Statement check(Requirement requirement) {
        List<Statement.Shown> shown = new ArrayList<>();
        requirement.shown().forEach(one -> shown.add(new Statement.Shown(one.name(), term(one.operand()))));
        return new Statement.Check(term(requirement.condition()), requirement.message(), shown, requirement.origin());
    }

    // Questions about a value in this routine.

    /** Whether the value is written where it is read, without a name. */
    private boolean isPart(Value value) {
        return partSizes.containsKey(value);
    }

    /** What is read once; an integer that is taken for a real costs nothing, and is written wherever it is read. */
    private boolean mayBePart(Definition definition) {
        Value value = definition.target();
        return value.isUnnamed()
                && (reads.getOrDefault(value, 0) == 1 || definition.operator() == Operators.REAL)
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
        List<Definition> all = givers.getOrDefault(definition.target(), List.of());
        if (definition.combine() == Combine.SET || all.get(0) == definition) {
            return true;
        }
        return all.size() <= FEW
                && all.stream()
                        .takeWhile(earlier -> earlier != definition)
                        .allMatch(earlier -> earlier.guard().excludes(definition.guard()));
    }

    /** Contributions are compared pair by pair up to this number. */
    private static final int FEW = 8;
}
