package dev.adjc.loop;

import dev.adjc.ir.Origin;
import dev.adjc.ir.Output;
import dev.adjc.ir.Value;
import java.util.List;

/** A statement of a routine. */
public sealed interface Statement {

    /** Introduces a name that later statements, on different paths, give a value to. */
    record Declare(Value value, boolean zeroed) implements Statement {}

    /** Gives a value; {@code kind} says whether its name is new. */
    record Assign(Kind kind, Value target, Term term, Origin origin) implements Statement {}

    /** What an assignment does to its target. */
    enum Kind {
        /** Introduces the name. */
        LET,
        /** Gives the value of a name or slot that is there. */
        SET,
        /** Adds to it. */
        ADD
    }

    /** Carries one of two blocks out. */
    record Branch(Term condition, List<Statement> then, List<Statement> otherwise) implements Statement {
        public Branch {
            then = List.copyOf(then);
            otherwise = List.copyOf(otherwise);
        }
    }

    /** Refuses to go on where the condition does not hold. */
    record Check(Term condition, String message, List<Shown> shown, Origin origin) implements Statement {
        public Check {
            shown = List.copyOf(shown);
        }
    }

    /** A value that a refusal shows, and its name in the program. */
    record Shown(String name, Term term) {}

    /** Brings a value from its place, a slot or an argument array, under a name of its own. */
    record Load(Value value) implements Statement {}

    /** Sets a slot to 0 before the first contribution. */
    record Clear(Value value) implements Statement {}

    /** Leaves a named value in its slot. */
    record Store(Value value) implements Statement {}

    /** Hands the output at a position, counted within its kind, to the caller. */
    record Deliver(Output.Kind kind, int position, Term term) implements Statement {}
}
