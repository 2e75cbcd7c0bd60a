package dev.adjc.random;

import dev.adjc.random.IndexedProgram.Function;
import dev.adjc.random.IndexedProgram.Parameter;
import dev.adjc.random.RandomProgram.Kind;
import dev.adjc.random.Tree.Form;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Draws expressions of arrays that are in range wherever they are read. */
final class IndexedExpressions {
    private static final Tree ZERO = Tree.number("0");
    private static final Tree ONE = Tree.number("1");
    private static final List<String> REDUCTIONS =
            List.of("sum", "sum", "sum", "prod", "min", "max", "mean", "logsumexp", "norm");
    private static final List<String> INDICES = List.of("i", "j", "l", "o", "p", "ι");

    private final Random random;
    private final Map<IndexedConstruct, Integer> constructs;
    private final Map<String, Variable> variables = new LinkedHashMap<>();
    private final List<String> sizes = new ArrayList<>();
    private final List<Helper> helpers;

    /** Something that is known by its name: a number, if it has no extents. */
    record Variable(Kind kind, String name, List<Tree> extents) {
        boolean isInteger() {
            return kind == Kind.INT;
        }
    }

    /** A function that can be called. */
    record Helper(Function function, List<Variable> outputs) {
        boolean isNumber() {
            return outputs.size() == 1 && outputs.get(0).extents().isEmpty();
        }
    }

    /**
     * A call.
     *
     * @param meanings what the sizes and integers of the function are in it
     */
    record Call(Tree tree, Map<String, Tree> meanings) {
        /** An extent of a result. */
        Tree extent(Tree ofFunction) {
            if (ofFunction.form() == Form.NAME) {
                return meanings.getOrDefault(ofFunction.text(), ofFunction);
            }
            Tree extent = ofFunction;
            for (int i = 0; i < ofFunction.parts().size(); i++) {
                extent = extent.with(i, extent(ofFunction.part(i)));
            }
            return extent;
        }
    }

    IndexedExpressions(Random random, Map<IndexedConstruct, Integer> constructs, List<Helper> helpers) {
        this.random = random;
        this.constructs = constructs;
        this.helpers = helpers;
    }

    /** What is known, in the order of definition. */
    Map<String, Variable> variables() {
        return variables;
    }

    /** The names of sizes. */
    List<String> sizes() {
        return sizes;
    }

    // ---- expressions

    Tree real(int depth, Surroundings at) {
        int kind = depth <= 0 ? 99 : random.nextInt(100);
        if (kind < 24) {
            Form form = pick(List.of(Form.ADD, Form.SUBTRACT, Form.MULTIPLY));
            return Tree.of(form, real(depth - 1, at), real(depth - 1, at));
        }
        if (kind < 30) {
            return Tree.of(Form.DIVIDE, real(depth - 1, at), Tree.of(Form.ADD, ONE, square(real(depth - 1, at))));
        }
        if (kind < 35) {
            return Tree.of(Form.POWER, real(depth - 1, at), Tree.number(2 + random.nextInt(2)));
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
        return switch (random.nextInt(9)) {
            case 0 -> Tree.call("sqrt", Tree.of(Form.ADD, ONE, square(x)));
            case 1 -> Tree.call("log", Tree.of(Form.ADD, Tree.number("1.5"), square(x)));
            case 2 -> Tree.call("exp", Tree.of(Form.DIVIDE, x, Tree.number("4")));
            case 3 -> Tree.call(pick(List.of("max", "min")), x, Tree.number("0.75"));
            case 4 -> Tree.of(Form.NEGATE, x);
            default -> Tree.call(pick(List.of("sin", "cos", "tanh", "sigmoid", "atan", "abs", "relu", "softplus")), x);
        };
    }

    Tree leaf(Surroundings at) {
        int kind = random.nextInt(100);
        if (kind < 62) {
            return access(at).orElseGet(this::number);
        }
        if (kind < 76) {
            return number();
        }
        if (kind < 84) {
            return Tree.number(round(random.nextDouble() * 3 - 1));
        }
        if (kind < 90 && !at.binders().isEmpty()) {
            note(IndexedConstruct.INDEX_AS_NUMBER);
            return Tree.name(pick(at.binders()).text());
        }
        if (kind < 95 && !sizes.isEmpty()) {
            note(IndexedConstruct.SIZE_AS_NUMBER);
            return Tree.name(pick(sizes));
        }
        return integer()
                .map(name -> {
                    note(IndexedConstruct.INTEGER_AS_NUMBER);
                    return name;
                })
                .orElseGet(this::number);
    }

    /** A number that has a name; a literal where there is none. */
    private Tree number() {
        List<Variable> numbers = variables.values().stream()
                .filter(variable -> !variable.isInteger() && variable.extents().isEmpty())
                .toList();
        return numbers.isEmpty()
                ? Tree.number(round(random.nextDouble() * 2))
                : Tree.name(pick(numbers).name());
    }

    private Optional<Tree> integer() {
        List<Variable> integers = variables.values().stream()
                .filter(variable -> variable.isInteger() && variable.extents().isEmpty())
                .toList();
        return integers.isEmpty()
                ? Optional.empty()
                : Optional.of(Tree.name(pick(integers).name()));
    }

    static double round(double number) {
        return Math.rint(number * 64) / 64;
    }

    // ---- reductions

    private Optional<Tree> reduction(int depth, Surroundings at) {
        String kind = pick(REDUCTIONS);
        int count = random.nextInt(4) == 0 ? 2 + random.nextInt(2) : 1;
        List<Tree> binders = new ArrayList<>();
        Surroundings inner = at;
        for (int i = 0; i < count; i++) {
            Tree binder = range(inner);
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
        note(IndexedConstruct.valueOf(kind.toUpperCase(Locale.ROOT)));
        note(IndexedConstruct.SEVERAL_REDUCTION_INDICES, binders.size() > 1);
        note(IndexedConstruct.NESTED_REDUCTION, at.isWithinReductions());
        Tree body = real(depth - 1, inner);
        if (random.nextInt(3) > 0) {
            body = Tree.of(random.nextBoolean() ? Form.MULTIPLY : Form.ADD, leaf(inner), body);
        }
        Tree reduction = new Tree(Form.REDUCTION, kind, with(body, written(binders, List.of(body))));
        boolean isExtreme = kind.equals("min") || kind.equals("max");
        return Optional.of(
                isExtreme && random.nextInt(4) == 0
                        ? Tree.call(kind.equals("min") ? "min" : "max", Tree.number("0.5"), reduction)
                        : reduction);
    }

    private static List<Tree> with(Tree body, List<Tree> binders) {
        List<Tree> parts = new ArrayList<>(List.of(body));
        parts.addAll(binders);
        return parts;
    }

    /** An index of some range. */
    private Tree range(Surroundings at) {
        String index = index(at);
        int kind = random.nextInt(20);
        if (kind < 5 && !at.binders().isEmpty()) {
            Tree other = pick(at.binders());
            note(IndexedConstruct.TRIANGLE);
            Tree name = Tree.name(other.text());
            return switch (random.nextInt(4)) {
                case 0 -> before(index, ZERO, name);
                case 1 -> before(index, ZERO, plus(name, 1));
                case 2 -> before(index, name, other.part(1));
                default -> before(index, plus(name, 1), other.part(1));
            };
        }
        Tree extent = extent();
        if (kind < 7) {
            note(IndexedConstruct.RANGE_NOT_FROM_ZERO);
            return before(index, ONE, extent);
        }
        if (kind == 7) {
            return before(index, ZERO, plus(extent, -1));
        }
        if (kind == 8) {
            note(IndexedConstruct.EMPTY_RANGE);
            return before(index, ZERO, ZERO);
        }
        if (kind == 9) {
            Optional<Tree> integer = integer();
            note(IndexedConstruct.RANGE_OF_AN_INTEGER, integer.isPresent());
            return before(index, ZERO, integer.orElse(extent));
        }
        return before(index, ZERO, extent);
    }

    static Tree before(String index, Tree from, Tree to) {
        return new Tree(Form.BEFORE, index, List.of(from, to));
    }

    /** A name that is no index of these. */
    String index(Surroundings at) {
        for (int tried = 0; ; tried++) {
            String name = pick(INDICES) + (tried > 5 ? Integer.toString(tried) : "");
            if (at.binders().stream().noneMatch(binder -> binder.text().equals(name))) {
                return name;
            }
        }
    }

    /** An extent of an array, or a number where there is none. */
    Tree extent() {
        List<Variable> arrays = arrays(false);
        return arrays.isEmpty() ? Tree.number("2") : pick(pick(arrays).extents());
    }

    private List<Variable> arrays(boolean integers) {
        return variables.values().stream()
                .filter(variable ->
                        variable.isInteger() == integers && !variable.extents().isEmpty())
                .toList();
    }

    /** The tree, plus a number. */
    static Tree plus(Tree tree, int number) {
        if (tree.form() == Form.NUMBER) {
            return Tree.number(Integer.parseInt(tree.text()) + number);
        }
        return Tree.of(number < 0 ? Form.SUBTRACT : Form.ADD, tree, Tree.number(Math.abs(number)));
    }

    /** The indices in one of the ways in which their ranges can be written. */
    List<Tree> written(List<Tree> binders, List<Tree> bodies) {
        return binders.stream().map(binder -> written(binder, bodies)).toList();
    }

    private Tree written(Tree binder, List<Tree> bodies) {
        List<Tree> extents = new ArrayList<>();
        bodies.forEach(body -> bare(body, binder.text(), extents));
        boolean implied =
                !extents.isEmpty() && extents.stream().allMatch(extent -> Surroundings.runsOver(binder, extent));
        if (implied && random.nextInt(4) > 0) {
            note(IndexedConstruct.IMPLICIT_RANGE);
            return new Tree(Form.EACH, binder.text(), binder.parts());
        }
        if (random.nextInt(3) == 0) {
            note(IndexedConstruct.INCLUSIVE_RANGE);
            return new Tree(Form.UP_TO, binder.text(), List.of(binder.part(0), plus(binder.part(1), -1)));
        }
        note(IndexedConstruct.EXPLICIT_RANGE);
        return binder;
    }

    /** The extents of all dimensions in which the index stands alone. */
    private void bare(Tree tree, String index, List<Tree> extents) {
        if (tree.form() == Form.ACCESS) {
            Variable array = variables.get(tree.text());
            for (int k = 0; array != null && k < tree.parts().size(); k++) {
                if (tree.part(k).equals(Tree.name(index))) {
                    extents.add(array.extents().get(k));
                }
            }
        }
        tree.parts().forEach(part -> bare(part, index, extents));
    }

    // ---- branches

    private Tree conditional(int depth, Surroundings at) {
        if (at.binders().isEmpty() || random.nextInt(3) == 0) {
            note(IndexedConstruct.IF_ON_VALUE);
            String relation = pick(List.of("<", "<=", ">", ">=", "!="));
            Tree condition = Tree.compare(relation, leaf(at), leaf(at));
            Tree otherwise = real(depth - 1, at);
            note(IndexedConstruct.ELSE_IF, otherwise.form() == Form.IF);
            return Tree.of(Form.IF, condition, real(depth - 1, at), otherwise);
        }
        note(IndexedConstruct.IF_ON_INDEX);
        Tree condition = condition(2, at);
        Tree then = real(depth - 1, at.where(condition, 1));
        Tree otherwise = real(depth - 1, at.where(condition, 0));
        note(IndexedConstruct.ELSE_IF, otherwise.form() == Form.IF);
        return Tree.of(Form.IF, condition, then, otherwise);
    }

    /** A condition on indices. */
    private Tree condition(int depth, Surroundings at) {
        int kind = depth <= 0 ? 9 : random.nextInt(10);
        if (kind == 0) {
            note(IndexedConstruct.NOT);
            return Tree.of(Form.NOT, condition(depth - 1, at));
        }
        if (kind < 3) {
            note(kind == 1 ? IndexedConstruct.AND : IndexedConstruct.OR);
            return Tree.of(kind == 1 ? Form.AND : Form.OR, condition(depth - 1, at), condition(depth - 1, at));
        }
        Tree index = Tree.name(pick(at.binders()).text());
        if (kind == 3) {
            return Tree.compare("==", Tree.call("mod", index, Tree.number("2")), Tree.number(random.nextInt(2)));
        }
        Tree other = random.nextBoolean()
                ? Tree.number(random.nextInt(3))
                : random.nextBoolean()
                        ? Tree.name(pick(at.binders()).text())
                        : integer().orElseGet(() -> plus(extent(), -1));
        return Tree.compare(pick(List.of("<", "<=", ">", ">=", "==", "!=")), index, other);
    }

    /** An access that is in range under its condition. */
    private Optional<Tree> guarded(int depth, Surroundings at) {
        List<Variable> arrays = arrays(false);
        if (arrays.isEmpty() || at.binders().isEmpty() || at.isNowhere()) {
            return Optional.empty();
        }
        Variable array = pick(arrays);
        int dimension = random.nextInt(array.extents().size());
        Tree extent = array.extents().get(dimension);
        Tree place = anyIndex(extent, at, 1);
        if (place.form() == Form.NUMBER || hasDivision(place)) {
            return Optional.empty();
        }
        Tree notBelow = Tree.compare(">=", place, ZERO);
        Tree notAbove = Tree.compare("<", place, extent);
        List<Tree> conditions = new ArrayList<>(List.of(notBelow, notAbove));
        if (random.nextInt(3) == 0) {
            conditions.clear();
        }
        conditions.add(Tree.of(Form.AND, notBelow, notAbove));
        for (Tree condition : conditions) {
            Surroundings inside = at.where(condition, 1);
            if (!inside.isNowhere() && inside.isWithin(place, extent)) {
                Optional<Tree> access = access(array, inside, Map.of(dimension, place));
                if (access.isPresent()) {
                    note(IndexedConstruct.GUARDED_ACCESS);
                    note(IndexedConstruct.GUARDED_GATHER, place.form() == Form.ACCESS);
                    note(IndexedConstruct.AND, condition.form() == Form.AND);
                    Tree then = random.nextBoolean()
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

    // ---- accesses

    private Optional<Tree> access(Surroundings at) {
        List<Variable> arrays = arrays(false);
        if (arrays.isEmpty() || at.isNowhere()) {
            return Optional.empty();
        }
        Variable best = pick(arrays);
        for (int i = 0; i < 3; i++) {
            Variable other = pick(arrays);
            best = matches(other, at) > matches(best, at) ? other : best;
        }
        return access(best, at, Map.of());
    }

    /** How many dimensions there is an index for. */
    private static long matches(Variable array, Surroundings at) {
        return array.extents().stream()
                .filter(extent -> at.binders().stream().anyMatch(binder -> Surroundings.runsOver(binder, extent)))
                .count();
    }

    /** An element, some of whose places are known. */
    private Optional<Tree> access(Variable array, Surroundings at, Map<Integer, Tree> known) {
        List<Tree> places = new ArrayList<>();
        for (int k = 0; k < array.extents().size(); k++) {
            Tree place = known.get(k);
            if (place == null) {
                Optional<Tree> drawn = within(array.extents().get(k), at, 1);
                if (drawn.isEmpty()) {
                    return Optional.empty();
                }
                place = drawn.get();
            }
            places.add(place);
        }
        note(
                IndexedConstruct.DIAGONAL,
                places.size() > places.stream().distinct().count());
        note(IndexedConstruct.BROADCAST, places.size() < at.binders().size());
        return Optional.of(Tree.access(array.name(), places));
    }

    /** An index that is in range wherever it is read. */
    private Optional<Tree> within(Tree extent, Surroundings at, int depth) {
        for (int tried = 0; tried < 9; tried++) {
            Tree index = tried < 2 && random.nextInt(3) > 0 ? bareIndex(extent, at) : anyIndex(extent, at, depth);
            if (at.isWithin(index, extent)) {
                noteIndex(index, at);
                return Optional.of(index);
            }
        }
        return Optional.empty();
    }

    private Tree bareIndex(Tree extent, Surroundings at) {
        List<Tree> all = at.binders().stream()
                .filter(binder -> Surroundings.runsOver(binder, extent))
                .toList();
        return all.isEmpty() ? anyIndex(extent, at, 0) : Tree.name(pick(all).text());
    }

    private Tree anyIndex(Tree extent, Surroundings at, int depth) {
        if (at.binders().isEmpty() || random.nextInt(12) == 0) {
            int kind = random.nextInt(6);
            return kind == 0 ? plus(extent, -1) : kind == 1 ? integer().orElse(ZERO) : Tree.number(random.nextInt(3));
        }
        Tree index = Tree.name(pick(at.binders()).text());
        switch (random.nextInt(11)) {
            case 0, 1:
                return plus(index, 1 + random.nextInt(2));
            case 2:
                return plus(index, -1);
            case 3:
                return Tree.of(Form.SUBTRACT, plus(extent, -1), index);
            case 4:
                Tree twice = Tree.of(Form.MULTIPLY, Tree.number("2"), index);
                return random.nextBoolean() ? twice : plus(twice, 1);
            case 5:
                return Tree.call("div", index, Tree.number(2 + random.nextInt(2)));
            case 6:
                return Tree.call("mod", plus(index, random.nextInt(3)), extent);
            case 7:
                return Tree.of(
                        random.nextBoolean() ? Form.ADD : Form.SUBTRACT,
                        index,
                        Tree.name(pick(at.binders()).text()));
            case 8, 9:
                return gather(at, depth).orElse(index);
            default:
                return index;
        }
    }

    private Optional<Tree> gather(Surroundings at, int depth) {
        List<Variable> arrays = arrays(true);
        if (arrays.isEmpty() || depth < 0) {
            return Optional.empty();
        }
        Variable array = pick(arrays);
        List<Tree> places = new ArrayList<>();
        for (Tree extent : array.extents()) {
            Optional<Tree> place = within(extent, at, depth - 1);
            if (place.isEmpty()) {
                return Optional.empty();
            }
            places.add(place.get());
        }
        return Optional.of(Tree.access(array.name(), places));
    }

    private void noteIndex(Tree index, Surroundings at) {
        boolean mirrors = index.form() == Form.SUBTRACT
                && at.binders().stream().anyMatch(binder -> index.part(1).equals(Tree.name(binder.text())));
        boolean loops = at.loops() > 0
                && IndexedEvaluator.names(index).stream()
                        .anyMatch(name -> at.binders().subList(0, at.loops()).stream()
                                .anyMatch(binder -> binder.text().equals(name)));
        switch (index.form()) {
            case NUMBER -> note(IndexedConstruct.LITERAL_INDEX);
            case NAME ->
                note(
                        variables.containsKey(index.text())
                                ? IndexedConstruct.INTEGER_INDEX
                                : IndexedConstruct.BARE_INDEX);
            case MULTIPLY -> note(IndexedConstruct.STRIDE);
            case CALL -> note(index.text().equals("div") ? IndexedConstruct.DIV : IndexedConstruct.MOD);
            case ACCESS -> {
                note(IndexedConstruct.GATHER);
                note(IndexedConstruct.NESTED_GATHER, index.parts().stream().anyMatch(p -> p.form() == Form.ACCESS));
            }
            case ADD ->
                note(
                        index.part(0).form() == Form.MULTIPLY
                                ? IndexedConstruct.STRIDE
                                : index.part(1).form() == Form.NUMBER
                                        ? IndexedConstruct.SHIFT
                                        : IndexedConstruct.SUM_OF_INDICES);
            default -> {
                note(mirrors ? IndexedConstruct.MIRROR : IndexedConstruct.SHIFT);
                note(IndexedConstruct.BACKWARD_INDEX, mirrors && loops);
            }
        }
    }

    // ---- calls

    private Optional<Tree> numberOf(int depth, Surroundings at) {
        List<Helper> numbers = helpers.stream().filter(Helper::isNumber).toList();
        if (numbers.isEmpty()) {
            return Optional.empty();
        }
        Optional<Call> call = call(pick(numbers), depth, at);
        note(IndexedConstruct.CALL_IN_EXPRESSION, call.isPresent());
        note(IndexedConstruct.CALL_IN_REDUCTION, call.isPresent() && at.isWithinReductions());
        note(IndexedConstruct.CALL_IN_A_LOOP, call.isPresent() && at.loops() > 0);
        return call.map(Call::tree);
    }

    /** A call, if there are arrays for it. */
    Optional<Call> call(Helper helper, int depth, Surroundings at) {
        Map<String, Tree> meanings = new HashMap<>();
        List<Tree> arguments = new ArrayList<>();
        for (Parameter parameter : helper.function().parameters()) {
            if (!parameter.extents().isEmpty()) {
                Optional<Tree> array = array(parameter, at, meanings);
                if (array.isEmpty()) {
                    return Optional.empty();
                }
                arguments.add(array.get());
            } else if (parameter.kind() == Kind.INT) {
                Tree integer = random.nextBoolean() && !at.binders().isEmpty()
                        ? Tree.name(pick(at.binders()).text())
                        : random.nextBoolean()
                                ? Tree.number(random.nextInt(3))
                                : integer().orElse(ONE);
                note(IndexedConstruct.CALL_WITH_INTEGER);
                meanings.put(parameter.name(), integer);
                arguments.add(integer);
            } else {
                arguments.add(real(depth - 1, at));
            }
        }
        return Optional.of(new Call(Tree.call(helper.function().name(), arguments.toArray(Tree[]::new)), meanings));
    }

    private Optional<Tree> array(Parameter parameter, Surroundings at, Map<String, Tree> meanings) {
        List<Variable> arrays = arrays(parameter.kind() == Kind.INT);
        for (int tried = 0; tried < 12 && !arrays.isEmpty() && !at.isNowhere(); tried++) {
            Variable array = pick(arrays);
            int more = array.extents().size() - parameter.extents().size();
            Map<String, Tree> extended = new HashMap<>(meanings);
            List<Tree> places = new ArrayList<>();
            int open = 0;
            for (int k = 0; k < array.extents().size() && places.size() == k; k++) {
                int left = array.extents().size() - k;
                boolean isOpen = open < parameter.extents().size()
                        && (parameter.extents().size() - open == left || random.nextBoolean());
                Tree extent = array.extents().get(k);
                if (isOpen && fits(parameter.extents().get(open), extent, extended)) {
                    open++;
                    places.add(Tree.all());
                } else if (!isOpen) {
                    within(extent, at, 1).ifPresent(places::add);
                }
            }
            if (more >= 0 && places.size() == array.extents().size()) {
                meanings.putAll(extended);
                note(more == 0 ? IndexedConstruct.CALL_WITH_ARRAY : IndexedConstruct.CALL_WITH_SLICE);
                return Optional.of(more == 0 ? Tree.name(array.name()) : Tree.access(array.name(), places));
            }
        }
        return Optional.empty();
    }

    /** Whether an extent can be that of an argument, and what the sizes are then. */
    private static boolean fits(Tree pattern, Tree extent, Map<String, Tree> meanings) {
        if (pattern.form() == Form.NAME) {
            Tree known = meanings.putIfAbsent(pattern.text(), extent);
            return known == null || known.equals(extent);
        }
        if (pattern.form() != extent.form() || !pattern.text().equals(extent.text())) {
            return false;
        }
        for (int i = 0; i < pattern.parts().size(); i++) {
            if (!fits(pattern.part(i), extent.part(i), meanings)) {
                return false;
            }
        }
        return true;
    }

    // ---- drawing

    private <T> T pick(List<T> from) {
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
}
