package dev.adjc.random;

import dev.adjc.random.IndexedDraft.Variable;
import dev.adjc.random.Tree.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Draws elements of arrays that are in range wherever they are read, and their places. */
final class IndexedAccesses {
    private final IndexedDraft draft;

    IndexedAccesses(IndexedDraft draft) {
        this.draft = draft;
    }

    /** An element of some array that suits the indices around. */
    Optional<Tree> access(Surroundings at) {
        List<Variable> arrays = draft.arrays();
        if (arrays.isEmpty() || at.isNowhere()) {
            return Optional.empty();
        }
        Variable best = draft.pick(arrays);
        for (int i = 0; i < 3; i++) {
            Variable other = draft.pick(arrays);
            best = matches(other, at) > matches(best, at) ? other : best;
        }
        return access(best, at, Map.of());
    }

    /** How many dimensions there is an index for. */
    private static long matches(Variable array, Surroundings at) {
        return array.extents().stream()
                .filter(extent -> at.binders().stream().anyMatch(binder -> Surroundings.runsOver(binder, extent)))
                .count();
    }

    /** An element, some of whose places are known. */
    Optional<Tree> access(Variable array, Surroundings at, Map<Integer, Tree> known) {
        List<Tree> places = new ArrayList<>();
        for (int k = 0; k < array.extents().size(); k++) {
            Tree place = known.get(k);
            if (place == null) {
                Optional<Tree> drawn = within(array.extents().get(k), at, 1);
                if (drawn.isEmpty()) {
                    return Optional.empty();
                }
                place = drawn.get();
            }
            places.add(place);
        }
        draft.note(
                IndexedConstruct.DIAGONAL,
                places.size() > places.stream().distinct().count());
        draft.note(IndexedConstruct.BROADCAST, places.size() < at.binders().size());
        return Optional.of(Tree.access(array.name(), places));
    }

    /** An index that is in range wherever it is read. */
    Optional<Tree> within(Tree extent, Surroundings at, int depth) {
        for (int tried = 0; tried < 9; tried++) {
            Tree index =
                    tried < 2 && draft.random().nextInt(3) > 0 ? bareIndex(extent, at) : anyIndex(extent, at, depth);
            if (at.isWithin(index, extent)) {
                noteIndex(index, at);
                return Optional.of(index);
            }
        }
        return Optional.empty();
    }

    private Tree bareIndex(Tree extent, Surroundings at) {
        List<Tree> all = at.binders().stream()
                .filter(binder -> Surroundings.runsOver(binder, extent))
                .toList();
        return all.isEmpty()
                ? anyIndex(extent, at, 0)
                : Tree.name(draft.pick(all).text());
    }

    Tree anyIndex(Tree extent, Surroundings at, int depth) {
        if (at.binders().isEmpty() || draft.random().nextInt(12) == 0) {
            int kind = draft.random().nextInt(6);
            return kind == 0
                    ? Tree.plus(extent, -1)
                    : kind == 1
                            ? draft.integer().orElse(Tree.ZERO)
                            : Tree.number(draft.random().nextInt(3));
        }
        Tree index = Tree.name(draft.pick(at.binders()).text());
        switch (draft.random().nextInt(11)) {
            case 0, 1:
                return Tree.plus(index, 1 + draft.random().nextInt(2));
            case 2:
                return Tree.plus(index, -1);
            case 3:
                return Tree.of(Form.SUBTRACT, Tree.plus(extent, -1), index);
            case 4:
                Tree twice = Tree.of(Form.MULTIPLY, Tree.number("2"), index);
                return draft.random().nextBoolean() ? twice : Tree.plus(twice, 1);
            case 5:
                return Tree.call("div", index, Tree.number(2 + draft.random().nextInt(2)));
            case 6:
                return Tree.call("mod", Tree.plus(index, draft.random().nextInt(3)), extent);
            case 7:
                return Tree.of(
                        draft.random().nextBoolean() ? Form.ADD : Form.SUBTRACT,
                        index,
                        Tree.name(draft.pick(at.binders()).text()));
            case 8, 9:
                return gather(at, depth).orElse(index);
            default:
                return index;
        }
    }

    private Optional<Tree> gather(Surroundings at, int depth) {
        List<Variable> arrays = draft.integerArrays();
        if (arrays.isEmpty() || depth < 0) {
            return Optional.empty();
        }
        Variable array = draft.pick(arrays);
        List<Tree> places = new ArrayList<>();
        for (Tree extent : array.extents()) {
            Optional<Tree> place = within(extent, at, depth - 1);
            if (place.isEmpty()) {
                return Optional.empty();
            }
            places.add(place.get());
        }
        return Optional.of(Tree.access(array.name(), places));
    }

    private void noteIndex(Tree index, Surroundings at) {
        boolean mirrors = index.form() == Form.SUBTRACT
                && at.binders().stream().anyMatch(binder -> index.part(1).equals(Tree.name(binder.text())));
        boolean loops = at.loops() > 0
                && IndexedEvaluator.names(index).stream()
                        .anyMatch(name -> at.binders().subList(0, at.loops()).stream()
                                .anyMatch(binder -> binder.text().equals(name)));
        switch (index.form()) {
            case NUMBER -> draft.note(IndexedConstruct.LITERAL_INDEX);
            case NAME ->
                draft.note(
                        draft.variables().containsKey(index.text())
                                ? IndexedConstruct.INTEGER_INDEX
                                : IndexedConstruct.BARE_INDEX);
            case MULTIPLY -> draft.note(IndexedConstruct.STRIDE);
            case CALL -> draft.note(index.text().equals("div") ? IndexedConstruct.DIV : IndexedConstruct.MOD);
            case ACCESS -> {
                draft.note(IndexedConstruct.GATHER);
                draft.note(
                        IndexedConstruct.NESTED_GATHER, index.parts().stream().anyMatch(p -> p.form() == Form.ACCESS));
            }
            case ADD ->
                draft.note(
                        index.part(0).form() == Form.MULTIPLY
                                ? IndexedConstruct.STRIDE
                                : index.part(1).form() == Form.NUMBER
                                        ? IndexedConstruct.SHIFT
                                        : IndexedConstruct.SUM_OF_INDICES);
            default -> {
                draft.note(mirrors ? IndexedConstruct.MIRROR : IndexedConstruct.SHIFT);
                draft.note(IndexedConstruct.BACKWARD_INDEX, mirrors && loops);
            }
        }
    }
}
