package dev.adjc.ir;

import dev.adjc.operator.Operator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Carries a program out, a step at a time, by the values of the operators' rows: the meaning of a program, beside which
 * generated code is held, and what an evaluation trace shows.
 *
 * <p>A value that is read before it is given is a fault of the program, not a number. What nothing is added to is 0.
 */
public final class Interpreter {
    private final Map<Value, Double> numbers = new HashMap<>();
    private final Rounding rounding;

    private Interpreter(Rounding rounding) {
        this.rounding = rounding;
    }

    /** What becomes of a real result before it is kept: who wants to see what rounding does to a program moves it. */
    @FunctionalInterface
    public interface Rounding {
        /** As the operators' rows have it. */
        Rounding AS_IT_IS = (definition, number) -> number;

        double keep(Definition definition, double number);
    }

    /** A {@code require} that does not hold. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Requirement requirement;

        private Refused(Requirement requirement, String message) {
            super(message);
            this.requirement = requirement;
        }

        public Requirement requirement() {
            return requirement;
        }
    }

    /**
     * Runs the program.
     *
     * @param inputs a number for each parameter, in order of declaration
     * @return the state after the last step, which can be asked for any value
     * @throws Refused if a requirement does not hold
     */
    public static Interpreter run(Program program, double... inputs) {
        return run(program, Rounding.AS_IT_IS, inputs);
    }

    /** Runs the program with a rounding of the caller's. */
    public static Interpreter run(Program program, Rounding rounding, double... inputs) {
        Interpreter interpreter = new Interpreter(rounding);
        List<Parameter> parameters = program.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            interpreter.numbers.put(parameters.get(i).value(), inputs[i]);
        }
        for (Step step : program.steps()) {
            if (interpreter.holds(step.domain().guard())) {
                step.match(interpreter::define, interpreter::require);
            }
        }
        return interpreter;
    }

    /** The outputs of a program that was run, in order. */
    public double[] outputs(Program program) {
        return program.outputs().stream()
                .mapToDouble(output -> number(output.operand()))
                .toArray();
    }

    /** Whether all conditions of the guard came out as expected. */
    public boolean holds(Guard guard) {
        return guard.isAlways()
                || holds(guard.outer()) && (number(guard.condition().read()) != 0) == guard.expected();
    }

    /** Whether the value was given, on the path that was taken. */
    public boolean has(Value value) {
        return numbers.containsKey(value);
    }

    public double number(Operand operand) {
        if (operand instanceof Literal literal) {
            return literal.number();
        }
        Value value = ((Access) operand).value();
        Double number = numbers.get(value);
        if (number != null) {
            return number;
        }
        if (value.isPrimal()) {
            throw new IllegalStateException("`" + value + "` is read before it is given");
        }
        return 0;
    }

    private Step define(Definition definition) {
        double number = apply(definition.operator(), definition.operands());
        Double before = numbers.get(definition.target());
        double result = before != null && definition.combine() == Combine.SUM ? before + number : number;
        boolean real = definition.target().type() == Value.Type.REAL;
        numbers.put(definition.target(), real ? rounding.keep(definition, result) : result);
        return definition;
    }

    /** {@code and}, {@code or} and the test for zero read their second operand only where the first leaves it open. */
    private double apply(Operator operator, List<Operand> operands) {
        double[] arguments = new double[operands.size()];
        for (int i = 0; i < arguments.length; i++) {
            if (i == 1 && operator.decidedBy(arguments[0])) {
                return operator.evaluate(arguments);
            }
            arguments[i] = number(operands.get(i));
        }
        return operator.evaluate(arguments);
    }

    private String text(Operand operand) {
        double number = number(operand);
        return operand instanceof Access access && access.value().type() == Value.Type.INTEGER
                ? Long.toString((long) number)
                : Double.toString(number);
    }

    private Step require(Requirement requirement) {
        if (number(requirement.condition()) == 0) {
            StringBuilder message = new StringBuilder(requirement.message());
            String separator = ": ";
            for (Requirement.Shown shown : requirement.shown()) {
                message.append(separator).append(shown.name()).append(" = ").append(text(shown.operand()));
                separator = ", ";
            }
            throw new Refused(requirement, message.toString());
        }
        return requirement;
    }
}
