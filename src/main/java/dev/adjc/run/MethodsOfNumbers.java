package dev.adjc.run;

import dev.adjc.emit.Product;
import dev.adjc.ir.Arguments;
import dev.adjc.ir.Parameter;
import dev.adjc.ir.Program;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The static methods of a function of numbers: it takes them one by one, or, if there are many, in arrays. */
final class MethodsOfNumbers extends GeneratedMethods {
    private static final @Nullable Object NO_RECEIVER = null;

    private final GeneratedCode code;
    private final double[] point;

    MethodsOfNumbers(GeneratedCode code, Arguments arguments) {
        super(code, arguments);
        this.code = code;
        this.point = Coordinates.join(arguments.numbers());
    }

    @Override
    public double[] value() {
        double[] values = new double[outputs().count()];
        if (values.length == 1) {
            values[0] = call(Product.Kind.VALUE, arguments(), List.of());
        } else {
            call(Product.Kind.VALUE, arguments(), List.of(values));
        }
        return values;
    }

    @Override
    double[] derivatives(Product.Kind kind, double[] seeds) {
        List<Argument> arguments = arguments();
        for (double seed : seeds) {
            arguments.add(new Argument(Group.SEEDS, double.class, seed));
        }
        int count = outputs().count();
        double[] result = new double[kind == Product.Kind.JVP ? count : active().count()];
        call(kind, arguments, count == 1 ? List.of(result) : List.of(new double[count], result));
        return result;
    }

    private enum Group {
        INPUTS,
        SEEDS
    }

    /** A number that is passed; in a class of many parameters or outputs each group is one array. */
    private record Argument(Group group, Class<?> type, double number) {}

    private List<Argument> arguments() {
        Program function = code.function();
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
        return code.invoke(NO_RECEIVER, kind, types, actual);
    }

    /** Whether the class has no method that takes the numbers one by one. */
    private boolean isWide(Product.Kind kind, List<Argument> arguments, List<double[]> results) {
        List<Class<?>> single = new ArrayList<>();
        arguments.forEach(argument -> single.add(argument.type));
        single.addAll(Collections.nCopies(results.size(), double[].class));
        try {
            code.type().getMethod(kind.method(), single.toArray(new Class<?>[0]));
            return false;
        } catch (NoSuchMethodException takesArrays) {
            return true;
        }
    }
}
