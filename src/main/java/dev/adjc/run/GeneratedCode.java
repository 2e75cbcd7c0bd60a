package dev.adjc.run;

import dev.adjc.compile.CompiledFunction;
import dev.adjc.compile.Mode;
import dev.adjc.emit.Product;
import dev.adjc.ir.Parameter;
import dev.adjc.ir.Program;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * The class of a function and a mode, compiled and ready to be called.
 *
 * <p>Numbers are passed in order of declaration: a point has one for each parameter, tangents one for each active
 * parameter, values and adjoints one for each output.
 */
public final class GeneratedCode {
    private final Program function;
    private final Class<?> type;

    private GeneratedCode(Program function, Class<?> type) {
        this.function = function;
        this.type = type;
    }

    /** Generates the class, compiles it in memory and loads it. */
    public static GeneratedCode load(CompiledFunction function, Mode mode, ClassPath classPath) {
        return new GeneratedCode(function.primal(), JavaInMemory.load(function.generate(mode), classPath));
    }

    /** The outputs. */
    public double[] value(double[] point) {
        double[] values = new double[outputs()];
        if (outputs() == 1) {
            values[0] = call(Product.Kind.VALUE, arguments(point), List.of());
        } else {
            call(Product.Kind.VALUE, arguments(point), List.of(values));
        }
        return values;
    }

    /** The derivatives of the one output by each active parameter. */
    public double[] gradient(double[] point) {
        double[] gradient = new double[active()];
        call(Product.Kind.GRADIENT, arguments(point), List.of(gradient));
        return gradient;
    }

    /** The tangents of the outputs. */
    public double[] jvp(double[] point, double[] tangents) {
        double[] result = new double[outputs()];
        derivative(Product.Kind.JVP, point, tangents, result);
        return result;
    }

    /** The adjoints of the active parameters. */
    public double[] vjp(double[] point, double[] adjoints) {
        double[] result = new double[active()];
        derivative(Product.Kind.VJP, point, adjoints, result);
        return result;
    }

    /** The derivative of each output, one a row, by each active parameter. */
    public double[][] jacobian(double[] point, Mode mode) {
        double[][] jacobian = new double[outputs()][active()];
        if (mode == Mode.REVERSE) {
            for (int i = 0; i < outputs(); i++) {
                jacobian[i] = vjp(point, unit(outputs(), i));
            }
        } else {
            for (int j = 0; j < active(); j++) {
                double[] column = jvp(point, unit(active(), j));
                for (int i = 0; i < outputs(); i++) {
                    jacobian[i][j] = column[i];
                }
            }
        }
        return jacobian;
    }

    private static double[] unit(int length, int position) {
        double[] unit = new double[length];
        unit[position] = 1;
        return unit;
    }

    private int outputs() {
        return function.outputs().size();
    }

    private int active() {
        return function.activeParameters().size();
    }

    private void derivative(Product.Kind kind, double[] point, double[] seeds, double[] result) {
        List<Argument> arguments = new ArrayList<>(arguments(point));
        for (double seed : seeds) {
            arguments.add(new Argument(Group.SEEDS, double.class, seed));
        }
        call(kind, arguments, outputs() == 1 ? List.of(result) : List.of(new double[outputs()], result));
    }

    // ---- the form of the generated methods

    private enum Group {
        INPUTS,
        SEEDS
    }

    /** A number that is passed; in a class of many parameters or outputs each group is one array. */
    private record Argument(Group group, Class<?> type, double number) {}

    private List<Argument> arguments(double[] point) {
        List<Argument> arguments = new ArrayList<>();
        for (int i = 0; i < point.length; i++) {
            boolean integer = function.parameters().get(i).kind() == Parameter.Kind.INTEGER;
            arguments.add(new Argument(Group.INPUTS, integer ? int.class : double.class, point[i]));
        }
        return arguments;
    }

    private double call(Product.Kind kind, List<Argument> arguments, List<double[]> results) {
        List<Class<?>> types = new ArrayList<>();
        List<Object> actual = new ArrayList<>();
        if (isWide(kind, arguments, results)) {
            for (Group group : Group.values()) {
                double[] numbers = arguments.stream()
                        .filter(argument -> argument.group == group)
                        .mapToDouble(Argument::number)
                        .toArray();
                if (numbers.length > 0) {
                    types.add(double[].class);
                    actual.add(numbers);
                }
            }
        } else {
            for (Argument argument : arguments) {
                types.add(argument.type);
                actual.add(argument.type == int.class ? (Object) (int) argument.number : (Object) argument.number);
            }
        }
        types.addAll(Collections.nCopies(results.size(), double[].class));
        actual.addAll(results);
        return invoke(kind, types, actual);
    }

    /** Whether the class has no method that takes the numbers one by one. */
    private boolean isWide(Product.Kind kind, List<Argument> arguments, List<double[]> results) {
        List<Class<?>> single = new ArrayList<>();
        arguments.forEach(argument -> single.add(argument.type));
        single.addAll(Collections.nCopies(results.size(), double[].class));
        try {
            type.getMethod(kind.method(), single.toArray(new Class<?>[0]));
            return false;
        } catch (NoSuchMethodException takesArrays) {
            return true;
        }
    }

    private double invoke(Product.Kind kind, List<Class<?>> types, List<Object> arguments) {
        try {
            Method method = type.getMethod(kind.method(), types.toArray(new Class<?>[0]));
            Object result = method.invoke(null, arguments.toArray());
            return result instanceof Double number ? number : Double.NaN;
        } catch (InvocationTargetException e) {
            throw failure(Objects.requireNonNull(e.getCause()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no method " + kind.method() + types + " in " + type, e);
        }
    }

    /** A requirement speaks from the class itself; what else is thrown comes from an extern function. */
    private RuntimeException failure(Throwable thrown) {
        if (thrown instanceof OutOfMemoryError exhausted) {
            throw exhausted;
        }
        StackTraceElement[] trace = thrown.getStackTrace();
        boolean own = trace.length > 0 && trace[0].getClassName().startsWith(type.getName());
        return own && thrown instanceof IllegalArgumentException
                ? RunFailure.refused(function.name(), String.valueOf(thrown.getMessage()))
                : RunFailure.extern(function.name(), thrown);
    }
}
