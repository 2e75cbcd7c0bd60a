package dev.adjc.loop;

import dev.adjc.ir.Index;
import dev.adjc.ir.Value;
import dev.adjc.operator.Operator;
import dev.adjc.operator.Spelling;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How many bytes of a class file's code statements take at the most.
 *
 * <p>HotSpot interprets a method of more than 8,000 bytes for ever (its {@code HugeMethodLimit}).
 */
final class Length {
    /** The most that a method may hold. */
    static final int LIMIT = 7_600;

    /** A local variable or a constant. */
    private static final int LOCAL = 4;

    /** An array, be it a parameter or a field. */
    private static final int ARRAY = 4;

    /** An element of which array and place are there: one instruction. */
    private static final int ACCESS = 1;

    private static final int NUMBER = 3;
    private static final int CALL = 3;

    /** Of integers, with a conversion before it. */
    private static final int MULTIPLY = 2;

    private static final int CHOICE = 14;
    private static final int LOOP = 24;
    private static final int MESSAGE = 24;

    /** All that a method is given, 255 words at the most, handed to another one. */
    static final int CALL_OF_PART = 520;

    private final Function<Value, List<Index>> extents;
    private final int read;
    private final int given;

    private Length(Function<Value, List<Index>> extents, int read, int given) {
        this.extents = extents;
        this.read = read;
        this.given = given;
    }

    /** Of statements that all stand in one method. */
    static Length together(Function<Value, List<Index>> extents) {
        return new Length(extents, LOCAL, LOCAL);
    }

    /**
     * Of statements any of whose values may be another method's as well, and so lie in an array: what is read twice is
     * brought under a name first, and what is given is left there.
     */
    static Length apart(Function<Value, List<Index>> extents) {
        int element = ARRAY + NUMBER + ACCESS;
        return new Length(extents, Math.max(element, LOCAL + (element + LOCAL) / 2), LOCAL + element + LOCAL);
    }

    int of(List<? extends Statement> statements) {
        return statements.stream().mapToInt(this::of).sum();
    }

    int of(Statement statement) {
        if (statement instanceof Statement.Assign assign) {
            return assign(assign);
        }
        if (statement instanceof Statement.Loop loop) {
            return LOOP + of(loop.axis().from()) + of(loop.axis().to()) + of(loop.body());
        }
        if (statement instanceof Statement.Branch branch) {
            return of(branch.condition()) + CHOICE + of(branch.then()) + of(branch.otherwise());
        }
        if (statement instanceof Statement.Check check) {
            int shown = check.shown().stream()
                    .mapToInt(one -> of(one.term()) + CHOICE)
                    .sum();
            return of(check.condition()) + CHOICE + MESSAGE + shown;
        }
        if (statement instanceof Statement.Accumulate accumulate) {
            return of(accumulate.loop())
                    + accumulate.accumulators().stream()
                            .mapToInt(
                                    one -> NUMBER + LOCAL + update(one.store(), element(one.value(), one.at()), given))
                            .sum();
        }
        if (statement instanceof Statement.Clear clear) {
            List<Index> all = extents.apply(clear.value());
            return 2 * element(clear.value(), clear.at())
                    + CALL
                    + CHOICE
                    + all.stream().mapToInt(this::of).sum();
        }
        if (statement instanceof Statement.Deliver deliver) {
            return ARRAY + NUMBER + CHOICE + of(deliver.term());
        }
        return statement instanceof Statement.Part ? CALL_OF_PART : read + given + CHOICE;
    }

    private int assign(Statement.Assign assign) {
        int place = assign.at().isEmpty() ? given : element(assign.target(), assign.at());
        int condition = assign.target().type() == Value.Type.CONDITION ? CHOICE : 0;
        return update(assign.kind(), place, of(assign.term())) + condition;
    }

    private static int update(Statement.Kind kind, int place, int term) {
        return term
                + switch (kind) {
                    case LET, SET -> place;
                    case ADD, SUBTRACT -> place + CALL + ACCESS;
                    case MAX, MIN -> 2 * place + CALL;
                };
    }

    int of(Term term) {
        if (term instanceof Term.Number) {
            return NUMBER;
        }
        if (term instanceof Term.Read read) {
            return this.read + (read.value().type() == Value.Type.CONDITION ? 2 : 0);
        }
        if (term instanceof Term.Element element) {
            return element(element.value(), element.at()) + 2;
        }
        if (term instanceof Term.Whole whole) {
            return of(whole.index()) + 1;
        }
        Term.Apply apply = (Term.Apply) term;
        return apply.operands().stream().mapToInt(this::of).sum()
                + operator(apply.operator(), apply.operands().size());
    }

    private static int operator(Operator operator, int operands) {
        Spelling spelling = operator.spelling();
        if (spelling instanceof Spelling.Nested nested) {
            return (operands - 1) * operator(nested.ofTwo(), 2);
        }
        if (spelling instanceof Spelling.ExternMethod) {
            return CALL + operands * (CALL + 1);
        }
        boolean chooses = spelling instanceof Spelling.UnlessZero
                || spelling instanceof Spelling.Choice
                || operator.givesCondition();
        return chooses ? CHOICE : spelling instanceof Spelling.Infix ? 1 : CALL;
    }

    private int element(Value value, List<Index> at) {
        int place = ARRAY + NUMBER + ACCESS;
        for (int k = 0; k < at.size(); k++) {
            place += of(at.get(k)) + of(extents.apply(value).get(k)) + 2;
        }
        return place;
    }

    private int of(Index index) {
        int sum = 0;
        for (Map.Entry<List<Index.Atom>, Long> term : index.terms().entrySet()) {
            int factors = term.getKey().size();
            boolean number = factors == 0 || Math.abs(term.getValue()) != 1;
            sum += (number ? NUMBER + 1 : 0) + factors * MULTIPLY + 1;
            for (Index.Atom atom : term.getKey()) {
                sum += of(atom);
            }
        }
        return sum;
    }

    private int of(Index.Atom atom) {
        if (atom instanceof Index.Quotient quotient) {
            return of(quotient.dividend()) + of(quotient.divisor()) + CALL + 1;
        }
        if (atom instanceof Index.Remainder remainder) {
            return of(remainder.dividend()) + of(remainder.divisor()) + CALL + 1;
        }
        if (atom instanceof Index.Count count) {
            return of(count.extent()) + NUMBER + CALL + 1;
        }
        return atom instanceof Index.Entry entry && !entry.access().isScalar()
                ? element(entry.access().value(), entry.access().at())
                : ARRAY + 1;
    }
}
