package dev.adjc.check;

import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.ir.Index;
import dev.adjc.ir.Symbol;
import dev.adjc.source.Span;
import dev.adjc.syntax.Declaration;
import dev.adjc.syntax.Expression;
import dev.adjc.syntax.Identifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks the parameters of a declaration and gives them, and the sizes in their brackets, their meaning. */
final class HeadCheck {
    private final Context context;
    private final List<Declaration.Parameter> parameters;
    private final Map<Symbol, Expression.Name> sizes = new LinkedHashMap<>();
    private final List<SizePlan.Dimension> dimensions = new ArrayList<>();
    private final Set<String> reals = new HashSet<>();
    private final Set<String> duplicates = new HashSet<>();
    private boolean damaged;

    private HeadCheck(Context context) {
        this.context = context;
        this.parameters = context.declaration().parameters();
    }

    /** Binds parameters and sizes; the plan is nothing if some size is not understood. */
    static Optional<SizePlan> of(Context context) {
        return new HeadCheck(context).run();
    }

    private Optional<SizePlan> run() {
        Map<String, Declaration.Parameter> byName = distinct();
        byName.values().forEach(this::bindNumber);
        parameters.forEach(this::nameSizes);
        List<Shape> shapes = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            shapes.add(shape(i));
        }
        SizePlan plan = SizePlan.of(dimensions, integers());
        List<Binding> bindings = bind(byName, shapes);
        plan.steps()
                .forEach(step ->
                        bindSize(step.size(), List.of(bindings.get(step.from().parameter()))));
        if (!damaged) {
            plan.unsolved()
                    .forEach(size ->
                            context.report(Diagnostic.at(nameOf(size).span(), Code.SIZE_NOT_GIVEN, size.name())));
        }
        return damaged ? Optional.empty() : Optional.of(plan);
    }

    private Map<String, Declaration.Parameter> distinct() {
        Map<String, Declaration.Parameter> byName = new LinkedHashMap<>();
        for (Declaration.Parameter parameter : parameters) {
            Identifier name = parameter.name();
            Declaration.Parameter first = byName.putIfAbsent(name.text(), parameter);
            if (first != null) {
                duplicates.add(name.text());
                context.report(Diagnostic.at(name.span(), Code.DUPLICATE_PARAMETER, name.text())
                        .with(first.name().span()));
            }
        }
        return byName;
    }

    private static Binding.Role role(Declaration.Parameter parameter) {
        return switch (parameter.kind()) {
            case REAL -> Binding.Role.PARAMETER;
            case CONST -> Binding.Role.HELD;
            case INT -> Binding.Role.INTEGER;
        };
    }

    /** Sizes may speak of integers, in whatever order the parameters stand. */
    private void bindNumber(Declaration.Parameter parameter) {
        Identifier name = parameter.name();
        Shape shape = Shape.ofRank(parameter.sizes().size());
        context.scope().bind(Binding.parameter(name.text(), name.span(), role(parameter), Optional.of(shape)));
        if (role(parameter) == Binding.Role.INTEGER) {
            context.axes().unsigned(Symbol.of(name.text()));
        }
    }

    // ---- sizes

    private void nameSizes(Declaration.Parameter parameter) {
        parameter
                .sizes()
                .forEach(size -> size.names().forEach(name -> {
                    if (context.scope().find(name.text()).isEmpty()) {
                        sizes.put(Symbol.of(name.text()), name);
                        bindSize(Symbol.of(name.text()), List.of());
                    }
                }));
    }

    private void bindSize(Symbol size, List<Binding> sources) {
        Expression.Name name = nameOf(size);
        context.scope().bind(Binding.integer(name.text(), name.span(), Binding.Role.SIZE, sources));
    }

    private Expression.Name nameOf(Symbol size) {
        Expression.Name name = sizes.get(size);
        if (name == null) {
            throw new IllegalStateException("no size: " + size);
        }
        return name;
    }

    private Set<Symbol> integers() {
        return parameters.stream()
                .filter(parameter -> role(parameter) == Binding.Role.INTEGER)
                .map(parameter -> Symbol.of(parameter.name().text()))
                .collect(Collectors.toSet());
    }

    private Shape shape(int number) {
        Declaration.Parameter parameter = parameters.get(number);
        List<Optional<Index>> extents = new ArrayList<>();
        for (Expression size : parameter.sizes()) {
            Optional<Index> form = form(size);
            damaged |= form.isEmpty();
            int dimension = extents.size();
            form.ifPresent(known -> {
                dimensions.add(new SizePlan.Dimension(number, dimension, known));
                context.fix(known);
            });
            extents.add(form);
        }
        Shape shape = new Shape(extents);
        context.limit(parameter.name(), shape);
        return shape;
    }

    private Optional<Index> form(Expression size) {
        Optional<IntegerCheck.Fault> fault = IntegerCheck.find(size, context.scope(), IntegerCheck.Wanted.FIXED);
        if (fault.isPresent()) {
            Span span = fault.get().span();
            if (fault.get().kind() == IntegerCheck.Fault.Kind.DIVISION) {
                context.report(Diagnostic.at(span, Code.REAL_DIVISION));
            } else if (fault.get().kind() == IntegerCheck.Fault.Kind.TOO_LARGE) {
                context.report(Diagnostic.at(span, Code.INTEGER_OVERFLOW, span.text()));
            } else if (reals.add(span.text())) {
                context.report(Diagnostic.at(span, Code.REAL_AS_SIZE, span.text()));
            }
            return Optional.empty();
        }
        Optional<Index> form = context.form(size);
        if (form.isEmpty()) {
            context.report(Diagnostic.at(
                    size.span(), Code.INTEGER_OVERFLOW, size.span().text()));
        } else if (!isAffine(form.get())) {
            context.report(
                    Diagnostic.at(size.span(), Code.SIZE_NOT_AFFINE, size.span().text()));
            return Optional.empty();
        } else if (form.get().literal().orElse(0) < 0) {
            context.report(
                    Diagnostic.at(size.span(), Code.NEGATIVE_EXTENT, form.get().toString()));
            return Optional.empty();
        }
        return form;
    }

    private static boolean isAffine(Index form) {
        return form.terms().keySet().stream()
                .allMatch(atoms -> atoms.size() <= 1 && atoms.stream().allMatch(Symbol.class::isInstance));
    }

    // ---- the final meaning

    private List<Binding> bind(Map<String, Declaration.Parameter> byName, List<Shape> shapes) {
        Map<String, Binding> bound = new HashMap<>();
        List<Binding> bindings = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            Declaration.Parameter parameter = parameters.get(i);
            Identifier name = parameter.name();
            if (byName.get(name.text()) == parameter) {
                Optional<Shape> shape = Optional.of(shapes.get(i)).filter(known -> !duplicates.contains(name.text()));
                Binding binding = Binding.parameter(name.text(), name.span(), role(parameter), shape);
                bound.put(name.text(), binding);
                context.usage().parameter(binding);
                context.scope().bind(binding);
            }
            bindings.add(bound.get(name.text()));
        }
        return bindings;
    }
}
