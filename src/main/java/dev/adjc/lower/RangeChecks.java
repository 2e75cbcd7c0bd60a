package dev.adjc.lower;

import dev.adjc.ir.Access;
import dev.adjc.ir.Bounds;
import dev.adjc.ir.Index;
import dev.adjc.ir.IndexNumber;
import dev.adjc.ir.Literal;
import dev.adjc.ir.Operand;
import dev.adjc.ir.Origin;
import dev.adjc.ir.Requirement;
import dev.adjc.operator.Operator;
import dev.adjc.operator.Operators;
import dev.adjc.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Has indices checked when the program runs, where it cannot be proved that they are in range. */
final class RangeChecks {
    private final Steps steps;
    private final Frame frame;

    RangeChecks(Steps steps, Frame frame) {
        this.steps = steps;
        this.frame = frame;
    }

    /** Checks the places that an access names. */
    void check(Expression.Access access, View array, List<Optional<Index>> places) {
        Bounds bounds = Bounds.of(frame.domain().axes());
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i).isPresent()) {
                Index place = places.get(i).get();
                Index extent = array.extents().get(i);
                Expression.Access.Index written = access.indices().get(i);
                String text = written.span().text();
                Origin origin = frame.origins().apply(written.span());
                List<Operand> conditions = new ArrayList<>();
                if (!bounds.isNeverNegative(place)) {
                    conditions.add(compared(origin, Operators.LESS_OR_EQUAL, Literal.ZERO, new IndexNumber(place)));
                }
                if (!bounds.isBelow(place, extent)) {
                    conditions.add(compared(origin, Operators.LESS, new IndexNumber(place), new IndexNumber(extent)));
                }
                if (!conditions.isEmpty()) {
                    require(access.array().text(), text, place, extent, conditions, origin);
                }
            }
        }
    }

    private Access compared(Origin origin, Operator relation, Operand left, Operand right) {
        return steps.defineOnce(Optional.empty(), frame.domain(), origin, relation, List.of(left, right));
    }

    private void require(
            String array, String text, Index place, Index extent, List<Operand> conditions, Origin origin) {
        Operand all = conditions.size() == 1
                ? conditions.get(0)
                : steps.defineOnce(Optional.empty(), frame.domain(), origin, Operators.AND, conditions);
        List<Requirement.Shown> shown = new ArrayList<>();
        shown.add(Requirement.Shown.of(text, new IndexNumber(place)));
        shown.add(Requirement.Shown.of("extent", new IndexNumber(extent)));
        steps.add(new Requirement(frame.domain(), all, "`" + array + "` has no element at this index", shown, origin));
    }
}
