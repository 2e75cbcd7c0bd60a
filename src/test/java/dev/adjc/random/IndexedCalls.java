package dev.adjc.random;

import dev.adjc.random.IndexedDraft.Variable;
import dev.adjc.random.IndexedProgram.Function;
import dev.adjc.random.IndexedProgram.Parameter;
import dev.adjc.random.RandomProgram.Kind;
import dev.adjc.random.Tree.Form;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Draws calls of other functions: arguments of the kinds, ranks and sizes that they take. */
final class IndexedCalls {
    private final IndexedDraft draft;
    private final IndexedAccesses accesses;
    private final IndexedExpressions expressions;

    /** A function that can be called. */
    record Callee(Function function, List<Variable> outputs) {
        boolean isNumber() {
            return outputs.size() == 1 && outputs.get(0).extents().isEmpty();
        }
    }

    /**
     * A call.
     *
     * @param meanings what the sizes and integers of the function are in it
     */
    record Call(Tree tree, Map<String, Tree> meanings) {
        /** An extent of a result. */
        Tree extent(Tree ofFunction) {
            if (ofFunction.form() == Form.NAME) {
                return meanings.getOrDefault(ofFunction.text(), ofFunction);
            }
            Tree extent = ofFunction;
            for (int i = 0; i < ofFunction.parts().size(); i++) {
                extent = extent.with(i, extent(ofFunction.part(i)));
            }
            return extent;
        }
    }

    IndexedCalls(IndexedDraft draft, IndexedAccesses accesses, IndexedExpressions expressions) {
        this.draft = draft;
        this.accesses = accesses;
        this.expressions = expressions;
    }

    /** A call, if there are arrays for it. */
    Optional<Call> call(Callee callee, int depth, Surroundings at) {
        String name = callee.function().name();
        Map<String, Tree> meanings = new HashMap<>();
        List<Tree> arguments = new ArrayList<>();
        for (Parameter parameter : callee.function().parameters()) {
            if (!parameter.extents().isEmpty()) {
                Optional<Tree> array = array(parameter, at, meanings);
                if (array.isEmpty()) {
                    return Optional.empty();
                }
                arguments.add(array.get());
            } else if (parameter.kind() == Kind.INT) {
                Tree integer = draft.random().nextBoolean() && !at.binders().isEmpty()
                        ? Tree.name(draft.pick(at.binders()).text())
                        : draft.random().nextBoolean()
                                ? Tree.number(draft.random().nextInt(3))
                                : draft.integer().orElse(Tree.ONE);
                draft.note(IndexedConstruct.CALL_WITH_INTEGER);
                meanings.put(parameter.name(), integer);
                arguments.add(integer);
            } else {
                Tree number = expressions.real(depth - 1, at);
                boolean isPositive = IndexedLibrary.has(name) && IndexedLibrary.POSITIVE.contains(parameter.name());
                arguments.add(
                        isPositive ? Tree.of(Form.ADD, Tree.ONE, Tree.of(Form.MULTIPLY, number, number)) : number);
            }
            draft.note(IndexedConstruct.CALL_WITH_CONSTANT, parameter.kind() == Kind.CONST);
        }
        if (IndexedLibrary.has(name)) {
            draft.note(IndexedConstruct.valueOf(
                    "CALL_OF_" + IndexedLibrary.file(name).toUpperCase(Locale.ROOT)));
        }
        return Optional.of(new Call(Tree.call(name, arguments.toArray(Tree[]::new)), meanings));
    }

    private Optional<Tree> array(Parameter parameter, Surroundings at, Map<String, Tree> meanings) {
        List<Variable> arrays = parameter.kind() == Kind.INT ? draft.integerArrays() : draft.arrays();
        for (int tried = 0; tried < 12 && !arrays.isEmpty() && !at.isNowhere(); tried++) {
            Variable array = draft.pick(arrays);
            int more = array.extents().size() - parameter.extents().size();
            Map<String, Tree> extended = new HashMap<>(meanings);
            List<Tree> places = new ArrayList<>();
            int open = 0;
            for (int k = 0; k < array.extents().size() && places.size() == k; k++) {
                int left = array.extents().size() - k;
                boolean isOpen = open < parameter.extents().size()
                        && (parameter.extents().size() - open == left
                                || draft.random().nextBoolean());
                Tree extent = array.extents().get(k);
                if (isOpen && fits(parameter.extents().get(open), extent, extended)) {
                    open++;
                    places.add(Tree.all());
                } else if (!isOpen) {
                    accesses.within(extent, at, 1).ifPresent(places::add);
                }
            }
            if (more >= 0 && places.size() == array.extents().size()) {
                meanings.putAll(extended);
                draft.note(more == 0 ? IndexedConstruct.CALL_WITH_ARRAY : IndexedConstruct.CALL_WITH_SLICE);
                return Optional.of(more == 0 ? Tree.name(array.name()) : Tree.access(array.name(), places));
            }
        }
        return Optional.empty();
    }

    /** Whether an extent can be that of an argument, and what the sizes are then. */
    private static boolean fits(Tree pattern, Tree extent, Map<String, Tree> meanings) {
        if (pattern.form() == Form.NAME) {
            Tree known = meanings.putIfAbsent(pattern.text(), extent);
            return known == null || known.equals(extent);
        }
        if (pattern.form() != extent.form() || !pattern.text().equals(extent.text())) {
            return false;
        }
        for (int i = 0; i < pattern.parts().size(); i++) {
            if (!fits(pattern.part(i), extent.part(i), meanings)) {
                return false;
            }
        }
        return true;
    }
}
