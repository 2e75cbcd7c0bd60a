package dev.adjc.run;

import dev.adjc.emit.Product;
import dev.adjc.ir.Arguments;
import dev.adjc.ir.Index;
import dev.adjc.ir.Parameter;
import dev.adjc.ir.Program;
import dev.adjc.ir.Value;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** The methods of a function with arrays, which lie flat; the class may have to be made for sizes. */
final class MethodsOfArrays extends GeneratedMethods {
    private final GeneratedCode code;
    private final Arguments arguments;
    private final List<Index> measures;
    private final WorkSpace space;
    private final Object receiver;

    private MethodsOfArrays(
            GeneratedCode code, Arguments arguments, List<Index> measures, WorkSpace space, Object receiver) {
        super(code, arguments);
        this.code = code;
        this.arguments = arguments;
        this.measures = List.copyOf(measures);
        this.space = space;
        this.receiver = receiver;
    }

    /**
     * The methods for these arguments.
     *
     * @param measures what the constructor takes
     * @param space what it makes
     */
    static MethodsOfArrays at(GeneratedCode code, Arguments arguments, List<Index> measures, WorkSpace space) {
        space.check();
        try {
            return new MethodsOfArrays(code, arguments, measures, space, receiver(code, arguments, measures));
        } catch (OutOfMemoryError exhausted) {
            throw space.exhausted(exhausted);
        }
    }

    /** The class itself where all methods are static: they need no object. */
    private static Object receiver(GeneratedCode code, Arguments arguments, List<Index> measures) {
        if (measures.isEmpty()) {
            return code.type();
        }
        Class<?>[] types = Collections.nCopies(measures.size(), int.class).toArray(new Class<?>[0]);
        Object[] numbers = measures.stream()
                .map(measure -> Math.toIntExact(Coordinates.number(code.function(), arguments, measure)))
                .toArray();
        try {
            return code.type().getConstructor(types).newInstance(numbers);
        } catch (InvocationTargetException e) {
            throw code.failure(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no constructor for " + measures + " in " + code.type(), e);
        }
    }

    @Override
    public double[] value() {
        return inMemory(this::values);
    }

    @Override
    double[] derivatives(Product.Kind kind, double[] seeds) {
        return inMemory(() -> seeded(kind, seeds));
    }

    private double[] inMemory(Supplier<double[]> run) {
        try {
            return run.get();
        } catch (OutOfMemoryError exhausted) {
            throw code.placed(space.exhausted(exhausted));
        }
    }

    private double[] values() {
        Call call = new Call(Product.Kind.VALUE);
        inputs(call);
        if (returns()) {
            return new double[] {call.invoke()};
        }
        List<double[]> values = outlets(call, outputs());
        call.invoke();
        return Coordinates.join(values);
    }

    private double[] seeded(Product.Kind kind, double[] seeds) {
        Call call = new Call(kind);
        inputs(call);
        if (kind != Product.Kind.GRADIENT) {
            seeds(call, kind == Product.Kind.JVP ? active() : outputs(), seeds);
        }
        if (!returns()) {
            outlets(call, outputs());
        }
        List<double[]> derivatives = outlets(call, kind == Product.Kind.JVP ? outputs() : active());
        call.invoke();
        return Coordinates.join(derivatives);
    }

    /** Whether the function gives one number, which the methods return. */
    private boolean returns() {
        List<Coordinates.Array> all = outputs().arrays();
        return all.size() == 1 && all.get(0).extents().isEmpty();
    }

    private void inputs(Call call) {
        Program function = code.function();
        for (int i = 0; i < function.parameters().size(); i++) {
            Value value = function.parameters().get(i).value();
            double[] numbers = arguments.numbers().get(i);
            boolean integer = function.parameters().get(i).kind() == Parameter.Kind.INTEGER;
            if (value.rank() > 0) {
                call.add(integer ? integers(numbers) : numbers.clone());
            } else if (!integer) {
                call.add(double.class, numbers[0]);
            } else if (!measures.contains(Index.of(new Index.Entry(value.read())))) {
                call.add(int.class, (int) numbers[0]);
            }
        }
    }

    private static int[] integers(double[] numbers) {
        return Arrays.stream(numbers).mapToInt(number -> (int) number).toArray();
    }

    private static void seeds(Call call, Coordinates coordinates, double[] seeds) {
        List<double[]> parts = coordinates.split(seeds);
        for (int i = 0; i < parts.size(); i++) {
            if (coordinates.arrays().get(i).extents().isEmpty()) {
                call.add(double.class, parts.get(i)[0]);
            } else {
                call.add(parts.get(i));
            }
        }
    }

    private static List<double[]> outlets(Call call, Coordinates coordinates) {
        List<double[]> outlets = new ArrayList<>();
        coordinates.arrays().forEach(array -> outlets.add(new double[array.count()]));
        outlets.forEach(call::add);
        return outlets;
    }

    /** A method with what it is handed. */
    private final class Call {
        private final Product.Kind kind;
        private final List<Class<?>> types = new ArrayList<>();
        private final List<Object> actual = new ArrayList<>();

        Call(Product.Kind kind) {
            this.kind = kind;
        }

        void add(Object array) {
            add(array.getClass(), array);
        }

        void add(Class<?> type, Object argument) {
            types.add(type);
            actual.add(argument);
        }

        double invoke() {
            return code.invoke(receiver, kind, types, actual);
        }
    }
}
