package dev.adjc.random;

import dev.adjc.random.RandomProgram.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A file with functions of arrays, the last of which is tried.
 *
 * @param seed what drew it
 */
record IndexedProgram(long seed, List<Function> functions) implements Batches.Drawn {

    /**
     * A parameter.
     *
     * @param points its numbers at each point where the program is tried
     */
    record Parameter(Kind kind, String name, List<Tree> extents, List<Grid> points) {
        @Override
        public String toString() {
            String word = kind == Kind.REAL ? "" : kind == Kind.CONST ? "const " : "int ";
            return word + (extents.isEmpty() ? name : Tree.access(name, extents));
        }
    }

    /** What a body is made of. */
    sealed interface Statement {}

    /** A definition of its targets; a requirement if it has none. */
    record Define(List<Tree> targets, Tree value) implements Statement {
        @Override
        public String toString() {
            if (targets.isEmpty()) {
                return "require " + value + " : \"it must hold\";";
            }
            String left = targets.stream().map(Tree::toString).collect(Collectors.joining(", "));
            return (targets.size() == 1 ? left : "(" + left + ")") + " = " + value + ";";
        }
    }

    /** Rounds, one after another; the binder is an index with its range. */
    record Loop(Tree binder, List<Statement> body) implements Statement {
        Loop {
            body = List.copyOf(body);
        }

        @Override
        public String toString() {
            return "for " + binder + " {\n"
                    + body.stream()
                            .map(line -> "  " + line.toString().replace("\n", "\n  ") + "\n")
                            .collect(Collectors.joining())
                    + "}";
        }
    }

    /**
     * A function.
     *
     * @param outputs with or without sizes
     * @param sizes the number of each size at each point
     */
    record Function(
            String name,
            List<Parameter> parameters,
            List<Tree> outputs,
            List<Statement> statements,
            List<Map<String, Integer>> sizes) {
        Function {
            parameters = List.copyOf(parameters);
            outputs = List.copyOf(outputs);
            statements = List.copyOf(statements);
            sizes = List.copyOf(sizes);
        }

        Function with(List<Statement> others) {
            return new Function(name, parameters, outputs, others, sizes);
        }

        Function giving(List<Tree> others) {
            return new Function(name, parameters, others, statements, sizes);
        }

        Function taking(List<Parameter> others) {
            return new Function(name, others, outputs, statements, sizes);
        }

        @Override
        public String toString() {
            String head = parameters.stream().map(Parameter::toString).collect(Collectors.joining(", "));
            String results = outputs.stream().map(Tree::toString).collect(Collectors.joining(", "));
            return "function " + name + "(" + head + ") -> " + results + " {\n"
                    + statements.stream()
                            .map(line -> "  " + line.toString().replace("\n", "\n  ") + "\n")
                            .collect(Collectors.joining())
                    + "}\n";
        }
    }

    IndexedProgram {
        functions = List.copyOf(functions);
    }

    Function main() {
        return functions.get(functions.size() - 1);
    }

    IndexedProgram with(List<Function> others) {
        return new IndexedProgram(seed, others);
    }

    /** The same with another function in this place. */
    IndexedProgram with(int place, Function function) {
        List<Function> changed = new ArrayList<>(functions);
        changed.set(place, function);
        return with(changed);
    }

    /** What the parameters are at a point. */
    List<Grid> point(int number) {
        return main().parameters().stream()
                .map(parameter -> parameter.points().get(number))
                .collect(Collectors.toList());
    }

    @Override
    public String shown() {
        String numbers = main().parameters().stream()
                .map(parameter -> parameter.name() + " = "
                        + parameter.points().stream()
                                .map(grid -> Arrays.toString(grid.numbers()))
                                .toList())
                .collect(Collectors.joining("; "));
        return this + "at " + main().sizes() + "; " + numbers;
    }

    /** The whole file: imports as needed, then the functions. */
    @Override
    public String toString() {
        Set<String> called = new TreeSet<>();
        functions.forEach(function -> function.statements().forEach(statement -> calls(statement, called)));
        return called.stream()
                        .filter(IndexedLibrary::has)
                        .map(function -> "import std." + IndexedLibrary.file(function) + ";\n")
                        .distinct()
                        .collect(Collectors.joining())
                + functions.stream().map(Function::toString).collect(Collectors.joining("\n"));
    }

    private static void calls(Statement statement, Set<String> called) {
        if (statement instanceof Loop loop) {
            loop.body().forEach(inner -> calls(inner, called));
        } else {
            ((Define) statement).value().calls(called);
        }
    }
}
