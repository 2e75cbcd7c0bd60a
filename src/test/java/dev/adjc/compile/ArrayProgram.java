package dev.adjc.compile;

import dev.adjc.derive.Seeds;
import dev.adjc.derive.ZeroRule;
import dev.adjc.emit.ClassPlan;
import dev.adjc.emit.Generator;
import dev.adjc.ir.Access;
import dev.adjc.ir.Axis;
import dev.adjc.ir.Combine;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Domain;
import dev.adjc.ir.Guard;
import dev.adjc.ir.Index;
import dev.adjc.ir.Operand;
import dev.adjc.ir.Origin;
import dev.adjc.ir.Output;
import dev.adjc.ir.Parameter;
import dev.adjc.ir.Program;
import dev.adjc.ir.Step;
import dev.adjc.ir.Symbol;
import dev.adjc.ir.Value;
import dev.adjc.ir.Values;
import dev.adjc.loop.Joining;
import dev.adjc.operator.Operator;
import dev.adjc.operator.Operators;
import dev.adjc.source.Source;
import dev.adjc.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes a program with arrays step by step. */
final class ArrayProgram {
    private static final Span SPAN = new Span(new Source("test.ad", "function"), 0, 8);

    private final String name;
    private final Values values = new Values();
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Output> outputs = new ArrayList<>();
    private int symbols;

    ArrayProgram(String name) {
        this.name = name;
    }

    static Index size(String name) {
        return Index.of(Symbol.of(name));
    }

    Value input(String input, Parameter.Kind kind, Index... extents) {
        Value.Type type = kind == Parameter.Kind.INTEGER ? Value.Type.INTEGER : Value.Type.REAL;
        Value value = values.make(input, type, Value.Role.NAMED, List.of(extents));
        parameters.add(new Parameter(input, value, kind, ""));
        return value;
    }

    Axis axis(String axis, Index to) {
        return axis(axis, Index.ZERO, to);
    }

    Axis axis(String axis, Index from, Index to) {
        return new Axis(new Symbol(axis, ++symbols), from, to, Axis.Order.ANY);
    }

    Axis rounds(String axis, Index to, Axis.Order order) {
        return new Axis(new Symbol(axis, ++symbols), Index.ZERO, to, order);
    }

    Value array(String array, Index... extents) {
        return values.make(array, Value.Type.REAL, Value.Role.NAMED, List.of(extents));
    }

    /** A temporary, over the domain. */
    Access part(Domain domain, Operator operator, Operand... operands) {
        Value.Type type = operator.givesCondition() ? Value.Type.CONDITION : Value.Type.REAL;
        Access target = values.over(domain, "t", type, Value.Role.TEMPORARY);
        define(target, domain, Combine.SET, operator, operands);
        return target;
    }

    void define(Access target, Domain domain, Combine combine, Operator operator, Operand... operands) {
        steps.add(new Definition(target, domain, combine, operator, List.of(operands), origin()));
    }

    void sum(Access target, Domain domain, Operand operand) {
        define(target, domain, Combine.SUM, Operators.COPY, operand);
    }

    void output(String output, Value value) {
        List<Axis> axes = new ArrayList<>();
        value.extents().forEach(extent -> axes.add(axis("o", extent)));
        List<Index> places = axes.stream().map(Axis::place).toList();
        outputs.add(new Output(output, axes, value.at(places), Output.Kind.VALUE));
    }

    static Domain over(Axis... axes) {
        return new Domain(List.of(axes), Guard.ALWAYS);
    }

    static Origin origin() {
        return new Origin(SPAN, SPAN);
    }

    Program build() {
        return new Program(name, parameters, steps, outputs, values);
    }

    /** The Java class of a mode. */
    static GeneratedFile generate(Program program, Mode mode) {
        Program primal = Pipeline.primal(program, Pipeline.UNWATCHED);
        String type = dev.adjc.emit.Names.classStem(program.name()) + mode.suffix();
        ClassPlan plan = new ClassPlan(
                "test",
                type,
                mode.word() + " mode",
                primal,
                Optional.empty(),
                SPAN,
                Seeds.tangents(primal),
                Seeds.adjoints(primal),
                new Derivation(primal, origin(), ZeroRule.ABSORBING).products(mode),
                Joining.WHERE_POSSIBLE);
        return new GeneratedFile(
                "test/" + type + ".java",
                "test." + type,
                Generator.generate(plan).text());
    }
}
