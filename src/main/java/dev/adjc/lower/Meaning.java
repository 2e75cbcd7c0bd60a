package dev.adjc.lower;

import dev.adjc.ir.Index;
import dev.adjc.ir.Operand;

/** What a name of a function stands for. */
sealed interface Meaning {

    /** A real number. */
    record Number(Operand operand) implements Meaning {}

    /** A size, the place of an index, or another integer. */
    record Whole(Index index) implements Meaning {}

    /** An array, or a slice of one. */
    record Array(View view) implements Meaning {}
}
