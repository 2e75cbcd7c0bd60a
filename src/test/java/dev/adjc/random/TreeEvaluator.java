package dev.adjc.random;

import static java.util.Objects.requireNonNull;

import dev.adjc.harness.JavaMethods;
import dev.adjc.operator.Exponentials;
import dev.adjc.operator.Operator;
import dev.adjc.operator.Operators;
import dev.adjc.operator.special.Power;
import dev.adjc.random.RandomProgram.Function;
import dev.adjc.random.RandomProgram.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Carries programs out as they are written, statement by statement: what lowering is held against. */
class TreeEvaluator {
    private final Map<String, Function> functions = new HashMap<>();

    /** A requirement that does not hold. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused() {
            super("it must hold");
        }
    }

    TreeEvaluator(List<Function> functions) {
        functions.forEach(this::add);
    }

    void add(Function function) {
        functions.put(function.name(), function);
    }

    double[] call(Function function, double... arguments) {
        Map<String, Double> scope = new HashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            scope.put(function.parameters().get(i).name(), arguments[i]);
        }
        function.statements().forEach(statement -> run(statement, scope));
        return function.outputs().stream().mapToDouble(scope::get).toArray();
    }

    /** Carries a statement out. */
    void run(Statement statement, Map<String, Double> scope) {
        if (statement.targets().isEmpty()) {
            if (number(statement.value(), scope) == 0) {
                throw new Refused();
            }
        } else if (statement.targets().size() == 1) {
            scope.put(statement.targets().get(0), number(statement.value(), scope));
        } else {
            Tree call = statement.value();
            double[] results = call(requireNonNull(functions.get(call.text())), numbers(call.parts(), scope));
            for (int i = 0; i < results.length; i++) {
                scope.put(statement.targets().get(i), results[i]);
            }
        }
    }

    private double[] numbers(List<Tree> trees, Map<String, Double> scope) {
        return trees.stream().mapToDouble(tree -> number(tree, scope)).toArray();
    }

    /** The expression's number; 1 or 0 for a condition. */
    double number(Tree tree, Map<String, Double> scope) {
        return switch (tree.form()) {
            case NUMBER -> Double.parseDouble(tree.text());
            case NAME -> named(tree.text(), scope);
            case NEGATE -> -number(tree.part(0), scope);
            case PLUS -> number(tree.part(0), scope);
            case ADD -> number(tree.part(0), scope) + number(tree.part(1), scope);
            case SUBTRACT -> number(tree.part(0), scope) - number(tree.part(1), scope);
            case MULTIPLY -> number(tree.part(0), scope) * number(tree.part(1), scope);
            case DIVIDE -> number(tree.part(0), scope) / number(tree.part(1), scope);
            case POWER -> power(tree.part(0), tree.part(1), scope);
            case CALL -> call(tree, scope);
            case IF -> number(tree.part(number(tree.part(0), scope) != 0 ? 1 : 2), scope);
            case COMPARE -> compare(tree.text(), number(tree.part(0), scope), number(tree.part(1), scope)) ? 1 : 0;
            case NOT -> number(tree.part(0), scope) != 0 ? 0 : 1;
            case AND -> number(tree.part(0), scope) != 0 && number(tree.part(1), scope) != 0 ? 1 : 0;
            case OR -> number(tree.part(0), scope) != 0 || number(tree.part(1), scope) != 0 ? 1 : 0;
            case ACCESS, ALL, REDUCTION, EACH, BEFORE, UP_TO, ARRAY -> indexed(tree, scope);
        };
    }

    /** What speaks of arrays. */
    double indexed(Tree tree, Map<String, Double> scope) {
        throw new IllegalArgumentException(tree + " is no number, with " + scope);
    }

    private static double named(String text, Map<String, Double> scope) {
        return switch (text) {
            case "pi" -> Math.PI;
            case "inf" -> Double.POSITIVE_INFINITY;
            default -> requireNonNull(scope.get(text));
        };
    }

    private double power(Tree base, Tree exponent, Map<String, Double> scope) {
        double x = number(base, scope);
        double n = number(exponent, scope);
        return exponent.isWholeLiteral() ? Power.powi(x, n) : Math.pow(x, n);
    }

    private static boolean compare(String relation, double a, double b) {
        return switch (relation) {
            case "<" -> a < b;
            case "<=" -> a <= b;
            case ">" -> a > b;
            case ">=" -> a >= b;
            case "==" -> a == b;
            default -> a != b;
        };
    }

    /** What a call gives that stands in an expression. */
    double call(Tree call, Map<String, Double> scope) {
        Function function = functions.get(call.text());
        double[] arguments = numbers(call.parts(), scope);
        if (function != null) {
            return call(function, arguments)[0];
        }
        if (ExternFunction.exists(call.text())) {
            ExternFunction extern = ExternFunction.named(call.text());
            return JavaMethods.run(extern.className(), extern.method(), arguments);
        }
        for (StandardFunction standard : StandardFunction.ALL) {
            if (standard.name().equals(call.text())) {
                return standard.evaluate(arguments);
            }
        }
        Operator operator = Operators.function(call.text()).orElseThrow();
        if (operator == Exponentials.POW) {
            return power(call.part(0), call.part(1), scope);
        }
        if (operator.arity() < arguments.length) {
            double extreme = arguments[0];
            for (double argument : arguments) {
                extreme = operator.evaluate(extreme, argument);
            }
            return extreme;
        }
        return operator.evaluate(arguments);
    }
}
