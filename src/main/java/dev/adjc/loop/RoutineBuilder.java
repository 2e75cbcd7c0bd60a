package dev.adjc.loop;

import dev.adjc.ir.Access;
import dev.adjc.ir.Combine;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Index;
import dev.adjc.ir.IndexNumber;
import dev.adjc.ir.Literal;
import dev.adjc.ir.Operand;
import dev.adjc.ir.Requirement;
import dev.adjc.ir.Step;
import dev.adjc.ir.Value;
import dev.adjc.loop.Node.Block;
import dev.adjc.operator.Operators;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Writes the steps of one routine as statements: brings steps under one condition together, writes what is read once where
 * it is read, and introduces each name in the innermost block around all that give or read it.
 */
final class RoutineBuilder {
    /** Contributions are compared pair by pair up to this number. */
    private static final int FEW = 8;

    private final Block root;
    private final Set<Value> opened;
    private final Places places;
    private final Storage storage;
    private final Survey survey;
    private final Parts parts;
    private final Map<Value, Term> written = new HashMap<>();
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
        this.opened = opened;
        this.places = places;
        this.storage = storage;
        this.survey = new Survey(root, results, storage);
        this.parts = new Parts(survey, places);
    }

    List<Statement> build() {
        List<Statement> statements = new ArrayList<>();
        survey.read().stream()
                .filter(this::isLoaded)
                .sorted()
                .forEach(value -> statements.add(new Statement.Load(value)));
        for (Value value : opened.stream().sorted().toList()) {
            if (survey.isGathered(value) && !isGivenBy(root, value)) {
                statements.add(
                        new Statement.Clear(value, List.of(), combine(value).ofNothing()));
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
        Term part = written.get(value);
        return part == null ? new Term.Read(value) : part;
    }

    // ---- statements

    private List<Statement> block(Block block) {
        List<Statement> statements = new ArrayList<>();
        Map<Node, List<Value>> introductions = introductions(block);
        List<Value> arrays = new ArrayList<>(block == root ? opened : storage.arraysOf(block));
        for (Node node : block.nodes()) {
            clear(arrays, block, node, statements);
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
                        storage.isSetOnce(one) ? Statement.Kind.SET : kind(one.combine()),
                        one.origin()));
            }
        }
        List<Statement> body = block(nest.body());
        accumulators.forEach(one -> accumulating.remove(one.value()));
        Statement.Loop loop = new Statement.Loop(nest.axis(), body);
        if (!body.isEmpty()) {
            statements.add(accumulators.isEmpty() ? loop : new Statement.Accumulate(accumulators, loop));
        }
    }

    /** Prepares the arrays that the node is the first one of the block to use. */
    private void clear(List<Value> arrays, Block block, Node node, List<Statement> statements) {
        if (arrays.isEmpty()) {
            return;
        }
        Set<Value> used = Dependences.values(node);
        for (Value value : List.copyOf(arrays)) {
            if (storage.isArray(value) && used.contains(value)) {
                arrays.remove(value);
                storage.cleared(value, block).ifPresent(statements::add);
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
                    boolean lives = survey.home(value) == block && isLocal(value) && !parts.contains(value);
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
        return survey.givers(value).get(0).combine();
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
        if (parts.contains(target)) {
            written.put(target, term);
            return definition;
        }
        if (storage.isArray(target)) {
            List<Index> at = storage.places(definition.target());
            boolean set = storage.isSetOnce(definition) && !accumulating.contains(target);
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

    /** An assignment; adding the opposite, or a negative number, is taking from it, to the last bit. */
    private static Statement assign(
            Statement.Kind kind, Value target, List<Index> at, Term term, Definition definition) {
        if (kind == Statement.Kind.SET && change(target, term).isPresent()) {
            Term by = ((Term.Apply) term).operands().get(1);
            return assign(change(target, term).get(), target, at, by, definition);
        }
        Optional<Term> opposite = kind == Statement.Kind.ADD ? opposite(term) : Optional.empty();
        Statement.Kind does = opposite.isPresent() ? Statement.Kind.SUBTRACT : kind;
        return new Statement.Assign(does, target, at, opposite.orElse(term), definition.origin());
    }

    /** Whether a term is the name that is set, with something added or taken away. */
    private static Optional<Statement.Kind> change(Value target, Term term) {
        boolean changes = term instanceof Term.Apply apply
                && (apply.operator() == Operators.ADD || apply.operator() == Operators.SUBTRACT)
                && apply.operands().get(0).equals(new Term.Read(target));
        return changes
                ? Optional.of(
                        ((Term.Apply) term).operator() == Operators.ADD ? Statement.Kind.ADD : Statement.Kind.SUBTRACT)
                : Optional.empty();
    }

    /** What the term is the opposite of, if it says so. */
    private static Optional<Term> opposite(Term term) {
        if (term instanceof Term.Number negative && negative.number() < 0) {
            return Optional.of(new Term.Number(-negative.number()));
        }
        return term instanceof Term.Apply apply && apply.operator() == Operators.NEGATE
                ? Optional.of(apply.operands().get(0))
                : Optional.empty();
    }

    private Statement.Kind kind(Definition definition, Block block) {
        Value target = definition.value();
        if (isLocal(target) && survey.home(target) == block && named.add(target)) {
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

    // ---- values

    /** Whether the routine holds the value under a name of its own. */
    private boolean isLocal(Value value) {
        return !places.has(value) || !places.isShared(value) && survey.reads(value) > 0;
    }

    /** Whether the value lies in a place, as the double it is, and is read so often that the routine fetches it once. */
    private boolean isLoaded(Value value) {
        return value.type() != Value.Type.INTEGER
                && places.has(value)
                && survey.givers(value).isEmpty()
                && parts.reads(value) > 1;
    }

    /** Whether no path has given the target before, so that giving is setting. */
    private boolean isFirst(Definition definition) {
        Value value = definition.value();
        List<Definition> all = survey.givers(value);
        if (definition.combine() == Combine.SET) {
            return true;
        }
        Block home = places.has(value) ? root : survey.home(value);
        if (survey.nest(survey.block(definition)) != survey.nest(home)) {
            return false;
        }
        return all.get(0) == definition
                || all.size() <= FEW
                        && all.stream()
                                .takeWhile(earlier -> earlier != definition)
                                .allMatch(earlier -> earlier.guard().excludes(definition.guard()));
    }
}
