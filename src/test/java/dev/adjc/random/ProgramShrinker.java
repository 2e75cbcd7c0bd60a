package dev.adjc.random;

import dev.adjc.random.RandomProgram.Function;
import dev.adjc.random.RandomProgram.Kind;
import dev.adjc.random.RandomProgram.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Makes a program of numbers smaller. */
final class ProgramShrinker extends Shrinker<RandomProgram> {
    ProgramShrinker(RandomProgram program, Predicate<RandomProgram> fails) {
        super(program, fails);
    }

    @Override
    boolean step() {
        boolean shorter = outputs();
        shorter |= values();
        shorter |= statements();
        shorter |= functions();
        shorter |= expressions();
        shorter |= parameters();
        return shorter;
    }

    /** Leaves out half of the statements, a quarter, and so on down to single ones. */
    private boolean statements() {
        boolean shorter = false;
        for (int size = smallest().main().statements().size(); size > 0; size /= 2) {
            for (int from = 0; from < smallest().main().statements().size(); ) {
                List<Statement> left = new ArrayList<>(smallest().main().statements());
                left.subList(from, Math.min(left.size(), from + size)).clear();
                if (take(smallest().withMain(smallest().main().with(left)))) {
                    shorter = true;
                } else {
                    from += size;
                }
            }
        }
        return shorter;
    }

    /** Puts 1, or the first parameter, for the values of half of the definitions, of a quarter, and so on. */
    private boolean values() {
        boolean shorter = false;
        for (Tree leaf : leaves()) {
            for (int size = smallest().main().statements().size(); size > 0; size /= 2) {
                for (int from = 0; from < smallest().main().statements().size(); from += size) {
                    List<Statement> simpler = new ArrayList<>(smallest().main().statements());
                    boolean changed = false;
                    for (int i = from; i < Math.min(simpler.size(), from + size); i++) {
                        Statement statement = simpler.get(i);
                        if (statement.targets().size() == 1
                                && !statement.value().parts().isEmpty()) {
                            simpler.set(i, new Statement(statement.targets(), leaf));
                            changed = true;
                        }
                    }
                    shorter |= changed
                            && take(smallest().withMain(smallest().main().with(simpler)));
                }
            }
        }
        return shorter;
    }

    private List<Tree> leaves() {
        List<Tree> leaves = new ArrayList<>(List.of(Tree.number("1")));
        smallest().main().parameters().stream()
                .filter(parameter -> parameter.kind() == Kind.REAL)
                .findFirst()
                .ifPresent(parameter -> leaves.add(Tree.name(parameter.name())));
        return leaves;
    }

    private boolean outputs() {
        boolean shorter = false;
        for (int i = smallest().main().outputs().size() - 1;
                i >= 0 && smallest().main().outputs().size() > 1;
                i--) {
            Function main = smallest().main();
            shorter |= take(smallest()
                    .withMain(new Function(
                            main.name(), main.parameters(), without(main.outputs(), i), main.statements())));
        }
        // Any other name that is defined may do as well.
        if (smallest().main().outputs().size() == 1) {
            for (Statement statement : smallest().main().statements()) {
                Function main = smallest().main();
                if (statement.targets().size() == 1
                        && !statement.targets().equals(main.outputs())
                        && main.statements().indexOf(statement)
                                < main.statements().size() - 1) {
                    List<Statement> upTo =
                            main.statements().subList(0, main.statements().indexOf(statement) + 1);
                    shorter |= take(smallest()
                            .withMain(new Function(main.name(), main.parameters(), statement.targets(), upTo)));
                }
            }
        }
        return shorter;
    }

    private boolean functions() {
        boolean shorter = false;
        for (int i = smallest().functions().size() - 2; i >= 0; i--) {
            shorter |= take(smallest().with(without(smallest().functions(), i)));
        }
        return shorter;
    }

    private boolean parameters() {
        boolean shorter = false;
        for (int i = smallest().main().parameters().size() - 1; i >= 0; i--) {
            Function main = smallest().main();
            shorter |= take(smallest()
                    .withMain(new Function(
                            main.name(), without(main.parameters(), i), main.outputs(), main.statements())));
        }
        return shorter;
    }

    /** Puts a part of each expression in its place, or 1, or the first parameter. */
    private boolean expressions() {
        boolean shorter = false;
        for (int f = smallest().functions().size() - 1; f >= 0; f--) {
            for (int i = 0; i < smallest().functions().get(f).statements().size(); i++) {
                boolean again = true;
                while (again) {
                    again = false;
                    Statement statement =
                            smallest().functions().get(f).statements().get(i);
                    if (statement.targets().size() > 1) {
                        break;
                    }
                    for (Tree candidate : SimplerTrees.of(statement.value(), leaves())) {
                        if (take(replaced(f, i, new Statement(statement.targets(), candidate)))) {
                            again = true;
                            shorter = true;
                            break;
                        }
                    }
                }
            }
        }
        return shorter;
    }

    private RandomProgram replaced(int function, int statement, Statement by) {
        Function old = smallest().functions().get(function);
        List<Statement> statements = new ArrayList<>(old.statements());
        statements.set(statement, by);
        List<Function> functions = new ArrayList<>(smallest().functions());
        functions.set(function, old.with(statements));
        return smallest().with(functions);
    }
}
