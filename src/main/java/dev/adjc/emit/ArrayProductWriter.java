package dev.adjc.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.adjc.ir.Axis;
import dev.adjc.ir.Index;
import dev.adjc.ir.Output;
import dev.adjc.ir.Value;
import dev.adjc.loop.Routine;
import dev.adjc.loop.Schedule;
import dev.adjc.loop.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.lang.model.element.Modifier;

/**
 * Writes the methods of one product of a function with arrays: one that writes into the caller's arrays, for derivatives one
 * that adds to them, one that returns all in a record, and one for nested arrays.
 */
final class ArrayProductWriter {
    /** Of all arrays together, where they lie in one. */
    private static final long MOST = Integer.MAX_VALUE;

    private final GeneratedClass owner;
    private final ArrayClass arrays;
    private final Product.Kind kind;
    private final ArrayMethods methods;
    private final List<MethodSpec.Builder> parts = new ArrayList<>();

    ArrayProductWriter(GeneratedClass owner, ArrayClass arrays, Product.Kind kind) {
        this.owner = owner;
        this.arrays = arrays;
        this.kind = kind;
        this.methods = new ArrayMethods(kind, owner.plan(), arrays.sizes(), owner.scope());
    }

    void write(Product.AtOnce product) {
        methods.seed(product.program());
        Schedule schedule = arrays.schedule(product);
        Map<Value, Indices.Array> places = places(schedule);
        RoutineWriter writer = writer(schedule, places, methods.names().inner(), indices(schedule, places));
        writer.write(schedule.routines().get(0));
        List<Statement.Deliver> results = new ArrayList<>(schedule.results());
        if (methods.returns()) {
            Statement.Deliver value = results.remove(0);
            writer.deliver(results);
            writer.giveBack(value.term());
        } else {
            writer.deliver(results);
        }
        owner.addPart(method(runner(), Modifier.PRIVATE, withWork(specs(methods.all())), result(), writer.body())
                .build());
        parts.forEach(part -> owner.addPart(part.build()));
        offer();
    }

    void write(Product.Repeated product) {
        ArrayRepetition repetition = new ArrayRepetition(owner, arrays, methods, kind, product.base());
        owner.addPart(method(runner(), Modifier.PRIVATE, withWork(specs(methods.all())), result(), repetition.body())
                .build());
        offer();
    }

    static String runner(Product.Kind kind) {
        String method = kind.method();
        return "run" + method.substring(0, 1).toUpperCase(Locale.ROOT) + method.substring(1);
    }

    private String runner() {
        return runner(kind);
    }

    private TypeName result() {
        return methods.returns() ? TypeName.DOUBLE : TypeName.VOID;
    }

    // ---- bodies

    private Map<Value, Indices.Array> places(Schedule schedule) {
        Map<Value, Indices.Array> places = new HashMap<>();
        methods.parameters().forEach((value, slot) -> {
            if (slot.isArray()) {
                places.put(value, Indices.Array.whole(slot.name(), slot.extents()));
            }
        });
        schedule.outlets().forEach((value, outlet) -> {
            Slot slot = methods.outlet(outlet);
            places.put(value, Indices.Array.whole(slot.name(), slot.extents()));
        });
        long next = schedule.work();
        for (Map.Entry<Value, List<Index>> array : schedule.arrays().entrySet()) {
            List<Index> extents = array.getValue();
            if (arrays.isStatic()) {
                places.put(array.getKey(), Indices.Array.from("work", (int) next, extents));
                long length = extents.stream()
                        .mapToLong(extent -> Math.max(0, extent.literal().orElseThrow()))
                        .reduce(1, (a, b) -> a == 0 || b == 0 ? 0 : a > MOST / b ? Long.MAX_VALUE : a * b);
                if (length > MOST - next) {
                    throw NoWorkSpace.tooLarge(owner.plan().origin(), array.getKey());
                }
                next += length;
            } else {
                places.put(array.getKey(), arrays.array(kind, array.getKey(), extents));
            }
        }
        if (arrays.passesWork()) {
            owner.needsWork((int) next);
        } else {
            arrays.needsSlots(schedule.work());
        }
        return places;
    }

    private RoutineWriter writer(Schedule schedule, Map<Value, Indices.Array> places, Names names, Indices indices) {
        places.values().forEach(array -> names.reserve(array.name()));
        return new RoutineWriter(
                names,
                value -> name(value, schedule),
                delivery -> methods.outlets(delivery.kind())
                                .get(delivery.position())
                                .name()
                        + (methods.adds() && delivery.kind() == Output.Kind.ADJOINT ? "[0] +=" : "[0] ="),
                indices,
                (part, outer) -> part(part, outer, schedule, places),
                owner.copied(),
                owner.plan().origin());
    }

    private Indices indices(Schedule schedule, Map<Value, Indices.Array> places) {
        return new Indices(arrays.sizes().symbols(), value -> name(value, schedule), places);
    }

    /** Writes a part of the routine as a method, which is given the places of the loops around it, and gives its call. */
    private String part(Statement.Part part, Indices outer, Schedule schedule, Map<Value, Indices.Array> places) {
        List<ParameterSpec> parameters = withWork(specs(methods.all()));
        Names names = methods.names().inner();
        Indices indices = indices(schedule, places);
        StringBuilder arguments = new StringBuilder(withWork(ArrayMethods.names(methods.all())));
        for (Axis axis : part.axes()) {
            String place = outer.index(axis.place());
            names.reserve(place);
            indices.name(axis.symbol(), place);
            parameters.add(ParameterSpec.builder(TypeName.INT, place).build());
            arguments.append(arguments.length() == 0 ? "" : ", ").append(place);
        }
        RoutineWriter writer = writer(schedule, places, names, indices);
        String name = runner() + "Part" + (parts.size() + 1);
        MethodSpec.Builder method = method(name, Modifier.PRIVATE, parameters, TypeName.VOID, "");
        parts.add(method);
        writer.write(new Routine(part.body()));
        method.addCode(CodeBlock.of("$L", writer.body()));
        return name + "(" + arguments + ")";
    }

    private String name(Value value, Schedule schedule) {
        Slot slot = methods.parameters().get(value);
        if (slot != null) {
            return slot.name();
        }
        Integer place = schedule.slots().get(value);
        if (place != null) {
            return "work[" + place + "]";
        }
        String size = arrays.sizes().integers().get(value);
        return size == null ? owner.constant(value) : size;
    }

    // ---- what is offered

    private void offer() {
        JavaText text = new JavaText();
        arrays.check(methods.all(), text);
        String run = runner() + "(" + withWork(ArrayMethods.names(methods.all())) + ")";
        if (methods.adds()) {
            JavaText cleared = new JavaText();
            arrays.check(methods.all(), cleared);
            methods.outlets(Output.Kind.ADJOINT)
                    .forEach(slot -> cleared.statement("java.util.Arrays.fill(" + slot.name() + ", 0)"));
            give(run, cleared);
            give(run, text);
            String name = kind.method();
            String adding = "add" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
            filling(name, cleared, Docs.overwriting(owner.plan(), kind, methods.described()));
            filling(adding, text, Docs.adding(owner.plan(), kind, methods.described()));
        } else {
            give(run, text);
            filling(kind.method(), text, Docs.overwriting(owner.plan(), kind, methods.described()));
        }
        ArrayRecordWriter records = new ArrayRecordWriter(owner, arrays, methods, kind);
        // where nothing takes results, the methods with and without a record would have the same parameters
        if (methods.all().size() > methods.given().size()) {
            records.write();
        }
        records.writeNested();
    }

    private void give(String call, JavaText text) {
        text.statement(methods.returns() ? "return " + call : call);
    }

    private void filling(String name, JavaText body, CodeBlock doc) {
        if (arrays.passesWork()) {
            String call = name + "(" + ArrayMethods.names(methods.all())
                    + (methods.all().isEmpty() ? "" : ", ") + "new double[WORK])";
            JavaText text = new JavaText();
            give(call, text);
            owner.add(method(name, Modifier.PUBLIC, specs(methods.all()), result(), text.toString())
                    .addJavadoc(doc)
                    .build());
        }
        owner.add(method(name, Modifier.PUBLIC, withWork(specs(methods.all())), result(), body.toString())
                .addJavadoc(doc)
                .build());
    }

    private static List<ParameterSpec> specs(List<Slot> slots) {
        return slots.stream().map(Slot::spec).toList();
    }

    private List<ParameterSpec> withWork(List<ParameterSpec> specs) {
        List<ParameterSpec> all = new ArrayList<>(specs);
        if (arrays.passesWork()) {
            all.add(ParameterSpec.builder(Signature.DOUBLES, "work").build());
        }
        return all;
    }

    private String withWork(String arguments) {
        return arrays.passesWork() ? arguments.isEmpty() ? "work" : arguments + ", work" : arguments;
    }

    private MethodSpec.Builder method(
            String name, Modifier visibility, List<ParameterSpec> parameters, TypeName result, String body) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(arrays.modifiers(visibility))
                .returns(result)
                .addParameters(parameters)
                .addCode(CodeBlock.of("$L", body));
    }
}
