package dev.adjc.random;

import dev.adjc.random.IndexedDraft.Variable;
import dev.adjc.random.IndexedProgram.Parameter;
import dev.adjc.random.RandomProgram.Kind;
import dev.adjc.random.Tree.Form;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws the sizes and parameters of a function, and their numbers at each point. */
final class IndexedParameters {
    private static final double[] TIES = {0, 1, -1, 0.5, 1, 2};

    private final IndexedDraft draft;

    IndexedParameters(IndexedDraft draft) {
        this.draft = draft;
    }

    List<Map<String, Integer>> sizes() {
        List<String> names = List.of("n", "m", "r").subList(0, draft.random().nextInt(4));
        draft.sizes().addAll(names);
        List<Map<String, Integer>> sizes = new ArrayList<>();
        for (int p = 0; p < IndexedDraft.POINTS; p++) {
            Map<String, Integer> point = new LinkedHashMap<>();
            for (String name : names) {
                point.put(
                        name,
                        p == 0
                                ? 1 + draft.random().nextInt(4)
                                : p == 1
                                        ? draft.random().nextInt(4)
                                        : 1 + draft.random().nextInt(3));
            }
            sizes.add(point);
        }
        return sizes;
    }

    List<Parameter> draw(List<Map<String, Integer>> sizes, int arrays) {
        List<String> unbound = new ArrayList<>(draft.sizes());
        List<Parameter> drawn = new ArrayList<>();
        int scalars = draft.random().nextInt(3);
        int integers = Math.max(0, draft.random().nextInt(4) - 2);
        int integerArrays = Math.max(0, draft.random().nextInt(4) - 1);
        for (int i = 0; i < arrays || !unbound.isEmpty(); i++) {
            int rank = 1 + (draft.random().nextInt(2) == 0 ? 0 : draft.random().nextInt(4));
            List<Tree> extents = extents(sizes, unbound, rank);
            boolean constant = draft.random().nextInt(6) == 0;
            draft.note(IndexedConstruct.CONSTANT_ARRAY, constant);
            parameter(constant ? Kind.CONST : Kind.REAL, extents, sizes, drawn);
        }
        for (int i = 0; i < scalars; i++) {
            parameter(draft.random().nextInt(5) == 0 ? Kind.CONST : Kind.REAL, List.of(), sizes, drawn);
        }
        for (int i = 0; i < integers; i++) {
            draft.note(IndexedConstruct.INTEGER_PARAMETER);
            parameter(Kind.INT, List.of(), sizes, drawn);
        }
        for (int i = 0; i < integerArrays; i++) {
            draft.note(IndexedConstruct.INTEGER_ARRAY);
            parameter(Kind.INT, extents(sizes, unbound, draft.random().nextInt(5) == 0 ? 2 : 1), sizes, drawn);
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
                        .filter(name -> draft.variables().values().stream()
                                .noneMatch(known -> known.extents().toString().contains(name)))
                        .filter(name -> !extents.toString().contains(name) && !unbound.contains(name))
                        .forEach(name -> unbound.add(0, name));
                return extents;
            }
        }
        return extents;
    }

    private static boolean isTooLarge(List<Tree> extents, List<Map<String, Integer>> sizes) {
        return sizes.stream().anyMatch(point -> Grid.count(numbers(extents, point)) > IndexedDraft.MOST_ELEMENTS);
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
        int kind = draft.random().nextInt(12);
        draft.note(IndexedConstruct.SIZE_TO_BE_SOLVED, kind < 2);
        draft.note(IndexedConstruct.SYMBOLIC_SIZE, kind >= 2);
        Tree name = Tree.name(size);
        return kind == 0 ? Tree.of(Form.MULTIPLY, Tree.number("2"), name) : kind == 1 ? Tree.plus(name, 1) : name;
    }

    private Tree extent(List<Map<String, Integer>> sizes) {
        if (draft.sizes().isEmpty() || draft.random().nextInt(4) == 0) {
            draft.note(IndexedConstruct.LITERAL_SIZE);
            return Tree.number(1 + draft.random().nextInt(4));
        }
        Tree size = Tree.name(draft.pick(draft.sizes()));
        int kind = draft.random().nextInt(12);
        if (kind > 3) {
            draft.note(IndexedConstruct.SYMBOLIC_SIZE);
            return size;
        }
        Tree affine = switch (kind) {
            case 0 -> Tree.plus(size, 1);
            case 1 -> Tree.of(Form.MULTIPLY, Tree.number("2"), size);
            case 2 -> Tree.of(Form.ADD, size, Tree.name(draft.pick(draft.sizes())));
            default -> Tree.plus(size, -1);
        };
        boolean holds = sizes.stream().allMatch(point -> numbers(List.of(affine), point)[0] >= 0);
        draft.note(holds ? IndexedConstruct.AFFINE_SIZE : IndexedConstruct.SYMBOLIC_SIZE);
        return holds ? affine : size;
    }

    private void parameter(Kind kind, List<Tree> extents, List<Map<String, Integer>> sizes, List<Parameter> drawn) {
        String name = kind == Kind.INT && extents.isEmpty() ? "k" + drawn.size() : draft.unused();
        List<Tree> targets = new ArrayList<>();
        draft.variables().values().forEach(known -> targets.addAll(known.extents()));
        Tree target = targets.isEmpty() ? Tree.number("3") : draft.pick(targets);
        boolean somewhereNone = draft.random().nextInt(3) == 0;
        List<Grid> points = new ArrayList<>();
        for (int p = 0; p < IndexedDraft.POINTS; p++) {
            Grid grid = Grid.of(numbers(extents, sizes.get(p)));
            int most = numbers(List.of(target), sizes.get(p))[0];
            for (int i = 0; i < grid.numbers().length; i++) {
                grid.numbers()[i] = kind != Kind.INT
                        ? real(p)
                        : extents.isEmpty()
                                ? draft.random().nextInt(4)
                                : most <= 0 || somewhereNone && draft.random().nextInt(3) == 0
                                        ? -1
                                        : draft.random().nextInt(most);
            }
            points.add(grid);
            draft.note(IndexedConstruct.EMPTY_ARRAY, grid.numbers().length == 0);
        }
        draft.noteRank(extents.size());
        drawn.add(new Parameter(kind, name, extents, points));
        draft.variables().put(name, new Variable(kind, name, extents));
    }

    private double real(int point) {
        if (point == IndexedDraft.POINTS - 1 && draft.random().nextBoolean()) {
            return TIES[draft.random().nextInt(TIES.length)];
        }
        double number = IndexedDraft.round(0.25 + 1.5 * draft.random().nextDouble());
        return draft.random().nextInt(3) == 0 ? -number : number;
    }
}
