package dev.adjc.check;

import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.ir.Index;
import dev.adjc.ir.Symbol;
import dev.adjc.source.Span;
import dev.adjc.syntax.Declaration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what the sizes of a called function are in the names of its caller, and whether all arguments agree on them. */
final class CallSizes {
    private final Declaration.Function callee;
    private final List<Argument> arguments;
    private final Map<Index.Atom, Index> known;
    private final Map<Symbol, Argument> givers = new HashMap<>();
    private final Set<Index> disagreeing = new HashSet<>();
    private final Context context;

    /** An argument with what is known of its shape. */
    record Argument(Span span, Declaration.Parameter parameter, Optional<Shape> shape) {
        Optional<Index> extent(SizePlan.Dimension dimension) {
            return shape.flatMap(found -> found.extents().get(dimension.dimension()));
        }

        String text() {
            return span.text();
        }
    }

    private CallSizes(
            Declaration.Function callee, List<Argument> arguments, Map<Symbol, Index> integers, Context context) {
        this.callee = callee;
        this.arguments = arguments;
        this.known = new HashMap<>(integers);
        this.context = context;
    }

    /** The size of each size name; nothing, if a mistake hides one. */
    static Optional<Map<Symbol, Index>> find(
            SizePlan plan,
            Declaration.Function callee,
            List<Argument> arguments,
            Map<Symbol, Index> integers,
            Context context) {
        CallSizes sizes = new CallSizes(callee, arguments, integers, context);
        Map<Symbol, Index> found = new HashMap<>();
        for (SizePlan.Step step : plan.steps()) {
            sizes.solve(step).ifPresent(size -> found.put(step.size(), size));
        }
        plan.comparisons().forEach(sizes::compare);
        return found.size() == plan.steps().size() && plan.unsolved().isEmpty() ? Optional.of(found) : Optional.empty();
    }

    /** A form with what is known in place of its names; nothing if some are not known. */
    static Optional<Index> replaced(Index form, Map<Index.Atom, Index> known) {
        if (form.atoms().stream().anyMatch(atom -> atom instanceof Symbol && !known.containsKey(atom))) {
            return Optional.empty();
        }
        try {
            return Optional.of(form.replace(atom -> Optional.ofNullable(known.get(atom))))
                    .filter(Context::fits);
        } catch (ArithmeticException tooLarge) {
            return Optional.empty();
        }
    }

    private Optional<Index> solve(SizePlan.Step step) {
        Argument argument = arguments.get(step.from().parameter());
        Optional<Index> extent = argument.extent(step.from());
        Optional<Index> rest = replaced(step.rest(), known);
        if (extent.isEmpty() || rest.isEmpty()) {
            return Optional.empty();
        }
        Index multiple = extent.get().minus(rest.get());
        boolean whole = multiple.terms().values().stream().allMatch(factor -> factor % step.coefficient() == 0);
        Optional<Index> size = whole ? Optional.of(quotient(multiple, step.coefficient())) : Optional.empty();
        if (size.isEmpty() || size.get().literal().orElse(0) < 0) {
            context.report(Diagnostic.at(
                            argument.span(),
                            Code.NO_WHOLE_SIZE,
                            argument.text(),
                            extent.get().toString(),
                            step.size().name(),
                            step.from().form().toString(),
                            callee.name().text())
                    .with(argument.parameter().span()));
            return Optional.empty();
        }
        known.put(step.size(), size.get());
        givers.put(step.size(), argument);
        return size;
    }

    private static Index quotient(Index multiple, long coefficient) {
        return multiple.dividedBy(Index.of(coefficient));
    }

    private void compare(SizePlan.Dimension dimension) {
        Argument argument = arguments.get(dimension.parameter());
        Optional<Index> actual = argument.extent(dimension);
        Optional<Index> expected = replaced(dimension.form(), known);
        if (actual.isEmpty() || expected.isEmpty() || actual.equals(expected)) {
            return;
        }
        if (!disagreeing.add(dimension.form())) {
            return;
        }
        Optional<Argument> giver = dimension.form().atom().map(givers::get).filter(each -> each != argument);
        context.report(giver.map(other -> disagreement(dimension, argument, actual.get(), other, expected.get()))
                .orElseGet(() -> Diagnostic.at(
                                argument.span(),
                                Code.EXTENT_AT_CALL,
                                argument.text(),
                                actual.get().toString(),
                                argument.parameter().span().text(),
                                callee.name().text(),
                                expected.get().toString())
                        .with(argument.parameter().span())));
    }

    private Diagnostic disagreement(
            SizePlan.Dimension dimension, Argument argument, Index actual, Argument giver, Index expected) {
        return Diagnostic.at(
                        argument.span(),
                        Code.SIZES_AT_CALL,
                        giver.text(),
                        argument.text(),
                        dimension.form().toString(),
                        callee.name().text(),
                        actual.toString())
                .with(giver.span(), expected.toString());
    }
}
