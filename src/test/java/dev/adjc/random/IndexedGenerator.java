package dev.adjc.random;

import static java.util.Objects.requireNonNull;

import dev.adjc.random.IndexedExpressions.Call;
import dev.adjc.random.IndexedExpressions.Helper;
import dev.adjc.random.IndexedExpressions.Variable;
import dev.adjc.random.IndexedProgram.Define;
import dev.adjc.random.IndexedProgram.Function;
import dev.adjc.random.IndexedProgram.Loop;
import dev.adjc.random.IndexedProgram.Parameter;
import dev.adjc.random.IndexedProgram.Statement;
import dev.adjc.random.RandomProgram.Kind;
import dev.adjc.random.Tree.Form;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * Draws programs of arrays. Each is drawn beside points at which it is carried out as it grows, so that all accesses are in
 * range there and values stay of moderate size.
 */
final class IndexedGenerator {
    /** Where a program is tried: the sizes differ from point to point, and the last one has zeros and ties. */
    static final int POINTS = 3;

    private static final int MOST_ELEMENTS = 36;
    private static final int MOST_INPUTS = 24;
    private static final int MOST_EFFORT = 1_500;
    private static final double[] TIES = {0, 1, -1, 0.5, 1, 2};
    private static final List<String> NAMES = List.of(
            "x", "y", "z", "u", "v", "w", "A", "B", "C", "H", "Q", "β", "values", "work", "gradient", "out", "double");

    private final long seed;
    private final Random random;
    private final Map<IndexedConstruct, Integer> coverage;
    private final Map<IndexedConstruct, Integer> constructs = new EnumMap<>(IndexedConstruct.class);
    private final List<Helper> helpers = new ArrayList<>();

    private IndexedExpressions draw;
    private List<IndexedEvaluator> evaluators = List.of();
    private List<Map<String, Double>> numbers = List.of();
    private Surroundings outside = Surroundings.of(List.of(), List.of());
    private Set<String> parameters = Set.of();

    /** What the loops around collect, which is known to nobody before they end. */
    private final Set<String> pending = new HashSet<>();

    private List<Statement> statements = List.of();

    /**
     * A generator.
     *
     * @param coverage counts what is drawn
     */
    IndexedGenerator(long seed, Map<IndexedConstruct, Integer> coverage) {
        this.seed = seed;
        this.random = new Random(new SplittableRandom(seed).nextLong());
        this.coverage = coverage;
        this.draw = new IndexedExpressions(random, constructs, helpers);
    }

    /** A program. */
    IndexedProgram draw() {
        for (int i = Math.max(0, random.nextInt(4) - 1); i > 0; i--) {
            Function helper = function("part" + i, 1 + random.nextInt(2), 1 + random.nextInt(3));
            helpers.add(new Helper(
                    helper, helper.outputs().stream().map(this::variable).toList()));
        }
        List<Function> functions =
                helpers.stream().map(Helper::function).collect(Collectors.toCollection(ArrayList::new));
        functions.add(function("model", 1 + random.nextInt(3), 1 + random.nextInt(5)));
        return new IndexedProgram(seed, functions);
    }

    private Variable variable(Tree output) {
        return requireNonNull(draw.variables().get(output.text()));
    }

    private Function function(String name, int arrays, int size) {
        draw = new IndexedExpressions(random, constructs, helpers);
        List<Map<String, Integer>> sizes = sizes();
        List<Parameter> drawn = parameters(sizes, arrays);
        evaluators = new ArrayList<>();
        numbers = new ArrayList<>();
        parameters = drawn.stream().map(Parameter::name).collect(Collectors.toSet());
        statements = new ArrayList<>();
        List<Map<String, Double>> integers = new ArrayList<>();
        for (int p = 0; p < POINTS; p++) {
            Map<String, Double> known = new HashMap<>();
            sizes.get(p).forEach((each, number) -> known.put(each, (double) number));
            IndexedEvaluator evaluator =
                    new IndexedEvaluator(helpers.stream().map(Helper::function).toList());
            Map<String, Double> scope = new HashMap<>(known);
            for (Parameter parameter : drawn) {
                Grid grid = parameter.points().get(p);
                if (grid.rank() > 0) {
                    evaluator.arrays().put(parameter.name(), grid);
                } else {
                    scope.put(parameter.name(), grid.numbers()[0]);
                    if (parameter.kind() == Kind.INT) {
                        known.put(parameter.name(), grid.numbers()[0]);
                    }
                }
            }
            evaluators.add(evaluator);
            numbers.add(scope);
            integers.add(known);
        }
        outside = Surroundings.of(evaluators, integers);
        commit();
        for (int i = 0; i < size; i++) {
            statement();
        }
        List<Tree> outputs = outputs();
        commit();
        return new Function(name, drawn, outputs, statements, sizes);
    }

    private void commit() {
        constructs.forEach((construct, count) -> coverage.merge(construct, count, Integer::sum));
        constructs.clear();
    }

    // ---- sizes and parameters

    private List<Map<String, Integer>> sizes() {
        List<String> names = List.of("n", "m", "r").subList(0, random.nextInt(4));
        draw.sizes().addAll(names);
        List<Map<String, Integer>> sizes = new ArrayList<>();
        for (int p = 0; p < POINTS; p++) {
            Map<String, Integer> point = new LinkedHashMap<>();
            for (String name : names) {
                point.put(name, p == 0 ? 1 + random.nextInt(4) : p == 1 ? random.nextInt(4) : 1 + random.nextInt(3));
            }
            sizes.add(point);
        }
        return sizes;
    }

    private List<Parameter> parameters(List<Map<String, Integer>> sizes, int arrays) {
        List<String> unbound = new ArrayList<>(draw.sizes());
        List<Parameter> drawn = new ArrayList<>();
        int scalars = random.nextInt(3);
        int integers = Math.max(0, random.nextInt(4) - 2);
        int integerArrays = Math.max(0, random.nextInt(4) - 1);
        for (int i = 0; i < arrays || !unbound.isEmpty(); i++) {
            int rank = 1 + (random.nextInt(2) == 0 ? 0 : random.nextInt(4));
            List<Tree> extents = extents(sizes, unbound, rank);
            boolean constant = random.nextInt(6) == 0;
            draw.note(IndexedConstruct.CONSTANT_ARRAY, constant);
            parameter(constant ? Kind.CONST : Kind.REAL, extents, sizes, drawn);
        }
        for (int i = 0; i < scalars; i++) {
            parameter(random.nextInt(5) == 0 ? Kind.CONST : Kind.REAL, List.of(), sizes, drawn);
        }
        for (int i = 0; i < integers; i++) {
            draw.note(IndexedConstruct.INTEGER_PARAMETER);
            parameter(Kind.INT, List.of(), sizes, drawn);
        }
        for (int i = 0; i < integerArrays; i++) {
            draw.note(IndexedConstruct.INTEGER_ARRAY);
            parameter(Kind.INT, extents(sizes, unbound, random.nextInt(5) == 0 ? 2 : 1), sizes, drawn);
        }
        return drawn;
    }

    private List<Tree> extents(List<Map<String, Integer>> sizes, List<String> unbound, int rank) {
        List<Tree> extents = new ArrayList<>();
        for (int k = 0; k < rank; k++) {
            Tree extent = unbound.isEmpty() ? extent(sizes) : binding(unbound.remove(0));
            extents.add(extent);
            if (k > 0 && isTooLarge(extents, sizes)) {
                extents.remove(k);
                IndexedEvaluator.names(extent).stream()
                        .filter(name -> draw.variables().values().stream()
                                .noneMatch(known -> known.extents().toString().contains(name)))
                        .filter(name -> !extents.toString().contains(name) && !unbound.contains(name))
                        .forEach(name -> unbound.add(0, name));
                return extents;
            }
        }
        return extents;
    }

    private static boolean isTooLarge(List<Tree> extents, List<Map<String, Integer>> sizes) {
        return sizes.stream().anyMatch(point -> Grid.count(numbers(extents, point)) > MOST_ELEMENTS);
    }

    private static int[] numbers(List<Tree> extents, Map<String, Integer> sizes) {
        Map<String, Double> scope = new HashMap<>();
        sizes.forEach((size, number) -> scope.put(size, (double) number));
        IndexedEvaluator evaluator = new IndexedEvaluator(List.of());
        return extents.stream()
                .mapToInt(extent -> (int) evaluator.integer(extent, scope))
                .toArray();
    }

    /** An extent from which the size is found. */
    private Tree binding(String size) {
        int kind = random.nextInt(12);
        draw.note(IndexedConstruct.SIZE_TO_BE_SOLVED, kind < 2);
        draw.note(IndexedConstruct.SYMBOLIC_SIZE, kind >= 2);
        Tree name = Tree.name(size);
        return kind == 0
                ? Tree.of(Form.MULTIPLY, Tree.number("2"), name)
                : kind == 1 ? IndexedExpressions.plus(name, 1) : name;
    }

    private Tree extent(List<Map<String, Integer>> sizes) {
        if (draw.sizes().isEmpty() || random.nextInt(4) == 0) {
            draw.note(IndexedConstruct.LITERAL_SIZE);
            return Tree.number(1 + random.nextInt(4));
        }
        Tree size = Tree.name(pick(draw.sizes()));
        int kind = random.nextInt(12);
        if (kind > 3) {
            draw.note(IndexedConstruct.SYMBOLIC_SIZE);
            return size;
        }
        Tree affine = switch (kind) {
            case 0 -> IndexedExpressions.plus(size, 1);
            case 1 -> Tree.of(Form.MULTIPLY, Tree.number("2"), size);
            case 2 -> Tree.of(Form.ADD, size, Tree.name(pick(draw.sizes())));
            default -> IndexedExpressions.plus(size, -1);
        };
        boolean holds = sizes.stream().allMatch(point -> numbers(List.of(affine), point)[0] >= 0);
        draw.note(holds ? IndexedConstruct.AFFINE_SIZE : IndexedConstruct.SYMBOLIC_SIZE);
        return holds ? affine : size;
    }

    private void parameter(Kind kind, List<Tree> extents, List<Map<String, Integer>> sizes, List<Parameter> drawn) {
        String name = kind == Kind.INT && extents.isEmpty() ? "k" + drawn.size() : unused();
        List<Tree> targets = new ArrayList<>();
        draw.variables().values().forEach(known -> targets.addAll(known.extents()));
        Tree target = targets.isEmpty() ? Tree.number("3") : pick(targets);
        boolean somewhereNone = random.nextInt(3) == 0;
        List<Grid> points = new ArrayList<>();
        for (int p = 0; p < POINTS; p++) {
            Grid grid = Grid.of(numbers(extents, sizes.get(p)));
            int most = numbers(List.of(target), sizes.get(p))[0];
            for (int i = 0; i < grid.numbers().length; i++) {
                grid.numbers()[i] = kind != Kind.INT
                        ? real(p)
                        : extents.isEmpty()
                                ? random.nextInt(4)
                                : most <= 0 || somewhereNone && random.nextInt(3) == 0 ? -1 : random.nextInt(most);
            }
            points.add(grid);
            draw.note(IndexedConstruct.EMPTY_ARRAY, grid.numbers().length == 0);
        }
        noteRank(extents.size());
        drawn.add(new Parameter(kind, name, extents, points));
        draw.variables().put(name, new Variable(kind, name, extents));
    }

    private void noteRank(int rank) {
        if (rank > 0) {
            draw.note(IndexedConstruct.valueOf("ARRAY_OF_RANK_" + rank));
        }
    }

    private double real(int point) {
        if (point == POINTS - 1 && random.nextBoolean()) {
            return TIES[random.nextInt(TIES.length)];
        }
        double number = IndexedExpressions.round(0.25 + 1.5 * random.nextDouble());
        return random.nextInt(3) == 0 ? -number : number;
    }

    private String unused() {
        for (int tried = 0; ; tried++) {
            String name = pick(NAMES) + (tried > 6 || random.nextInt(5) == 0 ? "" + random.nextInt(9) : "");
            if (!draw.variables().containsKey(name) && !parameters.contains(name) && !pending.contains(name)) {
                return name;
            }
        }
    }

    // ---- statements

    /** Draws statements until one can be carried out, for some time. */
    private void statement() {
        Map<String, Variable> before = new LinkedHashMap<>(draw.variables());
        for (int tried = 0; tried < 8; tried++) {
            List<Statement> body = drawn(outside);
            if (!body.isEmpty() && isCarriedOut(body)) {
                statements.addAll(body);
                commit();
                return;
            }
            constructs.clear();
            draw.variables().clear();
            draw.variables().putAll(before);
        }
    }

    /** Carries statements out at each point; nothing is changed if that fails anywhere. */
    private boolean isCarriedOut(List<Statement> body) {
        List<Map<String, Double>> after = new ArrayList<>();
        List<Map<String, Grid>> arrays = new ArrayList<>();
        for (int p = 0; p < POINTS; p++) {
            IndexedEvaluator evaluator = evaluators.get(p);
            Map<String, Grid> known = evaluator.arrays();
            Map<String, Double> scope = new HashMap<>(numbers.get(p));
            long effort = evaluator.effort();
            evaluator.resume(new HashMap<>(known));
            boolean fine;
            try {
                body.forEach(statement -> evaluator.run(statement, scope));
                fine = evaluator.effort() - effort < MOST_EFFORT && isModerate(scope, evaluator.arrays(), p);
            } catch (Grid.OutOfRange | TreeEvaluator.Refused none) {
                fine = false;
            }
            arrays.add(evaluator.arrays());
            evaluator.resume(known);
            if (!fine) {
                return false;
            }
            after.add(scope);
        }
        numbers = after;
        for (int p = 0; p < POINTS; p++) {
            evaluators.get(p).resume(arrays.get(p));
        }
        return true;
    }

    private static boolean isModerate(Map<String, Double> scope, Map<String, Grid> arrays, int point) {
        double most = point == POINTS - 1 ? 1e12 : 300;
        for (double number : scope.values()) {
            if (!(Math.abs(number) <= most)) {
                return false;
            }
        }
        for (Grid grid : arrays.values()) {
            for (double number : grid.numbers()) {
                if (!(Math.abs(number) <= most)) {
                    return false;
                }
            }
        }
        return true;
    }

    private List<Statement> drawn(Surroundings at) {
        int kind = random.nextInt(100);
        if (kind < 12) {
            return scalar(at);
        }
        if (kind < 17) {
            return copy();
        }
        if (kind < 24) {
            return literal(at);
        }
        if (kind < 38) {
            return called(at);
        }
        if (kind < 55) {
            return loop(at);
        }
        return kind < 58 ? requirement(at) : indexed(at);
    }

    private List<Statement> scalar(Surroundings at) {
        Tree value = draw.real(3, at);
        draw.note(IndexedConstruct.SCALAR_DEFINITION);
        return List.of(define(target(List.of(), at), value, List.of()));
    }

    /** A statement that defines a name; what is known of the name from here on. */
    private Define define(String name, Tree value, List<Tree> extents) {
        draw.variables().remove(name);
        draw.variables().put(name, new Variable(Kind.REAL, name, extents));
        noteRank(extents.size());
        return new Define(List.of(Tree.name(name)), value);
    }

    /** A name for something of these extents: a new one, or one that is known. */
    private String target(List<Tree> extents, Surroundings at) {
        List<Variable> known = draw.variables().values().stream()
                .filter(variable -> !variable.isInteger())
                .filter(variable -> at.loops() == 0 || variable.extents().equals(extents))
                .toList();
        if (known.isEmpty() || random.nextInt(at.loops() == 0 ? 6 : 2) > 0) {
            return unused();
        }
        Variable variable = pick(known);
        draw.note(IndexedConstruct.REDEFINITION);
        draw.note(IndexedConstruct.REDEFINED_PARAMETER, parameters.contains(variable.name()));
        draw.note(IndexedConstruct.NEW_EXTENT, !variable.extents().equals(extents));
        if (at.loops() > 0) {
            draw.note(extents.isEmpty() ? IndexedConstruct.CARRIED_NUMBER : IndexedConstruct.CARRIED_ARRAY);
        }
        return variable.name();
    }

    private List<Statement> copy() {
        List<Variable> arrays = draw.variables().values().stream()
                .filter(variable -> !variable.extents().isEmpty())
                .toList();
        if (arrays.isEmpty()) {
            return List.of();
        }
        Variable array = pick(arrays);
        draw.note(IndexedConstruct.COPY);
        return List.of(define(unused(), Tree.name(array.name()), array.extents()));
    }

    private List<Statement> literal(Surroundings at) {
        int columns = 1 + random.nextInt(3);
        int rows = random.nextInt(3) == 0 ? 1 + random.nextInt(2) : 0;
        draw.note(rows == 0 ? IndexedConstruct.LITERAL_ARRAY : IndexedConstruct.LITERAL_MATRIX);
        List<Tree> extents =
                rows == 0 ? List.of(Tree.number(columns)) : List.of(Tree.number(rows), Tree.number(columns));
        List<Tree> all = new ArrayList<>();
        for (int i = 0; i < Math.max(1, rows); i++) {
            List<Tree> row = new ArrayList<>();
            for (int k = 0; k < columns; k++) {
                row.add(draw.real(1, at));
            }
            all.add(new Tree(Form.ARRAY, "", row));
        }
        Tree value = rows == 0 ? all.get(0) : new Tree(Form.ARRAY, "", all);
        return List.of(define(target(extents, at), value, extents));
    }

    private List<Statement> requirement(Surroundings at) {
        Tree left = draw.leaf(at);
        draw.note(IndexedConstruct.REQUIREMENT);
        return List.of(new Define(List.of(), Tree.compare("<", left, Tree.number("1e6"))));
    }

    /** Left indices, of extents that are given or drawn; nothing if there are too many elements. */
    private Optional<Surroundings> left(List<Tree> extents, Surroundings at) {
        Surroundings inside = at;
        for (Tree extent : extents) {
            inside = inside.along(IndexedExpressions.before(draw.index(inside), Tree.number("0"), extent));
            if (inside.isTooLarge() || !isExtent(extent)) {
                return Optional.empty();
            }
        }
        return inside.places().stream().allMatch(each -> each.size() <= 2 * MOST_ELEMENTS)
                ? Optional.of(inside)
                : Optional.empty();
    }

    /** Whether it is not negative anywhere. */
    private boolean isExtent(Tree extent) {
        for (int p = 0; p < POINTS; p++) {
            if (evaluators.get(p).integer(extent, numbers.get(p)) < 0) {
                return false;
            }
        }
        return true;
    }

    private List<Tree> newExtents() {
        int kind = random.nextInt(20);
        int rank = kind < 11 ? 1 : kind < 16 ? 2 : kind < 18 ? 3 : 4;
        List<Tree> extents = new ArrayList<>();
        for (int k = 0; k < rank; k++) {
            Tree extent = draw.extent();
            int change = random.nextInt(12);
            extents.add(
                    change == 0
                            ? IndexedExpressions.plus(extent, 1)
                            : change == 1 ? IndexedExpressions.plus(extent, -1) : extent);
        }
        return extents;
    }

    private List<Statement> indexed(Surroundings at) {
        List<Tree> extents = newExtents();
        String name = target(extents, at);
        Optional<Surroundings> inside = left(extents, at);
        if (inside.isEmpty()) {
            return List.of();
        }
        draw.note(IndexedConstruct.INDEXED_DEFINITION);
        return List.of(indexed(name, extents, List.of(), inside.get(), draw.real(2 + random.nextInt(2), inside.get())));
    }

    /** A definition along the innermost of the indices, as many as there are extents; loop indices stand before them. */
    private Define indexed(String name, List<Tree> extents, List<Tree> loops, Surroundings inside, Tree value) {
        List<Tree> binders = inside.binders()
                .subList(
                        inside.binders().size() - extents.size(),
                        inside.binders().size());
        List<Tree> places = new ArrayList<>(loops);
        places.addAll(draw.written(binders, List.of(value)));
        List<Tree> all = new ArrayList<>();
        loops.forEach(loop -> all.add(loop.part(1)));
        all.addAll(extents);
        define(name, value, all);
        return new Define(List.of(Tree.access(name, places)), value);
    }

    // ---- calls

    private List<Statement> called(Surroundings at) {
        if (helpers.isEmpty()) {
            return List.of();
        }
        Helper helper = pick(helpers);
        Optional<Surroundings> inside = random.nextBoolean() ? left(List.of(draw.extent()), at) : Optional.of(at);
        if (inside.isEmpty()) {
            return List.of();
        }
        Optional<Call> call = draw.call(helper, 2, inside.get());
        if (call.isEmpty()) {
            return List.of();
        }
        boolean each = inside.get() != at;
        List<Tree> binders = inside.get()
                .binders()
                .subList(at.binders().size(), inside.get().binders().size());
        List<Tree> written = draw.written(binders, List.of(call.get().tree()));
        List<Tree> targets = new ArrayList<>();
        Set<String> names = new HashSet<>();
        List<Variable> results = new ArrayList<>();
        for (Variable output : helper.outputs()) {
            List<Tree> extents = new ArrayList<>();
            binders.forEach(binder -> extents.add(binder.part(1)));
            output.extents().forEach(extent -> extents.add(call.get().extent(extent)));
            boolean varies = extents.stream()
                    .flatMap(extent -> IndexedEvaluator.names(extent).stream())
                    .anyMatch(name -> inside.get().binders().stream()
                            .anyMatch(one -> one.text().equals(name)));
            String name = helper.outputs().size() == 1 ? target(extents, at) : unused();
            if (varies || extents.size() > 4 || !extents.stream().allMatch(this::isExtent) || !names.add(name)) {
                return List.of();
            }
            List<Tree> places = new ArrayList<>(written);
            output.extents().forEach(extent -> places.add(Tree.all()));
            targets.add(each ? Tree.access(name, places) : Tree.name(name));
            results.add(new Variable(Kind.REAL, name, extents));
        }
        for (Variable result : results) {
            draw.variables().remove(result.name());
            draw.variables().put(result.name(), result);
            noteRank(result.extents().size());
            boolean isArray = result.extents().size() > binders.size();
            draw.note(IndexedConstruct.CALL_GIVES_ARRAY, isArray);
            draw.note(IndexedConstruct.CALL_INTO_SLICE, isArray && each);
        }
        draw.note(IndexedConstruct.CALL_FOR_EACH_INDEX, each);
        draw.note(IndexedConstruct.CALL_GIVES_SEVERAL, targets.size() > 1);
        draw.note(IndexedConstruct.CALL_IN_A_LOOP, at.loops() > 0);
        return List.of(new Define(targets, call.get().tree()));
    }

    // ---- loops

    private List<Statement> loop(Surroundings at) {
        List<Statement> all = new ArrayList<>();
        if (random.nextInt(3) > 0) {
            all.addAll(scalar(at));
        }
        List<Variable> collected = new ArrayList<>();
        Optional<Statement> rounds = loop(at, collected);
        collected.forEach(each -> draw.variables().put(each.name(), each));
        pending.clear();
        rounds.ifPresent(all::add);
        return all;
    }

    /** A loop, and what is collected by it and those in it. */
    private Optional<Statement> loop(Surroundings at, List<Variable> collected) {
        Tree binder = rounds(at);
        Surroundings inside = at.along(binder).inLoop();
        if (inside.isTooLarge()) {
            return Optional.empty();
        }
        Set<String> before = new HashSet<>(draw.variables().keySet());
        List<Statement> body = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            body.addAll(ofLoop(inside, collected));
        }
        draw.note(
                IndexedConstruct.LOCAL_OF_A_LOOP,
                !before.containsAll(draw.variables().keySet()));
        draw.variables().keySet().retainAll(before);
        draw.note(IndexedConstruct.LOOP);
        draw.note(IndexedConstruct.NESTED_LOOP, at.loops() > 0);
        return body.isEmpty() ? Optional.empty() : Optional.of(new Loop(binder, body));
    }

    private Tree rounds(Surroundings at) {
        String index = at.loops() == 0 ? "t" : "s";
        Tree zero = Tree.number("0");
        int kind = random.nextInt(10);
        if (at.loops() > 0 && kind < 3) {
            draw.note(IndexedConstruct.TRIANGULAR_LOOP);
            return IndexedExpressions.before(
                    index, zero, Tree.name(at.binders().get(0).text()));
        }
        if (kind == 3) {
            draw.note(IndexedConstruct.LOOP_OF_LITERAL_LENGTH);
            return IndexedExpressions.before(index, zero, Tree.number(random.nextInt(4)));
        }
        List<Variable> integers = draw.variables().values().stream()
                .filter(variable -> variable.isInteger() && variable.extents().isEmpty())
                .toList();
        if (kind > 7 && !integers.isEmpty()) {
            draw.note(IndexedConstruct.LOOP_OF_AN_INTEGER);
            return IndexedExpressions.before(
                    index, zero, Tree.name(pick(integers).name()));
        }
        boolean fromZero = kind != 4;
        draw.note(IndexedConstruct.LOOP_NOT_FROM_ZERO, !fromZero);
        Tree extent = draw.extent();
        return IndexedExpressions.before(index, fromZero ? zero : Tree.number("1"), extent);
    }

    /** A statement of a loop's body: one as any other, or one that collects or carries. */
    private List<Statement> ofLoop(Surroundings at, List<Variable> collected) {
        int kind = random.nextInt(10);
        if (kind < 3) {
            return collecting(at, collected);
        }
        if (kind < 4 && at.loops() == 1) {
            return loop(at, collected).stream().toList();
        }
        List<Variable> known = draw.variables().values().stream()
                .filter(variable -> !variable.isInteger())
                .toList();
        if (kind < 7 && !known.isEmpty()) {
            return carrying(pick(known), at);
        }
        return switch (kind) {
            case 7 -> called(at);
            case 8 -> indexed(at);
            default -> scalar(at);
        };
    }

    private List<Statement> carrying(Variable variable, Surroundings at) {
        boolean isNumber = variable.extents().isEmpty();
        Optional<Surroundings> inside = left(variable.extents(), at);
        if (inside.isEmpty()) {
            return List.of();
        }
        draw.note(isNumber ? IndexedConstruct.CARRIED_NUMBER : IndexedConstruct.CARRIED_ARRAY);
        draw.note(IndexedConstruct.REDEFINITION);
        draw.note(IndexedConstruct.REDEFINED_PARAMETER, parameters.contains(variable.name()));
        Tree old = isNumber
                ? Tree.name(variable.name())
                : Tree.access(
                        variable.name(),
                        inside
                                .get()
                                .binders()
                                .subList(
                                        at.binders().size(),
                                        inside.get().binders().size())
                                .stream()
                                .map(binder -> Tree.name(binder.text()))
                                .toList());
        Tree more = draw.real(2, inside.get());
        Tree value = switch (random.nextInt(4)) {
            case 0 -> Tree.call("sin", Tree.of(Form.ADD, old, more));
            case 1 -> Tree.of(Form.ADD, Tree.of(Form.MULTIPLY, Tree.number("0.5"), old), more);
            case 2 -> Tree.call("tanh", Tree.of(Form.MULTIPLY, old, more));
            default -> more;
        };
        return List.of(
                isNumber
                        ? define(variable.name(), value, List.of())
                        : indexed(variable.name(), variable.extents(), List.of(), inside.get(), value));
    }

    private List<Statement> collecting(Surroundings at, List<Variable> collected) {
        List<Tree> loops = new ArrayList<>();
        for (Tree binder : at.binders()) {
            boolean isPossible = binder.part(0).toString().equals("0")
                    && IndexedEvaluator.names(binder.part(1)).stream()
                            .noneMatch(name -> at.binders().stream()
                                    .anyMatch(one -> one.text().equals(name)));
            if (!isPossible || !isExtent(binder.part(1))) {
                return List.of();
            }
            loops.add(new Tree(Form.EACH, binder.text(), binder.parts()));
        }
        List<Tree> extents = random.nextBoolean() ? List.of() : List.of(draw.extent());
        Optional<Surroundings> inside = left(extents, at);
        if (inside.isEmpty()) {
            return List.of();
        }
        String name = unused();
        draw.note(
                loops.size() > 1
                        ? IndexedConstruct.COLLECTED_OVER_TWO_LOOPS
                        : extents.isEmpty() ? IndexedConstruct.COLLECTED_NUMBERS : IndexedConstruct.COLLECTED_SLABS);
        Define define = indexed(name, extents, loops, inside.get(), draw.real(2, inside.get()));
        collected.add(draw.variables().remove(name));
        pending.add(name);
        return List.of(define);
    }

    // ---- outputs

    private List<Tree> outputs() {
        List<Variable> known = draw.variables().values().stream()
                .filter(variable -> !variable.isInteger() && count(variable) <= MOST_INPUTS)
                .collect(Collectors.toCollection(ArrayList::new));
        List<Variable> defined = known.stream()
                .filter(variable -> isDefined(variable.name(), statements))
                .collect(Collectors.toCollection(ArrayList::new));
        if (defined.isEmpty() || random.nextInt(3) == 0) {
            defined = List.of(summary());
        }
        List<Tree> outputs = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count && i < defined.size(); i++) {
            Variable variable = defined.get(defined.size() - 1 - i);
            int rank = variable.extents().size();
            draw.note(rank == 0 ? IndexedConstruct.SCALAR_OUTPUT : IndexedConstruct.valueOf("OUTPUT_OF_RANK_" + rank));
            draw.note(IndexedConstruct.SEVERAL_OUTPUTS, i == 1);
            draw.note(IndexedConstruct.PARAMETER_AS_OUTPUT, parameters.contains(variable.name()));
            boolean sized = rank > 0 && random.nextBoolean();
            draw.note(IndexedConstruct.OUTPUT_WITH_SIZES, sized);
            outputs.add(sized ? Tree.access(variable.name(), variable.extents()) : Tree.name(variable.name()));
        }
        return outputs;
    }

    private int count(Variable variable) {
        int most = 1;
        for (int p = 0; p < POINTS; p++) {
            Grid grid = evaluators.get(p).arrays().get(variable.name());
            most = variable.extents().isEmpty() || grid == null ? most : Math.max(most, grid.numbers().length);
        }
        return most;
    }

    /** Whether some statement gives the name. */
    private static boolean isDefined(String name, List<Statement> statements) {
        return statements.stream()
                .anyMatch(statement -> statement instanceof Loop loop
                        ? isDefined(name, loop.body())
                        : ((Define) statement)
                                .targets().stream()
                                        .anyMatch(target -> target.text().equals(name)));
    }

    /** A number made of what was defined last. */
    private Variable summary() {
        Tree value = Tree.number("0.5");
        for (Variable variable : draw.variables().values()) {
            if (!variable.isInteger() && (random.nextInt(3) > 0 || value.form() == Form.NUMBER)) {
                List<Tree> binders = new ArrayList<>();
                List<Tree> places = new ArrayList<>();
                for (Tree extent : variable.extents()) {
                    String index = List.of("i", "j", "l", "o").get(binders.size());
                    binders.add(new Tree(Form.EACH, index, List.of(Tree.number("0"), extent)));
                    places.add(Tree.name(index));
                }
                Tree element = places.isEmpty() ? Tree.name(variable.name()) : Tree.access(variable.name(), places);
                List<Tree> parts = new ArrayList<>(List.of(Tree.of(Form.MULTIPLY, element, element)));
                parts.addAll(binders);
                value = Tree.of(
                        Form.ADD,
                        value,
                        places.isEmpty() ? Tree.call("sin", element) : new Tree(Form.REDUCTION, "sum", parts));
            }
        }
        String name = unused();
        Define define = define(name, value, List.of());
        if (!isCarriedOut(List.of(define))) {
            define = define(name, Tree.number("1"), List.of());
            isCarriedOut(List.of(define));
        }
        statements.add(define);
        return requireNonNull(draw.variables().get(name));
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
