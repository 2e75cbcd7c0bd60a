package dev.adjc.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A file with functions, the last of which is tried.
 *
 * @param seed what drew it
 */
record RandomProgram(long seed, List<Function> functions) implements Batches.Drawn {

    /** What a parameter is for. */
    enum Kind {
        REAL(""),
        CONST("const "),
        INT("int ");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    /**
     * A parameter.
     *
     * @param points its number at each point where the program is tried
     */
    record Parameter(Kind kind, String name, List<Double> points) {}

    /** A definition of its targets; a requirement if it has none. */
    record Statement(List<String> targets, Tree value) {
        static Statement define(String target, Tree value) {
            return new Statement(List.of(target), value);
        }

        @Override
        public String toString() {
            if (targets.isEmpty()) {
                return "require " + value + " : \"it must hold\";";
            }
            String left = targets.size() == 1 ? targets.get(0) : "(" + String.join(", ", targets) + ")";
            return left + " = " + value + ";";
        }
    }

    /** A function. */
    record Function(String name, List<Parameter> parameters, List<String> outputs, List<Statement> statements) {
        Function {
            parameters = List.copyOf(parameters);
            outputs = List.copyOf(outputs);
            statements = List.copyOf(statements);
        }

        Function with(List<Statement> others) {
            return new Function(name, parameters, outputs, others);
        }

        @Override
        public String toString() {
            String head = parameters.stream()
                    .map(parameter -> parameter.kind.word + parameter.name)
                    .collect(Collectors.joining(", "));
            return "function " + name + "(" + head + ") -> " + String.join(", ", outputs) + " {\n"
                    + statements.stream().map(line -> "  " + line + "\n").collect(Collectors.joining())
                    + "}\n";
        }
    }

    RandomProgram {
        functions = List.copyOf(functions);
    }

    Function main() {
        return functions.get(functions.size() - 1);
    }

    RandomProgram with(List<Function> others) {
        return new RandomProgram(seed, others);
    }

    RandomProgram withMain(Function main) {
        List<Function> changed = new ArrayList<>(functions);
        changed.set(changed.size() - 1, main);
        return with(changed);
    }

    /** The numbers of all parameters at a point. */
    double[] point(int number) {
        return main().parameters().stream()
                .mapToDouble(parameter -> parameter.points().get(number))
                .toArray();
    }

    int points() {
        return main().parameters().isEmpty()
                ? 1
                : main().parameters().get(0).points().size();
    }

    @Override
    public String shown() {
        String numbers = main().parameters().stream()
                .map(parameter -> parameter.name() + " = " + parameter.points())
                .collect(Collectors.joining("; "));
        return this + "at " + numbers;
    }

    /** The whole file: imports and extern functions as needed, then the functions. */
    @Override
    public String toString() {
        Set<String> called = new TreeSet<>();
        functions.forEach(
                function -> function.statements().forEach(line -> line.value().calls(called)));
        StringBuilder text = new StringBuilder();
        for (String file : StandardFunction.FILES) {
            if (StandardFunction.ALL.stream()
                    .anyMatch(function -> function.file().equals(file) && called.contains(function.name()))) {
                text.append("import ").append(file).append(";\n");
            }
        }
        text.append(ExternFunction.declarations(called));
        functions.forEach(function -> text.append('\n').append(function));
        return text.toString();
    }
}
