package dev.adjc.loop;

import dev.adjc.ir.Axis;
import dev.adjc.ir.Index;
import dev.adjc.ir.Origin;
import dev.adjc.ir.Output;
import dev.adjc.ir.Value;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A statement of a routine. */
public sealed interface Statement {

    /** The terms that the statement itself reads, not those of statements within it. */
    default List<Term> terms() {
        return List.of();
    }

    /** The statement with other blocks of statements within it. */
    default Statement within(UnaryOperator<List<Statement>> blocks) {
        return this;
    }

    /** Introduces a name that later statements give a value to, on different paths or in a loop. */
    record Declare(Value value, OptionalDouble initial) implements Statement {}

    /**
     * Gives a value; {@code kind} says whether its name is new.
     *
     * @param at where in its array the element lies; none for what has a name of its own
     */
    record Assign(Kind kind, Value target, List<Index> at, Term term, Origin origin) implements Statement {
        public Assign {
            at = List.copyOf(at);
        }

        Assign to(Value other) {
            return new Assign(kind, other, List.of(), term, origin);
        }

        Assign as(Kind other) {
            return new Assign(other, target, at, term, origin);
        }

        @Override
        public List<Term> terms() {
            return List.of(term);
        }
    }

    /** What an assignment does to its target. */
    enum Kind {
        /** Introduces the name. */
        LET,
        /** Gives the value of a name or slot that is there. */
        SET,
        /** Adds to it. */
        ADD,
        /** Takes from it. */
        SUBTRACT,
        /** Keeps the greater one. */
        MAX,
        /** Keeps the lesser one. */
        MIN
    }

    /** Carries statements out at each place of an axis, in the axis's order. */
    record Loop(Axis axis, List<Statement> body) implements Statement {
        public Loop {
            body = List.copyOf(body);
        }

        @Override
        public Loop within(UnaryOperator<List<Statement>> blocks) {
            return new Loop(axis, blocks.apply(body));
        }
    }

    /** Carries one of two blocks out. */
    record Branch(Term condition, List<Statement> then, List<Statement> otherwise) implements Statement {
        public Branch {
            then = List.copyOf(then);
            otherwise = List.copyOf(otherwise);
        }

        @Override
        public List<Term> terms() {
            return List.of(condition);
        }

        @Override
        public Branch within(UnaryOperator<List<Statement>> blocks) {
            return new Branch(condition, blocks.apply(then), blocks.apply(otherwise));
        }
    }

    /** Carries statements out that are a method of their own, at one place of each of the axes around them. */
    record Part(List<Axis> axes, List<Statement> body) implements Statement {
        public Part {
            axes = List.copyOf(axes);
            body = List.copyOf(body);
        }

        @Override
        public Part within(UnaryOperator<List<Statement>> blocks) {
            return new Part(axes, blocks.apply(body));
        }
    }

    /** Refuses to go on where the condition does not hold. */
    record Check(Term condition, String message, List<Shown> shown, Origin origin) implements Statement {
        public Check {
            shown = List.copyOf(shown);
        }

        @Override
        public List<Term> terms() {
            return Stream.concat(Stream.of(condition), shown.stream().map(Shown::term))
                    .toList();
        }
    }

    /** A value that a refusal shows, and its name in the program. */
    record Shown(String name, Term term) {}

    /** Brings a value from its place, a slot or an argument array, under a name of its own. */
    record Load(Value value) implements Statement {}

    /** Carries a loop out in which names of their own stand for elements that it adds to, and then leaves them there. */
    record Accumulate(List<Accumulator> accumulators, Loop loop) implements Statement {
        public Accumulate {
            accumulators = List.copyOf(accumulators);
        }

        @Override
        public Accumulate within(UnaryOperator<List<Statement>> blocks) {
            return new Accumulate(accumulators, loop.within(blocks));
        }
    }

    /** An element that a loop adds to, what it starts from, and how the result is left in its place. */
    record Accumulator(Value value, List<Index> at, double initial, Kind store, Origin origin) {
        public Accumulator {
            at = List.copyOf(at);
        }
    }

    /**
     * Sets a slot, or elements of an array, to what they are before the first contribution.
     *
     * @param at the places in the first dimensions of those elements; none for all there are
     */
    record Clear(Value value, List<Index> at, double number) implements Statement {
        public Clear {
            at = List.copyOf(at);
        }
    }

    /** Leaves a named value in its slot. */
    record Store(Value value) implements Statement {}

    /** Hands the output at a position, counted within its kind, to the caller. */
    record Deliver(Output.Kind kind, int position, Term term) implements Statement {
        @Override
        public List<Term> terms() {
            return List.of(term);
        }
    }
}
