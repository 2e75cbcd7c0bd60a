package dev.adjc.ir;

import dev.adjc.operator.Operator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Carries a program out, a step at a time, by the values of the operators' rows: the meaning of a program, beside which
 * generated code is held, and what an evaluation trace shows.
 *
 * <p>An element that is read before it is given is a fault of the program, not a number. What nothing is added to is 0.
 */
public final class Interpreter {
    private final Set<Symbol> sizes;
    private final Map<Symbol, Long> places;
    private final ValueMap<Elements> values = new ValueMap<>();
    private final ValueMap<Combine> combines = new ValueMap<>();
    private final Rounding rounding;

    /** The numbers of one value, and which of them were given. */
    private record Elements(double[] numbers, boolean[] given, int[] extents) {
        static Elements of(int... extents) {
            int count = Arrays.stream(extents).reduce(1, (a, b) -> a * b);
            return new Elements(new double[count], new boolean[count], extents);
        }
    }

    private Interpreter(Map<Symbol, Long> sizes, Rounding rounding) {
        this.sizes = Set.copyOf(sizes.keySet());
        this.places = new HashMap<>(sizes);
        this.rounding = rounding;
    }

    /** What becomes of a real result before it is kept: who wants to see what rounding does to a program moves it. */
    @FunctionalInterface
    public interface Rounding {
        /** As the operators' rows have it. */
        Rounding AS_IT_IS = (run, definition, number) -> number;

        /**
         * The number to be kept.
         *
         * @param run can be asked for the operands, and for the target as it was before
         */
        double keep(Interpreter run, Definition definition, double number);
    }

    /** A value, and what its extents are. */
    public record Shape(Value value, List<Long> extents) {
        public Shape {
            extents = List.copyOf(extents);
        }
    }

    /** A requirement that does not hold, or an array that is too large. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Optional<Origin> origin;
        private final transient Optional<Shape> array;

        private Refused(Optional<Origin> origin, String message) {
            super(message);
            this.origin = origin;
            this.array = Optional.empty();
        }

        private Refused(Shape array) {
            super("`" + array.value + "` is too large: " + array.extents);
            this.origin = Optional.empty();
            this.array = Optional.of(array);
        }

        /** The array that is too large, if one is. */
        public Optional<Shape> array() {
            return array;
        }

        /** Where the requirement comes from. */
        public Optional<Origin> origin() {
            return origin;
        }
    }

    /**
     * Runs a program of numbers.
     *
     * @param inputs a number for each parameter, in order of declaration
     * @return the state after the last step, which can be asked for any value
     * @throws Refused if a requirement does not hold
     */
    public static Interpreter run(Program program, double... inputs) {
        return run(program, Rounding.AS_IT_IS, Arguments.of(inputs));
    }

    /** Runs a program of numbers with a rounding of the caller's. */
    public static Interpreter run(Program program, Rounding rounding, double... inputs) {
        return run(program, rounding, Arguments.of(inputs));
    }

    /** Runs a program. */
    public static Interpreter run(Program program, Rounding rounding, Arguments arguments) {
        Interpreter interpreter = new Interpreter(arguments.sizes(), rounding);
        List<Parameter> parameters = program.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            interpreter.take(parameters.get(i).value(), arguments.numbers().get(i));
        }
        for (Step step : program.steps()) {
            if (step instanceof Definition definition) {
                interpreter.combines.put(definition.value(), definition.combine());
            }
        }
        interpreter.run(program.steps(), 0);
        return interpreter;
    }

    private void take(Value parameter, double[] numbers) {
        Elements elements = of(parameter);
        if (elements.numbers.length != numbers.length) {
            throw new IllegalArgumentException(
                    "`" + parameter + "` has " + elements.numbers.length + " elements, not " + numbers.length);
        }
        System.arraycopy(numbers, 0, elements.numbers, 0, numbers.length);
        Arrays.fill(elements.given, true);
    }

    // ---- steps

    /** Runs steps, the first axes of which are at their places already. */
    private void run(List<Step> steps, int depth) {
        int next = 0;
        while (next < steps.size()) {
            Step step = steps.get(next);
            int rounds = rounds(step.domain(), depth);
            if (rounds < 0) {
                points(step, depth);
                next++;
                continue;
            }
            List<Axis> shared = step.domain().axes().subList(0, rounds + 1);
            int end = next + 1;
            while (end < steps.size() && startsWith(steps.get(end).domain(), shared)) {
                end++;
            }
            loop(steps.subList(next, end), shared, depth);
            next = end;
        }
    }

    /** The position of the first sequential axis from this one on, negative if there is none. */
    private static int rounds(Domain domain, int depth) {
        for (int i = depth; i < domain.axes().size(); i++) {
            if (domain.axes().get(i).isSequential()) {
                return i;
            }
        }
        return -1;
    }

    private static boolean startsWith(Domain domain, List<Axis> axes) {
        return domain.axes().size() >= axes.size()
                && domain.axes().subList(0, axes.size()).equals(axes);
    }

    /** All steps at each place of the shared axes, of which the last is sequential. */
    private void loop(List<Step> steps, List<Axis> shared, int depth) {
        if (depth == shared.size()) {
            run(steps, depth);
        } else {
            along(shared.get(depth), () -> loop(steps, shared, depth + 1));
        }
    }

    /** The step at each point. */
    private void points(Step step, int depth) {
        if (depth < step.domain().axes().size()) {
            along(step.domain().axes().get(depth), () -> points(step, depth + 1));
        } else if (holds(step.domain().guard())) {
            step.match(this::define, this::require);
        }
    }

    private void along(Axis axis, Runnable body) {
        long from = number(axis.from());
        long to = number(axis.to());
        for (long i = from; i < to; i++) {
            places.put(axis.symbol(), axis.order() == Axis.Order.DOWN ? to - 1 - (i - from) : i);
            body.run();
        }
        places.remove(axis.symbol());
    }

    private Step define(Definition definition) {
        double number = apply(definition.operator(), definition.operands());
        Elements elements = of(definition.value());
        int element = element(definition.target(), elements);
        Combine combine = definition.combine();
        boolean fromNothing = combine != Combine.SET && definition.value().isPrimal();
        double before = elements.given[element] ? elements.numbers[element] : combine.ofNothing();
        double result = elements.given[element] || fromNothing ? combine.combine(before, number) : number;
        boolean real = definition.value().type() == Value.Type.REAL;
        elements.numbers[element] = real ? rounding.keep(this, definition, result) : result;
        elements.given[element] = true;
        return definition;
    }

    /** {@code and}, {@code or} and the test for zero read their second operand only where the first leaves it open. */
    private double apply(Operator operator, List<Operand> operands) {
        double[] arguments = new double[operands.size()];
        for (int i = 0; i < arguments.length; i++) {
            if (i == 1 && operator.decidedBy(arguments[0])) {
                return operator.evaluate(arguments);
            }
            arguments[i] = number(operands.get(i));
        }
        return operator.evaluate(arguments);
    }

    private Step require(Requirement requirement) {
        if (number(requirement.condition()) == 0) {
            StringBuilder message = new StringBuilder(requirement.message());
            String separator = ": ";
            for (Requirement.Shown shown : requirement.shown()) {
                message.append(separator).append(shown.name()).append(" = ").append(text(shown));
                separator = ", ";
            }
            throw new Refused(Optional.of(requirement.origin()), message.toString());
        }
        return requirement;
    }

    private String text(Requirement.Shown shown) {
        double number = number(shown.operand());
        return shown.type() == Value.Type.INTEGER ? Long.toString((long) number) : Double.toString(number);
    }

    // ---- questions

    /** The outputs of a program that was run, in order, each with all its elements. */
    public double[] outputs(Program program) {
        return program.outputs().stream()
                .flatMapToDouble(output -> Arrays.stream(elements(output)))
                .toArray();
    }

    /** The elements of an output, the last index running fastest. */
    public double[] elements(Output output) {
        return elements(output, this::number);
    }

    /** What there is to say of each element of an output, the last index running fastest. */
    public double[] elements(Output output, ToDoubleFunction<Operand> say) {
        int[] extents = extents(output.axes().stream().map(Axis::to).toList());
        double[] elements = Elements.of(extents).numbers;
        for (int i = 0; i < elements.length; i++) {
            int rest = i;
            for (int k = extents.length - 1; k >= 0; k--) {
                places.put(output.axes().get(k).symbol(), (long) (rest % extents[k]));
                rest /= extents[k];
            }
            elements[i] = say.applyAsDouble(output.operand());
        }
        output.axes().forEach(axis -> places.remove(axis.symbol()));
        return elements;
    }

    /** Whether all conditions of the guard came out as expected. */
    public boolean holds(Guard guard) {
        return guard.isAlways() || holds(guard.outer()) && (number(guard.condition()) != 0) == guard.expected();
    }

    /** Whether the number was given, on the path that was taken. */
    public boolean has(Value value) {
        Elements elements = values.get(value);
        return elements != null && elements.given.length > 0 && elements.given[0];
    }

    /** Whether the element was given, at the place where the program is. */
    public boolean has(Access access) {
        Elements elements = of(access.value());
        return elements.given[element(access, elements)];
    }

    /** Which of the value's elements this is, at the place where the program is. */
    public int position(Access access) {
        return element(access, of(access.value()));
    }

    /** How many elements the value has. */
    public int count(Value value) {
        return of(value).numbers.length;
    }

    /** All elements of the value, the last index running fastest; 0 where none is given. */
    public double[] elements(Value value) {
        return of(value).numbers.clone();
    }

    public double number(Operand operand) {
        if (operand instanceof Literal literal) {
            return literal.number();
        }
        if (operand instanceof IndexNumber index) {
            return number(index.index());
        }
        Access access = (Access) operand;
        Elements elements = of(access.value());
        int element = element(access, elements);
        return elements.given[element] ? elements.numbers[element] : ofNothing(access);
    }

    private double ofNothing(Access access) {
        Combine combine = combines.getOrDefault(access.value(), Combine.SET);
        if (combine != Combine.SET) {
            return combine.ofNothing();
        }
        if (access.value().isPrimal()) {
            throw new IllegalStateException(
                    "`" + access + "` is read before it is given" + (access.isScalar() ? "" : ", at " + places));
        }
        return 0;
    }

    private long number(Index index) {
        try {
            return index.evaluate(this::number);
        } catch (ArithmeticException tooLarge) {
            throw new Refused(Optional.empty(), "`" + index + "` overflows");
        }
    }

    private long number(Index.Atom atom) {
        if (atom instanceof Index.Entry entry) {
            return (long) number(entry.access());
        }
        if (atom instanceof Index.Extreme extreme) {
            return extreme.of(of(extreme.array()).numbers);
        }
        Long place = atom instanceof Symbol symbol ? places.get(symbol) : null;
        if (place == null) {
            throw new IllegalStateException("`" + atom + "` is not known");
        }
        return place;
    }

    private Elements of(Value value) {
        Elements known = values.get(value);
        if (known == null) {
            known = allocated(value);
            values.put(value, known);
        }
        return known;
    }

    private Elements allocated(Value value) {
        double count = 1;
        List<Long> extents = new ArrayList<>();
        for (Index extent : value.extents()) {
            extent.atoms().stream()
                    .filter(atom -> atom instanceof Symbol && !sizes.contains(atom))
                    .findFirst()
                    .ifPresent(place -> {
                        throw new Refused(Optional.empty(), "nothing bounds `" + place + "` in the extent of an array");
                    });
            extents.add(Math.max(0, number(extent)));
            count *= Math.max(0, number(extent));
        }
        Shape shape = new Shape(value, extents);
        if (count > Integer.MAX_VALUE) {
            throw new Refused(shape);
        }
        try {
            return Elements.of(extents(value.extents()));
        } catch (OutOfMemoryError exhausted) {
            throw new Refused(shape);
        }
    }

    private int[] extents(List<Index> extents) {
        return extents.stream()
                .mapToInt(extent -> Math.toIntExact(Math.max(0, number(extent))))
                .toArray();
    }

    private int element(Access access, Elements elements) {
        int element = 0;
        for (int i = 0; i < elements.extents.length; i++) {
            long place = number(access.at().get(i));
            if (place < 0 || place >= elements.extents[i]) {
                throw new IllegalStateException(
                        "`" + access + "` is out of range in dimension " + i + ", at " + places);
            }
            element = element * elements.extents[i] + (int) place;
        }
        return element;
    }
}
