package dev.adjc.random;

import dev.adjc.random.IndexedProgram.Define;
import dev.adjc.random.IndexedProgram.Function;
import dev.adjc.random.IndexedProgram.Loop;
import dev.adjc.random.IndexedProgram.Statement;
import dev.adjc.random.Tree.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Makes a program of arrays smaller. */
final class IndexedShrinker extends Shrinker<IndexedProgram> {
    private static final List<Tree> LEAVES = List.of(Tree.ZERO, Tree.ONE);

    IndexedShrinker(IndexedProgram program, Predicate<IndexedProgram> fails) {
        super(program, fails);
    }

    /** Takes the first smaller programs that fail as well, until there is none. */
    @Override
    boolean step() {
        boolean shorter = false;
        for (int f = smallest().functions().size() - 1; f >= 0; f--) {
            if (f < smallest().functions().size() - 1) {
                List<Function> left = new ArrayList<>(smallest().functions());
                left.remove(f);
                if (take(smallest().with(left))) {
                    shorter = true;
                    continue;
                }
            }
            boolean again = true;
            while (again && hasTime()) {
                again = false;
                for (Function candidate : simpler(smallest().functions().get(f))) {
                    if (take(smallest().with(f, candidate))) {
                        again = true;
                        shorter = true;
                        break;
                    }
                }
            }
        }
        return shorter;
    }

    private static List<Function> simpler(Function function) {
        List<Function> simpler = new ArrayList<>();
        for (int i = 0; i < function.outputs().size() && function.outputs().size() > 1; i++) {
            simpler.add(function.giving(without(function.outputs(), i)));
        }
        lists(function.statements()).forEach(statements -> simpler.add(function.with(statements)));
        for (int i = 0; i < function.parameters().size(); i++) {
            simpler.add(function.taking(without(function.parameters(), i)));
        }
        for (int i = 0; i < function.outputs().size(); i++) {
            if (function.outputs().get(i).form() == Form.ACCESS) {
                List<Tree> outputs = new ArrayList<>(function.outputs());
                outputs.set(i, Tree.name(outputs.get(i).text()));
                simpler.add(function.giving(outputs));
            }
        }
        return simpler;
    }

    /** Statements that are like these, but for one that is left out or simpler. */
    private static List<List<Statement>> lists(List<Statement> statements) {
        List<List<Statement>> lists = new ArrayList<>();
        for (int i = statements.size() - 1; i >= 0; i--) {
            lists.add(without(statements, i));
        }
        for (int i = 0; i < statements.size(); i++) {
            for (List<Statement> instead : simpler(statements.get(i))) {
                List<Statement> changed = new ArrayList<>(statements);
                changed.remove(i);
                changed.addAll(i, instead);
                lists.add(changed);
            }
        }
        return lists;
    }

    private static List<List<Statement>> simpler(Statement statement) {
        List<List<Statement>> simpler = new ArrayList<>();
        if (statement instanceof Loop loop) {
            simpler.add(loop.body());
            lists(loop.body()).forEach(body -> simpler.add(List.of(new Loop(loop.binder(), body))));
            ranges(loop.binder()).forEach(binder -> simpler.add(List.of(new Loop(binder, loop.body()))));
            return simpler;
        }
        Define define = (Define) statement;
        for (Tree value : SimplerTrees.of(define.value(), LEAVES)) {
            simpler.add(List.of(new Define(define.targets(), value)));
            if (define.targets().size() == 1 && define.targets().get(0).form() == Form.ACCESS) {
                simpler.add(List.of(new Define(List.of(explicit(define.targets().get(0))), value)));
            }
        }
        return simpler;
    }

    /** The target with all ranges written down. */
    private static Tree explicit(Tree target) {
        List<Tree> places = target.parts().stream()
                .map(part -> part.form() == Form.EACH ? new Tree(Form.BEFORE, part.text(), part.parts()) : part)
                .toList();
        return Tree.access(target.text(), places);
    }

    private static List<Tree> ranges(Tree binder) {
        return List.of(
                new Tree(Form.BEFORE, binder.text(), List.of(Tree.ZERO, Tree.ONE)),
                new Tree(Form.BEFORE, binder.text(), List.of(Tree.ZERO, Tree.number("2"))));
    }
}
