package dev.adjc.emit;

import dev.adjc.ir.Output;
import dev.adjc.ir.Parameter;
import dev.adjc.ir.Program;
import dev.adjc.ir.Value;
import dev.adjc.loop.Schedule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the methods of one product take, where a function has arrays: its inputs, the tangents or adjoints that are given, and
 * an array for each result that is not returned.
 */
final class ArrayMethods {
    private final Product.Kind kind;
    private final Program function;
    private final Names names;
    private final List<Slot> inputs = new ArrayList<>();
    private final List<Slot> seeds = new ArrayList<>();
    private final Map<Output.Kind, List<Slot>> outlets = new EnumMap<>(Output.Kind.class);
    private final Map<Value, Slot> parameters = new LinkedHashMap<>();

    ArrayMethods(Product.Kind kind, ClassPlan plan, Sizes sizes, Names scope) {
        this.kind = kind;
        this.function = plan.function();
        this.names = scope.inner();
        for (Parameter parameter : function.parameters()) {
            if (!sizes.integers().containsKey(parameter.value())) {
                inputs.add(slot(parameter));
            }
        }
        plan.seeds(kind).forEach(parameter -> seeds.add(slot(parameter)));
        if (!returns()) {
            outlets.put(Output.Kind.VALUE, ofOutputs(""));
        }
        switch (kind) {
            case VALUE -> {}
            case GRADIENT -> outlets.put(Output.Kind.ADJOINT, ofInputs("grad", ""));
            case JVP -> outlets.put(Output.Kind.TANGENT, ofOutputs("_dot"));
            case VJP -> outlets.put(Output.Kind.ADJOINT, ofInputs("", "_bar"));
        }
    }

    /** Lets the tangents or adjoints that are given be those of this program. */
    void seed(Program program) {
        int next = 0;
        for (Parameter parameter : program.parameters()) {
            if (!parameter.isPrimal()) {
                parameters.put(parameter.value(), seeds.get(next++));
            }
        }
    }

    private Slot slot(Parameter parameter) {
        Slot slot = Slot.of(names.allocate(parameter.value().name()), parameter.value());
        parameters.put(parameter.value(), slot);
        return slot;
    }

    private List<Slot> ofOutputs(String suffix) {
        List<Slot> slots = new ArrayList<>();
        for (Output output : function.outputs()) {
            String name = names.allocate(output.name() + suffix);
            slots.add(Slot.outlet(
                    name, output.axes().stream().map(axis -> axis.to()).toList()));
        }
        return slots;
    }

    private List<Slot> ofInputs(String prefix, String suffix) {
        List<Slot> slots = new ArrayList<>();
        for (Parameter input : function.activeParameters()) {
            String name = prefix.isEmpty() ? input.name() : prefix + capital(input.name());
            slots.add(Slot.outlet(names.allocate(name + suffix), input.value().extents()));
        }
        return slots;
    }

    private static String capital(String word) {
        int first = word.offsetByCodePoints(0, 1);
        return word.substring(0, first).toUpperCase(java.util.Locale.ROOT) + word.substring(first);
    }

    /** Whether the function gives one number, which the methods return. */
    boolean returns() {
        return function.outputs().size() == 1
                && function.outputs().get(0).axes().isEmpty();
    }

    /** Whether results are added to what the caller's arrays hold, unless these are to be overwritten. */
    boolean adds() {
        return !added(kind).isEmpty();
    }

    /** The outputs that are added up: adjoints, of which a caller may want the sum over several calls. */
    static Set<Output.Kind> added(Product.Kind kind) {
        return kind == Product.Kind.GRADIENT || kind == Product.Kind.VJP ? Set.of(Output.Kind.ADJOINT) : Set.of();
    }

    /** The names that are taken in the methods. */
    Names names() {
        return names;
    }

    /** The function's inputs, and the tangents or adjoints that are given. */
    List<Slot> given() {
        List<Slot> given = new ArrayList<>(inputs);
        given.addAll(seeds);
        return given;
    }

    List<Slot> inputs() {
        return inputs;
    }

    List<Slot> seeds() {
        return seeds;
    }

    /** The arrays for outputs of a kind. */
    List<Slot> outlets(Output.Kind outputs) {
        return outlets.getOrDefault(outputs, List.of());
    }

    /** The arrays for all results. */
    List<Slot> outlets() {
        List<Slot> all = new ArrayList<>();
        outlets.values().forEach(all::addAll);
        return all;
    }

    /** The arrays for results, with what the Javadoc says of them. */
    Map<String, String> described() {
        Map<String, String> described = new LinkedHashMap<>();
        outlets.forEach((outputs, slots) -> {
            List<String> of = outputs == Output.Kind.ADJOINT
                    ? function.activeParameters().stream().map(Parameter::name).toList()
                    : function.outputs().stream().map(Output::name).toList();
            for (int i = 0; i < slots.size(); i++) {
                Slot slot = slots.get(i);
                String shape = slot.extents().isEmpty() ? "[1]" : slot.extents().toString();
                described.put(slot.name(), "takes " + words(outputs) + Docs.code(of.get(i)) + ", " + Docs.code(shape));
            }
        });
        return described;
    }

    private String words(Output.Kind outputs) {
        return switch (outputs) {
            case VALUE -> "";
            case TANGENT -> "the tangent of ";
            case ADJOINT -> kind == Product.Kind.GRADIENT ? "the derivative by " : "the adjoint of ";
        };
    }

    /** All parameters. */
    List<Slot> all() {
        List<Slot> all = given();
        all.addAll(outlets());
        return all;
    }

    /** The parameter of each value that is given. */
    Map<Value, Slot> parameters() {
        return parameters;
    }

    Slot outlet(Schedule.Outlet outlet) {
        return outlets(outlet.kind()).get(outlet.position());
    }

    static String names(List<Slot> slots) {
        return String.join(", ", slots.stream().map(Slot::name).toList());
    }
}
