package dev.adjc.lower;

import dev.adjc.ir.Axis;
import dev.adjc.ir.Domain;
import dev.adjc.ir.Index;
import dev.adjc.ir.Origin;
import dev.adjc.ir.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The names that a loop carries from one round to the next: each is an array with a dimension for the rounds, of which a round
 * reads one place and gives the next.
 */
final class Carried {
    private final Body body;
    private final Axis axis;
    private final Domain outside;
    private final Map<String, View> views = new LinkedHashMap<>();

    Carried(Body body, Axis axis, Domain outside) {
        this.body = body;
        this.axis = axis;
        this.outside = outside;
    }

    private Index count() {
        return axis.extent().count();
    }

    private boolean isDown() {
        return axis.order() == Axis.Order.DOWN;
    }

    /** The place between this round and the one with the next lower index. */
    private Index round() {
        return axis.place().minus(axis.from());
    }

    /** The place between this round and the one with the next higher index. */
    private Index after() {
        return round().plus(1);
    }

    private static Meaning at(View view, Index round) {
        List<Optional<Index>> places = new ArrayList<>();
        places.add(Optional.of(round));
        view.extents().subList(1, view.extents().size()).forEach(extent -> places.add(Optional.empty()));
        return Body.meaning(view.slice(places));
    }

    private static View slice(View view, Index round) {
        Meaning at = at(view, round);
        return at instanceof Meaning.Array array ? array.view() : view.slice(List.of(Optional.of(round)));
    }

    /** Carries a name, which stands for this before the loop. */
    void add(String name, Value.Role role, Meaning before, Origin origin) {
        List<Index> extents = new ArrayList<>();
        extents.add(count().plus(1));
        if (before instanceof Meaning.Array array) {
            extents.addAll(array.view().extents());
        }
        View view = body.steps().array(outside, name, role, extents);
        body.copy(before, slice(view, isDown() ? count() : Index.ZERO), outside, origin);
        views.put(name, view);
    }

    /** What the names stand for when a round begins. */
    Scope inside(Scope before) {
        Scope inside = before.copy();
        views.forEach((name, view) -> inside.put(name, at(view, isDown() ? after() : round())));
        return inside;
    }

    /** Hands over to the next round what the names stand for when one ends. */
    void close(Frame round, Origin origin) {
        Index next = isDown() ? round() : after();
        views.forEach((name, view) -> body.copy(round.scope().get(name), slice(view, next), round.domain(), origin));
    }

    /** What the names stand for when the loop has ended. */
    void after(Scope scope) {
        views.forEach((name, view) -> scope.put(name, at(view, isDown() ? Index.ZERO : count())));
    }
}
