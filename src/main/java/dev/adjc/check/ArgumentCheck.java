package dev.adjc.check;

import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.ir.Index;
import dev.adjc.ir.Symbol;
import dev.adjc.syntax.Declaration;
import dev.adjc.syntax.Expression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks the arguments of one call, in order, and finds what the callee's sizes are in it. */
final class ArgumentCheck {
    private final Context context;
    private final ExpressionCheck expressions;
    private final Declaration callee;
    private final Optional<Signature> signature;
    private final List<CallSizes.Argument> arguments = new ArrayList<>();
    private final Map<Symbol, Index> integers = new HashMap<>();

    ArgumentCheck(Context context, ExpressionCheck expressions, Declaration callee) {
        this.context = context;
        this.expressions = expressions;
        this.callee = callee;
        this.signature = context.signature(callee);
    }

    void next(Expression argument) {
        Declaration.Parameter parameter = callee.parameters().get(arguments.size());
        int mark = expressions.reading().mark();
        Optional<Shape> shape = Optional.of(Shape.NUMBER);
        if (!parameter.sizes().isEmpty()) {
            shape = array(argument, parameter);
        } else if (parameter.kind() == Declaration.Parameter.Kind.INT) {
            integer(argument, parameter);
        } else {
            expressions.number(argument);
        }
        if (parameter.kind() == Declaration.Parameter.Kind.CONST) {
            Diagnostic cut = Diagnostic.at(
                            argument.span(),
                            Code.DERIVATIVE_CUT,
                            parameter.name().text(),
                            callee.name().text())
                    .with(parameter.name().span());
            context.usage().derivativeEnds(expressions.reading().since(mark), cut);
        }
        if (parameter.kind() != Declaration.Parameter.Kind.REAL) {
            expressions.reading().stop(mark);
        }
        arguments.add(new CallSizes.Argument(argument.span(), parameter, shape));
    }

    private void integer(Expression argument, Declaration.Parameter parameter) {
        String name = parameter.name().text();
        Optional<Index> form = expressions.integer(
                argument,
                span -> Diagnostic.at(
                                span, Code.INTEGER_WANTED, name, callee.name().text())
                        .with(parameter.name().span()));
        if (form.isEmpty()) {
            return;
        }
        integers.put(Symbol.of(name), form.get());
        if (signature.isPresent() && signature.get().fixing().contains(name)) {
            if (form.get().atoms().stream().anyMatch(Index.Entry.class::isInstance)) {
                context.report(Diagnostic.at(
                        argument.span(), Code.NOT_FIXED, argument.span().text()));
            }
            context.fix(form.get());
        }
    }

    // ---- arrays

    private Optional<Shape> array(Expression argument, Declaration.Parameter parameter) {
        if (argument instanceof Expression.Name name) {
            Optional<Binding> binding = context.lookUp(name.text(), name.span(), Code.UNDEFINED_NAME);
            binding.ifPresent(expressions.reading()::read);
            return fitting(argument, parameter, binding, binding.flatMap(Binding::shape));
        }
        if (argument instanceof Expression.Access access) {
            Optional<Shape> shape = new AccessCheck(context, expressions).shape(access);
            return fitting(
                    argument, parameter, context.scope().find(access.array().text()), shape);
        }
        int mistakes = context.diagnostics().size();
        expressions.number(argument);
        context.reportUnless(mistakes, List.of(arrayWanted(argument, parameter, "a number")));
        return Optional.empty();
    }

    /** The shape, if the argument has the rank and the elements that the parameter wants. */
    private Optional<Shape> fitting(
            Expression argument, Declaration.Parameter parameter, Optional<Binding> array, Optional<Shape> shape) {
        if (array.isEmpty() || shape.isEmpty()) {
            return Optional.empty();
        }
        if (shape.get().rank() != parameter.sizes().size()) {
            context.report(arrayWanted(argument, parameter, shape.get().rankText()));
            return Optional.empty();
        }
        boolean wanted = parameter.kind() == Declaration.Parameter.Kind.INT;
        if (wanted != array.get().isInteger()) {
            context.report(Diagnostic.at(
                            argument.span(),
                            Code.ELEMENTS_DIFFER,
                            parameter.name().text(),
                            callee.name().text(),
                            wanted ? "integers" : "reals",
                            array.get().name(),
                            wanted ? "reals" : "integers")
                    .with(parameter.name().span()));
        }
        return shape;
    }

    private Diagnostic arrayWanted(Expression argument, Declaration.Parameter parameter, String found) {
        return Diagnostic.at(
                        argument.span(),
                        Code.ARRAY_WANTED,
                        parameter.name().text(),
                        callee.name().text(),
                        String.valueOf(parameter.sizes().size()),
                        found)
                .with(parameter.span());
    }

    // ---- what the call gives

    /** The shapes of the outputs in the caller's names, after all arguments. */
    List<Optional<Shape>> outputs(Expression.Call call, Declaration.Function function) {
        Optional<Map<Symbol, Index>> sizes =
                signature.flatMap(known -> CallSizes.find(known.sizes(), function, arguments, integers, context));
        sizes.ifPresent(found -> context.shapes().sizes(call, names(found)));
        List<Optional<Shape>> outputs = new ArrayList<>();
        for (int i = 0; i < function.outputs().size(); i++) {
            outputs.add(signature.isPresent() ? output(i, sizes.orElse(Map.of())) : Optional.empty());
        }
        return outputs;
    }

    private static Map<String, Index> names(Map<Symbol, Index> sizes) {
        Map<String, Index> names = new HashMap<>();
        sizes.forEach((symbol, index) -> names.put(symbol.name(), index));
        return names;
    }

    private Optional<Shape> output(int number, Map<Symbol, Index> sizes) {
        Map<Index.Atom, Index> known = new HashMap<>(integers);
        known.putAll(sizes);
        return signature
                .orElseThrow()
                .outputs()
                .get(number)
                .map(shape -> new Shape(shape.extents().stream()
                        .map(extent -> extent.flatMap(form -> CallSizes.replaced(form, known)))
                        .toList()));
    }
}
