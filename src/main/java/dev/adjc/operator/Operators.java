package dev.adjc.operator;

import static dev.adjc.operator.Formula.MINUS_ONE;
import static dev.adjc.operator.Formula.ONE;
import static dev.adjc.operator.Formula.RESULT;
import static dev.adjc.operator.Formula.X;
import static dev.adjc.operator.Formula.Y;
import static dev.adjc.operator.Formula.ZERO;
import static dev.adjc.operator.Operator.internal;
import static dev.adjc.operator.Operator.row;

import dev.adjc.operator.Operator.Family;
import dev.adjc.operator.Operator.Row;
import dev.adjc.operator.Operator.Trait;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The table: one row for each operator. What all programs are made of stands here, functions in a class for each family.
 */
public final class Operators {
    private Operators() {}

    /** The classes that hold the rows, in the order of the reference. */
    private static final List<Class<?>> FAMILIES = List.of(
            Operators.class,
            Exponentials.class,
            Trigonometry.class,
            Choices.class,
            LogisticFunctions.class,
            SpecialFunctions.class,
            Reductions.class);

    // Arithmetic: what IEEE 754 gives, zero times infinity included.

    public static final Operator ADD = arithmetic("+", 11, "add", Cost.ADD)
            .traits(Trait.COMMUTATIVE)
            .partials(ONE, ONE)
            .sampled(-3, 3)
            .sampled(-3, 3)
            .source("IEEE 754");
    public static final Operator SUBTRACT = arithmetic("-", 11, "subtract", Cost.ADD)
            .partials(ONE, MINUS_ONE)
            .sampled(-3, 3)
            .sampled(-3, 3)
            .source("IEEE 754");
    public static final Operator MULTIPLY = arithmetic("*", 12, "multiply", Cost.MULTIPLY)
            .traits(Trait.COMMUTATIVE)
            .partials(Y, X)
            .sampled(-3, 3)
            .sampled(-3, 3)
            .source("IEEE 754");
    public static final Operator DIVIDE = arithmetic("/", 12, "divide", Cost.DIVIDE)
            .partials(() -> List.of(ONE.over(Y), RESULT.over(Y).negated()))
            .sampled(-3, 3)
            .sampled(0.3, 3)
            .note("the partial by the divisor is -(x/y)/y, never -x/(y*y)")
            .source("IEEE 754");
    public static final Operator NEGATE = row(Family.ARITHMETIC, "neg", 1)
            .infix("-", 14, "negate")
            .cost(Cost.ADD)
            .traits(Trait.EXACT)
            .partials(MINUS_ONE)
            .sampled(-3, 3)
            .source("IEEE 754");

    // Conditions.

    public static final Operator LESS = comparison("<", 9, "less");
    public static final Operator LESS_OR_EQUAL = comparison("<=", 9, "lessOrEqual");
    public static final Operator GREATER = comparison(">", 9, "greater");
    public static final Operator GREATER_OR_EQUAL = comparison(">=", 9, "greaterOrEqual");
    public static final Operator EQUAL = comparison("==", 8, "equal");
    public static final Operator UNEQUAL = comparison("!=", 8, "unequal");
    public static final Operator AND = row(Family.LOGICAL, "and", 2)
            .infix("&&", 4, "and")
            .traits(Trait.EXACT, Trait.DECIDED_BY_ZERO)
            .source("two-valued logic");
    public static final Operator OR = row(Family.LOGICAL, "or", 2)
            .infix("||", 3, "or")
            .traits(Trait.EXACT, Trait.DECIDED_BY_NONZERO)
            .source("two-valued logic");
    public static final Operator NOT = row(Family.LOGICAL, "not", 1)
            .infix("!", 14, "not")
            .traits(Trait.EXACT)
            .source("two-valued logic");

    // What stands in lowered and derived programs alone.

    public static final Operator COPY = row(Family.INTERNAL, "copy", 1)
            .spelled(new Spelling.Infix("", 15), "copy")
            .traits(Trait.EXACT, Trait.FINITE_PARTIALS)
            .partials(ONE)
            .sampled(-3, 3)
            .source("the identity");
    public static final Operator UNLESS_ZERO = row(Family.INTERNAL, "unless_zero", 2)
            .spelled(new Spelling.UnlessZero(), "unlessZero")
            .cost(Cost.COMPARE)
            .traits(Trait.DECIDED_BY_ZERO, Trait.FINITE_PARTIALS)
            .partials(ZERO, ONE)
            .sampled(0.5, 3)
            .sampled(-3, 3)
            .source("a tangent or adjoint of zero passes zero on, whatever the partial");
    public static final Operator TIES = internal("ties", 2)
            .spelled(new Spelling.Choice("=="), "ties")
            .cost(Cost.COMPARE)
            .traits(Trait.EXACT, Trait.FLAT, Trait.FINITE_PARTIALS)
            .partials(() -> List.of(ZERO, ZERO))
            .sampled(-3, -0.1)
            .sampled(0.1, 3)
            .formula("if x == y then 1 else 0")
            .source("1 where both are equal, else 0");

    private static final Map<String, Operator> BY_NAME = byName();

    /** The function that programs call by this name. */
    public static Optional<Operator> function(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The names of all functions that programs can call, in the order of the table. */
    public static List<String> functionNames() {
        return List.copyOf(BY_NAME.keySet());
    }

    /** All rows, in order. */
    public static List<Operator> all() {
        List<Operator> rows = new ArrayList<>();
        for (Class<?> family : FAMILIES) {
            for (Field field : family.getFields()) {
                try {
                    rows.add((Operator) field.get(null));
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return rows;
    }

    /**
     * A function that the user's Java code provides.
     *
     * @param partials one for each argument, or none if the program gives no rule
     * @param run what computes it where it can be run
     */
    public static Operator extern(
            String name, Spelling.ExternMethod method, Supplier<List<Partial>> partials, Operator.Evaluation run) {
        return row(Family.FUNCTION, name, method.parameters().size())
                .external(method, run)
                .traits(Trait.EXTERN)
                .partials(partials)
                .source("the program");
    }

    private static Map<String, Operator> byName() {
        Map<String, Operator> names = new LinkedHashMap<>();
        for (Operator operator : all()) {
            if (operator.family() == Family.FUNCTION) {
                names.put(operator.name(), operator);
            }
        }
        return names;
    }

    private static Row arithmetic(String symbol, int precedence, String method, Cost cost) {
        return row(Family.ARITHMETIC, symbol, 2)
                .infix(symbol, precedence, method)
                .cost(cost)
                .traits(Trait.EXACT);
    }

    private static Operator comparison(String symbol, int precedence, String method) {
        return row(Family.COMPARISON, symbol, 2)
                .infix(symbol, precedence, method)
                .cost(Cost.COMPARE)
                .traits(Trait.EXACT)
                .source("IEEE 754: with NaN only != holds");
    }
}
