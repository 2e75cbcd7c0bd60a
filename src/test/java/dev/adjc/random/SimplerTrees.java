package dev.adjc.random;

import dev.adjc.random.Tree.Form;
import java.util.ArrayList;
import java.util.List;

/** Trees that are smaller than another one, and may well stand in its place. */
final class SimplerTrees {
    private SimplerTrees() {}

    /** All trees that are like this one but for one part, which is a leaf or a part of its own. */
    static List<Tree> of(Tree tree, List<Tree> leaves) {
        List<Tree> simpler = new ArrayList<>();
        switch (tree.form()) {
            case EACH, BEFORE, UP_TO, ALL, NUMBER, NAME -> {
                return simpler;
            }
            case ACCESS -> {
                simpler.addAll(leaves);
            }
            case COMPARE, AND, OR, NOT -> {
                tree.parts().stream()
                        .filter(part -> part.form().isCondition() == tree.form().isCondition())
                        .filter(part -> tree.form() != Form.COMPARE)
                        .forEach(simpler::add);
            }
            default -> {
                simpler.addAll(leaves);
                tree.parts().stream()
                        .filter(part -> !part.form().isCondition())
                        .filter(part ->
                                part.form() != Form.EACH && part.form() != Form.BEFORE && part.form() != Form.UP_TO)
                        .forEach(simpler::add);
            }
        }
        if (tree.form() == Form.REDUCTION && tree.parts().size() > 2) {
            for (int i = 1; i < tree.parts().size(); i++) {
                simpler.add(new Tree(Form.REDUCTION, tree.text(), Shrinker.without(tree.parts(), i)));
            }
        }
        if (tree.form() == Form.REDUCTION && !tree.text().equals("sum")) {
            simpler.add(new Tree(Form.REDUCTION, "sum", tree.parts()));
        }
        for (int i = 0; i < tree.parts().size(); i++) {
            for (Tree part : of(tree.part(i), leaves)) {
                simpler.add(tree.with(i, part));
            }
        }
        return simpler;
    }
}
