package dev.adjc.lower;

import dev.adjc.ir.Axis;
import dev.adjc.ir.Domain;
import dev.adjc.ir.Index;
import dev.adjc.syntax.Binder;
import dev.adjc.syntax.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The left-hand side of a definition: the points that its indices run over, and the array that it defines.
 *
 * <p>An index that is a loop's collects: the array is one for all rounds, and has a dimension for them.
 */
final class LeftSide {
    private final Body body;
    private final Frame frame;
    private final Scope scope;
    private Domain domain;
    private final Map<String, Axis> axes = new HashMap<>();
    private Optional<Frame.Rounds> collects = Optional.empty();

    private LeftSide(Body body, Frame frame) {
        this.body = body;
        this.frame = frame;
        this.scope = frame.scope().copy();
        this.domain = frame.domain();
    }

    /** The left-hand side of these targets, whose indices of one name are one index. */
    static LeftSide of(Body body, Frame frame, List<Target> targets) {
        LeftSide left = new LeftSide(body, frame);
        for (Target target : targets) {
            for (Target.Index index : target.indices()) {
                if (index instanceof Binder binder) {
                    left.bind(target.name().text(), binder);
                }
            }
        }
        return left;
    }

    private void bind(String target, Binder binder) {
        String name = binder.name().text();
        Optional<Frame.Rounds> loop = frame.loop(name);
        if (loop.isPresent()) {
            axes.put(name, loop.get().axis());
            boolean outer = collects.isEmpty()
                    || frame.rounds().indexOf(loop.get()) < frame.rounds().indexOf(collects.get());
            collects = outer ? loop : collects;
        } else if (!axes.containsKey(name)) {
            Axis axis = body.axis(binder, frame, domain, Axis.Order.ANY);
            binder.range().ifPresent(range -> new RangeChecks(body.steps(), frame).extent(target, range, axis.to()));
            axes.put(name, axis);
            domain = domain.along(axis);
            scope.put(name, new Meaning.Whole(axis.place()));
        }
    }

    /** The frame of the right-hand side. */
    Frame frame() {
        return frame.within(scope, domain);
    }

    /** The places of the target's own indices. */
    List<Optional<Index>> places(Target target) {
        List<Optional<Index>> places = new ArrayList<>();
        for (Target.Index index : target.indices()) {
            places.add(index instanceof Binder binder ? Optional.of(axis(binder).place()) : Optional.empty());
        }
        return places;
    }

    private Axis axis(Binder binder) {
        Axis axis = axes.get(binder.name().text());
        if (axis == null) {
            throw new IllegalStateException("no index of this side: " + binder.span());
        }
        return axis;
    }

    /** A new array for the target. */
    View declare(Target target, List<Index> ofColons) {
        List<Index> extents = new ArrayList<>();
        int colons = 0;
        for (Target.Index index : target.indices()) {
            extents.add(index instanceof Binder binder ? axis(binder).to() : ofColons.get(colons++));
        }
        Domain around = collects.map(Frame.Rounds::outside).orElse(frame.domain());
        return body.steps().array(around, target.name().text(), frame.naming().role(), extents);
    }

    /** Lets the name stand for the array from here on, or from the end of the loop on that collects it. */
    void define(Target target, Meaning meaning) {
        Map<String, Meaning> later = collects.map(Frame.Rounds::collected).orElse(Map.of());
        if (collects.isPresent()) {
            later.put(target.name().text(), meaning);
        } else {
            frame.scope().put(target.name().text(), meaning);
        }
    }
}
