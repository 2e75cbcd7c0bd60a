package dev.adjc.random;

import static java.util.Objects.requireNonNull;

import dev.adjc.operator.Operators;
import dev.adjc.operator.special.Norms;
import dev.adjc.random.IndexedProgram.Define;
import dev.adjc.random.IndexedProgram.Function;
import dev.adjc.random.IndexedProgram.Loop;
import dev.adjc.random.IndexedProgram.Parameter;
import dev.adjc.random.IndexedProgram.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Carries functions of arrays out as they are written, statement by statement: what lowering is held against. */
final class IndexedEvaluator extends TreeEvaluator {
    private final Map<String, Function> functions = new HashMap<>();
    private final UnaryOperator<Grid> constants;
    private Map<String, Grid> arrays = new HashMap<>();
    private long effort;

    IndexedEvaluator(List<Function> functions) {
        this(functions, UnaryOperator.identity());
    }

    /**
     * An evaluator.
     *
     * @param constants what stands for each argument of a constant parameter, in the order of calls
     */
    IndexedEvaluator(List<Function> functions, UnaryOperator<Grid> constants) {
        super(List.of());
        this.constants = constants;
        functions.forEach(this::add);
    }

    void add(Function function) {
        functions.put(function.name(), function);
    }

    /** How many expressions were evaluated. */
    long effort() {
        return effort;
    }

    /** The arrays of the function that is carried out. */
    Map<String, Grid> arrays() {
        return arrays;
    }

    /** Carries on with these arrays. */
    void resume(Map<String, Grid> known) {
        arrays = known;
    }

    /** What the function gives for these arguments. */
    List<Grid> call(Function function, List<Grid> arguments) {
        if (IndexedLibrary.has(function.name())) {
            effort += arguments.stream().mapToInt(grid -> grid.numbers().length).sum();
            return IndexedLibrary.call(function.name(), arguments);
        }
        Map<String, Grid> outside = arrays;
        arrays = new HashMap<>();
        Map<String, Double> scope = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            bind(function.parameters().get(i), arguments.get(i), scope);
        }
        for (int i = 0; i < arguments.size(); i++) {
            fits(function.parameters().get(i), arguments.get(i), scope);
        }
        function.statements().forEach(statement -> run(statement, scope));
        List<Grid> results = new ArrayList<>();
        for (Tree output : function.outputs()) {
            results.add(named(output.text(), scope));
        }
        arrays = outside;
        return results;
    }

    private Grid named(String name, Map<String, Double> scope) {
        Double number = scope.get(name);
        return number == null ? known(name) : Grid.number(number);
    }

    private Grid known(String array) {
        Grid grid = arrays.get(array);
        if (grid == null) {
            throw new Grid.OutOfRange("`" + array + "` is not known");
        }
        return grid;
    }

    /** Takes an argument, and the sizes that alone are unknown in its extents. */
    private void bind(Parameter parameter, Grid argument, Map<String, Double> scope) {
        if (argument.rank() == 0) {
            scope.put(parameter.name(), argument.numbers()[0]);
            return;
        }
        arrays.put(parameter.name(), argument);
        for (int k = 0; k < argument.rank(); k++) {
            Tree extent = parameter.extents().get(k);
            List<String> unknown = names(extent).stream()
                    .distinct()
                    .filter(name -> !scope.containsKey(name))
                    .toList();
            for (double size = 0; unknown.size() == 1 && size <= argument.extents()[k] + 1; size++) {
                scope.put(unknown.get(0), size);
                if (integer(extent, scope) == argument.extents()[k]) {
                    break;
                }
            }
        }
    }

    private void fits(Parameter parameter, Grid argument, Map<String, Double> scope) {
        for (int k = 0; k < argument.rank(); k++) {
            if (integer(parameter.extents().get(k), scope) != argument.extents()[k]) {
                throw new Grid.OutOfRange("extent " + k + " of " + parameter);
            }
        }
    }

    /** The names in an integer expression. */
    static List<String> names(Tree tree) {
        List<String> names = new ArrayList<>();
        if (tree.form() == Tree.Form.NAME) {
            names.add(tree.text());
        }
        tree.parts().forEach(part -> names.addAll(names(part)));
        return names;
    }

    // ---- statements

    /** Carries a statement out. */
    void run(Statement statement, Map<String, Double> scope) {
        if (statement instanceof Define define) {
            run(define, scope);
            return;
        }
        Loop loop = (Loop) statement;
        String index = loop.binder().text();
        long to = to(loop.binder(), scope);
        forget(loop.body(), index, scope);
        for (long i = integer(loop.binder().part(0), scope); i < to; i++) {
            scope.put(index, (double) i);
            loop.body().forEach(line -> run(line, scope));
        }
        scope.remove(index);
        collected(loop.body(), scope);
    }

    /** What the loop collects begins anew, whatever an earlier loop left under the name. */
    private void forget(List<Statement> body, String index, Map<String, Double> scope) {
        for (Statement statement : body) {
            if (statement instanceof Loop loop) {
                forget(loop.body(), index, scope);
            } else {
                for (Tree target : ((Define) statement).targets()) {
                    List<String> places =
                            target.parts().stream().map(Tree::text).toList();
                    if (places.contains(index) && places.stream().noneMatch(scope::containsKey)) {
                        arrays.remove(target.text());
                        scope.remove(target.text());
                    }
                }
            }
        }
    }

    /** What a loop without rounds collects has no elements, but it is there. */
    private void collected(List<Statement> body, Map<String, Double> scope) {
        for (Statement statement : body) {
            if (statement instanceof Loop loop) {
                collected(loop.body(), scope);
            } else {
                for (Tree target : ((Define) statement).targets()) {
                    if (target.form() == Tree.Form.ACCESS
                            && target.parts().stream().noneMatch(part -> part.form() == Tree.Form.ALL)
                            && !scope.containsKey(target.text())
                            && !arrays.containsKey(target.text())) {
                        arrays.put(target.text(), Grid.of(extents(target, Grid.number(0), scope)));
                    }
                }
            }
        }
    }

    private void run(Define define, Map<String, Double> scope) {
        if (define.targets().isEmpty()) {
            if (number(define.value(), scope) == 0) {
                throw new Refused();
            }
            return;
        }
        List<Tree> binders = define.targets().get(0).form() == Tree.Form.ACCESS
                ? define.targets().get(0).parts().stream()
                        .filter(part -> part.form() != Tree.Form.ALL && !scope.containsKey(part.text()))
                        .toList()
                : List.of();
        Map<String, Grid> given = new HashMap<>();
        for (Tree target : define.targets()) {
            boolean collects = target.parts().stream().anyMatch(part -> scope.containsKey(part.text()));
            Grid before = collects ? arrays.get(target.text()) : null;
            if (before != null) {
                given.put(target.text(), before);
            }
        }
        along(binders, 0, scope, inner -> {
            List<Grid> results = results(define.value(), inner);
            for (int i = 0; i < results.size(); i++) {
                put(define.targets().get(i), results.get(i), inner, given);
            }
        });
        for (Tree target : define.targets()) {
            if (target.form() == Tree.Form.ACCESS && !given.containsKey(target.text())) {
                if (target.parts().contains(Tree.all())) {
                    throw new Grid.OutOfRange("how large the slices of " + target + " would be");
                }
                given.put(target.text(), Grid.of(extents(target, Grid.number(0), scope)));
            }
        }
        given.forEach((name, grid) -> {
            arrays.put(name, grid);
            scope.remove(name);
        });
    }

    private List<Grid> results(Tree value, Map<String, Double> scope) {
        return switch (value.form()) {
            case ARRAY -> List.of(literal(value, scope));
            case NAME ->
                List.of(
                        arrays.containsKey(value.text())
                                ? requireNonNull(arrays.get(value.text()))
                                : Grid.number(number(value, scope)));
            case CALL -> isFunction(value.text()) ? called(value, scope) : List.of(Grid.number(number(value, scope)));
            default -> List.of(Grid.number(number(value, scope)));
        };
    }

    private Grid literal(Tree array, Map<String, Double> scope) {
        if (array.form() != Tree.Form.ARRAY) {
            return Grid.number(number(array, scope));
        }
        List<Grid> parts =
                array.parts().stream().map(part -> literal(part, scope)).toList();
        int[] inner = parts.get(0).extents();
        int[] extents = new int[inner.length + 1];
        extents[0] = parts.size();
        System.arraycopy(inner, 0, extents, 1, inner.length);
        return new Grid(
                extents,
                parts.stream()
                        .flatMapToDouble(part -> Arrays.stream(part.numbers()))
                        .toArray());
    }

    private void put(Tree target, Grid result, Map<String, Double> scope, Map<String, Grid> given) {
        if (target.form() == Tree.Form.NAME) {
            if (result.rank() == 0) {
                scope.put(target.text(), result.numbers()[0]);
                arrays.remove(target.text());
            } else {
                given.put(target.text(), result);
            }
            return;
        }
        Grid grid = given.computeIfAbsent(target.text(), none -> Grid.of(extents(target, result, scope)));
        int[] places = new int[grid.rank()];
        int[] own = new int[result.rank()];
        for (int i = 0; i < result.numbers().length; i++) {
            int rest = i;
            for (int k = own.length - 1; k >= 0; k--) {
                own[k] = rest % result.extents()[k];
                rest /= result.extents()[k];
            }
            int next = 0;
            for (int k = 0; k < places.length; k++) {
                Tree part = target.part(k);
                places[k] = part.form() == Tree.Form.ALL
                        ? own[next++]
                        : requireNonNull(scope.get(part.text())).intValue();
            }
            grid.set(result.numbers()[i], places);
        }
    }

    private int[] extents(Tree target, Grid result, Map<String, Double> scope) {
        int[] extents = new int[target.parts().size()];
        int next = 0;
        for (int k = 0; k < extents.length; k++) {
            Tree part = target.part(k);
            extents[k] = part.form() == Tree.Form.ALL ? result.extents()[next++] : (int) Math.max(0, to(part, scope));
        }
        return extents;
    }

    /** The end of a range, which it leaves out. */
    private long to(Tree binder, Map<String, Double> scope) {
        return integer(binder.part(1), scope) + (binder.form() == Tree.Form.UP_TO ? 1 : 0);
    }

    /** Does something for each place of the indices, which are in the scope then. */
    void along(List<Tree> binders, int from, Map<String, Double> scope, Consumer<Map<String, Double>> body) {
        if (from == binders.size()) {
            body.accept(scope);
            return;
        }
        Tree binder = binders.get(from);
        long to = to(binder, scope);
        for (long i = integer(binder.part(0), scope); i < to; i++) {
            scope.put(binder.text(), (double) i);
            along(binders, from + 1, scope, body);
        }
        scope.remove(binder.text());
    }

    // ---- expressions

    @Override
    double number(Tree tree, Map<String, Double> scope) {
        effort++;
        return super.number(tree, scope);
    }

    @Override
    double indexed(Tree tree, Map<String, Double> scope) {
        if (tree.form() == Tree.Form.ACCESS) {
            return known(tree.text()).at(places(tree, scope));
        }
        if (tree.form() != Tree.Form.REDUCTION) {
            return super.indexed(tree, scope);
        }
        List<Double> terms = new ArrayList<>();
        along(tree.parts(), 1, scope, inner -> terms.add(number(tree.part(0), inner)));
        return reduced(tree.text(), terms);
    }

    private int[] places(Tree access, Map<String, Double> scope) {
        return access.parts().stream()
                .mapToInt(part -> Math.toIntExact(integer(part, scope)))
                .toArray();
    }

    private static double reduced(String reduction, List<Double> terms) {
        double largest = terms.stream().reduce(Double.NEGATIVE_INFINITY, Math::max);
        switch (reduction) {
            case "sum":
                return sum(terms.stream());
            case "prod":
                return terms.stream().reduce(1.0, (a, b) -> a * b);
            case "max":
                return largest;
            case "min":
                return terms.stream().reduce(Double.POSITIVE_INFINITY, Math::min);
            case "mean":
                if (terms.isEmpty()) {
                    throw new Refused();
                }
                return sum(terms.stream()) / terms.size();
            case "logsumexp":
                double shift = Norms.logsumShift(largest);
                return shift + Math.log(sum(terms.stream().map(x -> Math.exp(x - shift))));
            default:
                return Math.sqrt(sum(terms.stream().map(x -> x * x)));
        }
    }

    /** In the order of the terms; {@code DoubleStream} would compensate. */
    private static double sum(Stream<Double> terms) {
        return terms.reduce((a, b) -> a + b).orElse(0.0);
    }

    /** An integer: of an index, an extent or a bound. */
    long integer(Tree tree, Map<String, Double> scope) {
        return switch (tree.form()) {
            case NUMBER -> Long.parseLong(tree.text());
            case NAME -> requireNonNull(scope.get(tree.text()), tree.text()).longValue();
            case NEGATE -> -integer(tree.part(0), scope);
            case ADD -> integer(tree.part(0), scope) + integer(tree.part(1), scope);
            case SUBTRACT -> integer(tree.part(0), scope) - integer(tree.part(1), scope);
            case MULTIPLY -> integer(tree.part(0), scope) * integer(tree.part(1), scope);
            case ACCESS -> (long) number(tree, scope);
            case CALL -> {
                long by = integer(tree.part(1), scope);
                if (by == 0) {
                    throw new Grid.OutOfRange("division by 0");
                }
                yield tree.text().equals("mod")
                        ? Math.floorMod(integer(tree.part(0), scope), by)
                        : Math.floorDiv(integer(tree.part(0), scope), by);
            }
            default -> throw new IllegalArgumentException(tree + " is no integer");
        };
    }

    @Override
    double call(Tree call, Map<String, Double> scope) {
        return isFunction(call.text())
                ? called(call, scope).get(0).numbers()[0]
                : Operators.function(call.text()).isPresent() ? super.call(call, scope) : integer(call, scope);
    }

    /** Whether it is a function of the file or of the library, rather than of the table. */
    private boolean isFunction(String name) {
        return functions.containsKey(name) || IndexedLibrary.has(name);
    }

    private List<Grid> called(Tree call, Map<String, Double> scope) {
        Function own = functions.get(call.text());
        Function function = own == null ? IndexedLibrary.function(call.text()) : own;
        List<Grid> arguments = new ArrayList<>();
        for (int i = 0; i < call.parts().size(); i++) {
            Parameter parameter = function.parameters().get(i);
            Grid argument = parameter.extents().isEmpty()
                    ? Grid.number(
                            parameter.kind() == RandomProgram.Kind.INT
                                    ? integer(call.part(i), scope)
                                    : number(call.part(i), scope))
                    : array(call.part(i), scope);
            arguments.add(parameter.kind() == RandomProgram.Kind.CONST ? constants.apply(argument) : argument);
        }
        return call(function, arguments);
    }

    /** A whole array, or a slice of one. */
    private Grid array(Tree tree, Map<String, Double> scope) {
        Grid whole = known(tree.text());
        if (tree.form() == Tree.Form.NAME) {
            return whole;
        }
        List<Integer> open = new ArrayList<>();
        int[] places = new int[whole.rank()];
        for (int k = 0; k < places.length; k++) {
            if (tree.part(k).form() == Tree.Form.ALL) {
                open.add(k);
            } else {
                places[k] = Math.toIntExact(integer(tree.part(k), scope));
                if (places[k] < 0 || places[k] >= whole.extents()[k]) {
                    throw new Grid.OutOfRange(tree.toString());
                }
            }
        }
        Grid slice = Grid.of(open.stream().mapToInt(k -> whole.extents()[k]).toArray());
        for (int i = 0; i < slice.numbers().length; i++) {
            int rest = i;
            for (int k = open.size() - 1; k >= 0; k--) {
                places[open.get(k)] = rest % slice.extents()[k];
                rest /= slice.extents()[k];
            }
            slice.numbers()[i] = whole.at(places);
        }
        return slice;
    }
}
