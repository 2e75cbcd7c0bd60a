package dev.adjc.random;

import dev.adjc.random.IndexedCalls.Callee;
import dev.adjc.random.IndexedProgram.Parameter;
import dev.adjc.random.IndexedProgram.Statement;
import dev.adjc.random.RandomProgram.Kind;
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

/**
 * A function of arrays while it is drawn: what is known in it, and the numbers of everything at each point where the program
 * is tried. What is drawn is carried out as it grows, so that all accesses are in range there and values stay of moderate
 * size.
 */
final class IndexedDraft {
    /** Where a program is tried: the sizes differ from point to point, and the last one has zeros and ties. */
    static final int POINTS = 3;

    static final int MOST_ELEMENTS = 36;

    private static final int MOST_EFFORT = 1_500;
    private static final List<String> NAMES = List.of(
            "x", "y", "z", "u", "v", "w", "A", "B", "C", "H", "Q", "β", "values", "work", "gradient", "out", "double");

    /** Something that is known by its name: a number, if it has no extents. */
    record Variable(Kind kind, String name, List<Tree> extents) {
        boolean isInteger() {
            return kind == Kind.INT;
        }
    }

    private final Random random;
    private final Map<IndexedConstruct, Integer> coverage;
    private final Map<IndexedConstruct, Integer> constructs = new EnumMap<>(IndexedConstruct.class);
    private final List<Callee> callees;
    private final List<String> sizes = new ArrayList<>();
    private final Map<String, Variable> variables = new LinkedHashMap<>();
    private final Set<String> parameters = new HashSet<>();
    private final Set<String> pending = new HashSet<>();
    private final List<Statement> statements = new ArrayList<>();
    private final List<IndexedEvaluator> evaluators = new ArrayList<>();
    private List<Map<String, Double>> numbers = new ArrayList<>();
    private final List<Map<String, Double>> integers = new ArrayList<>();

    /**
     * A function without anything in it.
     *
     * @param coverage counts what is drawn
     * @param callees what it may call
     */
    IndexedDraft(Random random, Map<IndexedConstruct, Integer> coverage, List<Callee> callees) {
        this.random = random;
        this.coverage = coverage;
        this.callees = callees;
    }

    /** Takes the parameters: from here on, everything has a number at each point. */
    void begin(List<Parameter> drawn, List<Map<String, Integer>> ofSizes) {
        drawn.forEach(parameter -> parameters.add(parameter.name()));
        for (int p = 0; p < POINTS; p++) {
            Map<String, Double> known = new HashMap<>();
            ofSizes.get(p).forEach((each, number) -> known.put(each, (double) number));
            IndexedEvaluator evaluator =
                    new IndexedEvaluator(callees.stream().map(Callee::function).toList());
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
    }

    // ---- what is known

    Random random() {
        return random;
    }

    /** What may be called. */
    List<Callee> callees() {
        return callees;
    }

    /** The names of sizes. */
    List<String> sizes() {
        return sizes;
    }

    /** What is known by its name, in the order of definition. */
    Map<String, Variable> variables() {
        return variables;
    }

    /** What the loops around collect, which is known to nobody before they end, and what was known in loops within them. */
    Set<String> pending() {
        return pending;
    }

    boolean isParameter(String name) {
        return parameters.contains(name);
    }

    /** What is carried out so far. */
    List<Statement> statements() {
        return statements;
    }

    /** Outside of all loops. */
    Surroundings outside() {
        return Surroundings.of(evaluators, integers);
    }

    /** The arrays of real numbers. */
    List<Variable> arrays() {
        return variables.values().stream()
                .filter(variable -> !variable.isInteger() && !variable.extents().isEmpty())
                .toList();
    }

    List<Variable> integerArrays() {
        return variables.values().stream()
                .filter(variable -> variable.isInteger() && !variable.extents().isEmpty())
                .toList();
    }

    Optional<Tree> integer() {
        List<Variable> integers = variables.values().stream()
                .filter(variable -> variable.isInteger() && variable.extents().isEmpty())
                .toList();
        return integers.isEmpty()
                ? Optional.empty()
                : Optional.of(Tree.name(pick(integers).name()));
    }

    /** An extent of an array, or a number where there is none. */
    Tree extent() {
        List<Variable> arrays = arrays();
        return arrays.isEmpty() ? Tree.number("2") : pick(pick(arrays).extents());
    }

    /** A name that nothing has. */
    String unused() {
        for (int tried = 0; ; tried++) {
            String name = pick(NAMES) + (tried > 6 || random.nextInt(5) == 0 ? "" + random.nextInt(9) : "");
            if (!variables.containsKey(name) && !parameters.contains(name) && !pending.contains(name)) {
                return name;
            }
        }
    }

    /** Makes a name known, with nothing else under it. */
    void define(String name, List<Tree> extents) {
        variables.remove(name);
        variables.put(name, new Variable(Kind.REAL, name, extents));
        noteRank(extents.size());
    }

    // ---- numbers at the points

    /** Whether it is not negative anywhere. */
    boolean isExtent(Tree extent) {
        for (int p = 0; p < POINTS; p++) {
            if (evaluators.get(p).integer(extent, numbers.get(p)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Takes statements if they can be carried out at each point; nothing is changed if that fails anywhere. */
    boolean take(List<Statement> body) {
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
        statements.addAll(body);
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

    /** How many elements there are where there are most. */
    int count(Variable variable) {
        int most = 1;
        for (int p = 0; p < POINTS; p++) {
            Grid grid = evaluators.get(p).arrays().get(variable.name());
            most = variable.extents().isEmpty() || grid == null ? most : Math.max(most, grid.numbers().length);
        }
        return most;
    }

    static double round(double number) {
        return Math.rint(number * 64) / 64;
    }

    // ---- drawing

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    void note(IndexedConstruct construct) {
        constructs.merge(construct, 1, Integer::sum);
    }

    void note(IndexedConstruct construct, boolean drawn) {
        if (drawn) {
            note(construct);
        }
    }

    void noteRank(int rank) {
        if (rank > 0) {
            note(IndexedConstruct.valueOf("ARRAY_OF_RANK_" + rank));
        }
    }

    /** What was noted since the last time counts. */
    void commit() {
        constructs.forEach((construct, count) -> coverage.merge(construct, count, Integer::sum));
        constructs.clear();
    }

    /** What was noted since the last time does not count, and other things are known. */
    void retract(Map<String, Variable> known) {
        constructs.clear();
        variables.clear();
        variables.putAll(known);
    }
}
