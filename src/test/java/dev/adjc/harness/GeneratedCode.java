package dev.adjc.harness;

import static java.util.Objects.requireNonNull;

import dev.adjc.ir.Parameter;
import dev.adjc.ir.Program;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A generated class, called as its user would, whatever form its methods take. */
public final class GeneratedCode {
    private final Class<?> type;
    private final List<Parameter> parameters;
    private final int active;
    private final int outputs;
    private final boolean wide;
    private final Map<String, Method> methods = new HashMap<>();

    /**
     * A class of a function.
     *
     * @param function for its parameters and outputs
     */
    public GeneratedCode(Class<?> type, Program function) {
        this.type = type;
        this.parameters = function.parameters();
        this.active = function.activeParameters().size();
        this.outputs = function.outputs().size();
        this.wide = parameters.size() > 60 || outputs > 60;
    }

    /**
     * What a method gave: the outputs, and the derivatives in order, none where only values are asked for.
     *
     * @param record all of them, one after another, as the form that returns a record gave them
     */
    public record Numbers(double[] values, double[] derivatives, double[] record) {}

    /** The class, made for the sizes of a point, if the function has arrays. */
    public ArrayCode at(ArrayPoint point) {
        return new ArrayCode(type, point);
    }

    public Numbers value(double[] point) {
        return call("value", point, new double[0], 0, "");
    }

    public Numbers gradient(double[] point) {
        return call("gradient", point, new double[0], active, "");
    }

    public Numbers jvp(double[] point, double[] tangents) {
        return call("jvp", point, tangents, outputs, "tangents");
    }

    public Numbers vjp(double[] point, double[] adjoints) {
        return call("vjp", point, adjoints, active, "adjoints");
    }

    private Numbers call(String method, double[] point, double[] seeds, int derivatives, String seedName) {
        boolean several = outputs > 1;
        double[] values = new double[outputs];
        // What was there before must not matter.
        double[] array = new double[derivatives];
        Arrays.fill(values, Double.NaN);
        Arrays.fill(array, Double.NaN);
        List<Object> arguments = arguments(point, seeds, seedName);
        List<Object> filling = new ArrayList<>(arguments);
        if (several) {
            filling.add(values);
        }
        boolean plain = method.equals("value");
        if (!plain) {
            filling.add(array);
        }
        Object returned = invoke(method, filling);
        if (!several) {
            values[0] = (Double) requireNonNull(returned);
        }
        double[] record = plain && !several ? values : components((Record) requireNonNull(invoke(method, arguments)));
        return new Numbers(values, array, record);
    }

    private List<Object> arguments(double[] point, double[] seeds, String seedName) {
        List<Object> arguments = new ArrayList<>();
        if (wide) {
            if (!parameters.isEmpty()) {
                arguments.add(point);
            }
            if (!seedName.isEmpty() && seeds.length > 0) {
                arguments.add(seeds);
            }
            return arguments;
        }
        for (int i = 0; i < point.length; i++) {
            if (parameters.get(i).kind() == Parameter.Kind.INTEGER) {
                arguments.add((int) point[i]);
            } else {
                arguments.add(point[i]);
            }
        }
        for (double seed : seeds) {
            arguments.add(seed);
        }
        return arguments;
    }

    private @Nullable Object invoke(String name, List<Object> arguments) {
        Method method = methods.computeIfAbsent(name + arguments.size(), form -> method(name, arguments));
        try {
            return method.invoke(null, arguments.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            if (e.getCause() instanceof Error thrown) {
                throw thrown;
            }
            throw new AssertionError(e);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private Method method(String name, List<Object> arguments) {
        Class<?>[] types = arguments.stream().map(GeneratedCode::typeOf).toArray(Class<?>[]::new);
        try {
            return type.getMethod(name, types);
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    private static Class<?> typeOf(Object argument) {
        return argument instanceof Double ? double.class : argument instanceof Integer ? int.class : double[].class;
    }

    private static double[] components(Record numbers) {
        List<Double> all = new ArrayList<>();
        try {
            for (RecordComponent component : numbers.getClass().getRecordComponents()) {
                Method accessor = component.getAccessor();
                accessor.setAccessible(true);
                Object number = accessor.invoke(numbers);
                int length = number instanceof double[] array ? array.length : 1;
                for (int i = 0; i < length; i++) {
                    all.add(number instanceof double[] ? Array.getDouble(number, i) : (Double) number);
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
