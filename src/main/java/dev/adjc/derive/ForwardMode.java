package dev.adjc.derive;

import dev.adjc.ir.Access;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Literal;
import dev.adjc.ir.Operand;
import dev.adjc.ir.Output;
import dev.adjc.ir.Parameter;
import dev.adjc.ir.Program;
import dev.adjc.ir.Step;
import dev.adjc.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tangents: {@code to_dot += partial * from_dot} along every edge, in the order of the program. */
public final class ForwardMode {
    private final Program program;
    private final Activity activity;
    private final List<Step> steps = new ArrayList<>();
    private final List<Map<Value, Operand>> directions = new ArrayList<>();
    private final List<String> suffixes = new ArrayList<>();
    private final Linearizer linearizer;

    private ForwardMode(Program program, ZeroRule zeroRule) {
        this.program = program;
        this.activity = Activity.of(program);
        this.linearizer = new Linearizer(program, steps, zeroRule);
    }

    /** The function's values, and the tangents of its outputs in the direction of further parameters, one for each input. */
    public static Program jvp(Program program, ZeroRule zeroRule) {
        ForwardMode mode = new ForwardMode(program, zeroRule);
        List<Parameter> parameters = new ArrayList<>(program.parameters());
        Map<Value, Operand> tangents = new HashMap<>();
        for (Parameter input : program.activeParameters()) {
            Value tangent = program.values().real(input.name() + "_dot", Value.Role.NAMED);
            parameters.add(new Parameter(input.name(), tangent, Parameter.Kind.TANGENT, ""));
            tangents.put(input.value(), tangent.read());
        }
        mode.direction("_dot", tangents);
        mode.run();
        List<Output> outputs = new ArrayList<>(program.outputs());
        for (Output output : program.outputs()) {
            outputs.add(new Output(output.name(), tangent(output.operand(), tangents), Output.Kind.TANGENT));
        }
        return new Program(program.name(), parameters, mode.steps, outputs, program.values());
    }

    /** The value and the gradient of a function with one output: one direction for each active input, all in one sweep. */
    public static Program gradient(Program program, ZeroRule zeroRule) {
        ForwardMode mode = new ForwardMode(program, zeroRule);
        List<Parameter> inputs = program.activeParameters();
        for (Parameter input : inputs) {
            Map<Value, Operand> tangents = new HashMap<>();
            tangents.put(input.value(), Literal.ONE);
            mode.direction("_" + input.name(), tangents);
        }
        mode.run();
        List<Output> outputs = new ArrayList<>(program.outputs());
        for (int i = 0; i < inputs.size(); i++) {
            Operand tangent = tangent(program.outputs().get(0).operand(), mode.directions.get(i));
            outputs.add(new Output(inputs.get(i).name(), tangent, Output.Kind.ADJOINT));
        }
        return new Program(program.name(), program.parameters(), mode.steps, outputs, program.values());
    }

    private void direction(String suffix, Map<Value, Operand> tangents) {
        suffixes.add(suffix);
        directions.add(tangents);
    }

    private void run() {
        for (Step step : program.steps()) {
            steps.add(step);
            if (step instanceof Definition definition) {
                for (int i = 0; i < directions.size(); i++) {
                    follow(definition, directions.get(i), suffixes.get(i));
                }
            }
        }
    }

    private void follow(Definition definition, Map<Value, Operand> tangents, String suffix) {
        Value target = definition.target();
        for (int position = 0; position < definition.operands().size(); position++) {
            if (activity.passes(definition, position)) {
                Operand seed = tangents.get(((Access) definition.operand(position)).value());
                if (seed != null) {
                    Operand contribution = linearizer.pass(definition, position, seed);
                    Operand tangent = tangents.computeIfAbsent(target, primal -> shadow(primal, suffix));
                    linearizer.add(definition, ((Access) tangent).value(), contribution);
                }
            }
        }
    }

    private Operand shadow(Value primal, String suffix) {
        Value.Role role = primal.role() == Value.Role.NAMED ? Value.Role.TANGENT : Value.Role.PARTIAL;
        return program.values().real(primal.name() + suffix, role).read();
    }

    private static Operand tangent(Operand primal, Map<Value, Operand> tangents) {
        return primal instanceof Access access ? tangents.getOrDefault(access.value(), Literal.ZERO) : Literal.ZERO;
    }
}
