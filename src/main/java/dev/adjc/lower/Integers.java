package dev.adjc.lower;

import dev.adjc.check.IntegerForm;
import dev.adjc.ir.Access;
import dev.adjc.ir.Bounds;
import dev.adjc.ir.Domain;
import dev.adjc.ir.Index;
import dev.adjc.ir.IndexNumber;
import dev.adjc.ir.Literal;
import dev.adjc.ir.Origin;
import dev.adjc.ir.Requirement;
import dev.adjc.operator.Operators;
import dev.adjc.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The integers that expressions of a function stand for; a divisor that may be 0 is checked when the program runs. */
final class Integers implements IntegerForm.Names {
    private final Steps steps;
    private final Frame frame;

    private Integers(Steps steps, Frame frame) {
        this.steps = steps;
        this.frame = frame;
    }

    static Index of(Expression expression, Steps steps, Frame frame) {
        return IntegerForm.of(expression, new Integers(steps, frame));
    }

    @Override
    public Index number(Expression.Name name) {
        return frame.scope().whole(name.text());
    }

    @Override
    public Index entry(Expression.Access access, List<Index> places) {
        View array = ((Meaning.Array) frame.scope().get(access.array().text())).view();
        List<Optional<Index>> all = new ArrayList<>();
        places.forEach(place -> all.add(Optional.of(place)));
        new RangeChecks(steps, frame).check(access, array, all);
        return Index.of(new Index.Entry(array.at(places)));
    }

    @Override
    public void divided(Expression.Call call, Index divisor) {
        Domain domain = frame.domain();
        boolean literal = divisor.literal().isPresent() && !divisor.isLiteral(0);
        if (literal || Bounds.of(domain.axes()).isNeverNegative(divisor.plus(-1))) {
            return;
        }
        Expression written = call.arguments().get(1);
        Origin origin = frame.origins().apply(written.span());
        Access nonzero = steps.defineOnce(
                Optional.empty(), domain, origin, Operators.UNEQUAL, List.of(new IndexNumber(divisor), Literal.ZERO));
        List<Requirement.Shown> shown = new ArrayList<>();
        written.names().stream()
                .map(Expression.Name::text)
                .distinct()
                .forEach(name -> shown.add(
                        Requirement.Shown.of(name, new IndexNumber(frame.scope().whole(name)))));
        String message = "the divisor of " + call.function().text() + " is 0";
        steps.add(new Requirement(domain, nonzero, message, shown, origin));
    }
}
