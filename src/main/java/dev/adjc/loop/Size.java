package dev.adjc.loop;

import dev.adjc.ir.Definition;
import dev.adjc.ir.Guard;
import dev.adjc.ir.Requirement;
import dev.adjc.ir.Step;
import dev.adjc.operator.Spelling;

/**
 * How many bytes of a class file's code a step takes at the most, in a program that is one routine or in one that is
 * divided.
 *
 * <p>A routine stays below what HotSpot compiles; {@link Length} knows more of programs with arrays.
 */
enum Size {
    /** All values lie in local variables: an index of two bytes, and the instruction widened for it. */
    WHOLE(7_000, 4, 4),

    /**
     * Each operand and result lies in an array: array, index and load, or store. A result that is read again in its routine is
     * a local variable as well. C2 keeps what some 250 statements compute in registers best.
     */
    PART(5_000, 7, 15);

    /** Array and index, the value from wherever it lies, and the store. */
    static final int DELIVERY = 14;

    private static final int CALL = 3;
    private static final int CHOICE = 14;

    private final int limit;
    private final int operand;
    private final int result;

    Size(int limit, int operand, int result) {
        this.limit = limit;
        this.operand = operand;
        this.result = result;
    }

    /** The most that a routine may hold. */
    int limit() {
        return limit;
    }

    int of(Step step) {
        return step.match(this::definition, this::requirement)
                + guard(step.domain().guard());
    }

    /** What entering a step's branches takes, where its neighbours are not in them. */
    int guard(Guard guard) {
        return guard.depth() * (operand + CHOICE);
    }

    private int definition(Definition definition) {
        int operands = definition.operands().size();
        Spelling spelling = definition.operator().spelling();
        int operator =
                spelling instanceof Spelling.Infix && !definition.operator().givesCondition()
                        ? 1
                        : spelling instanceof Spelling.Infix || spelling instanceof Spelling.UnlessZero
                                ? CHOICE
                                : CALL * Math.max(1, operands - 1);
        return operands * operand + operator + result;
    }

    /** An exception with its text, put together from the values that it shows. */
    private int requirement(Requirement requirement) {
        return operand + CHOICE + 20 + requirement.shown().size() * (operand + CALL);
    }
}
