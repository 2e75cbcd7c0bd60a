package dev.adjc.compile;

import dev.adjc.harness.Classes;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Calls a generated class of a function with arrays. */
final class ArrayCode {
    private final Class<?> type;
    private final Object made;
    private final List<String> madeFor = new ArrayList<>();

    /** The class, made for the sizes that it asks for by name, if any. */
    ArrayCode(GeneratedFile file, ToIntFunction<String> sizes) {
        try {
            type = Classes.compile(List.of(file)).load(file.className());
            Matcher head = Pattern.compile("public " + type.getSimpleName() + "\\(([^)]*)\\)")
                    .matcher(file.text());
            if (head.find()) {
                for (String parameter : head.group(1).split(",")) {
                    madeFor.add(parameter.strip().replaceFirst("int ", ""));
                }
            }
            Class<?>[] ints = new Class<?>[madeFor.size()];
            Arrays.fill(ints, int.class);
            Object[] arguments = madeFor.stream()
                    .map(name -> (Object) sizes.applyAsInt(name))
                    .toArray();
            made = madeFor.isEmpty() ? type : type.getConstructor(ints).newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new AssertionError(e);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(file.text(), e);
        }
    }

    /** Whether the class is told the number once, when it is made. */
    boolean isMadeFor(String name) {
        return madeFor.contains(name);
    }

    /**
     * Calls the method that writes into arrays.
     *
     * @param outlets how many numbers each of its arrays for results holds
     * @return the value, if one is returned, and the numbers of all arrays
     */
    double[] call(String name, List<double[]> given, List<Integer> outlets) {
        List<double[]> arrays = new ArrayList<>();
        for (int length : outlets) {
            double[] array = new double[length];
            Arrays.fill(array, 7.25);
            arrays.add(array);
        }
        return call(name, given, arrays.toArray(double[][]::new));
    }

    /** The same with arrays for results that hold something. */
    double[] call(String name, List<double[]> given, double[]... outlets) {
        Method method = Arrays.stream(type.getMethods())
                .filter(one -> one.getName().equals(name))
                .filter(one -> one.getParameterCount() == given.size() + outlets.length)
                .filter(one -> one.getReturnType() == double.class || one.getReturnType() == void.class)
                .filter(one -> Arrays.stream(one.getParameterTypes())
                        .noneMatch(parameter -> parameter.isArray()
                                && parameter.getComponentType().isArray()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " of " + Arrays.toString(type.getMethods())));
        List<Object> arguments = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            arguments.add(argument(method.getParameterTypes()[i], given.get(i)));
        }
        arguments.addAll(Arrays.asList(outlets));
        try {
            Object receiver = Modifier.isStatic(method.getModifiers()) ? null : made;
            Object result = method.invoke(receiver, arguments.toArray());
            List<double[]> all = new ArrayList<>();
            if (result != null) {
                all.add(new double[] {(Double) result});
            }
            all.addAll(Arrays.asList(outlets));
            return all.stream().flatMapToDouble(Arrays::stream).toArray();
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new AssertionError(e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
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
}
