package dev.adjc.operator;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One row of the table: all that the project knows of an operator on real numbers.
 *
 * <p>Conditions are passed to {@link #evaluate} as 1 and 0. Two operators are the same if they are the same object.
 */
public final class Operator {

    /** Where an operator can be written, and what it is made of. */
    public enum Family {
        /** {@code + - * /} and negation: no test for a zero tangent or adjoint (conventions, P5). */
        ARITHMETIC,
        /** Called by name in a program. */
        FUNCTION,
        /** Two reals to a condition. */
        COMPARISON,
        /** Conditions to a condition. */
        LOGICAL,
        /** Stands in lowered or derived programs alone. */
        INTERNAL
    }

    /** A fact about the operator's value or partials. */
    public enum Trait {
        /** The value is correctly rounded, hence the same on every JVM: folding may compute it. */
        EXACT,
        /** The first two operands may change places without changing a bit. */
        COMMUTATIVE,
        /** The partials are finite wherever arguments and value are: no test for a zero tangent or adjoint. */
        FINITE_PARTIALS,
        /** Piecewise constant: the derivative is zero wherever there is one. */
        FLAT,
        /** The derivative is cut off: no edge at all. */
        STOPPED,
        /** The partials are not those of the value but of what it stands for, and there is none by the last operand. */
        SLOPE_STATED,
        /** Provided by the user's Java code: not for the compiler to run. */
        EXTERN,
        /** The last operand is an integer literal. */
        LITERAL_LAST,
        /** The second operand is read only if the first one is not 0. */
        DECIDED_BY_ZERO,
        /** The second operand is read only if the first one is 0. */
        DECIDED_BY_NONZERO
    }

    /** How a value is computed; as many arguments as the row has. */
    @FunctionalInterface
    public interface Evaluation {
        double of(double[] arguments) throws Throwable;
    }

    /** A point where a convention or a known figure fixes the value and the partials. */
    public record Point(List<Double> arguments, double value, List<Double> partials) {}

    private final String name;
    private final int arity;
    private final Family family;
    private final Spelling spelling;
    private final Evaluation value;
    private final Supplier<List<Partial>> partials;
    private final Set<Trait> traits;
    private final Cost cost;
    private final List<double[]> samples;
    private final List<Point> points;
    private final String note;
    private final List<String> arguments;
    private final String formula;
    private final String source;

    private Operator(Row row) {
        this.name = row.name;
        this.arity = row.arity;
        this.family = row.family;
        this.spelling = row.spelling;
        this.value = row.value;
        this.partials = row.partials;
        this.traits = row.traits;
        this.cost = row.cost;
        this.samples = List.copyOf(row.samples);
        this.points = List.copyOf(row.points);
        this.note = row.note;
        this.arguments = List.copyOf(row.arguments);
        this.formula = row.formula;
        this.source = row.source;
    }

    /** The name in programs, or a symbol. */
    public String name() {
        return name;
    }

    public int arity() {
        return arity;
    }

    public Family family() {
        return family;
    }

    public Spelling spelling() {
        return spelling;
    }

    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /** One partial for each argument; empty where the operator has no derivative at all (conditions). */
    public List<Partial> partials() {
        return partials.get();
    }

    /** Whether a tangent or adjoint of exactly zero must be tested for, so that an infinite partial adds nothing. */
    public boolean testsForZero() {
        return family != Family.ARITHMETIC && !is(Trait.FINITE_PARTIALS);
    }

    /** What a value that the operator gives may be called where the program has no name for it. */
    public String localName() {
        return family == Family.FUNCTION || spelling instanceof Spelling.CopiedMethod ? name : "t";
    }

    /** Whether the first operand alone fixes the value, so that the second one is not even read. */
    public boolean decidedBy(double first) {
        return is(first == 0 ? Trait.DECIDED_BY_ZERO : Trait.DECIDED_BY_NONZERO);
    }

    public boolean givesCondition() {
        return family == Family.COMPARISON || family == Family.LOGICAL;
    }

    /** What one value costs. */
    public Cost cost() {
        return cost;
    }

    /** What the value and all partials cost together. */
    public Cost costWithPartials() {
        Cost sum = cost;
        for (Partial partial : partials()) {
            sum = sum.plus(partial.cost());
        }
        return testsForZero() ? sum.plus(Cost.COMPARE.times(partials().size())) : sum;
    }

    /** For each argument the interval {@code {low, high}} in which tests draw points. */
    public List<double[]> samples() {
        return samples;
    }

    /** Points where a convention or a known figure fixes value and partials. */
    public List<Point> points() {
        return points;
    }

    /** What the reference says of kinks and edges; may be empty. */
    public String note() {
        return note;
    }

    /** What the reference calls the arguments. */
    public List<String> arguments() {
        return arguments;
    }

    /** The value as an expression of the language, for an operator that programs cannot call; may be empty. */
    public String formula() {
        return formula;
    }

    /** Where the formulas stand in the literature. */
    public String source() {
        return source;
    }

    /** The value for these arguments. */
    public double evaluate(double... arguments) {
        try {
            return value.of(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(name, e);
        }
    }

    /** The operator applied to printed operands: {@code a + b}, {@code sin(x)}. */
    public String print(List<String> operands) {
        if (spelling instanceof Spelling.Infix infix) {
            return operands.size() == 1
                    ? infix.symbol() + operands.get(0)
                    : String.join(" " + infix.symbol() + " ", operands);
        }
        return name + "(" + String.join(", ", operands) + ")";
    }

    @Override
    public String toString() {
        return name;
    }

    static Row row(Family family, String name, int arity) {
        return new Row(family, name, arity);
    }

    /** A row that programs call by its name. */
    static Row function(String name, int arity) {
        return row(Family.FUNCTION, name, arity);
    }

    /** A row that stands in lowered and derived programs alone. */
    static Row internal(String name, int arity) {
        return row(Family.INTERNAL, name, arity);
    }

    /** Collects a row; the table alone uses it, and the compiler for {@code extern} functions. */
    public static final class Row {
        private final Family family;
        private final String name;
        private final int arity;
        private final Set<Trait> traits = EnumSet.noneOf(Trait.class);
        private final List<double[]> samples = new ArrayList<>();
        private final List<Point> points = new ArrayList<>();
        private Spelling spelling = new Spelling.Absent();
        private Evaluation value = arguments -> Double.NaN;
        private Supplier<List<Partial>> partials = List::of;
        private Cost cost = Cost.NONE;
        private String note = "";
        private List<String> arguments = List.of("x", "y", "z");
        private String formula = "";
        private String source = "";

        private Row(Family family, String name, int arity) {
            this.family = family;
            this.name = name;
            this.arity = arity;
        }

        /** Written between its operands; the value is a method of {@link Arithmetic}. */
        Row infix(String symbol, int precedence, String method) {
            spelling = new Spelling.Infix(symbol, precedence);
            value = found(Arithmetic.class, method);
            return this;
        }

        /** A method of the JDK. */
        Row java(Class<?> owner, String method) {
            spelling = new Spelling.StaticMethod(owner.getName(), method);
            value = found(owner, method);
            cost = Cost.FUNCTION;
            return this;
        }

        /** A method of {@code dev.adjc.operator.special}. */
        Row copied(Class<?> owner, String method) {
            spelling = new Spelling.CopiedMethod(method);
            value = found(owner, method);
            cost = Cost.FUNCTION;
            return this;
        }

        /** A method that is on the class path of the generated code, run by what the caller found it to be. */
        Row external(Spelling.ExternMethod method, Evaluation run) {
            spelling = method;
            value = run;
            cost = Cost.FUNCTION;
            return this;
        }

        /** Written in a way of its own; the value is a method of {@link Arithmetic}. */
        Row spelled(Spelling ownWay, String method) {
            spelling = ownWay;
            value = found(Arithmetic.class, method);
            return this;
        }

        Row partials(Supplier<List<Partial>> formulas) {
            partials = formulas;
            return this;
        }

        Row partials(Formula... formulas) {
            List<Partial> list = List.of(formulas);
            return partials(() -> list);
        }

        Row traits(Trait... facts) {
            traits.addAll(Arrays.asList(facts));
            return this;
        }

        Row cost(Cost ofValue) {
            cost = ofValue;
            return this;
        }

        /** The next argument is drawn from this interval. */
        Row sampled(double low, double high) {
            samples.add(new double[] {low, high});
            return this;
        }

        /** At this point the value is as stated, and so is the partial. */
        Row at(double x, double result, double partial) {
            points.add(new Point(List.of(x), result, List.of(partial)));
            return this;
        }

        /** At this point the value is as stated, and so are the two partials. */
        Row at(double x, double y, double result, double partialX, double partialY) {
            points.add(new Point(List.of(x, y), result, List.of(partialX, partialY)));
            return this;
        }

        Row at(Point point) {
            points.add(point);
            return this;
        }

        /** The arguments have names of their own, not x, y and z. */
        Row named(String... names) {
            arguments = List.of(names);
            return this;
        }

        /** How a program would write what programs cannot call: shown in the reference. */
        Row formula(String expression) {
            formula = expression;
            return this;
        }

        Row note(String sentence) {
            note = sentence;
            return this;
        }

        Operator source(String reference) {
            source = reference;
            return new Operator(this);
        }

        private Evaluation found(Class<?> owner, String method) {
            Class<?>[] types = new Class<?>[arity];
            Arrays.fill(types, double.class);
            MethodHandle handle = arity > 3 ? handle(owner, method, double[].class) : handle(owner, method, types);
            return switch (arity) {
                case 1 -> arguments -> (double) handle.invokeExact(arguments[0]);
                case 2 -> arguments -> (double) handle.invokeExact(arguments[0], arguments[1]);
                case 3 -> arguments -> (double) handle.invokeExact(arguments[0], arguments[1], arguments[2]);
                default -> arguments -> (double) handle.invokeExact(arguments);
            };
        }

        private static MethodHandle handle(Class<?> owner, String method, Class<?>... types) {
            try {
                Method found = owner.getDeclaredMethod(method, types);
                return MethodHandles.lookup().unreflect(found);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("no method " + method + " in " + owner, e);
            }
        }
    }
}
