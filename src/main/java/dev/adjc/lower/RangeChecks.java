package dev.adjc.lower;

import dev.adjc.ir.Access;
import dev.adjc.ir.Axis;
import dev.adjc.ir.Bounds;
import dev.adjc.ir.Index;
import dev.adjc.ir.IndexNumber;
import dev.adjc.ir.Literal;
import dev.adjc.ir.Operand;
import dev.adjc.ir.Origin;
import dev.adjc.ir.Requirement;
import dev.adjc.ir.Symbol;
import dev.adjc.operator.Operator;
import dev.adjc.operator.Operators;
import dev.adjc.source.Span;
import dev.adjc.syntax.Expression;
import dev.adjc.syntax.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** Has indices and ranges checked when the program runs, where nothing can be proved of them. */
final class RangeChecks {
    private final Steps steps;
    private final Frame frame;

    RangeChecks(Steps steps, Frame frame) {
        this.steps = steps;
        this.frame = frame;
    }

    /** Checks the places that an access names. */
    void check(Expression.Access access, View array, List<Optional<Index>> places) {
        Bounds bounds = bounds();
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i).isPresent()) {
                Index place = places.get(i).get();
                Index extent = array.extents().get(i);
                Span written = access.indices().get(i).span();
                Origin origin = frame.origins().apply(access.span());
                List<Operand> conditions = new ArrayList<>();
                if (!bounds.isNeverNegative(place)) {
                    conditions.add(compared(origin, Operators.LESS_OR_EQUAL, Literal.ZERO, new IndexNumber(place)));
                }
                if (!bounds.isBelow(place, extent)) {
                    conditions.add(compared(origin, Operators.LESS, new IndexNumber(place), new IndexNumber(extent)));
                }
                List<Requirement.Shown> shown = new ArrayList<>();
                if (place.literal().isEmpty()) {
                    shown.add(Requirement.Shown.of(written.text(), new IndexNumber(place)));
                }
                shown.add(Requirement.Shown.of("extent", new IndexNumber(extent)));
                String text = "`" + access.span().text() + "` is outside `"
                        + access.array().text() + "`";
                require(conditions, text, shown, origin);
                limit(place, extent);
            }
        }
    }

    /** Where the innermost index has been checked at each of its places, these are bounded, whatever its range says. */
    private void limit(Index place, Index extent) {
        List<Axis> axes = frame.domain().axes();
        boolean checked = !axes.isEmpty()
                && frame.domain().guard().isAlways()
                && place.equals(axes.get(axes.size() - 1).place());
        if (checked) {
            steps.values().limit(axes, extent);
        }
    }

    /** Checks that the ends of a range are integers of 32 bits, as what runs over it is. */
    void ends(Range range, Index from, Index to) {
        Origin origin = frame.origins().apply(range.span());
        List<Operand> conditions = new ArrayList<>();
        List<Requirement.Shown> shown = new ArrayList<>();
        for (Index end : List.of(from, to)) {
            IndexNumber number = new IndexNumber(end);
            if (extreme(end, false) < Integer.MIN_VALUE) {
                conditions.add(compared(origin, Operators.LESS_OR_EQUAL, Literal.of(Integer.MIN_VALUE), number));
            }
            if (extreme(end, true) > Integer.MAX_VALUE) {
                conditions.add(compared(origin, Operators.LESS_OR_EQUAL, number, Literal.of(Integer.MAX_VALUE)));
            }
            shown.add(Requirement.Shown.of(end == from ? "from" : "to", number));
        }
        require(conditions, "`" + range.span().text() + "` leaves the range of integers", shown, origin);
    }

    /** The least or the greatest number that may come out, if it is one that overflows at all. */
    private static double extreme(Index index, boolean greatest) {
        if (!index.mayOverflow()) {
            return 0;
        }
        double sum = 0;
        for (Map.Entry<List<Index.Atom>, Long> term : index.terms().entrySet()) {
            double least = term.getValue();
            double most = term.getValue();
            for (Index.Atom atom : term.getKey()) {
                double smallest = atom instanceof Symbol ? 0 : Integer.MIN_VALUE;
                double[] corners = {
                    least * smallest, most * smallest, least * Integer.MAX_VALUE, most * Integer.MAX_VALUE
                };
                least = DoubleStream.of(corners).min().orElseThrow();
                most = DoubleStream.of(corners).max().orElseThrow();
            }
            sum += greatest ? most : least;
        }
        return sum;
    }

    /** Checks that an array's extent, that of a range on the left, is not negative. */
    void extent(String array, Range range, Index extent) {
        Origin origin = frame.origins().apply(range.span());
        List<Operand> conditions = new ArrayList<>();
        if (!bounds().isNeverNegative(extent)) {
            conditions.add(compared(origin, Operators.LESS_OR_EQUAL, Literal.ZERO, new IndexNumber(extent)));
        }
        String text = "`" + array + "` would have a negative size";
        String name = range.to().span().text() + (range.end() == Range.End.INCLUDED ? " + 1" : "");
        require(conditions, text, List.of(Requirement.Shown.of(name, new IndexNumber(extent))), origin);
    }

    private Bounds bounds() {
        return Facts.bounds(steps, frame.domain());
    }

    private Access compared(Origin origin, Operator relation, Operand left, Operand right) {
        return steps.defineOnce(Optional.empty(), frame.domain(), origin, relation, List.of(left, right));
    }

    private void require(List<Operand> conditions, String message, List<Requirement.Shown> shown, Origin origin) {
        if (conditions.isEmpty()) {
            return;
        }
        Operand all = conditions.get(0);
        for (Operand further : conditions.subList(1, conditions.size())) {
            all = steps.defineOnce(Optional.empty(), frame.domain(), origin, Operators.AND, List.of(all, further));
        }
        String where = frame.naming().callee().map(name -> " in `" + name + "`").orElse("");
        steps.add(new Requirement(frame.domain(), all, message + where, shown, origin));
    }
}
