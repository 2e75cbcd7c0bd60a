package dev.adjc.harness;

import dev.adjc.ir.Access;
import dev.adjc.ir.Combine;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Guard;
import dev.adjc.ir.Index;
import dev.adjc.ir.IndexNumber;
import dev.adjc.ir.Literal;
import dev.adjc.ir.Operand;
import dev.adjc.ir.Output;
import dev.adjc.ir.Program;
import dev.adjc.ir.Step;
import dev.adjc.ir.Value;
import dev.adjc.ir.ValueMap;
import dev.adjc.operator.Formula;
import dev.adjc.operator.Operator;
import dev.adjc.operator.Operator.Family;
import dev.adjc.operator.Operator.Trait;
import dev.adjc.operator.Operators;
import dev.adjc.operator.Partial;
import dev.adjc.operator.Spelling;
import java.util.List;

/**
 * Carries a derivative out and keeps account of what roundings may do to each number: the running error bound, to first
 * order, in units of 2^-53.
 *
 * <p>A step's bound is the sum of its operands' bounds, each times the size of the partial derivative, and of what the step
 * rounds off itself. Values of the function have bound 0, since every derivative of a program computes them to the bit.
 * A sum rounds as in the worst order of adding its terms.
 */
public final class ErrorBounds {
    /** A number with the bound on its error. */
    public record Bounded(double number, double bound) {
        /** The same number with a bound that is no less than this one. */
        public Bounded atLeast(double other) {
            return new Bounded(number, Math.max(bound, other));
        }
    }

    private static final Bounded ZERO = new Bounded(0, 0);

    private final ValueMap<Bounded> numbers = new ValueMap<>();
    private boolean finite = true;

    private ErrorBounds() {}

    /**
     * Runs a program whose requirements hold.
     *
     * @param inputs a number for each parameter
     */
    public static ErrorBounds run(Program program, double... inputs) {
        ErrorBounds run = new ErrorBounds();
        for (int i = 0; i < inputs.length; i++) {
            run.numbers.put(program.parameters().get(i).value(), new Bounded(inputs[i], 0));
        }
        for (Step step : program.steps()) {
            if (step instanceof Definition definition && run.holds(definition.guard())) {
                run.define(definition);
            }
        }
        return run;
    }

    /** The numbers of one kind of output. */
    public Bounded[] outputs(Program program, Output.Kind kind) {
        return program.outputs(kind).stream()
                .map(output -> number(output.operand()))
                .toArray(Bounded[]::new);
    }

    /** Whether no step overflowed or gave NaN. */
    public boolean isFinite() {
        return finite;
    }

    private boolean holds(Guard guard) {
        return guard.isAlways() || holds(guard.outer()) && (number(guard.condition()).number != 0) == guard.expected();
    }

    private Bounded number(Operand operand) {
        if (operand instanceof Literal literal) {
            return new Bounded(literal.number(), 0);
        }
        return operand instanceof IndexNumber index
                ? new Bounded(index.index().evaluate(this::integer), 0)
                : numbers.getOrDefault(((Access) operand).value(), ZERO);
    }

    private long integer(Index.Atom atom) {
        return (long) number(((Index.Entry) atom).access()).number;
    }

    private void define(Definition definition) {
        Operator operator = definition.operator();
        List<Operand> operands = definition.operands();
        Bounded[] terms = new Bounded[operands.size()];
        double[] arguments = new double[terms.length];
        for (int i = 0; i < terms.length; i++) {
            boolean skipped = i == 1 && operator.decidedBy(arguments[0]);
            terms[i] = skipped && operator.family() == Family.LOGICAL ? ZERO : number(operands.get(i));
            arguments[i] = terms[i].number;
        }
        double result = operator.evaluate(arguments);
        double bound = definition.value().isPrimal() ? 0 : bound(operator, arguments, terms, result);
        Value target = definition.value();
        Bounded before = numbers.get(target);
        if (definition.combine() == Combine.SUM && before != null) {
            double sum = before.number + result;
            double largest = Math.max(Math.abs(sum), Math.max(Math.abs(before.number), Math.abs(result)));
            numbers.put(target, new Bounded(sum, before.bound + bound + largest));
            finite &= Double.isFinite(sum);
        } else {
            numbers.put(target, new Bounded(result, bound));
            finite &= Double.isFinite(result);
        }
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
