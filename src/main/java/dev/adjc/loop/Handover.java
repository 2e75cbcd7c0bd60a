package dev.adjc.loop;

import dev.adjc.ir.Axis;
import dev.adjc.ir.Index;
import dev.adjc.loop.Node.Block;
import java.util.List;
import java.util.Optional;

/**
 * What rounds hand on from one to the next: a value with a dimension for them, of which a round speaks at two neighbouring
 * places alone. Before the rounds, the place is spoken of that the first one begins with; behind them, the one that the last
 * one ends with. So two places are enough, which take turns.
 *
 * @param dimension that of the rounds
 * @param rounds their axis; the first place of the dimension is 0
 * @param round what each of them does
 */
record Handover(int dimension, Axis rounds, Block round) {

    /** The handing on in this dimension of a value whose uses, in the program's order, have a way of this depth in common. */
    static Optional<Handover> of(List<Storage.Use> uses, int dimension, int depth) {
        int first = -1;
        int last = -1;
        Optional<Handover> found = Optional.empty();
        for (int k = 0; k < uses.size(); k++) {
            Optional<Storage.Level> level = uses.get(k).rounds(depth);
            if (level.isEmpty()) {
                continue;
            }
            Handover handover = new Handover(
                    dimension, level.get().nest().orElseThrow(), level.get().block());
            if (found.isPresent() && found.get().round != handover.round) {
                return Optional.empty();
            }
            found = Optional.of(handover);
            first = first < 0 ? k : first;
            last = k;
        }
        for (int k = 0; k < uses.size() && found.isPresent(); k++) {
            Handover handover = found.get();
            Index place = uses.get(k).access().at().get(dimension);
            boolean fits = k < first
                    ? place.equals(handover.begin())
                    : k > last ? place.equals(handover.end()) : handover.isNear(place);
            if (!fits) {
                return Optional.empty();
            }
        }
        return found;
    }

    private boolean isDown() {
        return rounds.order() == Axis.Order.DOWN;
    }

    /** The place that the first round reads. */
    Index begin() {
        return isDown() ? rounds.extent().count() : Index.ZERO;
    }

    /** The place that the last round gives; if there is none, the one that the first round would read. */
    private Index end() {
        return isDown() ? Index.ZERO : rounds.extent().count();
    }

    /** The place that a round gives, for the next one to read. */
    Index given() {
        Index lower = rounds.place().minus(rounds.from());
        return isDown() ? lower : lower.plus(1);
    }

    /** Whether a round may speak of the place: the one that it finds given, or the one that it gives itself. */
    private boolean isNear(Index place) {
        Index lower = rounds.place().minus(rounds.from());
        return place.minus(lower).isLiteral(0) || place.minus(lower).isLiteral(1);
    }
}
