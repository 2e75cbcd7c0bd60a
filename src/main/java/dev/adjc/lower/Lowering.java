package dev.adjc.lower;

import dev.adjc.check.Callee;
import dev.adjc.ir.Access;
import dev.adjc.ir.Guard;
import dev.adjc.ir.Operand;
import dev.adjc.ir.Origin;
import dev.adjc.ir.Output;
import dev.adjc.ir.Parameter;
import dev.adjc.ir.Program;
import dev.adjc.ir.Value;
import dev.adjc.source.Span;
import dev.adjc.syntax.Declaration;
import dev.adjc.syntax.Expression;
import dev.adjc.syntax.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Turns a checked function into a program. */
public final class Lowering {
    private Lowering() {}

    /**
     * The function as a program.
     *
     * @param callees what each call stands for
     * @param externs makes an operator of an extern function
     */
    public static Program lower(
            Declaration.Function function, Function<Expression.Call, Callee> callees, Externs externs) {
        Steps steps = new Steps(function.name());
        Scope scope = new Scope();
        List<Parameter> parameters = new ArrayList<>();
        for (Declaration.Parameter parameter : function.parameters()) {
            String name = parameter.name().text();
            boolean integer = parameter.kind() == Declaration.Parameter.Kind.INT;
            Value value = steps.values().make(name, integer ? Value.Type.INTEGER : Value.Type.REAL, Value.Role.NAMED);
            parameters.add(new Parameter(
                    name, value, kind(parameter.kind()), parameter.doc().orElse("")));
            scope.put(name, value.read());
            if (parameter.kind() == Declaration.Parameter.Kind.REAL) {
                steps.activate(value);
            }
        }
        Span head = function.name().span();
        Body body = new Body(steps, callees, externs, new Calls());
        body.statements(
                function.statements(), scope, Guard.ALWAYS, Body.Naming.named(), span -> new Origin(span, span));
        List<Output> outputs = new ArrayList<>();
        for (Declaration.Output output : function.outputs()) {
            String name = output.name().text();
            Operand operand = scope.get(name);
            outputs.add(new Output(name, body.real(operand, Guard.ALWAYS, new Origin(head, head)), Output.Kind.VALUE));
        }
        return new Program(function.name().text(), parameters, steps.written(), outputs, steps.values());
    }

    /**
     * The partial that an extern function's rule gives, as a program of the function's arguments and its result.
     */
    static Program lowerRule(
            Declaration.Extern extern,
            Declaration.Rule rule,
            Function<Expression.Call, Callee> callees,
            Externs externs) {
        Steps steps = new Steps(extern.name());
        Scope scope = new Scope();
        List<Parameter> parameters = new ArrayList<>();
        for (Declaration.Parameter parameter : extern.parameters()) {
            Value value = steps.values().real(parameter.name().text(), Value.Role.TEMPORARY);
            parameters.add(new Parameter(parameter.name().text(), value, kind(parameter.kind()), ""));
            scope.put(parameter.name().text(), value.read());
            if (parameter.kind() == Declaration.Parameter.Kind.REAL) {
                steps.activate(value);
            }
        }
        Identifier name = extern.name();
        Value result = steps.values().real(name.text(), Value.Role.TEMPORARY);
        parameters.add(new Parameter(name.text(), result, Parameter.Kind.PASSIVE, ""));
        Body body = new Body(steps, callees, externs, new Calls());
        Function<Span, Origin> origins = span -> new Origin(rule.span(), span);
        Operand partial = body.expression(rule.partial(), scope, Guard.ALWAYS, origins);
        Output output = new Output(rule.parameter().text(), partial, Output.Kind.VALUE);
        return new Program(name.text(), parameters, steps.written(), List.of(output), steps.values());
    }

    private static Parameter.Kind kind(Declaration.Parameter.Kind kind) {
        return switch (kind) {
            case REAL -> Parameter.Kind.ACTIVE;
            case CONST -> Parameter.Kind.PASSIVE;
            case INT -> Parameter.Kind.INTEGER;
        };
    }

    /** Whether an operand is an integer of the program. */
    static boolean isInteger(Operand operand) {
        return operand instanceof Access access && access.value().type() == Value.Type.INTEGER;
    }
}
