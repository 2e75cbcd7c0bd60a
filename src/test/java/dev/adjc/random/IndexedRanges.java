package dev.adjc.random;

import dev.adjc.random.IndexedDraft.Variable;
import dev.adjc.random.Tree.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws ranges of indices, and the ways in which they are written. */
final class IndexedRanges {
    private static final List<String> INDICES = List.of("i", "j", "l", "o", "p", "ι");

    private final IndexedDraft draft;

    IndexedRanges(IndexedDraft draft) {
        this.draft = draft;
    }

    /** An index of some range. */
    Tree range(Surroundings at) {
        String index = index(at);
        int kind = draft.random().nextInt(20);
        if (kind < 5 && !at.binders().isEmpty()) {
            Tree other = draft.pick(at.binders());
            draft.note(IndexedConstruct.TRIANGLE);
            Tree name = Tree.name(other.text());
            return switch (draft.random().nextInt(4)) {
                case 0 -> Tree.before(index, Tree.ZERO, name);
                case 1 -> Tree.before(index, Tree.ZERO, Tree.plus(name, 1));
                case 2 -> Tree.before(index, name, other.part(1));
                default -> Tree.before(index, Tree.plus(name, 1), other.part(1));
            };
        }
        Tree extent = draft.extent();
        if (kind < 7) {
            draft.note(IndexedConstruct.RANGE_NOT_FROM_ZERO);
            return Tree.before(index, Tree.ONE, extent);
        }
        if (kind == 7) {
            return Tree.before(index, Tree.ZERO, Tree.plus(extent, -1));
        }
        if (kind == 8) {
            draft.note(IndexedConstruct.EMPTY_RANGE);
            return Tree.before(index, Tree.ZERO, Tree.ZERO);
        }
        if (kind == 9) {
            Optional<Tree> integer = draft.integer();
            draft.note(IndexedConstruct.RANGE_OF_AN_INTEGER, integer.isPresent());
            return Tree.before(index, Tree.ZERO, integer.orElse(extent));
        }
        return Tree.before(index, Tree.ZERO, extent);
    }

    /** A name that is no index of these. */
    String index(Surroundings at) {
        for (int tried = 0; ; tried++) {
            String name = draft.pick(INDICES) + (tried > 5 ? Integer.toString(tried) : "");
            if (at.binders().stream().noneMatch(binder -> binder.text().equals(name))) {
                return name;
            }
        }
    }

    /** The indices in one of the ways in which their ranges can be written. */
    List<Tree> written(List<Tree> binders, List<Tree> bodies) {
        return binders.stream().map(binder -> written(binder, bodies)).toList();
    }

    private Tree written(Tree binder, List<Tree> bodies) {
        List<Tree> extents = new ArrayList<>();
        bodies.forEach(body -> bare(body, binder.text(), extents));
        boolean implied =
                !extents.isEmpty() && extents.stream().allMatch(extent -> Surroundings.runsOver(binder, extent));
        if (implied && draft.random().nextInt(4) > 0) {
            draft.note(IndexedConstruct.IMPLICIT_RANGE);
            return new Tree(Form.EACH, binder.text(), binder.parts());
        }
        if (draft.random().nextInt(3) == 0) {
            draft.note(IndexedConstruct.INCLUSIVE_RANGE);
            return new Tree(Form.UP_TO, binder.text(), List.of(binder.part(0), Tree.plus(binder.part(1), -1)));
        }
        draft.note(IndexedConstruct.EXPLICIT_RANGE);
        return binder;
    }

    /** The extents of all dimensions in which the index stands alone. */
    private void bare(Tree tree, String index, List<Tree> extents) {
        if (tree.form() == Form.ACCESS) {
            Variable array = draft.variables().get(tree.text());
            for (int k = 0; array != null && k < tree.parts().size(); k++) {
                if (tree.part(k).equals(Tree.name(index))) {
                    extents.add(array.extents().get(k));
                }
            }
        }
        tree.parts().forEach(part -> bare(part, index, extents));
    }
}
