package dev.adjc.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.adjc.ir.Output;
import dev.adjc.ir.Parameter;
import dev.adjc.ir.Program;
import dev.adjc.ir.Value;
import dev.adjc.loop.Routine;
import dev.adjc.loop.Schedule;
import dev.adjc.loop.Scheduler;
import dev.adjc.loop.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.lang.model.element.Modifier;

/**
 * Writes the methods of one product: one that returns a record, one that writes into the caller's arrays, and, where the
 * program is too large for one method, one that takes the work space, with the parts that it is made of.
 */
final class ProductWriter {
    /** So many parts are methods of the class itself; more go to classes of their own, each with its constant pool. */
    private static final int FEW = 16;

    /** How many parts a class of parts has. */
    private static final int PARTS_A_CLASS = 64;

    private final GeneratedClass owner;
    private final Product product;
    private final Program program;
    private final Schedule schedule;
    private final Signature inputs;
    private final boolean wide;

    ProductWriter(GeneratedClass owner, Product product) {
        this.owner = owner;
        this.product = product;
        this.program = product.program();
        this.wide = owner.isWide();
        this.inputs = Signature.of(program, wide, owner.scope());
        this.schedule = Scheduler.schedule(program, inputs.placed());
    }

    /** Adds the product's methods to the class. */
    void write() {
        owner.constants(schedule.constants());
        if (product instanceof Product.OneByOne repeated) {
            single(repeated);
        } else {
            atOnce();
        }
    }

    private boolean hasOneValue() {
        return owner.function().outputs().size() == 1;
    }

    private String method() {
        return product.kind().method();
    }

    // All numbers in one run.

    private void atOnce() {
        boolean plainValue = product.kind() == Product.Kind.VALUE && hasOneValue();
        Signature filled = inputs.copy();
        Map<Output.Kind, String> results = plainValue ? Map.of() : resultArrays(filled);
        if (!plainValue) {
            new RecordWriter(owner, product).write(inputs);
        }
        if (schedule.isSplit()) {
            owner.add(filling(filled.copy())
                    .addCode(forward(filled.pass(List.of("new double[WORK]"))))
                    .build());
            split(filled, results);
        } else {
            RoutineWriter writer = writer(filled, "", results);
            CodeBlock body = writer.write(schedule.routines().get(0));
            owner.add(filling(filled)
                    .addCode(filled.checks())
                    .addCode(body)
                    .addCode(end(writer))
                    .build());
        }
    }

    /** The arrays into which the numbers go. */
    private Map<Output.Kind, String> resultArrays(Signature signature) {
        Map<Output.Kind, String> arrays = new EnumMap<>(Output.Kind.class);
        if (!hasOneValue()) {
            arrays.put(Output.Kind.VALUE, signature.array("values"));
        }
        if (product.kind() == Product.Kind.GRADIENT) {
            arrays.put(Output.Kind.ADJOINT, signature.array("gradient"));
        } else if (product.kind() == Product.Kind.JVP) {
            arrays.put(Output.Kind.TANGENT, signature.array(hasOneValue() ? "tangent" : "outputTangents"));
        } else if (product.kind() == Product.Kind.VJP) {
            arrays.put(Output.Kind.ADJOINT, signature.array("inputAdjoints"));
        }
        return arrays;
    }

    /** The head of the method that fills the caller's arrays. */
    private MethodSpec.Builder filling(Signature signature) {
        return MethodSpec.methodBuilder(method())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc(Docs.filling(owner.plan(), product, program, hasOneValue()))
                .returns(hasOneValue() ? TypeName.DOUBLE : TypeName.VOID)
                .addParameters(signature.specs());
    }

    private CodeBlock forward(CodeBlock arguments) {
        return hasOneValue()
                ? CodeBlock.builder()
                        .addStatement("return $L($L)", method(), arguments)
                        .build()
                : CodeBlock.builder()
                        .addStatement("$L($L)", method(), arguments)
                        .build();
    }

    private CodeBlock end(RoutineWriter writer) {
        List<Statement.Deliver> delivered = new ArrayList<>(schedule.results());
        CodeBlock.Builder end = CodeBlock.builder();
        if (hasOneValue()) {
            Statement.Deliver value = delivered.remove(0);
            end.add(writer.deliver(delivered));
            end.addStatement("return $L", writer.expression(value.term()));
        } else {
            end.add(writer.deliver(delivered));
        }
        return end.build();
    }

    private RoutineWriter writer(Signature signature, String work, Map<Output.Kind, String> results) {
        return new RoutineWriter(
                signature.names().inner(),
                value -> place(value, work),
                results,
                owner.copied(),
                owner.plan().origin());
    }

    /** The slot, the argument or the field in which a value lies. */
    private String place(Value value, String work) {
        Integer slot = schedule.slots().get(value);
        if (slot != null) {
            return work + "[" + slot + "]";
        }
        String argument = inputs.arguments().get(value);
        return argument == null ? owner.constant(value) : argument;
    }

    // More than one method.

    private void split(Signature filled, Map<Output.Kind, String> results) {
        String work = filled.array("work");
        owner.needsWork(schedule.work());
        MethodSpec.Builder main = filling(filled).addCode(filled.checks());
        main.addCode(parts(filled, results, work, method()));
        main.addCode(end(writer(filled, work, results)));
        owner.add(main.build());
    }

    /** Copies the inputs that are passed one by one to their slots, and calls the parts, which it adds to the class. */
    private CodeBlock parts(Signature filled, Map<Output.Kind, String> results, String work, String stem) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (Parameter parameter : program.parameters()) {
            if (schedule.slots().containsKey(parameter.value())) {
                code.addStatement(
                        "$L = $L",
                        place(parameter.value(), work),
                        inputs.arguments().get(parameter.value()));
            }
        }
        Signature part = filled.arraysOnly();
        List<MethodSpec> methods = new ArrayList<>();
        for (Routine routine : schedule.routines()) {
            RoutineWriter writer = writer(part, work, results);
            methods.add(MethodSpec.methodBuilder(stem + (methods.size() + 1))
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                    .addParameters(part.specs())
                    .addCode(writer.write(routine))
                    .build());
        }
        if (methods.size() <= FEW) {
            methods.forEach(method -> {
                owner.addPart(method);
                code.addStatement("$L($L)", method.name(), part.pass(List.of()));
            });
        } else {
            classes(methods, part, stem, code);
        }
        return code.build();
    }

    private void classes(List<MethodSpec> methods, Signature part, String stem, CodeBlock.Builder calls) {
        String capital = stem.substring(0, 1).toUpperCase(Locale.ROOT) + stem.substring(1);
        for (int from = 0; from < methods.size(); from += PARTS_A_CLASS) {
            List<MethodSpec> some = methods.subList(from, Math.min(methods.size(), from + PARTS_A_CLASS));
            String name = owner.typeName(capital + "Parts" + (from / PARTS_A_CLASS + 1));
            MethodSpec.Builder run = MethodSpec.methodBuilder("run")
                    .addModifiers(Modifier.STATIC)
                    .addParameters(part.specs());
            some.forEach(method -> run.addStatement("$L($L)", method.name(), part.pass(List.of())));
            owner.add(TypeSpec.classBuilder(name)
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                    .addMethod(MethodSpec.constructorBuilder()
                            .addModifiers(Modifier.PRIVATE)
                            .build())
                    .addMethod(run.build())
                    .addMethods(some)
                    .build());
            calls.addStatement("$T.run($L)", ClassName.get("", name), part.pass(List.of()));
        }
    }

    // One number a run.

    private void single(Product.OneByOne repeated) {
        // The signature of the caller's method: all parameters but the counter.
        Program outer = new Program(
                program.name(),
                program.parameters().subList(0, program.parameters().size() - 1),
                List.of(),
                List.of(),
                program.values());
        Signature callers = Signature.of(outer, wide, owner.scope());
        new RecordWriter(owner, product).write(callers);
        Signature filled = callers.copy();
        Map<Output.Kind, String> results = resultArrays(filled);
        String stem = method() + "At";
        boolean valueNeedsWork = owner.valueNeedsWork();
        boolean work = schedule.isSplit() || valueNeedsWork;
        if (work) {
            owner.add(filling(filled.copy())
                    .addCode(forward(filled.pass(List.of("new double[WORK]"))))
                    .build());
        }
        List<String> ofValue = new ArrayList<>();
        List<String> own = new ArrayList<>();
        Names scope = filled.names();
        String workName = work ? filled.array("work") : "";
        String counter = scope.allocate("i");
        own.add(counter);
        if (schedule.isSplit()) {
            own.add(workName);
        }
        if (!hasOneValue()) {
            ofValue.add(results.getOrDefault(Output.Kind.VALUE, ""));
        }
        if (valueNeedsWork) {
            ofValue.add(workName);
        }
        String array = results.entrySet().stream()
                .filter(entry -> entry.getKey() != Output.Kind.VALUE)
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
        MethodSpec.Builder main = filling(filled).addCode(filled.checks());
        main.beginControlFlow("for (int $1L = 0; $1L < $2L; $1L++)", counter, repeated.count());
        main.addStatement("$L[$L] = $L($L)", array, counter, stem, callers.pass(own));
        main.endControlFlow();
        Signature value = Signature.of(owner.function(), wide, owner.scope());
        main.addStatement(hasOneValue() ? "return value($L)" : "value($L)", value.pass(ofValue));
        owner.add(main.build());
        one(stem);
    }

    /** The private method that computes the number at a position. */
    private void one(String stem) {
        Signature signature = inputs.copy();
        MethodSpec.Builder method = MethodSpec.methodBuilder(stem)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(TypeName.DOUBLE);
        if (schedule.isSplit()) {
            String work = signature.array("work");
            owner.needsWork(schedule.work());
            method.addParameters(signature.specs()).addCode(parts(signature, Map.of(), work, stem));
            RoutineWriter writer = writer(signature, work, Map.of());
            method.addStatement(
                    "return $L", writer.expression(schedule.results().get(0).term()));
        } else {
            RoutineWriter writer = writer(signature, "", Map.of());
            method.addParameters(signature.specs())
                    .addCode(writer.write(schedule.routines().get(0)));
            method.addStatement(
                    "return $L", writer.expression(schedule.results().get(0).term()));
        }
        owner.add(method.build());
    }
}
