package dev.adjc.random;

import static java.util.Objects.requireNonNull;

import dev.adjc.random.IndexedDraft.Variable;
import dev.adjc.random.IndexedProgram.Define;
import dev.adjc.random.IndexedProgram.Loop;
import dev.adjc.random.IndexedProgram.Statement;
import dev.adjc.random.Tree.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Chooses what a function gives. */
final class IndexedOutputs {
    private static final int MOST_OUTPUTS = 24;

    private final IndexedDraft draft;

    IndexedOutputs(IndexedDraft draft) {
        this.draft = draft;
    }

    /** Some of what was defined last, or a number made of it. */
    List<Tree> draw() {
        List<Variable> known = draft.variables().values().stream()
                .filter(variable -> !variable.isInteger() && draft.count(variable) <= MOST_OUTPUTS)
                .collect(Collectors.toCollection(ArrayList::new));
        List<Variable> defined = known.stream()
                .filter(variable -> isDefined(variable.name(), draft.statements()))
                .collect(Collectors.toCollection(ArrayList::new));
        if (defined.isEmpty() || draft.random().nextInt(3) == 0) {
            defined = List.of(summary());
        }
        List<Tree> outputs = new ArrayList<>();
        int count = 1 + draft.random().nextInt(3);
        for (int i = 0; i < count && i < defined.size(); i++) {
            Variable variable = defined.get(defined.size() - 1 - i);
            int rank = variable.extents().size();
            draft.note(rank == 0 ? IndexedConstruct.SCALAR_OUTPUT : IndexedConstruct.valueOf("OUTPUT_OF_RANK_" + rank));
            draft.note(IndexedConstruct.SEVERAL_OUTPUTS, i == 1);
            draft.note(IndexedConstruct.PARAMETER_AS_OUTPUT, draft.isParameter(variable.name()));
            boolean sized = rank > 0 && draft.random().nextBoolean();
            draft.note(IndexedConstruct.OUTPUT_WITH_SIZES, sized);
            outputs.add(sized ? Tree.access(variable.name(), variable.extents()) : Tree.name(variable.name()));
        }
        return outputs;
    }

    /** Whether some statement gives the name. */
    private static boolean isDefined(String name, List<Statement> statements) {
        return statements.stream()
                .anyMatch(statement -> statement instanceof Loop loop
                        ? isDefined(name, loop.body())
                        : ((Define) statement)
                                .targets().stream()
                                        .anyMatch(target -> target.text().equals(name)));
    }

    /** A number made of what was defined last. */
    private Variable summary() {
        Tree value = Tree.number("0.5");
        for (Variable variable : draft.variables().values()) {
            if (!variable.isInteger() && (draft.random().nextInt(3) > 0 || value.form() == Form.NUMBER)) {
                List<Tree> binders = new ArrayList<>();
                List<Tree> places = new ArrayList<>();
                for (Tree extent : variable.extents()) {
                    String index = List.of("i", "j", "l", "o").get(binders.size());
                    binders.add(new Tree(Form.EACH, index, List.of(Tree.ZERO, extent)));
                    places.add(Tree.name(index));
                }
                Tree element = places.isEmpty() ? Tree.name(variable.name()) : Tree.access(variable.name(), places);
                List<Tree> parts = new ArrayList<>(List.of(Tree.of(Form.MULTIPLY, element, element)));
                parts.addAll(binders);
                value = Tree.of(
                        Form.ADD,
                        value,
                        places.isEmpty() ? Tree.call("sin", element) : new Tree(Form.REDUCTION, "sum", parts));
            }
        }
        String name = draft.unused();
        if (!take(name, value)) {
            take(name, Tree.ONE);
        }
        return requireNonNull(draft.variables().get(name));
    }

    private boolean take(String name, Tree value) {
        draft.define(name, List.of());
        return draft.take(List.of(new Define(List.of(Tree.name(name)), value)));
    }
}
