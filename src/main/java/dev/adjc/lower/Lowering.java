package dev.adjc.lower;

import dev.adjc.check.Checked;
import dev.adjc.ir.Axis;
import dev.adjc.ir.Domain;
import dev.adjc.ir.Index;
import dev.adjc.ir.IndexNumber;
import dev.adjc.ir.Operand;
import dev.adjc.ir.Origin;
import dev.adjc.ir.Output;
import dev.adjc.ir.Parameter;
import dev.adjc.ir.Program;
import dev.adjc.ir.Symbol;
import dev.adjc.ir.Value;
import dev.adjc.source.Span;
import dev.adjc.syntax.Declaration;
import dev.adjc.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns a checked function into a program. */
public final class Lowering {
    private Lowering() {}

    /**
     * The function as a program.
     *
     * @param checked says what each call stands for, and where indices end
     * @param externs makes an operator of an extern function
     */
    public static Program lower(Declaration.Function function, Checked checked, Externs externs) {
        Body body = new Body(function.name(), checked, externs);
        Scope scope = new Scope();
        List<Parameter> parameters = new ArrayList<>();
        for (Declaration.Parameter parameter : function.parameters()) {
            if (parameter.kind() == Declaration.Parameter.Kind.INT
                    && parameter.sizes().isEmpty()) {
                Value value = parameter(parameter, body, scope);
                scope.put(value.name(), new Meaning.Whole(Index.of(new Index.Entry(value.read()))));
            }
        }
        for (Declaration.Parameter parameter : function.parameters()) {
            String name = parameter.name().text();
            boolean integer = scope.has(name);
            Value value = integer
                    ? ((Index.Entry) scope.whole(name).atom().orElseThrow())
                            .access()
                            .value()
                    : parameter(parameter, body, scope);
            if (!integer) {
                scope.put(name, Body.meaning(View.of(value)));
            }
            parameters.add(new Parameter(
                    name, value, kind(parameter.kind()), parameter.doc().orElse("")));
            if (parameter.kind() == Declaration.Parameter.Kind.REAL) {
                body.steps().activate(value);
            }
        }
        Function<Span, Origin> origins = span -> new Origin(span, span);
        body.statements(function.statements(), Frame.of(scope, Domain.POINT, Naming.named(), origins));
        List<Output> outputs = new ArrayList<>();
        for (Declaration.Output output : function.outputs()) {
            String name = output.name().text();
            outputs.add(output(name, scope.get(name), body));
        }
        return new Program(
                function.name().text(),
                parameters,
                body.steps().written(),
                outputs,
                body.steps().values());
    }

    private static Value parameter(Declaration.Parameter parameter, Body body, Scope scope) {
        for (Expression size : parameter.sizes()) {
            size.names().stream()
                    .map(Expression.Name::text)
                    .filter(name -> !scope.has(name))
                    .forEach(name -> {
                        body.symbols().size(name);
                        scope.put(name, new Meaning.Whole(Index.of(Symbol.of(name))));
                    });
        }
        Frame frame = Frame.of(scope, Domain.POINT, Naming.named(), span -> new Origin(span, span));
        List<Index> extents = parameter.sizes().stream()
                .map(size -> body.integer(size, frame))
                .collect(Collectors.toList());
        boolean integer = parameter.kind() == Declaration.Parameter.Kind.INT;
        Value.Type type = integer ? Value.Type.INTEGER : Value.Type.REAL;
        return body.steps().values().make(parameter.name().text(), type, Value.Role.NAMED, extents);
    }

    private static Output output(String name, Meaning meaning, Body body) {
        if (meaning instanceof Meaning.Array array) {
            List<Axis> axes = body.axes(array.view().extents(), Domain.POINT);
            List<Index> places = axes.stream().map(Axis::place).collect(Collectors.toList());
            return new Output(name, axes, array.view().at(places), Output.Kind.VALUE);
        }
        Operand operand = meaning instanceof Meaning.Number number
                ? number.operand()
                : new IndexNumber(((Meaning.Whole) meaning).index());
        return new Output(name, operand, Output.Kind.VALUE);
    }

    /**
     * The partial that an extern function's rule gives, as a program of the function's arguments and its result.
     */
    static Program lowerRule(Declaration.Extern extern, Declaration.Rule rule, Checked checked, Externs externs) {
        Body body = new Body(extern.name(), checked, externs);
        Scope scope = new Scope();
        List<Parameter> parameters = new ArrayList<>();
        for (Declaration.Parameter parameter : extern.parameters()) {
            String name = parameter.name().text();
            boolean integer = parameter.kind() == Declaration.Parameter.Kind.INT;
            Value.Type type = integer ? Value.Type.INTEGER : Value.Type.REAL;
            Value value = body.steps().values().make(name, type, Value.Role.TEMPORARY);
            parameters.add(new Parameter(name, value, kind(parameter.kind()), ""));
            scope.put(
                    name,
                    integer
                            ? new Meaning.Whole(Index.of(new Index.Entry(value.read())))
                            : new Meaning.Number(value.read()));
            if (parameter.kind() == Declaration.Parameter.Kind.REAL) {
                body.steps().activate(value);
            }
        }
        String name = extern.name().text();
        Value result = body.steps().values().real(name, Value.Role.TEMPORARY);
        parameters.add(new Parameter(name, result, Parameter.Kind.PASSIVE, ""));
        Frame frame = Frame.of(scope, Domain.POINT, Naming.named(), span -> new Origin(rule.span(), span));
        Operand partial = new ExpressionWriter(body, frame).real(rule.partial(), Optional.empty());
        Output output = new Output(rule.parameter().text(), partial, Output.Kind.VALUE);
        return new Program(
                name,
                parameters,
                body.steps().written(),
                List.of(output),
                body.steps().values());
    }

    private static Parameter.Kind kind(Declaration.Parameter.Kind kind) {
        return switch (kind) {
            case REAL -> Parameter.Kind.ACTIVE;
            case CONST -> Parameter.Kind.PASSIVE;
            case INT -> Parameter.Kind.INTEGER;
        };
    }
}
