package dev.adjc.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.adjc.ir.Output;
import dev.adjc.ir.Parameter;
import dev.adjc.ir.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes the method that returns a product's numbers as a record, and the record. */
final class RecordWriter {
    private final GeneratedClass owner;
    private final Product.Kind kind;
    private final Program function;
    private final boolean oneValue;

    RecordWriter(GeneratedClass owner, Product.Kind kind) {
        this.owner = owner;
        this.kind = kind;
        this.function = owner.function();
        this.oneValue = function.outputs().size() == 1;
    }

    /** A group of the record's components: the numbers of one array, which may be none, or a single number. */
    private record Group(String name, Optional<List<String>> array) {
        static Group single(String name) {
            return new Group(name, Optional.empty());
        }

        static Group array(String name, List<String> components) {
            return new Group(name, Optional.of(components));
        }

        List<String> components() {
            return array.orElse(List.of(name));
        }
    }

    void write(Signature inputs) {
        String type = recordName();
        List<Group> groups = groups();
        Names components = Names.ofRecord();
        MethodSpec.Builder canonical = MethodSpec.constructorBuilder();
        for (Group group : groups) {
            if (group.array.isEmpty() || !owner.isWide()) {
                group.components().forEach(name -> canonical.addParameter(TypeName.DOUBLE, components.allocate(name)));
            } else {
                canonical.addParameter(Signature.DOUBLES, components.allocate(group.name));
            }
        }
        owner.add(TypeSpec.recordBuilder(type)
                .addJavadoc(Docs.record(kind))
                .addModifiers(Modifier.PUBLIC)
                .recordConstructor(canonical.build())
                .build());
        owner.add(method(inputs, ClassName.get("", type), groups));
    }

    private MethodSpec method(Signature inputs, ClassName type, List<Group> groups) {
        Signature signature = inputs.copy();
        List<ParameterSpec> specs = List.copyOf(signature.specs());
        Names names = signature.names();
        CodeBlock.Builder code = CodeBlock.builder();
        List<String> arrays = new ArrayList<>();
        List<CodeBlock> results = new ArrayList<>();
        for (Group group : groups) {
            String name = names.allocate(group.name);
            if (group.array.isEmpty()) {
                results.add(CodeBlock.of("$L", name));
                continue;
            }
            int count = group.components().size();
            code.addStatement("double[] $L = new double[$L]", name, count);
            arrays.add(name);
            if (owner.isWide()) {
                results.add(CodeBlock.of("$L", name));
            } else {
                for (int i = 0; i < count; i++) {
                    results.add(CodeBlock.of("$L[$L]", name, i));
                }
            }
        }
        CodeBlock call = CodeBlock.of("$L($L)", kind.method(), inputs.pass(arrays));
        if (oneValue) {
            code.addStatement("double $L =$W$L", results.get(0), call);
        } else {
            code.addStatement(call);
        }
        code.addStatement("return new $T($L)", type, results.stream().collect(CodeBlock.joining(",$W")));
        return MethodSpec.methodBuilder(kind.method())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc(Docs.returning(owner.plan(), kind, inputs))
                .returns(type)
                .addParameters(specs)
                .addCode(code.build())
                .build();
    }

    private List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        List<String> outputs = new ArrayList<>();
        function.outputs().forEach(output -> outputs.add(output.name()));
        List<String> active = new ArrayList<>();
        function.activeParameters().stream().map(Parameter::name).forEach(active::add);
        groups.add(oneValue ? Group.single("value") : Group.array("values", outputs));
        if (kind == Product.Kind.GRADIENT || kind == Product.Kind.VJP) {
            String array = kind == Product.Kind.GRADIENT ? "gradient" : "inputAdjoints";
            groups.add(Group.array(array, active));
        }
        if (kind == Product.Kind.JVP) {
            List<String> tangents = new ArrayList<>();
            for (Output output : function.outputs()) {
                tangents.add(oneValue ? "tangent" : output.name() + "_dot");
            }
            groups.add(Group.array(oneValue ? "tangent" : "outputTangents", tangents));
        }
        return groups;
    }

    private String recordName() {
        String method = kind.method();
        return method.substring(0, 1).toUpperCase(Locale.ROOT) + method.substring(1);
    }
}
