package dev.adjc.check;

import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.operator.Operator;
import dev.adjc.operator.Operators;
import dev.adjc.source.Span;
import dev.adjc.syntax.Declaration;
import dev.adjc.syntax.Expression;
import dev.adjc.syntax.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says of an expression whether it is a number or a condition, and gathers what it is computed from. */
final class ExpressionCheck implements Expression.Visitor<ExpressionCheck.Kind> {
    private final FunctionCheck function;
    private List<Binding> sources = new ArrayList<>();
    private boolean active;
    private boolean integers;

    /** What an expression gives. */
    enum Kind {
        NUMBER,
        CONDITION,
        /** A mistake has been reported. */
        UNKNOWN
    }

    /** What a value is computed from, and whether a derivative may flow through it. */
    record Origin(List<Binding> sources, boolean active) {}

    ExpressionCheck(FunctionCheck function) {
        this.function = function;
    }

    /** Checks the value of a definition. */
    Origin definition(Expression value) {
        number(value);
        return taken();
    }

    /** Checks what must hold. */
    Origin requirement(Expression condition) {
        condition(condition);
        return taken();
    }

    /** Checks the call of a statement that takes each of its outputs. */
    Origin statementCall(Expression.Call call, int targets) {
        called(call, Math.max(targets, 1));
        return taken();
    }

    private Origin taken() {
        Origin origin = new Origin(sources, active);
        sources = new ArrayList<>();
        active = false;
        return origin;
    }

    private void number(Expression expression) {
        if (expression.accept(this) == Kind.CONDITION) {
            function.report(Diagnostic.at(expression.span(), Code.NUMBER_WANTED));
        }
    }

    /** A condition, through which no derivative flows. */
    private void condition(Expression expression) {
        boolean before = active;
        if (expression.accept(this) == Kind.NUMBER) {
            String text = expression.span().text();
            Diagnostic wanted = text.length() > 30 || expression instanceof Expression.Sum
                    ? Diagnostic.at(expression.span(), Code.CONDITION_WANTED, "…")
                    : Diagnostic.at(expression.span(), Code.CONDITION_WANTED, text);
            function.report(wanted);
        }
        active = before;
    }

    /** Whether a derivative may flow into an argument. */
    private boolean argument(Expression argument) {
        boolean before = active;
        active = false;
        number(argument);
        boolean flows = active;
        active = before || flows;
        return flows;
    }

    @Override
    public Kind literal(Expression.Literal literal) {
        return Kind.NUMBER;
    }

    @Override
    public Kind constant(Expression.Constant constant) {
        return Kind.NUMBER;
    }

    @Override
    public Kind name(Expression.Name name) {
        Optional<Binding> binding = function.lookUp(name);
        binding.ifPresent(found -> {
            sources.add(found);
            active |= found.active();
        });
        return binding.isPresent() ? Kind.NUMBER : Kind.UNKNOWN;
    }

    @Override
    public Kind signed(Expression.Signed signed) {
        number(signed.operand());
        return Kind.NUMBER;
    }

    @Override
    public Kind power(Expression.Power power) {
        number(power.base());
        number(power.exponent());
        return Kind.NUMBER;
    }

    @Override
    public Kind product(Expression.Product product) {
        number(product.first());
        product.rest().forEach(factor -> number(factor.operand()));
        return Kind.NUMBER;
    }

    @Override
    public Kind sum(Expression.Sum sum) {
        number(sum.first());
        sum.rest().forEach(term -> number(term.operand()));
        return Kind.NUMBER;
    }

    @Override
    public Kind comparison(Expression.Comparison comparison) {
        number(comparison.left());
        number(comparison.right());
        return Kind.CONDITION;
    }

    @Override
    public Kind not(Expression.Not not) {
        condition(not.condition());
        return Kind.CONDITION;
    }

    @Override
    public Kind junction(Expression.Junction junction) {
        junction.conditions().forEach(this::condition);
        return Kind.CONDITION;
    }

    @Override
    public Kind conditional(Expression.Conditional conditional) {
        for (Expression.Conditional.Arm arm : conditional.arms()) {
            condition(arm.condition());
            number(arm.value());
        }
        number(conditional.otherwise());
        return Kind.NUMBER;
    }

    // ---- arrays

    @Override
    public Kind access(Expression.Access access) {
        return unsupported(access.span(), "arrays");
    }

    @Override
    public Kind reduction(Expression.Reduction reduction) {
        return unsupported(reduction.span(), "reductions over an index");
    }

    @Override
    public Kind array(Expression.Array array) {
        return unsupported(array.span(), "arrays");
    }

    private Kind unsupported(Span span, String what) {
        function.unsupported(span, what);
        return Kind.UNKNOWN;
    }

    // ---- calls

    @Override
    public Kind call(Expression.Call call) {
        return called(call, 0);
    }

    /** A call; as a statement of its own it has targets, within an expression it has none and gives one number. */
    private Kind called(Expression.Call call, int targets) {
        Identifier name = call.function();
        Optional<Callee> ofIntegers = integers ? IntegerCheck.function(name.text()) : Optional.empty();
        if (ofIntegers.isPresent()) {
            return ofIntegers(call, ofIntegers.get());
        }
        Functions.Resolution resolution = function.functions().resolve(name);
        if (resolution instanceof Functions.Declared declared) {
            return declared(call, declared.declaration(), targets);
        }
        if (resolution instanceof Functions.Row row) {
            return builtIn(call, row.operator(), targets);
        }
        if (function.isVariable(name.text())) {
            function.report(Diagnostic.at(name.span(), Code.NOT_A_FUNCTION, name.text()));
        } else if (IntegerCheck.function(name.text()).isPresent()) {
            function.report(Diagnostic.at(name.span(), Code.INTEGER_FUNCTION, name.text()));
        } else if (isReduction(name.text())) {
            function.report(Diagnostic.at(name.span(), Code.REDUCTION_WITHOUT_INDEX, name.text()));
        } else {
            ((Functions.Unknown) resolution).mistake().ifPresent(function::report);
        }
        call.arguments().forEach(this::argument);
        return Kind.UNKNOWN;
    }

    private Kind ofIntegers(Expression.Call call, Callee callee) {
        call.arguments().forEach(this::argument);
        int given = call.arguments().size();
        if (given != 2) {
            String name = call.function().text();
            function.report(
                    Diagnostic.at(call.span(), Code.ARGUMENT_COUNT, name, count(2, "argument"), String.valueOf(given)));
            return Kind.UNKNOWN;
        }
        function.calls().add(call, callee);
        return Kind.NUMBER;
    }

    private static boolean isReduction(String name) {
        for (Expression.Reduction.Kind kind : Expression.Reduction.Kind.values()) {
            if (kind.text().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private Kind builtIn(Expression.Call call, Operator operator, int targets) {
        int given = call.arguments().size();
        boolean anyNumber = operator == Operators.MIN || operator == Operators.MAX;
        boolean fits = anyNumber ? given >= 2 : given == operator.arity();
        boolean before = active;
        boolean flows = false;
        for (Expression argument : call.arguments()) {
            flows |= argument(argument);
        }
        if (operator.is(Operator.Trait.FLAT) || operator.is(Operator.Trait.STOPPED)) {
            active = before;
            function.derivativeEnds();
            if (flows && operator.is(Operator.Trait.FLAT)) {
                function.report(Diagnostic.at(call.span(), Code.FLAT_FUNCTION, operator.name()));
            }
        }
        if (!fits) {
            function.report(Diagnostic.at(
                    call.span(),
                    Code.ARGUMENT_COUNT,
                    operator.name(),
                    anyNumber ? "two arguments or more" : count(operator.arity(), "argument"),
                    String.valueOf(given)));
            return Kind.UNKNOWN;
        }
        if (targets > 1) {
            function.report(Diagnostic.at(
                    call.span(), Code.OUTPUT_COUNT, operator.name(), "1 output", String.valueOf(targets)));
        }
        function.calls().add(call, new Callee.Builtin(anyNumber ? extreme(operator, given) : operator));
        return Kind.NUMBER;
    }

    private static Operator extreme(Operator operator, int arity) {
        return operator == Operators.MIN ? Operators.min(arity) : Operators.max(arity);
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private Kind declared(Expression.Call call, Declaration callee, int targets) {
        int wanted = callee.parameters().size();
        int given = call.arguments().size();
        function.called(call, callee);
        if (wanted != given) {
            function.report(Diagnostic.at(
                            call.span(),
                            Code.ARGUMENT_COUNT,
                            callee.name().text(),
                            count(wanted, "argument"),
                            String.valueOf(given))
                    .with(callee.name().span()));
            call.arguments().forEach(this::argument);
            return Kind.UNKNOWN;
        }
        boolean before = active;
        boolean flows = false;
        for (int i = 0; i < wanted; i++) {
            active = false;
            flows |= argument(call.arguments().get(i), callee.parameters().get(i), callee);
        }
        active = before || flows;
        return outputs(call, callee, targets);
    }

    private boolean argument(Expression argument, Declaration.Parameter parameter, Declaration callee) {
        boolean before = integers;
        integers |= parameter.kind() == Declaration.Parameter.Kind.INT;
        boolean flows = argument(argument);
        integers = before;
        switch (parameter.kind()) {
            case REAL:
                return flows;
            case CONST:
                if (flows) {
                    function.derivativeEnds();
                    function.report(Diagnostic.at(
                                    argument.span(),
                                    Code.DERIVATIVE_CUT,
                                    parameter.name().text(),
                                    callee.name().text())
                            .with(parameter.name().span()));
                }
                return false;
            default:
                IntegerCheck.of(argument, function, parameter, callee).ifPresent(function::report);
                return false;
        }
    }

    private Kind outputs(Expression.Call call, Declaration callee, int targets) {
        List<String> outputs = callee.accept(new Declaration.Visitor<>() {
            @Override
            public List<String> function(Declaration.Function defined) {
                return defined.outputs().stream()
                        .map(output -> output.name().text())
                        .collect(Collectors.toList());
            }

            @Override
            public List<String> extern(Declaration.Extern extern) {
                return List.of("y");
            }
        });
        if (targets == 0 && outputs.size() != 1) {
            function.report(Diagnostic.at(
                            call.span(),
                            Code.SEVERAL_OUTPUTS,
                            callee.name().text(),
                            count(outputs.size(), "number"),
                            String.join(", ", outputs))
                    .with(callee.name().span()));
            return Kind.UNKNOWN;
        }
        if (targets > 0 && outputs.size() != targets) {
            function.report(Diagnostic.at(
                            call.span(),
                            Code.OUTPUT_COUNT,
                            callee.name().text(),
                            count(outputs.size(), "output"),
                            String.valueOf(targets))
                    .with(callee.name().span()));
            return Kind.UNKNOWN;
        }
        return Kind.NUMBER;
    }
}
