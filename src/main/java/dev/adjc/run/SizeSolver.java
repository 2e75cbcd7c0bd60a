package dev.adjc.run;

import dev.adjc.check.SizePlan;
import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.ir.Arguments;
import dev.adjc.ir.Index;
import dev.adjc.ir.Parameter;
import dev.adjc.ir.Program;
import dev.adjc.ir.Symbol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the numbers of a function's sizes from what it is given, and compares the rest: {@code x[2*m]} with six elements
 * makes {@code m} 3, and {@code y[m + 1]} must have four.
 */
final class SizeSolver {
    private final Program function;
    private final List<Elements> given;
    private final List<Diagnostic> diagnostics;
    private final Map<Symbol, Known> known = new LinkedHashMap<>();

    /** A number, and who says so. */
    private record Known(long number, String by) {}

    private SizeSolver(Program function, List<Elements> given, List<Diagnostic> diagnostics) {
        this.function = function;
        this.given = given;
        this.diagnostics = diagnostics;
    }

    /**
     * The arguments with their sizes; what disagrees is reported.
     *
     * @param given for each parameter
     * @param stated sizes that the point names itself
     */
    static Optional<Arguments> solve(
            Program function, List<Elements> given, Map<String, Long> stated, List<Diagnostic> diagnostics) {
        SizeSolver solver = new SizeSolver(function, given, diagnostics);
        stated.forEach((name, number) -> solver.known.put(Symbol.of(name), new Known(number, "sizes")));
        int before = diagnostics.size();
        solver.solve();
        if (diagnostics.size() > before) {
            return Optional.empty();
        }
        Map<Symbol, Long> sizes = new LinkedHashMap<>();
        Coordinates.sizes(function).forEach(size -> sizes.put(size, solver.number(Index.of(size))));
        return Optional.of(new Arguments(given.stream().map(Elements::numbers).collect(Collectors.toList()), sizes));
    }

    private void solve() {
        for (int i = 0; i < given.size(); i++) {
            Parameter parameter = function.parameters().get(i);
            if (parameter.kind() == Parameter.Kind.INTEGER && parameter.value().rank() == 0) {
                known.put(
                        Symbol.of(parameter.name()),
                        new Known((long) given.get(i).numbers()[0], parameter.name()));
            }
        }
        List<SizePlan.Dimension> shown = shown();
        SizePlan plan = SizePlan.of(shown, known.keySet());
        plan.steps().forEach(this::find);
        Optional<Symbol> open = open();
        while (open.isPresent() && diagnostics.isEmpty()) {
            known.put(open.get(), new Known(0, "sizes"));
            plan = SizePlan.of(shown, known.keySet());
            plan.steps().forEach(this::find);
            open = open();
        }
        if (diagnostics.isEmpty()) {
            plan.comparisons().forEach(this::compare);
        }
    }

    private Optional<Symbol> open() {
        return Coordinates.sizes(function).stream()
                .filter(size -> !known.containsKey(size))
                .findFirst();
    }

    private List<SizePlan.Dimension> shown() {
        List<SizePlan.Dimension> shown = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            List<Index> extents = function.parameters().get(i).value().extents();
            for (int d = 0; d < extents.size(); d++) {
                if (given.get(i).extents().get(d).isPresent()) {
                    shown.add(new SizePlan.Dimension(i, d, inNames(extents.get(d))));
                }
            }
        }
        return shown;
    }

    /** The form with integer parameters by their names, as sizes are. */
    private static Index inNames(Index form) {
        return form.replace(atom -> atom instanceof Index.Entry entry
                ? Optional.of(Index.of(Symbol.of(entry.access().value().name())))
                : Optional.empty());
    }

    private long extent(SizePlan.Dimension dimension) {
        return given.get(dimension.parameter())
                .extents()
                .get(dimension.dimension())
                .orElseThrow();
    }

    private long number(Index form) {
        return form.evaluate(atom -> {
            Known number = known.get(atom);
            if (number == null) {
                throw new IllegalStateException("`" + atom + "` is not known");
            }
            return number.number;
        });
    }

    private void find(SizePlan.Step step) {
        if (!diagnostics.isEmpty()) {
            return;
        }
        SizePlan.Dimension from = step.from();
        long multiple = extent(from) - number(step.rest());
        long size = multiple / step.coefficient();
        if (multiple % step.coefficient() != 0 || size < 0) {
            Elements elements = given.get(from.parameter());
            diagnostics.add(Diagnostic.at(
                    elements.span(),
                    Code.POINT_NO_SIZE,
                    elements.name(),
                    Long.toString(extent(from)),
                    Integer.toString(from.dimension() + 1),
                    step.size().toString(),
                    from.form().toString()));
        }
        known.put(step.size(), new Known(size, given.get(from.parameter()).name()));
    }

    private void compare(SizePlan.Dimension dimension) {
        long expected = number(dimension.form());
        if (expected != extent(dimension)) {
            Elements elements = given.get(dimension.parameter());
            String wanted = dimension.form().literal().isPresent()
                    ? expected + " is declared"
                    : "`" + dimension.form() + "` is " + expected + origins(dimension.form());
            diagnostics.add(mismatch(elements, dimension.dimension(), elements.name(), wanted));
        }
    }

    /** Who gives the sizes of a form. */
    private String origins(Index form) {
        List<String> origins = new ArrayList<>();
        boolean bare = form.atom().isPresent();
        for (Index.Atom atom : form.atoms()) {
            Known number = known.get(atom);
            if (number != null) {
                String by = " by `" + number.by + "`";
                origins.add(bare ? by : " and `" + atom + "` is " + number.number + by);
            }
        }
        return String.join("", origins);
    }

    /** That an entry has another size than is wanted. */
    static Diagnostic mismatch(Elements elements, int dimension, String name, String wanted) {
        return Diagnostic.at(
                elements.span(),
                Code.POINT_SIZE,
                name,
                Integer.toString(elements.extents().get(dimension).orElse(0)),
                Integer.toString(dimension + 1),
                wanted);
    }
}
