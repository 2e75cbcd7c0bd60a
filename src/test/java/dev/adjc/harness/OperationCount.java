package dev.adjc.harness;

import dev.adjc.compile.CompiledFunction;
import dev.adjc.compile.Mode;
import dev.adjc.derive.Activity;
import dev.adjc.emit.Product;
import dev.adjc.ir.Combine;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Literal;
import dev.adjc.ir.Operand;
import dev.adjc.ir.Output;
import dev.adjc.ir.Program;
import dev.adjc.ir.Step;
import dev.adjc.ir.Value;
import dev.adjc.operator.Exponentials;
import dev.adjc.operator.Operator;
import dev.adjc.operator.Operator.Trait;
import dev.adjc.operator.Operators;
import dev.adjc.operator.Trigonometry;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Counts operations, whatever branch they are in, as the operators' rows state them. */
public final class OperationCount {
    /** The operators with which a program's adjoints take at most so many times its operations. */
    private static final Set<Operator> ELEMENTARY = Set.of(
            Operators.ADD,
            Operators.SUBTRACT,
            Operators.MULTIPLY,
            Operators.DIVIDE,
            Operators.NEGATE,
            Operators.COPY,
            Trigonometry.SIN,
            Trigonometry.COS,
            Exponentials.EXP,
            Exponentials.LOG,
            Exponentials.SQRT);

    private static final int ELEMENTARY_FACTOR = 5;

    private final Program primal;
    private final Program value;
    private final Program reverse;

    /** Counts what a function's value takes, and what it takes with its adjoints. */
    public OperationCount(CompiledFunction function) {
        primal = function.primal();
        value = function.program(Mode.REVERSE, Product.Kind.VALUE);
        reverse = function.program(Mode.REVERSE, Product.Kind.VJP);
    }

    /** What is too much in the program of the adjoints; nothing if they take what they may. */
    public Optional<String> fault() {
        long count = of(reverse);
        long allowed = ofReverse(primal);
        if (isElementary()) {
            allowed = Math.min(allowed, ELEMENTARY_FACTOR * (of(value) + copies(value)));
        }
        return count <= allowed
                ? Optional.empty()
                : Optional.of(count + " operations, allowed are " + allowed + "\n" + primal + reverse);
    }

    /** Whether nothing but arithmetic and the functions that are cheap to differentiate is in the value. */
    public boolean isElementary() {
        return value.steps().stream()
                .allMatch(step -> step instanceof Definition definition && ELEMENTARY.contains(definition.operator()));
    }

    /** The operations of a program. The first thing that is added to a value sets it. */
    private static long of(Program program) {
        long count = 0;
        Set<Value> added = new HashSet<>();
        for (Step step : program.steps()) {
            if (step instanceof Definition definition) {
                count += value(definition);
                boolean further = definition.combine() == Combine.SUM && !added.add(definition.value());
                count += further ? 1 : 0;
            } else {
                count++;
            }
        }
        return count;
    }

    /** What value and adjoints may take: the rows' values and partials, and a multiplication and an addition an edge. */
    private static long ofReverse(Program primal) {
        Activity activity = Activity.of(primal);
        long count = 2 * copies(primal);
        for (Step step : primal.steps()) {
            if (step instanceof Definition definition) {
                boolean active = false;
                for (int position = 0; position < definition.operands().size(); position++) {
                    if (activity.passes(definition, position)) {
                        active = true;
                        count += 2;
                    }
                }
                count += active ? valueWithPartials(definition) : value(definition);
            } else {
                count++;
            }
        }
        return count;
    }

    /** Outputs that give what another one gives too: copies, which no step makes. */
    private static long copies(Program program) {
        Set<Operand> given = new HashSet<>();
        return program.outputs().stream()
                .map(Output::operand)
                .filter(operand -> !given.add(operand))
                .count();
    }

    /** A power with a literal as exponent takes as many multiplications as repeated squaring does. */
    private static long value(Definition definition) {
        Operator operator = definition.operator();
        if (!operator.is(Trait.LITERAL_LAST)) {
            return operator.cost().total();
        }
        return multiplications(exponent(definition)) + (operator == Exponentials.RECIPROCAL_POWER ? 1 : 0);
    }

    private static long valueWithPartials(Definition definition) {
        Operator operator = definition.operator();
        if (!operator.is(Trait.LITERAL_LAST)) {
            return operator.costWithPartials().total();
        }
        long tested = operator.testsForZero() ? 1 : 0;
        return operator == Exponentials.RECIPROCAL_POWER
                ? value(definition) + 3 + tested
                : value(definition) + 1 + multiplications(exponent(definition) - 1) + tested;
    }

    private static long exponent(Definition definition) {
        return (long) ((Literal) definition.operand(1)).number();
    }

    private static long multiplications(long exponent) {
        return exponent < 2 ? 0 : 63 - Long.numberOfLeadingZeros(exponent) + Long.bitCount(exponent) - 1;
    }
}
