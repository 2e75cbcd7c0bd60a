package dev.adjc.random;

import dev.adjc.random.IndexedDraft.Variable;
import dev.adjc.random.IndexedProgram.Define;
import dev.adjc.random.IndexedProgram.Loop;
import dev.adjc.random.IndexedProgram.Statement;
import dev.adjc.random.Tree.Form;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Draws loops: what they carry, what they collect, and loops within them. */
final class IndexedLoops {
    private final IndexedDraft draft;
    private final IndexedExpressions expressions;
    private final IndexedStatements statements;

    IndexedLoops(IndexedDraft draft, IndexedExpressions expressions, IndexedStatements statements) {
        this.draft = draft;
        this.expressions = expressions;
        this.statements = statements;
    }

    /** A loop, with what it carries before it. */
    List<Statement> draw(Surroundings at) {
        List<Statement> all = new ArrayList<>();
        if (draft.random().nextInt(3) > 0) {
            all.addAll(statements.scalar(at));
        }
        List<Variable> collected = new ArrayList<>();
        Optional<Statement> rounds = loop(at, collected);
        collected.forEach(each -> draft.variables().put(each.name(), each));
        draft.pending().clear();
        rounds.ifPresent(all::add);
        return all;
    }

    /** A loop, and what is collected by it and those in it. */
    private Optional<Statement> loop(Surroundings at, List<Variable> collected) {
        Tree binder = rounds(at);
        Surroundings inside = at.along(binder).inLoop();
        if (inside.isTooLarge()) {
            return Optional.empty();
        }
        Set<String> before = new HashSet<>(draft.variables().keySet());
        List<Statement> body = new ArrayList<>();
        for (int i = 1 + draft.random().nextInt(3); i > 0; i--) {
            body.addAll(ofLoop(inside, collected));
        }
        draft.note(
                IndexedConstruct.LOCAL_OF_A_LOOP,
                !before.containsAll(draft.variables().keySet()));
        draft.pending().addAll(draft.variables().keySet());
        draft.variables().keySet().retainAll(before);
        draft.note(IndexedConstruct.LOOP);
        draft.note(IndexedConstruct.NESTED_LOOP, at.loops() > 0);
        return body.isEmpty() ? Optional.empty() : Optional.of(new Loop(binder, body));
    }

    private Tree rounds(Surroundings at) {
        String index = at.loops() == 0 ? "t" : "s";
        Tree zero = Tree.ZERO;
        int kind = draft.random().nextInt(10);
        if (at.loops() > 0 && kind < 3) {
            draft.note(IndexedConstruct.TRIANGULAR_LOOP);
            return Tree.before(index, zero, Tree.name(at.binders().get(0).text()));
        }
        if (kind == 3) {
            draft.note(IndexedConstruct.LOOP_OF_LITERAL_LENGTH);
            return Tree.before(index, zero, Tree.number(draft.random().nextInt(4)));
        }
        List<Variable> integers = draft.variables().values().stream()
                .filter(variable -> variable.isInteger() && variable.extents().isEmpty())
                .toList();
        if (kind > 7 && !integers.isEmpty()) {
            draft.note(IndexedConstruct.LOOP_OF_AN_INTEGER);
            return Tree.before(index, zero, Tree.name(draft.pick(integers).name()));
        }
        boolean fromZero = kind != 4;
        draft.note(IndexedConstruct.LOOP_NOT_FROM_ZERO, !fromZero);
        Tree extent = draft.extent();
        return Tree.before(index, fromZero ? zero : Tree.ONE, extent);
    }

    /** A statement of a loop's body: one as any other, or one that collects or carries. */
    private List<Statement> ofLoop(Surroundings at, List<Variable> collected) {
        int kind = draft.random().nextInt(10);
        if (kind < 3) {
            return collecting(at, collected);
        }
        if (kind < 4 && at.loops() == 1) {
            return loop(at, collected).stream().toList();
        }
        List<Variable> known = draft.variables().values().stream()
                .filter(variable -> !variable.isInteger())
                .toList();
        if (kind < 7 && !known.isEmpty()) {
            return carrying(draft.pick(known), at);
        }
        return switch (kind) {
            case 7 -> statements.called(at);
            case 8 -> statements.indexed(at);
            default -> statements.scalar(at);
        };
    }

    private List<Statement> carrying(Variable variable, Surroundings at) {
        boolean isNumber = variable.extents().isEmpty();
        Optional<Surroundings> inside = statements.left(variable.extents(), at);
        if (inside.isEmpty()) {
            return List.of();
        }
        draft.note(isNumber ? IndexedConstruct.CARRIED_NUMBER : IndexedConstruct.CARRIED_ARRAY);
        draft.note(IndexedConstruct.REDEFINITION);
        draft.note(IndexedConstruct.REDEFINED_PARAMETER, draft.isParameter(variable.name()));
        Tree old = isNumber
                ? Tree.name(variable.name())
                : Tree.access(
                        variable.name(),
                        inside
                                .get()
                                .binders()
                                .subList(
                                        at.binders().size(),
                                        inside.get().binders().size())
                                .stream()
                                .map(binder -> Tree.name(binder.text()))
                                .toList());
        Tree more = expressions.real(2, inside.get());
        Tree value = switch (draft.random().nextInt(4)) {
            case 0 -> Tree.call("sin", Tree.of(Form.ADD, old, more));
            case 1 -> Tree.of(Form.ADD, Tree.of(Form.MULTIPLY, Tree.number("0.5"), old), more);
            case 2 -> Tree.call("tanh", Tree.of(Form.MULTIPLY, old, more));
            default -> more;
        };
        return List.of(
                isNumber
                        ? statements.define(variable.name(), value, List.of())
                        : statements.indexed(variable.name(), variable.extents(), List.of(), inside.get(), value));
    }

    private List<Statement> collecting(Surroundings at, List<Variable> collected) {
        List<Tree> loops = new ArrayList<>();
        for (Tree binder : at.binders()) {
            boolean isPossible = binder.part(0).toString().equals("0")
                    && IndexedEvaluator.names(binder.part(1)).stream()
                            .noneMatch(name -> at.binders().stream()
                                    .anyMatch(one -> one.text().equals(name)));
            if (!isPossible || !draft.isExtent(binder.part(1))) {
                return List.of();
            }
            loops.add(new Tree(Form.EACH, binder.text(), binder.parts()));
        }
        List<Tree> extents = draft.random().nextBoolean() ? List.of() : List.of(draft.extent());
        Optional<Surroundings> inside = statements.left(extents, at);
        if (inside.isEmpty()) {
            return List.of();
        }
        String name = draft.unused();
        draft.note(
                loops.size() > 1
                        ? IndexedConstruct.COLLECTED_OVER_TWO_LOOPS
                        : extents.isEmpty() ? IndexedConstruct.COLLECTED_NUMBERS : IndexedConstruct.COLLECTED_SLABS);
        Define define = statements.indexed(name, extents, loops, inside.get(), expressions.real(2, inside.get()));
        collected.add(draft.variables().remove(name));
        draft.pending().add(name);
        return List.of(define);
    }
}
