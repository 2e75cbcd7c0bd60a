package dev.adjc.derive;

import dev.adjc.ir.Access;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Literal;
import dev.adjc.ir.Operand;
import dev.adjc.ir.Origin;
import dev.adjc.ir.Output;
import dev.adjc.ir.Parameter;
import dev.adjc.ir.Program;
import dev.adjc.ir.Step;
import dev.adjc.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tangents: {@code to_dot += partial * from_dot} along every edge, in the order of the program. */
public final class ForwardMode {
    private final Program program;
    private final Activity activity;
    private final List<Step> steps = new ArrayList<>();
    private final List<Direction> directions = new ArrayList<>();
    private final Linearizer linearizer;

    /** The tangents of one direction, and what the names of further ones end in. A number's seed may be 1. */
    private record Direction(String suffix, Map<Value, Value> tangents, Set<Value> units) {
        Operand of(Operand primal) {
            if (!(primal instanceof Access access)) {
                return Literal.ZERO;
            }
            if (units.contains(access.value())) {
                return Literal.ONE;
            }
            Value tangent = tangents.get(access.value());
            return tangent == null ? Literal.ZERO : tangent.at(access.at());
        }
    }

    private ForwardMode(Program program, ZeroRule zeroRule) {
        this.program = program;
        this.activity = Activity.of(program);
        this.linearizer = new Linearizer(program, steps, zeroRule);
    }

    /** The outputs, and their tangents for tangents of the active inputs, which are further parameters. */
    public static Program jvp(Program program, ZeroRule zeroRule) {
        return tangents(program, zeroRule).program();
    }

    /** As {@link #jvp}, with the tangents of all values. */
    public static Shadows tangents(Program program, ZeroRule zeroRule) {
        ForwardMode mode = new ForwardMode(program, zeroRule);
        List<Parameter> tangents = Seeds.tangents(program);
        Map<Value, Value> seeds = new HashMap<>();
        for (int i = 0; i < tangents.size(); i++) {
            seeds.put(program.activeParameters().get(i).value(), tangents.get(i).value());
        }
        Direction direction = mode.direction("_dot", seeds, Set.of());
        mode.run();
        List<Output> outputs = new ArrayList<>(program.outputs());
        for (Output output : program.outputs()) {
            outputs.add(new Output(output.name(), output.axes(), direction.of(output.operand()), Output.Kind.TANGENT));
        }
        return new Shadows(Seeds.with(program, tangents, mode.steps, outputs), direction.tangents());
    }

    /** The tangents along one input: what does not depend on it has none. */
    public static Shadows along(Parameter input, Program program, ZeroRule zeroRule) {
        ForwardMode mode = new ForwardMode(program, zeroRule);
        Direction direction = mode.along(input, "_dot");
        mode.run();
        Program tangents = Seeds.with(program, List.of(), mode.steps, program.outputs());
        return new Shadows(tangents, direction.tangents());
    }

    /** The value of a function with one output, and its gradient: one direction for each active input, in one sweep. */
    public static Program gradient(Program program, Origin origin, ZeroRule zeroRule) {
        return eachInput(program, List.of(), List.of(Literal.ONE), origin, zeroRule);
    }

    /** The outputs, and the adjoints of the active inputs: one direction for each of these, in one sweep. */
    public static Program vjp(Program program, Origin origin, ZeroRule zeroRule) {
        List<Parameter> adjoints = Seeds.adjoints(program);
        return eachInput(program, adjoints, Seeds.read(adjoints), origin, zeroRule);
    }

    private static Program eachInput(
            Program program, List<Parameter> further, List<Operand> weights, Origin origin, ZeroRule zeroRule) {
        ForwardMode mode = new ForwardMode(program, zeroRule);
        for (Parameter input : program.activeParameters()) {
            mode.along(input, "_" + input.name());
        }
        mode.run();
        List<Output> outputs = new ArrayList<>(program.outputs());
        for (int i = 0; i < mode.directions.size(); i++) {
            String input = program.activeParameters().get(i).name();
            Operand adjoint = mode.weigh(input + "_bar", weights, mode.directions.get(i), origin);
            outputs.add(new Output(input, adjoint, Output.Kind.ADJOINT));
        }
        return Seeds.with(program, further, mode.steps, outputs);
    }

    private Operand weigh(String name, List<Operand> weights, Direction direction, Origin origin) {
        List<Operand> tangents = new ArrayList<>();
        program.outputs().forEach(output -> tangents.add(direction.of(output.operand())));
        return linearizer.weigh(name, weights, tangents, origin);
    }

    private Direction along(Parameter input, String suffix) {
        return direction(suffix, new HashMap<>(), Set.of(input.value()));
    }

    private Direction direction(String suffix, Map<Value, Value> seeds, Set<Value> units) {
        Direction direction = new Direction(suffix, seeds, units);
        directions.add(direction);
        return direction;
    }

    private void run() {
        for (Direction direction : directions) {
            while (Activity.hasRounds(program) && anticipate(direction)) {}
        }
        for (Step step : program.steps()) {
            steps.add(step);
            if (step instanceof Definition definition) {
                directions.forEach(direction -> follow(definition, direction));
            }
        }
    }

    /** A round reads tangents that the one before it gave, which stand behind it; whether it found more such. */
    private boolean anticipate(Direction direction) {
        int before = direction.tangents().size();
        for (Step step : program.steps()) {
            if (step instanceof Definition definition) {
                for (int position = 0; position < definition.operands().size(); position++) {
                    if (activity.passes(definition, position)
                            && !direction.of(definition.operand(position)).isLiteral(0)) {
                        tangent(definition.value(), direction);
                    }
                }
            }
        }
        return direction.tangents().size() > before;
    }

    private void follow(Definition definition, Direction direction) {
        for (int position = 0; position < definition.operands().size(); position++) {
            if (activity.passes(definition, position)) {
                Operand seed = direction.of(definition.operand(position));
                if (!seed.isLiteral(0)) {
                    Operand contribution = linearizer.pass(definition, position, seed, Reach.Certainty.CERTAIN);
                    Value tangent = tangent(definition.value(), direction);
                    linearizer.add(definition, tangent.at(definition.target().at()), contribution);
                }
            }
        }
    }

    private Value tangent(Value value, Direction direction) {
        return direction.tangents().computeIfAbsent(value, primal -> shadow(primal, direction.suffix()));
    }

    private Value shadow(Value primal, String suffix) {
        return program.values().shadow(primal, suffix, Value.Role.TANGENT);
    }
}
