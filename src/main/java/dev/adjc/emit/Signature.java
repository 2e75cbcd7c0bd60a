package dev.adjc.emit;

import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.adjc.ir.Parameter;
import dev.adjc.ir.Program;
import dev.adjc.ir.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a program's parameters are passed: one by one, or, where a method would have too many, in one array for each kind.
 */
final class Signature {
    /** The JVM allows 255 slots, of which a double takes two: 60 inputs and 60 tangents still fit, with the arrays. */
    static final int MOST = 60;

    static final TypeName DOUBLES = TypeName.get(double[].class);

    private final Names names;
    private final List<ParameterSpec> specs = new ArrayList<>();
    private final Map<Value, String> arguments = new LinkedHashMap<>();
    private final Set<Value> placed = new HashSet<>();
    private final Map<String, Integer> lengths = new LinkedHashMap<>();
    private final Map<String, String> described = new LinkedHashMap<>();

    private Signature(Names names) {
        this.names = names;
    }

    /** Whether a function has so many inputs or outputs that they are passed in arrays. */
    static boolean isWide(Program function) {
        return function.parameters().size() > MOST || function.outputs().size() > MOST;
    }

    static Signature of(Program program, boolean wide, Names scope) {
        Signature signature = new Signature(scope.inner());
        if (wide) {
            signature.arrays(program);
        } else {
            for (Parameter parameter : program.parameters()) {
                signature.single(parameter);
            }
        }
        return signature;
    }

    private void single(Parameter parameter) {
        String name = names.allocate(parameter.value().name());
        boolean integer = parameter.kind() == Parameter.Kind.INTEGER;
        specs.add(ParameterSpec.builder(integer ? TypeName.INT : TypeName.DOUBLE, name)
                .build());
        arguments.put(parameter.value(), name);
    }

    private void arrays(Program program) {
        Map<String, List<Value>> arrays = new LinkedHashMap<>();
        for (Parameter parameter : program.parameters()) {
            arrays.computeIfAbsent(array(parameter.kind()), none -> new ArrayList<>())
                    .add(parameter.value());
        }
        arrays.forEach((wanted, values) -> {
            String name = array(wanted, Docs.given(wanted, values.size()));
            lengths.put(name, values.size());
            for (int i = 0; i < values.size(); i++) {
                arguments.put(values.get(i), name + "[" + i + "]");
            }
            placed.addAll(values);
        });
    }

    private static String array(Parameter.Kind kind) {
        return switch (kind) {
            case TANGENT -> "tangents";
            case ADJOINT -> "adjoints";
            default -> "inputs";
        };
    }

    /** Adds an array that the caller hands over, with what its Javadoc says. */
    String array(String wanted, String words) {
        String name = names.allocate(wanted);
        specs.add(ParameterSpec.builder(DOUBLES, name).build());
        described.put(name, words);
        return name;
    }

    Names names() {
        return names;
    }

    List<ParameterSpec> specs() {
        return specs;
    }

    /** The arrays, with what the Javadoc says of them. */
    Map<String, String> described() {
        return described;
    }

    /** Each parameter's value, with the argument or the array's element that holds it. */
    Map<Value, String> arguments() {
        return arguments;
    }

    /** The values that lie in arrays. */
    Set<Value> placed() {
        return placed;
    }

    /** The arguments for a call that passes everything on, then these. */
    String pass(List<String> further) {
        List<String> all = new ArrayList<>();
        specs.forEach(spec -> all.add(spec.name()));
        all.addAll(further);
        return String.join(", ", all);
    }

    /** Statements that refuse an array of the wrong length. */
    void checks(JavaText text) {
        lengths.forEach((name, length) -> {
            text.open("if (" + name + ".length != " + length + ")");
            String message = Texts.quoted(name + ": expected " + length + " numbers, found ");
            text.statement("throw new IllegalArgumentException(" + message + " + " + name + ".length)");
            text.close();
        });
    }

    /** A copy to which further parameters can be added. */
    Signature copy() {
        Signature copy = new Signature(names.inner());
        copy.specs.addAll(specs);
        copy.arguments.putAll(arguments);
        copy.placed.addAll(placed);
        copy.lengths.putAll(lengths);
        copy.described.putAll(described);
        return copy;
    }
}
