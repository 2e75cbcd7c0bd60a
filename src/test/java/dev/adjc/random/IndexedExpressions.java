package dev.adjc.random;

import dev.adjc.random.IndexedCalls.Call;
import dev.adjc.random.IndexedCalls.Callee;
import dev.adjc.random.IndexedDraft.Variable;
import dev.adjc.random.Tree.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Draws expressions of arrays that are in range wherever they are read. */
final class IndexedExpressions {
    private static final List<String> REDUCTIONS =
            List.of("sum", "sum", "sum", "prod", "min", "max", "mean", "logsumexp", "norm");

    private final IndexedDraft draft;
    private final IndexedAccesses accesses;
    private final IndexedRanges ranges;
    private final IndexedCalls calls;

    IndexedExpressions(IndexedDraft draft) {
        this.draft = draft;
        this.accesses = new IndexedAccesses(draft);
        this.ranges = new IndexedRanges(draft);
        this.calls = new IndexedCalls(draft, accesses, this);
    }

    IndexedRanges ranges() {
        return ranges;
    }

    IndexedCalls calls() {
        return calls;
    }

    /** A real number of at most this depth. */
    Tree real(int depth, Surroundings at) {
        int kind = depth <= 0 ? 99 : draft.random().nextInt(100);
        if (kind < 24) {
            Form form = draft.pick(List.of(Form.ADD, Form.SUBTRACT, Form.MULTIPLY));
            return Tree.of(form, real(depth - 1, at), real(depth - 1, at));
        }
        if (kind < 30) {
            return Tree.of(Form.DIVIDE, real(depth - 1, at), Tree.of(Form.ADD, Tree.ONE, square(real(depth - 1, at))));
        }
        if (kind < 35) {
            return Tree.of(
                    Form.POWER,
                    real(depth - 1, at),
                    Tree.number(2 + draft.random().nextInt(2)));
        }
        if (kind < 48) {
            return function(real(depth - 1, at));
        }
        if (kind < 66) {
            return reduction(depth, at).orElseGet(() -> leaf(at));
        }
        if (kind < 74) {
            return conditional(depth, at);
        }
        if (kind < 81) {
            return guarded(depth, at).orElseGet(() -> leaf(at));
        }
        return kind < 90 ? numberOf(depth, at).orElseGet(() -> leaf(at)) : leaf(at);
    }

    private static Tree square(Tree tree) {
        return Tree.of(Form.POWER, tree, Tree.number(2));
    }

    private Tree function(Tree x) {
        return switch (draft.random().nextInt(9)) {
            case 0 -> Tree.call("sqrt", Tree.of(Form.ADD, Tree.ONE, square(x)));
            case 1 -> Tree.call("log", Tree.of(Form.ADD, Tree.number("1.5"), square(x)));
            case 2 -> Tree.call("exp", Tree.of(Form.DIVIDE, x, Tree.number("4")));
            case 3 -> Tree.call(draft.pick(List.of("max", "min")), x, Tree.number("0.75"));
            case 4 -> Tree.of(Form.NEGATE, x);
            default ->
                Tree.call(draft.pick(List.of("sin", "cos", "tanh", "sigmoid", "atan", "abs", "relu", "softplus")), x);
        };
    }

    /** A real number without parts. */
    Tree leaf(Surroundings at) {
        int kind = draft.random().nextInt(100);
        if (kind < 62) {
            return accesses.access(at).orElseGet(this::number);
        }
        if (kind < 76) {
            return number();
        }
        if (kind < 84) {
            return Tree.number(IndexedDraft.round(draft.random().nextDouble() * 3 - 1));
        }
        if (kind < 90 && !at.binders().isEmpty()) {
            draft.note(IndexedConstruct.INDEX_AS_NUMBER);
            return Tree.name(draft.pick(at.binders()).text());
        }
        if (kind < 95 && !draft.sizes().isEmpty()) {
            draft.note(IndexedConstruct.SIZE_AS_NUMBER);
            return Tree.name(draft.pick(draft.sizes()));
        }
        return draft.integer()
                .map(name -> {
                    draft.note(IndexedConstruct.INTEGER_AS_NUMBER);
                    return name;
                })
                .orElseGet(this::number);
    }

    /** A number that has a name; a literal where there is none. */
    private Tree number() {
        List<Variable> numbers = draft.variables().values().stream()
                .filter(variable -> !variable.isInteger() && variable.extents().isEmpty())
                .toList();
        return numbers.isEmpty()
                ? Tree.number(IndexedDraft.round(draft.random().nextDouble() * 2))
                : Tree.name(draft.pick(numbers).name());
    }

    // ---- reductions

    private Optional<Tree> reduction(int depth, Surroundings at) {
        String kind = draft.pick(REDUCTIONS);
        int count = draft.random().nextInt(4) == 0 ? 2 + draft.random().nextInt(2) : 1;
        List<Tree> binders = new ArrayList<>();
        Surroundings inner = at;
        for (int i = 0; i < count; i++) {
            Tree binder = ranges.range(inner);
            Surroundings next = inner.along(binder);
            if (next.isTooLarge()) {
                break;
            }
            binders.add(binder);
            inner = next;
        }
        if (binders.isEmpty()) {
            return Optional.empty();
        }
        draft.note(IndexedConstruct.valueOf(kind.toUpperCase(Locale.ROOT)));
        draft.note(IndexedConstruct.SEVERAL_REDUCTION_INDICES, binders.size() > 1);
        draft.note(IndexedConstruct.NESTED_REDUCTION, at.isWithinReductions());
        Tree body = real(depth - 1, inner);
        if (draft.random().nextInt(3) > 0) {
            body = Tree.of(draft.random().nextBoolean() ? Form.MULTIPLY : Form.ADD, leaf(inner), body);
        }
        Tree reduction = new Tree(Form.REDUCTION, kind, with(body, ranges.written(binders, List.of(body))));
        boolean isExtreme = kind.equals("min") || kind.equals("max");
        return Optional.of(
                isExtreme && draft.random().nextInt(4) == 0
                        ? Tree.call(kind.equals("min") ? "min" : "max", Tree.number("0.5"), reduction)
                        : reduction);
    }

    private static List<Tree> with(Tree body, List<Tree> binders) {
        List<Tree> parts = new ArrayList<>(List.of(body));
        parts.addAll(binders);
        return parts;
    }

    // ---- branches

    private Tree conditional(int depth, Surroundings at) {
        if (at.binders().isEmpty() || draft.random().nextInt(3) == 0) {
            draft.note(IndexedConstruct.IF_ON_VALUE);
            String relation = draft.pick(List.of("<", "<=", ">", ">=", "!="));
            Tree condition = Tree.compare(relation, leaf(at), leaf(at));
            Tree otherwise = real(depth - 1, at);
            draft.note(IndexedConstruct.ELSE_IF, otherwise.form() == Form.IF);
            return Tree.of(Form.IF, condition, real(depth - 1, at), otherwise);
        }
        draft.note(IndexedConstruct.IF_ON_INDEX);
        Tree condition = condition(2, at);
        Tree then = real(depth - 1, at.where(condition, 1));
        Tree otherwise = real(depth - 1, at.where(condition, 0));
        draft.note(IndexedConstruct.ELSE_IF, otherwise.form() == Form.IF);
        return Tree.of(Form.IF, condition, then, otherwise);
    }

    /** A condition on indices. */
    private Tree condition(int depth, Surroundings at) {
        int kind = depth <= 0 ? 9 : draft.random().nextInt(10);
        if (kind == 0) {
            draft.note(IndexedConstruct.NOT);
            return Tree.of(Form.NOT, condition(depth - 1, at));
        }
        if (kind < 3) {
            draft.note(kind == 1 ? IndexedConstruct.AND : IndexedConstruct.OR);
            return Tree.of(kind == 1 ? Form.AND : Form.OR, condition(depth - 1, at), condition(depth - 1, at));
        }
        Tree index = Tree.name(draft.pick(at.binders()).text());
        if (kind == 3) {
            return Tree.compare(
                    "==",
                    Tree.call("mod", index, Tree.number("2")),
                    Tree.number(draft.random().nextInt(2)));
        }
        Tree other = draft.random().nextBoolean()
                ? Tree.number(draft.random().nextInt(3))
                : draft.random().nextBoolean()
                        ? Tree.name(draft.pick(at.binders()).text())
                        : draft.integer().orElseGet(() -> Tree.plus(draft.extent(), -1));
        return Tree.compare(draft.pick(List.of("<", "<=", ">", ">=", "==", "!=")), index, other);
    }

    /** An access that is in range under its condition. */
    private Optional<Tree> guarded(int depth, Surroundings at) {
        List<Variable> arrays = draft.arrays();
        if (arrays.isEmpty() || at.binders().isEmpty() || at.isNowhere()) {
            return Optional.empty();
        }
        Variable array = draft.pick(arrays);
        int dimension = draft.random().nextInt(array.extents().size());
        Tree extent = array.extents().get(dimension);
        Tree place = accesses.anyIndex(extent, at, 1);
        if (place.form() == Form.NUMBER || hasDivision(place)) {
            return Optional.empty();
        }
        Tree notBelow = Tree.compare(">=", place, Tree.ZERO);
        Tree notAbove = Tree.compare("<", place, extent);
        List<Tree> conditions = new ArrayList<>(List.of(notBelow, notAbove));
        if (draft.random().nextInt(3) == 0) {
            conditions.clear();
        }
        conditions.add(Tree.of(Form.AND, notBelow, notAbove));
        for (Tree condition : conditions) {
            Surroundings inside = at.where(condition, 1);
            if (!inside.isNowhere() && inside.isWithin(place, extent)) {
                Optional<Tree> access = accesses.access(array, inside, Map.of(dimension, place));
                if (access.isPresent()) {
                    draft.note(IndexedConstruct.GUARDED_ACCESS);
                    draft.note(IndexedConstruct.GUARDED_GATHER, place.form() == Form.ACCESS);
                    draft.note(IndexedConstruct.AND, condition.form() == Form.AND);
                    Tree then = draft.random().nextBoolean()
                            ? access.get()
                            : Tree.of(Form.MULTIPLY, access.get(), real(depth - 1, inside));
                    return Optional.of(Tree.of(Form.IF, condition, then, leaf(at.where(condition, 0))));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean hasDivision(Tree tree) {
        return tree.form() == Form.CALL || tree.parts().stream().anyMatch(IndexedExpressions::hasDivision);
    }

    // ---- calls

    private Optional<Tree> numberOf(int depth, Surroundings at) {
        List<Callee> numbers = draft.callees().stream().filter(Callee::isNumber).toList();
        if (numbers.isEmpty()) {
            return Optional.empty();
        }
        Optional<Call> call = calls.call(draft.pick(numbers), depth, at);
        draft.note(IndexedConstruct.CALL_IN_EXPRESSION, call.isPresent());
        draft.note(IndexedConstruct.CALL_IN_REDUCTION, call.isPresent() && at.isWithinReductions());
        draft.note(IndexedConstruct.CALL_IN_A_LOOP, call.isPresent() && at.loops() > 0);
        return call.map(Call::tree);
    }
}
