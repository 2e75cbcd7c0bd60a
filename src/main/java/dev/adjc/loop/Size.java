package dev.adjc.loop;

import dev.adjc.ir.Definition;
import dev.adjc.ir.Guard;
import dev.adjc.ir.Requirement;
import dev.adjc.ir.Step;
import dev.adjc.operator.Spelling;

/**
 * How many bytes of a class file's code a step takes at the most, each operand and result taken to lie in an array.
 *
 * <p>HotSpot interprets a method of more than 8,000 bytes for ever (its {@code HugeMethodLimit}), so a routine stays below.
 */
final class Size {
    private Size() {}

    /** A program of at most this size is one routine. */
    static final int WHOLE = 7_000;

    /** What the routines of a larger program are filled to; C2 keeps some 250 statements in registers best. */
    static final int PART = 5_000;

    /** Array, index and load; a literal from the constant pool takes less. */
    private static final int OPERAND = 7;

    /** Array and index before the value, and the store. */
    private static final int RESULT = 7;

    private static final int CALL = 3;
    private static final int CHOICE = 14;

    static int of(Step step) {
        return step.match(Size::definition, Size::requirement)
                + guard(step.domain().guard());
    }

    /** What entering a step's branches takes, where its neighbours are not in them. */
    static int guard(Guard guard) {
        return guard.depth() * (OPERAND + CHOICE);
    }

    static int delivery() {
        return OPERAND + RESULT;
    }

    private static int definition(Definition definition) {
        int operands = definition.operands().size();
        Spelling spelling = definition.operator().spelling();
        int operator =
                spelling instanceof Spelling.Infix && !definition.operator().givesCondition()
                        ? 1
                        : spelling instanceof Spelling.Infix || spelling instanceof Spelling.UnlessZero
                                ? CHOICE
                                : CALL * Math.max(1, operands - 1);
        return operands * OPERAND + operator + RESULT + OPERAND + 1;
    }

    /** An exception with its text, put together from the values that it shows. */
    private static int requirement(Requirement requirement) {
        return OPERAND + CHOICE + 20 + requirement.shown().size() * (OPERAND + CALL);
    }
}
