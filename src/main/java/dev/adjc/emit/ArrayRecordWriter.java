package dev.adjc.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.adjc.ir.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Modifier;

/** Writes the methods that make the arrays of their results, and the record that holds these. */
final class ArrayRecordWriter {
    /** Arrays of more dimensions are handed over flat only: the compiler looks long for the method that a call means. */
    private static final int MOST_NESTED = 8;

    private final GeneratedClass owner;
    private final ArrayClass arrays;
    private final ArrayMethods methods;
    private final Product.Kind kind;

    ArrayRecordWriter(GeneratedClass owner, ArrayClass arrays, ArrayMethods methods, Product.Kind kind) {
        this.owner = owner;
        this.arrays = arrays;
        this.methods = methods;
        this.kind = kind;
    }

    /** The record, and the method that gives it. */
    void write() {
        Names components = Names.ofRecord();
        MethodSpec.Builder canonical = MethodSpec.constructorBuilder();
        List<String> results = new ArrayList<>();
        JavaText text = new JavaText();
        String value = "";
        if (methods.returns()) {
            value = methods.names().inner().allocate("value");
            canonical.addParameter(TypeName.DOUBLE, components.allocate("value"));
            results.add(value);
        }
        for (Output.Kind outputs : Output.Kind.values()) {
            List<Slot> slots = methods.outlets(outputs);
            for (int i = 0; i < slots.size(); i++) {
                Slot slot = slots.get(i);
                boolean number = slot.extents().isEmpty();
                canonical.addParameter(
                        number ? TypeName.DOUBLE : slot.javaType(), components.allocate(component(outputs, i)));
                String length = number ? "1" : arrays.indices().length(slot.extents());
                text.statement("double[] " + slot.name() + " = new double[" + length + "]");
                results.add(number ? slot.name() + "[0]" : slot.name());
            }
        }
        String call = call(ArrayMethods.names(methods.all()));
        text.statement(methods.returns() ? "double " + value + " = " + call : call);
        text.statement("return new " + recordName() + "(" + String.join(", ", results) + ")");
        owner.add(TypeSpec.recordBuilder(recordName())
                .addJavadoc(Docs.record(kind))
                .addModifiers(Modifier.PUBLIC)
                .recordConstructor(canonical.build())
                .build());
        owner.add(MethodSpec.methodBuilder(kind.method())
                .addModifiers(arrays.modifiers(Modifier.PUBLIC))
                .addJavadoc(Docs.returning(owner.plan(), kind))
                .returns(ClassName.get("", recordName()))
                .addParameters(methods.given().stream().map(Slot::spec).toList())
                .addCode(CodeBlock.of("$L", text))
                .build());
    }

    /** The same method for arrays of rows, if there is an array of more than one dimension, and none of too many. */
    void writeNested() {
        int rank = methods.given().stream()
                .mapToInt(slot -> slot.extents().size())
                .max()
                .orElse(0);
        if (rank < 2 || rank > MOST_NESTED) {
            return;
        }
        List<ParameterSpec> parameters = new ArrayList<>();
        List<String> arguments = new ArrayList<>();
        for (Slot slot : methods.given()) {
            parameters.add(ParameterSpec.builder(slot.nested(), slot.name()).build());
            arguments.add(slot.extents().size() > 1 ? arrays.flat(slot) : slot.name());
        }
        boolean number = methods.all().size() == methods.given().size();
        JavaText text = new JavaText();
        text.statement("return " + call(String.join(", ", arguments)));
        owner.add(MethodSpec.methodBuilder(kind.method())
                .addModifiers(arrays.modifiers(Modifier.PUBLIC))
                .addJavadoc(Docs.nested(owner.plan(), kind))
                .returns(number ? TypeName.DOUBLE : ClassName.get("", recordName()))
                .addParameters(parameters)
                .addCode(CodeBlock.of("$L", text))
                .build());
    }

    private String call(String arguments) {
        return kind.method() + "(" + arguments + ")";
    }

    private String component(Output.Kind outputs, int position) {
        return switch (outputs) {
            case VALUE -> owner.function().outputs().get(position).name();
            case TANGENT ->
                methods.returns()
                        ? "tangent"
                        : owner.function().outputs().get(position).name() + "_dot";
            case ADJOINT -> owner.function().activeParameters().get(position).name();
        };
    }

    private String recordName() {
        String method = kind.method();
        return method.substring(0, 1).toUpperCase(Locale.ROOT) + method.substring(1);
    }
}
