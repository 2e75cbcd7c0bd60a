package dev.adjc.operator.special;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** The public methods of the package by name, and the results that some of them take as their last argument. */
final class SpecialMethods {
    static final List<Class<?>> OWNERS = List.of(
            Sums.class,
            Kinks.class,
            Logistic.class,
            Power.class,
            Inverse.class,
            Erf.class,
            Gamma.class,
            Polygamma.class,
            Beta.class);

    static final Map<String, Method> PUBLIC = methods();

    private static final Map<String, ToDoubleFunction<double[]>> RESULTS = Map.of(
            "powDx", a -> Math.pow(a[0], a[1]),
            "powDy", a -> Math.pow(a[0], a[1]),
            "hypotDx", a -> Math.hypot(a[0], a[1]),
            "normpdfDx", a -> Erf.normpdf(a[0]),
            "betaDx", a -> Beta.beta(a[0], a[1]),
            "modDy", a -> Kinks.mod(a[0], a[1]),
            "xlogyDx", a -> Logistic.xlogy(a[0], a[1]),
            "xlogyDy", a -> Logistic.xlogy(a[0], a[1]));

    private SpecialMethods() {}

    private static Map<String, Method> methods() {
        Map<String, Method> methods = new TreeMap<>();
        for (Class<?> owner : OWNERS) {
            for (Method method : owner.getDeclaredMethods()) {
                if (Modifier.isPublic(method.getModifiers())) {
                    methods.put(method.getName(), method);
                }
            }
        }
        return methods;
    }

    private static Method method(String name) {
        return Objects.requireNonNull(PUBLIC.get(name), name);
    }

    /** The number of arguments without the result. */
    static int arity(String name) {
        return method(name).getParameterCount() - (RESULTS.containsKey(name) ? 1 : 0);
    }

    /** The value at these arguments, to which the result is added where the method takes it too. */
    static double value(String name, double... arguments) {
        ToDoubleFunction<double[]> result = RESULTS.get(name);
        if (result == null) {
            return invoke(method(name), arguments);
        }
        double[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = result.applyAsDouble(arguments);
        return invoke(method(name), all);
    }

    static double invoke(Method method, double... arguments) {
        try {
            return (double) method.invoke(null, Arrays.stream(arguments).boxed().toArray());
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new LinkageError(method + " at " + Arrays.toString(arguments), e);
        }
    }
}
