package dev.adjc.harness;

import dev.adjc.ir.Parameter;
import dev.adjc.ir.Program;
import dev.adjc.ir.Symbol;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;

/** A generated class of a function with arrays, made for the sizes of a point and called there. */
public final class ArrayCode {
    private final Class<?> type;
    private final Object made;
    private final ArrayPoint point;
    private final Set<String> fixed = new HashSet<>();

    /** Makes the class. Its fields tell which integers it is made for. */
    public ArrayCode(Class<?> type, ArrayPoint point) {
        this.type = type;
        this.point = point;
        List<Object> sizes = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            if (field.getType() == int.class && !Modifier.isStatic(field.getModifiers())) {
                sizes.add(size(field.getName()));
            }
        }
        try {
            Constructor<?>[] constructors = type.getConstructors();
            made = constructors.length == 0 ? type : constructors[0].newInstance(sizes.toArray());
        } catch (InvocationTargetException e) {
            throw thrown(e);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the constructor of " + type, e);
        }
    }

    private int size(String name) {
        Long size = point.arguments().sizes().get(Symbol.of(name));
        if (size != null) {
            return Math.toIntExact(size);
        }
        List<Parameter> parameters = point.function().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).name().equals(name)) {
                fixed.add(name);
                return (int) point.arguments().numbers().get(i)[0];
            }
        }
        throw new AssertionError(name + " is neither a size nor a parameter");
    }

    public double[] value() {
        return call("value", List.of(), List.of());
    }

    /** The derivatives by the active parameters. */
    public double[] gradient() {
        return derivatives("gradient", List.of(), point.active());
    }

    /** The tangents of the outputs. */
    public double[] jvp(List<double[]> tangents) {
        return derivatives("jvp", tangents, point.outputs());
    }

    /** The adjoints of the active parameters. */
    public double[] vjp(List<double[]> adjoints) {
        return derivatives("vjp", adjoints, point.active());
    }

    private double[] derivatives(String method, List<double[]> seeds, List<Integer> lengths) {
        double[] all = call(method, seeds, lengths);
        int count = lengths.stream().mapToInt(Integer::intValue).sum();
        return Arrays.copyOfRange(all, all.length - count, all.length);
    }

    /**
     * The values, then what the method gives beside them; what was in the arrays before must not matter.
     *
     * @param lengths how many numbers each array of derivatives holds
     */
    public double[] call(String name, List<double[]> seeds, List<Integer> lengths) {
        Program function = point.function();
        List<double[]> given = new ArrayList<>();
        for (int i = 0; i < function.parameters().size(); i++) {
            if (!fixed.contains(function.parameters().get(i).name())) {
                given.add(point.arguments().numbers().get(i));
            }
        }
        given.addAll(seeds);
        boolean returns = function.outputs().size() == 1
                && function.outputs().get(0).axes().isEmpty();
        List<Integer> outlets = new ArrayList<>(returns ? List.of() : point.outputs());
        outlets.addAll(lengths);
        List<double[]> results = new ArrayList<>();
        for (int length : outlets) {
            double[] result = new double[length];
            Arrays.fill(result, 7.25);
            results.add(result);
        }
        Method method = method(name, given.size(), results.size(), returns ? double.class : void.class);
        List<Object> arguments = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            arguments.add(argument(method.getParameterTypes()[i], given.get(i)));
        }
        arguments.addAll(results);
        try {
            Object returned =
                    method.invoke(Modifier.isStatic(method.getModifiers()) ? null : made, arguments.toArray());
            DoubleStream first = returned instanceof Double number ? DoubleStream.of(number) : DoubleStream.empty();
            return DoubleStream.concat(first, results.stream().flatMapToDouble(Arrays::stream))
                    .toArray();
        } catch (InvocationTargetException e) {
            throw thrown(e);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private Method method(String name, int given, int results, Class<?> returned) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(name))
                .filter(method -> method.getParameterCount() == given + results)
                .filter(method -> method.getReturnType() == returned)
                .filter(method -> Arrays.stream(method.getParameterTypes())
                        .noneMatch(parameter -> parameter.isArray()
                                && parameter.getComponentType().isArray()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is none of " + Arrays.toString(type.getMethods())));
    }

    private static Object argument(Class<?> type, double[] numbers) {
        if (type == double.class) {
            return numbers[0];
        }
        if (type == int.class) {
            return (int) numbers[0];
        }
        return type == int[].class
                ? Arrays.stream(numbers).mapToInt(number -> (int) number).toArray()
                : numbers;
    }

    private static RuntimeException thrown(InvocationTargetException e) {
        if (e.getCause() instanceof RuntimeException thrown) {
            return thrown;
        }
        throw new AssertionError(e.getCause());
    }
}
