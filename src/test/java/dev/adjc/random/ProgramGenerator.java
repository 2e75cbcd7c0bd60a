package dev.adjc.random;

import dev.adjc.operator.Operators;
import dev.adjc.random.RandomProgram.Function;
import dev.adjc.random.RandomProgram.Kind;
import dev.adjc.random.RandomProgram.Parameter;
import dev.adjc.random.RandomProgram.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Draws programs. Each is drawn beside a point at which it is carried out as it grows, so that logarithms find positive
 * numbers and values stay of moderate size.
 */
final class ProgramGenerator {
    /** Where a program is tried: four points of no special kind, then some with zeros, ties and infinities. */
    static final int ORDINARY_POINTS = 4;

    private static final int SPECIAL_POINTS = 3;
    private static final double[] SPECIAL = {
        0, -0.0, 1, -1, 0.5, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN, 1e300, Double.MIN_VALUE
    };

    private static final List<String> UNICODE = List.of("α", "β₁", "σ", "naïve", "Größe", "ж", "λ₀");
    private static final List<String> RESERVED = List.of(
            "double",
            "class",
            "_",
            "int_",
            "Math",
            "values",
            "gradient",
            "work",
            "java",
            "Value",
            "Double",
            "String",
            "record",
            "x_dot",
            "x_bar",
            "i",
            "t",
            "notify",
            "hashCode",
            "length",
            "Gradient",
            "inputs",
            "tangents");
    private static final List<String> FUNCTION_NAMES =
            List.of("model", "double", "φ", "Value", "gradient", "two_words", "java", "x");

    private final Map<String, Integer> coverage;
    private final Map<Construct, Integer> constructs;
    private final Random random;
    private final long seed;
    private final List<Function> functions = new ArrayList<>();
    private final TreeEvaluator evaluator = new TreeEvaluator(List.of());

    private Map<String, Double> scope = new LinkedHashMap<>();
    private List<Parameter> parameters = new ArrayList<>();
    private List<Statement> statements = new ArrayList<>();
    private boolean robust;
    private boolean elementary;

    /**
     * A generator.
     *
     * @param coverage counts the functions of the table that are drawn
     * @param constructs counts the rest
     */
    ProgramGenerator(long seed, Map<String, Integer> coverage, Map<Construct, Integer> constructs) {
        this.seed = seed;
        this.random = new Random(seed);
        this.coverage = coverage;
        this.constructs = constructs;
    }

    ProgramGenerator(long seed) {
        this(seed, new TreeMap<>(), new TreeMap<>());
    }

    /** A program of the usual size: mostly a few statements, now and then some hundred. */
    RandomProgram usual() {
        int size = random.nextInt(80) == 0 ? 30 + random.nextInt(120) : 1 + random.nextInt(6);
        return draw(size, 1 + random.nextInt(4));
    }

    /** One of arithmetic and {@code sin cos exp log sqrt} alone. */
    RandomProgram elementary() {
        elementary = true;
        return draw(3 + random.nextInt(20), 2 + random.nextInt(4));
    }

    /** One of so many statements and inputs. */
    RandomProgram draw(int size, int inputs) {
        int helpers = elementary ? 0 : Math.max(0, random.nextInt(5) - 2);
        for (int i = 0; i < helpers; i++) {
            robust = true;
            Function helper = function("helper" + i, 1 + random.nextInt(3), 1 + random.nextInt(4), 2);
            functions.add(helper);
            evaluator.add(helper);
        }
        robust = false;
        Function main = function(pick(FUNCTION_NAMES), inputs, size, 3);
        functions.add(main);
        note(Construct.MANY_INPUTS, main.parameters().size() > 60);
        note(Construct.MANY_STATEMENTS, size > 300);
        return new RandomProgram(seed, functions);
    }

    /** Whether a program gives finite numbers at all points of no special kind that it does not refuse. */
    static boolean isModerate(RandomProgram program) {
        TreeEvaluator evaluator = new TreeEvaluator(program.functions());
        for (int i = 0; i < ORDINARY_POINTS; i++) {
            if (!isTame(evaluator, program, i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether no number is huge at the point; where the program refuses it, there is none. */
    private static boolean isTame(TreeEvaluator evaluator, RandomProgram program, int point) {
        try {
            for (double number : evaluator.call(program.main(), program.point(point))) {
                if (!(Math.abs(number) < 1e100)) {
                    return false;
                }
            }
            return true;
        } catch (TreeEvaluator.Refused refused) {
            return true;
        }
    }

    // ---- functions

    private Function function(String name, int inputs, int size, int mostOutputs) {
        scope = new LinkedHashMap<>();
        parameters = new ArrayList<>();
        statements = new ArrayList<>();
        int constants = elementary ? 0 : Math.max(0, random.nextInt(5) - 2);
        int integers = elementary ? 0 : Math.max(0, random.nextInt(6) - 3);
        for (int i = 0; i < inputs + constants + integers; i++) {
            Kind kind = i < inputs ? Kind.REAL : i < inputs + constants ? Kind.CONST : Kind.INT;
            parameter(kind, unused());
            note(Construct.CONSTANT_PARAMETER, kind == Kind.CONST);
            note(Construct.INTEGER_PARAMETER, kind == Kind.INT);
        }
        for (int i = 0; i < size; i++) {
            statement();
        }
        List<String> outputs = outputs(mostOutputs);
        return new Function(name, parameters, outputs, statements);
    }

    private void parameter(Kind kind, String name) {
        List<Double> points = new ArrayList<>();
        double base = kind == Kind.INT ? random.nextInt(6) - 1 : round(random.nextDouble() * 5 - 2);
        points.add(base);
        for (int i = 1; i < ORDINARY_POINTS; i++) {
            double near = base * (1 + 0.1 * random.nextGaussian());
            points.add(kind == Kind.INT ? (double) (random.nextInt(6) - 1) : near);
        }
        for (int i = 0; i < SPECIAL_POINTS; i++) {
            double special = i == 0 ? 0 : i == 1 ? 1 : SPECIAL[random.nextInt(SPECIAL.length)];
            points.add(kind == Kind.INT ? (double) random.nextInt(3) : special);
        }
        parameters.add(new Parameter(kind, name, points));
        scope.put(name, base);
    }

    private String unused() {
        while (true) {
            int kind = random.nextInt(12);
            String name = kind == 0
                    ? pick(UNICODE)
                    : kind == 1 ? pick(RESERVED) : "xyzuvwab".charAt(random.nextInt(8)) + suffix();
            if (!scope.containsKey(name)) {
                note(Construct.UNICODE_NAME, kind == 0);
                note(Construct.RESERVED_NAME, kind == 1);
                return name;
            }
        }
    }

    private String suffix() {
        return scope.size() < 6 && random.nextBoolean() ? "" : Integer.toString(random.nextInt(10 + 3 * scope.size()));
    }

    /** Outputs, one of which sums up what was defined last. */
    private List<String> outputs(int most) {
        List<String> outputs = new ArrayList<>();
        int count = 1 + random.nextInt(most);
        for (int i = 0; i < count; i++) {
            String name = unused();
            Tree sum = leaf();
            for (int k = random.nextInt(4); k > 0; k--) {
                sum = Tree.of(random.nextBoolean() ? Tree.Form.ADD : Tree.Form.MULTIPLY, sum, leaf());
            }
            define(name, moderate(sum));
            outputs.add(name);
        }
        note(Construct.SEVERAL_OUTPUTS, count > 1);
        return outputs;
    }

    // ---- statements

    private void statement() {
        int kind = elementary ? 99 : random.nextInt(100);
        if (kind < 3) {
            requirement();
        } else if (kind < 8 && severalResults()) {
            note(Construct.CALL_WITH_SEVERAL_RESULTS, true);
        } else if (kind < 20) {
            String name = pick(List.copyOf(scope.keySet()));
            boolean parameter = parameters.stream().anyMatch(one -> one.name().equals(name));
            if (isInteger(name)) {
                statement();
                return;
            }
            note(Construct.REASSIGNMENT, true);
            note(Construct.REDEFINED_PARAMETER, parameter);
            define(name, moderate(real(3)));
        } else if (kind < 22) {
            note(Construct.COPY, true);
            define(unused(), name());
        } else {
            define(unused(), moderate(real(1 + random.nextInt(3))));
        }
    }

    private boolean isInteger(String name) {
        return parameters.stream()
                .anyMatch(one -> one.kind() == Kind.INT && one.name().equals(name));
    }

    private void define(String name, Tree value) {
        add(Statement.define(name, value));
    }

    private void add(Statement statement) {
        evaluator.run(statement, scope);
        statements.add(statement);
    }

    /** One that holds where the program is drawn. */
    private void requirement() {
        Tree condition = condition(2);
        if (!robust) {
            boolean holds = evaluator.number(condition, scope) != 0;
            add(new Statement(List.of(), holds ? condition : Tree.of(Tree.Form.NOT, condition)));
            note(Construct.REQUIREMENT, true);
        }
    }

    private boolean severalResults() {
        for (Function function : functions) {
            if (function.outputs().size() > 1) {
                List<String> targets = new ArrayList<>();
                for (int i = 0; i < function.outputs().size(); i++) {
                    String name = unused();
                    while (targets.contains(name)) {
                        name = unused();
                    }
                    targets.add(name);
                }
                add(new Statement(targets, call(function, 2)));
                return true;
            }
        }
        return false;
    }

    // ---- expressions

    /** Brings a value of extreme size back. */
    private Tree moderate(Tree tree) {
        double size = Math.abs(evaluator.number(tree, scope));
        if (!Double.isFinite(size)) {
            return leaf();
        }
        if (size > 100) {
            return Tree.of(Tree.Form.DIVIDE, tree, Tree.number(Math.rint(size)));
        }
        return size != 0 && size < 1e-4 ? Tree.of(Tree.Form.MULTIPLY, tree, Tree.number(1e4)) : tree;
    }

    private Tree real(int depth) {
        if (depth <= 0 || random.nextInt(8) == 0) {
            return leaf();
        }
        int kind = random.nextInt(100);
        if (elementary) {
            return kind < 60 ? infix(depth) : plainCall(depth);
        }
        if (kind < 30) {
            return infix(depth);
        }
        if (kind < 36) {
            boolean minus = random.nextInt(4) > 0;
            note(minus ? Construct.NEGATION : Construct.PLUS_SIGN, true);
            return Tree.of(minus ? Tree.Form.NEGATE : Tree.Form.PLUS, real(depth - 1));
        }
        if (kind < 46) {
            return power(depth);
        }
        if (kind < 72) {
            return builtIn(depth);
        }
        if (kind < 80) {
            return conditional(depth);
        }
        if (kind < 86 && !functions.isEmpty()) {
            Function function = pick(functions);
            if (function.outputs().size() == 1) {
                return call(function, depth);
            }
        }
        if (kind < 90) {
            return standard(depth);
        }
        if (kind < 94) {
            return extern(depth);
        }
        return kind < 97 ? cancellation(depth) : constant();
    }

    private Tree leaf() {
        return random.nextInt(5) == 0 ? number() : name();
    }

    /** A name that is in scope, rather one of the last. */
    private Tree name() {
        List<String> names = List.copyOf(scope.keySet());
        int back = (int) (names.size() * Math.pow(random.nextDouble(), 1.5));
        return Tree.name(names.get(names.size() - 1 - Math.min(back, names.size() - 1)));
    }

    private Tree number() {
        int kind = random.nextInt(12);
        note(Construct.PI, kind == 0);
        note(Construct.NUMBER, kind > 0);
        return kind == 0
                ? Tree.name("pi")
                : kind < 6
                        ? Tree.number(
                                pick(List.of("0", "1", "2", "3", "0.5", "0.25", "10", "1e-3", "-1", "-2.5", "1.0")))
                        : Tree.number(round(random.nextDouble() * 4));
    }

    private static double round(double number) {
        return Math.rint(number * 1000) / 1000;
    }

    private Tree infix(int depth) {
        switch (random.nextInt(5)) {
            case 0:
                note(Construct.SUM, true);
                return Tree.of(Tree.Form.ADD, real(depth - 1), real(depth - 1));
            case 1:
                note(Construct.DIFFERENCE, true);
                return Tree.of(Tree.Form.SUBTRACT, real(depth - 1), real(depth - 1));
            case 2:
                note(Construct.PRODUCT, true);
                return Tree.of(Tree.Form.MULTIPLY, real(depth - 1), real(depth - 1));
            case 3:
                note(Construct.QUOTIENT, true);
                return Tree.of(Tree.Form.DIVIDE, real(depth - 1), fitted(real(depth - 1), 0.3, 3));
            default:
                Tree sum = leaf();
                int terms = 2 + random.nextInt(8);
                for (int i = 0; i < terms; i++) {
                    sum = Tree.of(random.nextBoolean() ? Tree.Form.ADD : Tree.Form.SUBTRACT, sum, leaf());
                }
                note(Construct.LONG_SUM, terms > 4);
                return sum;
        }
    }

    private Tree plainCall(int depth) {
        String function = pick(List.of("sin", "cos", "exp", "log", "sqrt"));
        Tree argument = real(depth - 1);
        boolean positive = function.equals("log") || function.equals("sqrt");
        return Tree.call(function, positive ? fitted(argument, 0.2, 4) : fitted(argument, -3, 3));
    }

    private Tree power(int depth) {
        Tree base = real(depth - 1);
        if (random.nextInt(3) > 0) {
            int n = List.of(-3, -2, -1, 0, 1, 2, 2, 3, 4, 5, 7, 8, 13).get(random.nextInt(13));
            note(Construct.NEGATIVE_POWER, n < 0);
            note(Construct.POSITIVE_POWER, n > 1);
            note(Construct.POWER_OF_ZERO, n == 0);
            note(Construct.POWER_OF_ONE, n == 1);
            Tree fitted = n < 0 ? fitted(base, 0.3, 3) : n > 5 ? fitted(base, -1.5, 1.5) : base;
            Tree exponent = Tree.number(Integer.toString(n));
            return random.nextInt(4) == 0
                    ? counted("pow", fitted, exponent)
                    : Tree.of(Tree.Form.POWER, fitted, exponent);
        }
        Tree positive = fitted(base, 0.2, 4);
        List<String> integers = parameters.stream()
                .filter(one -> one.kind() == Kind.INT)
                .map(Parameter::name)
                .toList();
        if (!integers.isEmpty() && random.nextBoolean()) {
            note(Construct.INTEGER_EXPONENT, true);
            return Tree.of(Tree.Form.POWER, positive, Tree.name(pick(integers)));
        }
        boolean constant = random.nextBoolean();
        note(constant ? Construct.CONSTANT_EXPONENT : Construct.ACTIVE_EXPONENT, true);
        Tree exponent =
                constant ? Tree.number(pick(List.of("0.5", "-1.5", "2.5", "1.0", "-0.1"))) : fitted(name(), -3, 3);
        return Tree.of(Tree.Form.POWER, positive, exponent);
    }

    private Tree counted(String function, Tree... arguments) {
        coverage.merge(function, 1, Integer::sum);
        return Tree.call(function, arguments);
    }

    private Tree builtIn(int depth) {
        String name = pick(Operators.functionNames());
        if (Set.of("min", "max").contains(name) && random.nextBoolean()) {
            int count = 3 + random.nextInt(3);
            Tree[] arguments = new Tree[count];
            for (int i = 0; i < count; i++) {
                arguments[i] = i > 0 && random.nextInt(6) == 0 ? arguments[i - 1] : real(depth - 2);
            }
            note(Construct.LARGEST_OF_MANY, true);
            return counted(name, arguments);
        }
        var row = Operators.function(name).orElseThrow();
        Tree[] arguments = new Tree[row.arity()];
        for (int i = 0; i < arguments.length; i++) {
            double[] interval = row.samples().get(i);
            arguments[i] = fitted(real(depth - 1), interval[0], interval[1]);
        }
        return counted(name, arguments);
    }

    /** The expression, brought between these bounds where it is not. */
    private Tree fitted(Tree tree, double low, double high) {
        double number = evaluator.number(tree, scope);
        if (!robust && number >= low && number <= high) {
            return tree;
        }
        Tree inside = Double.isFinite(number) ? tree : leaf();
        double half = round((high - low) / 2);
        switch (random.nextInt(elementary ? 2 : 4)) {
            case 0:
                return Tree.of(
                        Tree.Form.ADD,
                        Tree.number(round((low + high) / 2)),
                        Tree.of(Tree.Form.MULTIPLY, Tree.number(half), counted("sin", inside)));
            case 1:
                Tree square = Tree.of(Tree.Form.MULTIPLY, inside, inside);
                return Tree.of(
                        Tree.Form.ADD,
                        Tree.number(low),
                        Tree.of(Tree.Form.DIVIDE, Tree.number(half), Tree.of(Tree.Form.ADD, Tree.number(1), square)));
            case 2:
                return counted("clamp", inside, Tree.number(low), Tree.number(high));
            default:
                return Tree.of(
                        Tree.Form.ADD,
                        Tree.number(low),
                        Tree.of(Tree.Form.MULTIPLY, Tree.number(2 * half), counted("sigmoid", inside)));
        }
    }

    private Tree conditional(int depth) {
        int arms = random.nextInt(40) == 0 ? 9 + random.nextInt(10) : 1 + random.nextInt(3);
        note(Construct.ELSE_IF, arms > 1);
        note(Construct.LONG_ELSE_IF, arms > 8);
        note(Construct.CONDITIONAL, true);
        Tree chain = real(depth - 1);
        for (int i = 0; i < arms; i++) {
            Tree then = real(arms > 3 ? 0 : depth - 1);
            note(Construct.NESTED_CONDITIONAL, then.form() == Tree.Form.IF);
            chain = Tree.of(Tree.Form.IF, condition(arms > 3 ? 0 : 2), then, chain);
        }
        return chain;
    }

    private Tree condition(int depth) {
        int kind = depth == 0 ? 0 : random.nextInt(8);
        if (kind == 5) {
            note(Construct.NOT, true);
            return Tree.of(Tree.Form.NOT, condition(depth - 1));
        }
        if (kind == 6) {
            note(Construct.AND, true);
            return Tree.of(Tree.Form.AND, condition(depth - 1), condition(depth - 1));
        }
        if (kind == 7) {
            note(Construct.OR, true);
            return Tree.of(Tree.Form.OR, condition(depth - 1), condition(depth - 1));
        }
        note(Construct.COMPARISON, true);
        String relation = pick(List.of("<", "<=", ">", ">=", "==", "!="));
        if (random.nextInt(12) == 0) {
            note(Construct.INFINITY, true);
            return Tree.compare(relation, real(1), Tree.name("inf"));
        }
        return random.nextInt(10) == 0
                ? Tree.compare(relation, constant(), number())
                : Tree.compare(relation, real(1), real(1));
    }

    private Tree call(Function function, int depth) {
        note(Construct.CALL, true);
        List<Tree> arguments = new ArrayList<>();
        for (Parameter parameter : function.parameters()) {
            if (parameter.kind() == Kind.INT) {
                note(Construct.INTEGER_ARGUMENT, true);
                arguments.add(integer());
            } else {
                Tree argument = real(random.nextInt(2) == 0 ? 0 : depth - 1);
                note(Construct.NESTED_CALL, argument.form() == Tree.Form.CALL);
                arguments.add(argument);
            }
        }
        Tree call = Tree.call(function.name(), arguments.toArray(Tree[]::new));
        if (function.outputs().size() == 1 && random.nextInt(5) == 0) {
            note(Construct.REPEATED_CALL, true);
            return Tree.of(Tree.Form.MULTIPLY, call, Tree.of(Tree.Form.ADD, call, leaf()));
        }
        return call;
    }

    private Tree integer() {
        List<String> integers = parameters.stream()
                .filter(one -> one.kind() == Kind.INT)
                .map(Parameter::name)
                .toList();
        return integers.isEmpty() || random.nextBoolean() ? Tree.number(random.nextInt(4)) : Tree.name(pick(integers));
    }

    private Tree standard(int depth) {
        StandardFunction function = pick(StandardFunction.ALL);
        boolean nn = function.file().equals("std.nn");
        note(nn ? Construct.STANDARD_NN : Construct.STANDARD_PROB, true);
        Tree[] arguments = new Tree[function.intervals().size()];
        for (int i = 0; i < arguments.length; i++) {
            double[] interval = function.intervals().get(i);
            arguments[i] = fitted(real(depth - 2), interval[0], interval[1]);
        }
        return Tree.call(function.name(), arguments);
    }

    private Tree extern(int depth) {
        ExternFunction function = pick(ExternFunction.all());
        note(Construct.EXTERN, true);
        note(Construct.EXTERN_WITH_CONSTANT, function.declaration().contains("const"));
        Tree[] arguments = new Tree[function.intervals().size()];
        for (int i = 0; i < arguments.length; i++) {
            double[] interval = function.intervals().get(i);
            arguments[i] = fitted(real(depth - 1), interval[0], interval[1]);
        }
        return Tree.call(function.name(), arguments);
    }

    /** A small number that large ones leave. */
    private Tree cancellation(int depth) {
        note(Construct.CANCELLATION, true);
        Tree x = real(depth - 2);
        switch (random.nextInt(4)) {
            case 0:
                Tree factor = Tree.of(Tree.Form.ADD, Tree.number(1), Tree.number(1e-9));
                return Tree.of(Tree.Form.SUBTRACT, x, Tree.of(Tree.Form.MULTIPLY, x, factor));
            case 1:
                return Tree.of(Tree.Form.SUBTRACT, Tree.of(Tree.Form.ADD, x, Tree.number("1e6")), Tree.number("1e6"));
            case 2:
                Tree sine = Tree.of(Tree.Form.POWER, counted("sin", x), Tree.number(2));
                Tree cosine = Tree.of(Tree.Form.POWER, counted("cos", x), Tree.number(2));
                return Tree.of(Tree.Form.SUBTRACT, Tree.of(Tree.Form.ADD, sine, cosine), Tree.number(1));
            default:
                Tree y = leaf();
                Tree difference = Tree.of(Tree.Form.SUBTRACT, x, y);
                return Tree.of(Tree.Form.SUBTRACT, Tree.of(Tree.Form.ADD, difference, y), x);
        }
    }

    /** An expression without variables. */
    private Tree constant() {
        note(Construct.CONSTANTS_TO_FOLD, true);
        switch (random.nextInt(4)) {
            case 0:
                return Tree.of(Tree.Form.MULTIPLY, number(), number());
            case 1:
                return counted(pick(List.of("sqrt", "exp", "abs", "cos")), number());
            case 2:
                return Tree.of(Tree.Form.POWER, Tree.number(2), Tree.number(3));
            default:
                return Tree.of(Tree.Form.DIVIDE, number(), Tree.number(3));
        }
    }

    // ---- drawing

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private void note(Construct construct, boolean drawn) {
        if (drawn) {
            constructs.merge(construct, 1, Integer::sum);
        }
    }
}
