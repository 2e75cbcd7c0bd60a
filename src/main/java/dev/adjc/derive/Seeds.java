package dev.adjc.derive;

import dev.adjc.ir.Axis;
import dev.adjc.ir.Index;
import dev.adjc.ir.Operand;
import dev.adjc.ir.Output;
import dev.adjc.ir.Parameter;
import dev.adjc.ir.Program;
import dev.adjc.ir.Step;
import dev.adjc.ir.Symbol;
import dev.adjc.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The parameters that a derivative has beside those of its function. */
public final class Seeds {
    private Seeds() {}

    /** One for each active input. */
    public static List<Parameter> tangents(Program program) {
        List<Parameter> tangents = new ArrayList<>();
        for (Parameter input : program.activeParameters()) {
            Value tangent = program.values()
                    .make(
                            input.name() + "_dot",
                            Value.Type.REAL,
                            Value.Role.NAMED,
                            input.value().extents());
            tangents.add(new Parameter(input.name(), tangent, Parameter.Kind.TANGENT, ""));
        }
        return tangents;
    }

    /** One for each output. */
    public static List<Parameter> adjoints(Program program) {
        List<Parameter> adjoints = new ArrayList<>();
        for (Output output : program.outputs()) {
            List<Index> extents = output.axes().stream().map(Axis::to).collect(Collectors.toList());
            Value adjoint = program.values().make(output.name() + "_bar", Value.Type.REAL, Value.Role.NAMED, extents);
            adjoints.add(new Parameter(output.name(), adjoint, Parameter.Kind.ADJOINT, ""));
        }
        return adjoints;
    }

    /** An axis for each dimension of the value. */
    static List<Axis> axes(Value value) {
        List<Axis> axes = new ArrayList<>();
        for (Index extent : value.extents()) {
            axes.add(new Axis(new Symbol("i", axes.size() + 1), Index.ZERO, extent, Axis.Order.ANY));
        }
        return axes;
    }

    static List<Operand> read(List<Parameter> parameters) {
        List<Operand> operands = new ArrayList<>();
        parameters.forEach(parameter -> operands.add(parameter.value().read()));
        return operands;
    }

    /** The derivative of a function, with these parameters behind the function's. */
    static Program with(Program function, List<Parameter> further, List<Step> steps, List<Output> outputs) {
        List<Parameter> parameters = new ArrayList<>(function.parameters());
        parameters.addAll(further);
        return new Program(function.name(), parameters, steps, outputs, function.values());
    }
}
