package dev.adjc.check;

import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.operator.Choices;
import dev.adjc.operator.Operator;
import dev.adjc.syntax.Declaration;
import dev.adjc.syntax.Expression;
import dev.adjc.syntax.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Checks calls: what is called, with how many arguments of which kind, and what it gives. */
final class CallCheck {
    private final Context context;
    private final ExpressionCheck expressions;

    CallCheck(Context context, ExpressionCheck expressions) {
        this.context = context;
        this.expressions = expressions;
    }

    /** A call within an expression, which gives one number. */
    ExpressionCheck.Kind number(Expression.Call call) {
        Optional<Shape> shape = one(call);
        if (shape.isPresent() && !shape.get().isNumber()) {
            context.report(Diagnostic.at(
                    call.span(),
                    Code.ARRAY_RESULT,
                    call.function().text(),
                    shape.get().rankText()));
        }
        return shape.filter(Shape::isNumber).isPresent() ? ExpressionCheck.Kind.NUMBER : ExpressionCheck.Kind.UNKNOWN;
    }

    /** What a call gives where one number or array is wanted; nothing, if that is hidden by a mistake. */
    Optional<Shape> one(Expression.Call call) {
        Optional<List<Output>> outputs = called(call);
        if (outputs.isEmpty()) {
            return Optional.empty();
        }
        if (outputs.get().size() != 1) {
            context.report(declared(
                    call,
                    Code.SEVERAL_OUTPUTS,
                    count(outputs.get().size(), "number"),
                    outputs.get().stream().map(Output::name).collect(Collectors.joining(", "))));
            return Optional.empty();
        }
        return outputs.get().get(0).shape();
    }

    /** What a call gives where each of its outputs is given a name. */
    List<Optional<Shape>> several(Expression.Call call, int targets) {
        Optional<List<Output>> outputs = called(call);
        if (outputs.isPresent() && outputs.get().size() == targets) {
            return outputs.get().stream().map(Output::shape).collect(Collectors.toList());
        }
        outputs.ifPresent(given -> context.report(
                declared(call, Code.OUTPUT_COUNT, count(given.size(), "output"), String.valueOf(targets))));
        List<Optional<Shape>> unknown = new ArrayList<>();
        for (int i = 0; i < targets; i++) {
            unknown.add(Optional.empty());
        }
        return unknown;
    }

    /** An output of a call, its shape in the caller's names; none, if that is hidden by a mistake. */
    record Output(String name, Optional<Shape> shape) {
        static Output number(String name) {
            return new Output(name, Optional.of(Shape.NUMBER));
        }
    }

    private Diagnostic declared(Expression.Call call, Code code, String... arguments) {
        List<String> all = new ArrayList<>(List.of(call.function().text()));
        all.addAll(List.of(arguments));
        Diagnostic diagnostic = Diagnostic.at(call.span(), code, all.toArray(String[]::new));
        return context.functions().resolve(call.function()) instanceof Functions.Declared declared
                ? diagnostic.with(declared.declaration().name().span())
                : diagnostic;
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    // ---- what is called

    /** {@code div} and {@code mod} where an integer is wanted. */
    ExpressionCheck.Kind ofIntegers(Expression.Call call) {
        Optional<Callee> callee = IntegerCheck.function(call.function().text());
        if (callee.isEmpty()) {
            return number(call);
        }
        call.arguments().forEach(expressions::number);
        if (call.arguments().size() != 2) {
            context.report(Diagnostic.at(
                    call.span(),
                    Code.ARGUMENT_COUNT,
                    call.function().text(),
                    count(2, "argument"),
                    String.valueOf(call.arguments().size())));
            return ExpressionCheck.Kind.UNKNOWN;
        }
        context.calls().add(call, callee.get());
        return ExpressionCheck.Kind.NUMBER;
    }

    private Optional<List<Output>> called(Expression.Call call) {
        Functions.Resolution resolution = context.functions().resolve(call.function());
        if (resolution instanceof Functions.Declared declared) {
            return expanded(call, declared.declaration());
        }
        if (resolution instanceof Functions.Row row) {
            return builtIn(call, row.operator());
        }
        unknown(call, (Functions.Unknown) resolution);
        if (!isReduction(call.function().text())) {
            call.arguments().forEach(expressions::anything);
        }
        return Optional.empty();
    }

    private void unknown(Expression.Call call, Functions.Unknown resolution) {
        Identifier name = call.function();
        Optional<Binding> variable = context.scope().find(name.text());
        if (variable.isPresent()) {
            Optional<String> element = variable.filter(Binding::isArray).map(array -> element(call));
            context.report(
                    Diagnostic.at(name.span(), Code.NOT_A_FUNCTION, name.text()).with(element));
        } else if (IntegerCheck.function(name.text()).isPresent()) {
            context.report(Diagnostic.at(name.span(), Code.INTEGER_FUNCTION, name.text()));
        } else if (isReduction(name.text())) {
            context.report(Diagnostic.at(name.span(), Code.REDUCTION_WITHOUT_INDEX, name.text()));
        } else {
            resolution.mistake().ifPresent(context::report);
        }
    }

    private static String element(Expression.Call call) {
        return call.arguments().stream()
                .map(argument -> argument.span().text())
                .collect(Collectors.joining(", ", call.function().text() + "[", "]"));
    }

    private static boolean isReduction(String name) {
        for (Expression.Reduction.Kind kind : Expression.Reduction.Kind.values()) {
            if (kind.text().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private Optional<List<Output>> builtIn(Expression.Call call, Operator operator) {
        int given = call.arguments().size();
        boolean anyNumber = operator == Choices.MIN || operator == Choices.MAX;
        boolean fits = anyNumber ? given >= 2 : given == operator.arity();
        int mark = expressions.reading().mark();
        call.arguments().forEach(expressions::number);
        if (operator.is(Operator.Trait.FLAT)) {
            context.usage()
                    .derivativeEnds(
                            expressions.reading().since(mark),
                            Diagnostic.at(call.span(), Code.FLAT_FUNCTION, operator.name()));
        }
        if (operator.is(Operator.Trait.FLAT) || operator.is(Operator.Trait.STOPPED)) {
            expressions.reading().stop(mark);
            context.usage().derivativeEnds();
        }
        if (!fits) {
            context.report(Diagnostic.at(
                    call.span(),
                    Code.ARGUMENT_COUNT,
                    operator.name(),
                    anyNumber ? "two arguments or more" : count(operator.arity(), "argument"),
                    String.valueOf(given)));
            return Optional.empty();
        }
        context.calls().add(call, new Callee.Builtin(anyNumber ? extreme(operator, given) : operator));
        return Optional.of(List.of(Output.number(operator.name())));
    }

    private static Operator extreme(Operator operator, int arity) {
        return operator == Choices.MIN ? Choices.min(arity) : Choices.max(arity);
    }

    private Optional<List<Output>> expanded(Expression.Call call, Declaration callee) {
        int wanted = callee.parameters().size();
        int given = call.arguments().size();
        context.calls().add(context.declaration(), call, callee);
        if (wanted != given) {
            context.report(declared(call, Code.ARGUMENT_COUNT, count(wanted, "argument"), String.valueOf(given)));
            call.arguments().forEach(expressions::anything);
            return Optional.empty();
        }
        ArgumentCheck arguments = new ArgumentCheck(context, expressions, callee);
        call.arguments().forEach(arguments::next);
        return Optional.of(callee.accept(new Declaration.Visitor<List<Output>>() {
            @Override
            public List<Output> function(Declaration.Function function) {
                List<Optional<Shape>> shapes = arguments.outputs(call, function);
                List<Output> outputs = new ArrayList<>();
                for (int i = 0; i < shapes.size(); i++) {
                    outputs.add(new Output(function.outputs().get(i).name().text(), shapes.get(i)));
                }
                return outputs;
            }

            @Override
            public List<Output> extern(Declaration.Extern extern) {
                return List.of(Output.number("y"));
            }
        }));
    }
}
