package dev.adjc.random;

import dev.adjc.random.IndexedCalls.Call;
import dev.adjc.random.IndexedCalls.Callee;
import dev.adjc.random.IndexedDraft.Variable;
import dev.adjc.random.IndexedProgram.Define;
import dev.adjc.random.IndexedProgram.Statement;
import dev.adjc.random.RandomProgram.Kind;
import dev.adjc.random.Tree.Form;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Draws statements other than loops. */
final class IndexedStatements {
    private final IndexedDraft draft;
    private final IndexedExpressions expressions;

    IndexedStatements(IndexedDraft draft, IndexedExpressions expressions) {
        this.draft = draft;
        this.expressions = expressions;
    }

    /** Statements of some kind; none if there is nothing for it. */
    List<Statement> draw(Surroundings at) {
        int kind = draft.random().nextInt(100);
        if (kind < 12) {
            return scalar(at);
        }
        if (kind < 17) {
            return copy();
        }
        if (kind < 24) {
            return literal(at);
        }
        if (kind < 38) {
            return called(at);
        }
        if (kind < 55) {
            return new IndexedLoops(draft, expressions, this).draw(at);
        }
        return kind < 58 ? requirement(at) : indexed(at);
    }

    List<Statement> scalar(Surroundings at) {
        Tree value = expressions.real(3, at);
        draft.note(IndexedConstruct.SCALAR_DEFINITION);
        return List.of(define(target(List.of(), at), value, List.of()));
    }

    /** A statement that defines a name, which is known from here on. */
    Define define(String name, Tree value, List<Tree> extents) {
        draft.define(name, extents);
        return new Define(List.of(Tree.name(name)), value);
    }

    /** A name for something of these extents: a new one, or one that is known. */
    private String target(List<Tree> extents, Surroundings at) {
        List<Variable> known = draft.variables().values().stream()
                .filter(variable -> !variable.isInteger())
                .filter(variable -> at.loops() == 0 || variable.extents().equals(extents))
                .toList();
        if (known.isEmpty() || draft.random().nextInt(at.loops() == 0 ? 6 : 2) > 0) {
            return draft.unused();
        }
        Variable variable = draft.pick(known);
        draft.note(IndexedConstruct.REDEFINITION);
        draft.note(IndexedConstruct.REDEFINED_PARAMETER, draft.isParameter(variable.name()));
        draft.note(IndexedConstruct.NEW_EXTENT, !variable.extents().equals(extents));
        if (at.loops() > 0) {
            draft.note(extents.isEmpty() ? IndexedConstruct.CARRIED_NUMBER : IndexedConstruct.CARRIED_ARRAY);
        }
        return variable.name();
    }

    private List<Statement> copy() {
        List<Variable> arrays = draft.variables().values().stream()
                .filter(variable -> !variable.extents().isEmpty())
                .toList();
        if (arrays.isEmpty()) {
            return List.of();
        }
        Variable array = draft.pick(arrays);
        draft.note(IndexedConstruct.COPY);
        return List.of(define(draft.unused(), Tree.name(array.name()), array.extents()));
    }

    private List<Statement> literal(Surroundings at) {
        int columns = 1 + draft.random().nextInt(3);
        int rows = draft.random().nextInt(3) == 0 ? 1 + draft.random().nextInt(2) : 0;
        draft.note(rows == 0 ? IndexedConstruct.LITERAL_ARRAY : IndexedConstruct.LITERAL_MATRIX);
        List<Tree> extents =
                rows == 0 ? List.of(Tree.number(columns)) : List.of(Tree.number(rows), Tree.number(columns));
        List<Tree> all = new ArrayList<>();
        for (int i = 0; i < Math.max(1, rows); i++) {
            List<Tree> row = new ArrayList<>();
            for (int k = 0; k < columns; k++) {
                row.add(expressions.real(1, at));
            }
            all.add(new Tree(Form.ARRAY, "", row));
        }
        Tree value = rows == 0 ? all.get(0) : new Tree(Form.ARRAY, "", all);
        return List.of(define(target(extents, at), value, extents));
    }

    private List<Statement> requirement(Surroundings at) {
        Tree left = expressions.leaf(at);
        draft.note(IndexedConstruct.REQUIREMENT);
        return List.of(new Define(List.of(), Tree.compare("<", left, Tree.number("1e6"))));
    }

    /** Left indices, of extents that are given or drawn; nothing if there are too many elements. */
    Optional<Surroundings> left(List<Tree> extents, Surroundings at) {
        Surroundings inside = at;
        for (Tree extent : extents) {
            inside = inside.along(Tree.before(expressions.ranges().index(inside), Tree.ZERO, extent));
            if (inside.isTooLarge() || !draft.isExtent(extent)) {
                return Optional.empty();
            }
        }
        return inside.places().stream().allMatch(each -> each.size() <= 2 * IndexedDraft.MOST_ELEMENTS)
                ? Optional.of(inside)
                : Optional.empty();
    }

    private List<Tree> newExtents() {
        int kind = draft.random().nextInt(20);
        int rank = kind < 11 ? 1 : kind < 16 ? 2 : kind < 18 ? 3 : 4;
        List<Tree> extents = new ArrayList<>();
        for (int k = 0; k < rank; k++) {
            Tree extent = draft.extent();
            int change = draft.random().nextInt(12);
            extents.add(change == 0 ? Tree.plus(extent, 1) : change == 1 ? Tree.plus(extent, -1) : extent);
        }
        return extents;
    }

    List<Statement> indexed(Surroundings at) {
        List<Tree> extents = newExtents();
        String name = target(extents, at);
        Optional<Surroundings> inside = left(extents, at);
        if (inside.isEmpty()) {
            return List.of();
        }
        draft.note(IndexedConstruct.INDEXED_DEFINITION);
        return List.of(indexed(
                name,
                extents,
                List.of(),
                inside.get(),
                expressions.real(2 + draft.random().nextInt(2), inside.get())));
    }

    /** A definition along the innermost of the indices, as many as there are extents; loop indices stand before them. */
    Define indexed(String name, List<Tree> extents, List<Tree> loops, Surroundings inside, Tree value) {
        List<Tree> binders = inside.binders()
                .subList(
                        inside.binders().size() - extents.size(),
                        inside.binders().size());
        List<Tree> places = new ArrayList<>(loops);
        places.addAll(expressions.ranges().written(binders, List.of(value)));
        List<Tree> all = new ArrayList<>();
        loops.forEach(loop -> all.add(loop.part(1)));
        all.addAll(extents);
        define(name, value, all);
        return new Define(List.of(Tree.access(name, places)), value);
    }

    // ---- calls

    List<Statement> called(Surroundings at) {
        if (draft.callees().isEmpty()) {
            return List.of();
        }
        Callee callee = draft.pick(draft.callees());
        Optional<Surroundings> inside =
                draft.random().nextBoolean() ? left(List.of(draft.extent()), at) : Optional.of(at);
        if (inside.isEmpty()) {
            return List.of();
        }
        Optional<Call> call = expressions.calls().call(callee, 2, inside.get());
        if (call.isEmpty()) {
            return List.of();
        }
        boolean each = inside.get() != at;
        List<Tree> binders = inside.get()
                .binders()
                .subList(at.binders().size(), inside.get().binders().size());
        List<Tree> written =
                expressions.ranges().written(binders, List.of(call.get().tree()));
        List<Tree> targets = new ArrayList<>();
        Set<String> names = new HashSet<>();
        List<Variable> results = new ArrayList<>();
        for (Variable output : callee.outputs()) {
            List<Tree> extents = new ArrayList<>();
            binders.forEach(binder -> extents.add(binder.part(1)));
            output.extents().forEach(extent -> extents.add(call.get().extent(extent)));
            boolean varies = extents.stream()
                    .flatMap(extent -> IndexedEvaluator.names(extent).stream())
                    .anyMatch(name -> inside.get().binders().stream()
                            .anyMatch(one -> one.text().equals(name)));
            String name = callee.outputs().size() == 1 ? target(extents, at) : draft.unused();
            if (varies || extents.size() > 4 || !extents.stream().allMatch(draft::isExtent) || !names.add(name)) {
                return List.of();
            }
            List<Tree> places = new ArrayList<>(written);
            output.extents().forEach(extent -> places.add(Tree.all()));
            targets.add(each ? Tree.access(name, places) : Tree.name(name));
            results.add(new Variable(Kind.REAL, name, extents));
        }
        for (Variable result : results) {
            draft.variables().remove(result.name());
            draft.variables().put(result.name(), result);
            draft.noteRank(result.extents().size());
            boolean isArray = result.extents().size() > binders.size();
            draft.note(IndexedConstruct.CALL_GIVES_ARRAY, isArray);
            draft.note(IndexedConstruct.CALL_INTO_SLICE, isArray && each);
        }
        draft.note(IndexedConstruct.CALL_FOR_EACH_INDEX, each);
        draft.note(IndexedConstruct.CALL_GIVES_SEVERAL, targets.size() > 1);
        draft.note(IndexedConstruct.CALL_IN_A_LOOP, at.loops() > 0);
        return List.of(new Define(targets, call.get().tree()));
    }
}
