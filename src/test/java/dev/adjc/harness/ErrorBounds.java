package dev.adjc.harness;

import dev.adjc.ir.Access;
import dev.adjc.ir.Arguments;
import dev.adjc.ir.Combine;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Interpreter;
import dev.adjc.ir.Operand;
import dev.adjc.ir.Output;
import dev.adjc.ir.Program;
import dev.adjc.ir.Value;
import dev.adjc.ir.ValueMap;
import dev.adjc.operator.Formula;
import dev.adjc.operator.Operator;
import dev.adjc.operator.Operator.Trait;
import dev.adjc.operator.Operators;
import dev.adjc.operator.Partial;
import dev.adjc.operator.Spelling;
import java.util.ArrayList;
import java.util.List;

/**
 * Carries a derivative out and keeps account of what roundings may do to each number: the running error bound, to first
 * order, in units of 2^-53.
 *
 * <p>A step's bound is the sum of its operands' bounds, each times the size of the partial derivative, and of what the step
 * rounds off itself. Values of the function have bound 0, since every derivative of a program computes them to the bit.
 * A sum rounds as in the worst order of adding its terms: by what they are all together, at each addition.
 */
public final class ErrorBounds {
    /** A number with the bound on its error. */
    public record Bounded(double number, double bound) {
        /** The same number with a bound that is no less than this one. */
        public Bounded atLeast(double other) {
            return new Bounded(number, Math.max(bound, other));
        }
    }

    private final ValueMap<double[]> bounds = new ValueMap<>();
    private final ValueMap<double[]> magnitudes = new ValueMap<>();
    private final Interpreter run;
    private boolean finite = true;

    private ErrorBounds(Program program, Arguments arguments) {
        run = Interpreter.run(program, this::keep, arguments);
    }

    /**
     * Runs a program of numbers whose requirements hold.
     *
     * @param inputs a number for each parameter
     */
    public static ErrorBounds run(Program program, double... inputs) {
        return run(program, Arguments.of(inputs));
    }

    /** Runs a program whose requirements hold. */
    public static ErrorBounds run(Program program, Arguments arguments) {
        return new ErrorBounds(program, arguments);
    }

    /** The numbers of one kind of output, each with all its elements. */
    public Bounded[] outputs(Program program, Output.Kind kind) {
        List<Bounded> all = new ArrayList<>();
        for (Output output : program.outputs(kind)) {
            double[] numbers = run.elements(output);
            double[] theirs = run.elements(output, operand -> bound(run, operand));
            for (int i = 0; i < numbers.length; i++) {
                all.add(new Bounded(numbers[i], theirs[i]));
            }
        }
        return all.toArray(Bounded[]::new);
    }

    /** Whether no step overflowed or gave NaN. */
    public boolean isFinite() {
        return finite;
    }

    private double bound(Interpreter at, Operand operand) {
        if (operand instanceof Access access) {
            double[] known = bounds.get(access.value());
            return known == null ? 0 : known[at.position(access)];
        }
        return 0;
    }

    private double keep(Interpreter at, Definition definition, double number) {
        finite &= Double.isFinite(number);
        if (definition.value().isPrimal()) {
            return number;
        }
        Operator operator = definition.operator();
        List<Operand> operands = definition.operands();
        Bounded[] terms = new Bounded[operands.size()];
        double[] arguments = new double[terms.length];
        for (int i = 0; i < terms.length; i++) {
            Operand operand = operands.get(i);
            boolean skipped = i == 1 && operator.decidedBy(arguments[0]) && !isGiven(at, operand);
            terms[i] = skipped ? new Bounded(0, 0) : new Bounded(at.number(operand), bound(at, operand));
            arguments[i] = terms[i].number;
        }
        double result = operator.evaluate(arguments);
        double bound = bound(operator, arguments, terms, result);
        Access target = definition.target();
        int position = at.position(target);
        double[] kept = of(target.value(), at, bounds);
        if (definition.combine() == Combine.SUM) {
            double[] sizes = of(target.value(), at, magnitudes);
            sizes[position] += Math.abs(result);
            kept[position] += at.has(target) ? bound + sizes[position] : bound;
        } else {
            kept[position] = bound;
        }
        return number;
    }

    private static boolean isGiven(Interpreter at, Operand operand) {
        return !(operand instanceof Access access) || !access.value().isPrimal() || at.has(access);
    }

    private static double[] of(Value value, Interpreter at, ValueMap<double[]> elements) {
        double[] known = elements.get(value);
        if (known == null) {
            known = new double[at.count(value)];
            elements.put(value, known);
        }
        return known;
    }

    private static double bound(Operator operator, double[] arguments, Bounded[] terms, double result) {
        if (operator == Operators.UNLESS_ZERO) {
            return arguments[0] == 0 && terms[0].bound == 0 ? 0 : terms[1].bound;
        }
        double bound = own(operator, arguments, result);
        for (int i = 0; i < terms.length; i++) {
            if (terms[i].bound != 0) {
                bound += Math.abs(slope(operator, i, arguments, result)) * terms[i].bound;
            }
        }
        return bound;
    }

    /** What the step itself rounds off. */
    private static double own(Operator operator, double[] arguments, double result) {
        if (operator == Operators.ADD || operator == Operators.SUBTRACT) {
            return Math.max(Math.abs(result), Math.max(Math.abs(arguments[0]), Math.abs(arguments[1])));
        }
        if (operator.is(Trait.LITERAL_LAST)) {
            return Math.abs(result) * arguments[1];
        }
        boolean rounds = operator.cost().multiplies()
                        + operator.cost().divides()
                        + operator.cost().fused()
                > 0;
        boolean calls = operator.cost().functions() > 0;
        return Math.abs(result)
                * (calls ? operator.spelling() instanceof Spelling.StaticMethod ? 2 : 8 : rounds ? 1 : 0);
    }

    /** The partial derivative; by differences where the row has none that is finite. */
    private static double slope(Operator operator, int position, double[] arguments, double result) {
        if (operator.is(Trait.FLAT) || operator.is(Trait.LITERAL_LAST) && position == arguments.length - 1) {
            return 0;
        }
        List<Partial> partials = operator.partials();
        if (!partials.isEmpty() && partials.get(position) instanceof Formula formula) {
            double partial = formula.evaluate(arguments, result);
            if (Double.isFinite(partial)) {
                return partial;
            }
        }
        double step = Math.max(Math.abs(arguments[position]), 1e-100) * 0x1p-20;
        double[] near = arguments.clone();
        near[position] += step;
        return (operator.evaluate(near) - result) / step;
    }
}
