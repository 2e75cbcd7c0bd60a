package dev.adjc.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import dev.adjc.ir.Output;
import dev.adjc.ir.Parameter;
import dev.adjc.ir.Program;
import dev.adjc.ir.Value;
import dev.adjc.loop.Routine;
import dev.adjc.loop.Schedule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * A program that is too large for one method: parts that leave their values to each other in the work space, and one method
 * that runs them.
 *
 * <p>The work space holds, in this order, the slots, the seeds (tangents or adjoints that are given), and the outputs of
 * each kind. Inputs that are passed one by one are copied into slots.
 */
final class DividedProgram {
    /** So many parts are called from one method; more of them go to classes, each with a constant pool of its own. */
    private static final int FEW = 16;

    /** How many parts a class of parts has. */
    private static final int PARTS_A_CLASS = 64;

    private final GeneratedClass owner;
    private final Product.Kind kind;
    private final Program program;
    private final Schedule schedule;
    private final boolean wide;
    private final Map<Value, Integer> seeds = new LinkedHashMap<>();
    private final Signature function;
    private final Map<Output.Kind, Integer> bases = new EnumMap<>(Output.Kind.class);
    private final String runner;
    private final int work;

    DividedProgram(GeneratedClass owner, Product.Kind kind, Program program, Schedule schedule, boolean wide) {
        this.owner = owner;
        this.kind = kind;
        this.program = program;
        this.schedule = schedule;
        this.wide = wide;
        this.function = Signature.of(owner.function(), wide, owner.scope());
        this.runner = "run" + capital(kind.method());
        program.parameters().stream()
                .filter(parameter -> !parameter.isPrimal())
                .forEach(parameter -> seeds.put(parameter.value(), seeds.size()));
        int next = schedule.work() + seeds.size();
        for (Output.Kind each : Output.Kind.values()) {
            bases.put(each, next);
            next += program.outputs(each).size();
        }
        this.work = next;
        owner.needsWork(next);
    }

    /** The parameters that do not go through slots: seeds, and inputs in an array. */
    static Set<Value> placed(Program program, Signature inputs) {
        Set<Value> placed = new HashSet<>(inputs.placed());
        program.parameters().stream()
                .filter(parameter -> !parameter.isPrimal())
                .forEach(parameter -> placed.add(parameter.value()));
        return placed;
    }

    Program program() {
        return program;
    }

    int seedCount() {
        return seeds.size();
    }

    /** The place of the first seed; the others follow. */
    int seedBase() {
        return schedule.work();
    }

    /** The place of the first output of a kind; the others follow. */
    int base(Output.Kind outputs) {
        return bases.getOrDefault(outputs, work);
    }

    int count(Output.Kind outputs) {
        return program.outputs(outputs).size();
    }

    /** How often the program runs for a product that is made of it. */
    int runs(Product.Kind product) {
        return product == Product.Kind.GRADIENT && kind == Product.Kind.VJP ? 1 : seedCount();
    }

    /** The parameters of a product that is made of this program: the function's, and the seeds of that product. */
    Program seeded(Product.Kind product) {
        List<Parameter> parameters = new ArrayList<>(owner.function().parameters());
        parameters.addAll(owner.plan().seeds(product));
        return new Program(program.name(), parameters, List.of(), List.of(), program.values());
    }

    // The parts.

    void writeParts() {
        List<ParameterSpec> parameters = partParameters();
        String arguments = partArguments();
        List<MethodSpec> parts = new ArrayList<>();
        for (Routine routine : schedule.routines()) {
            parts.add(method(kind.method() + "Part" + (parts.size() + 1), parameters, body(routine)));
        }
        JavaText calls = new JavaText();
        if (parts.size() <= FEW) {
            parts.forEach(part -> calls.statement(part.name() + "(" + arguments + ")"));
            owner.addPart(method(runner, parameters, calls.toString()));
            parts.forEach(owner::addPart);
            return;
        }
        for (int from = 0; from < parts.size(); from += PARTS_A_CLASS) {
            List<MethodSpec> some = parts.subList(from, Math.min(parts.size(), from + PARTS_A_CLASS));
            String type = owner.typeName(capital(kind.method()) + "Parts" + (from / PARTS_A_CLASS + 1));
            owner.add(classOf(type, some, parameters, arguments));
            calls.statement(type + ".run(" + arguments + ")");
        }
        owner.addPart(method(runner, parameters, calls.toString()));
    }

    private TypeSpec classOf(String type, List<MethodSpec> parts, List<ParameterSpec> parameters, String arguments) {
        JavaText calls = new JavaText();
        parts.forEach(part -> calls.statement(part.name() + "(" + arguments + ")"));
        return TypeSpec.classBuilder(type)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(method("run", parameters, calls.toString()))
                .addMethods(parts)
                .build();
    }

    private static MethodSpec method(String name, List<ParameterSpec> parameters, String body) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameters(parameters)
                .addCode(CodeBlock.of("$L", body))
                .build();
    }

    private String body(Routine routine) {
        Names names = owner.scope().inner();
        names.reserve("inputs");
        names.reserve("work");
        RoutineWriter writer = new RoutineWriter(
                names,
                this::place,
                delivery -> "work[" + (base(delivery.kind()) + delivery.position()) + "] =",
                Indices.of(this::place),
                RoutineWriter.UNDIVIDED,
                owner.copied(),
                owner.plan().origin());
        writer.write(routine);
        return writer.body();
    }

    private List<ParameterSpec> partParameters() {
        ParameterSpec space = ParameterSpec.builder(Signature.DOUBLES, "work").build();
        return wide ? List.of(ParameterSpec.builder(Signature.DOUBLES, "inputs").build(), space) : List.of(space);
    }

    private String partArguments() {
        return wide ? "inputs, work" : "work";
    }

    /** Where a value lies that a part has no name for. */
    private String place(Value value) {
        Integer slot = schedule.slots().get(value);
        if (slot != null) {
            return "work[" + slot + "]";
        }
        Integer seed = seeds.get(value);
        if (seed != null) {
            return "work[" + (seedBase() + seed) + "]";
        }
        String argument = function.arguments().get(value);
        return argument == null ? owner.constant(value) : argument;
    }

    // What the methods around the parts do.

    /** Copies the inputs that are passed one by one to their slots. */
    void enter(Signature inputs, String space, JavaText text) {
        for (Parameter parameter : program.parameters()) {
            Integer slot = schedule.slots().get(parameter.value());
            if (slot != null) {
                text.statement(space + "[" + slot + "] = " + inputs.arguments().get(parameter.value()));
            }
        }
    }

    /** Copies the given tangents or adjoints to their places. */
    void seed(Signature inputs, String space, JavaText text) {
        if (wide && !seeds.isEmpty()) {
            String first = String.valueOf(
                    inputs.arguments().get(seeds.keySet().iterator().next()));
            String array = first.substring(0, first.indexOf('['));
            text.statement(
                    "System.arraycopy(" + array + ", 0, " + space + ", " + seedBase() + ", " + seeds.size() + ")");
            return;
        }
        seeds.forEach((value, seed) -> text.statement(
                space + "[" + (seedBase() + seed) + "] = " + inputs.arguments().get(value)));
    }

    void run(Signature inputs, String space, JavaText text) {
        String first = inputs.specs().isEmpty() ? "" : inputs.specs().get(0).name();
        text.statement(runner + "(" + (wide ? first + ", " : "") + space + ")");
    }

    /** Copies the outputs to the caller's arrays; a single value is returned. */
    void leave(Outlets outlets, String space, JavaText text) {
        outlets.arrays().forEach((outputs, array) -> copy(outputs, array, space, text));
        if (outlets.oneValue()) {
            text.statement("return " + space + "[" + base(Output.Kind.VALUE) + "]");
        }
    }

    /** Copies the outputs of a kind to an array. */
    void copy(Output.Kind outputs, String array, String space, JavaText text) {
        int count = count(outputs);
        if (count > 0) {
            text.statement("System.arraycopy(" + space + ", " + base(outputs) + ", " + array + ", 0, " + count + ")");
        }
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
