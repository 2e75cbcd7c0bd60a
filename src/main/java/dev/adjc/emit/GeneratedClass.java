package dev.adjc.emit;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Literal;
import dev.adjc.ir.Output;
import dev.adjc.ir.Parameter;
import dev.adjc.ir.Program;
import dev.adjc.ir.Step;
import dev.adjc.ir.Value;
import dev.adjc.loop.Statement;
import dev.adjc.loop.Term;
import dev.adjc.operator.SpecialSource;
import dev.adjc.operator.Spelling;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** A class while it is written: its members so far, and what they need of each other. */
final class GeneratedClass {
    /** More constants than this go to classes of their own: one class's initialiser has room for a few thousand. */
    private static final int CONSTANTS_A_CLASS = 1_000;

    private final ClassPlan plan;
    private final boolean wide;
    private final Names scope = Names.empty();
    private final Names types = Names.empty();
    private final Set<String> copied = new LinkedHashSet<>();
    private final Set<String> copiedForConstants = new LinkedHashSet<>();
    private final Map<Value, String> constants = new HashMap<>();
    private final Map<String, String> constantsByText = new HashMap<>();
    private final List<FieldSpec> fields = new ArrayList<>();
    private final Map<String, TypeSpec.Builder> holders = new LinkedHashMap<>();
    private final List<MethodSpec> methods = new ArrayList<>();
    private final List<MethodSpec> parts = new ArrayList<>();
    private final List<TypeSpec> nested = new ArrayList<>();
    private final Map<Product.Kind, DividedProgram> divided = new EnumMap<>(Product.Kind.class);
    private MethodSpec constructor =
            MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build();
    private List<String> sizes = List.of();
    private OptionalInt work = OptionalInt.empty();

    GeneratedClass(ClassPlan plan) {
        this.plan = plan;
        this.wide = Signature.isWide(plan.function());
        scope.reserve(plan.className());
        types.reserve(plan.className());
        for (Product product : plan.products()) {
            if (product instanceof Product.AtOnce atOnce) {
                atOnce.program().steps().forEach(this::reservePackages);
            }
        }
    }

    /** A variable must not hide the package of a class that an extern function is in. */
    private void reservePackages(Step step) {
        if (step instanceof Definition definition
                && definition.operator().spelling() instanceof Spelling.ExternMethod method) {
            scope.reserve(method.className().replaceFirst("\\..*", ""));
        }
    }

    ClassPlan plan() {
        return plan;
    }

    Program function() {
        return plan.function();
    }

    boolean isWide() {
        return wide;
    }

    /** The names that hold in all methods. */
    Names scope() {
        return scope;
    }

    /** The special functions that are called so far. */
    Set<String> copied() {
        return copied;
    }

    /** The name for a nested type. */
    String typeName(String wanted) {
        return types.allocate(wanted);
    }

    /** Makes fields of what depends on no input; equal expressions become one field. */
    void constants(List<Statement.Assign> assigns) {
        Expressions expressions = new Expressions(this::constant, Indices.of(this::constant), copiedForConstants);
        for (Statement.Assign assign : assigns) {
            String term = expressions.real(assign.term());
            String name = constantsByText.get(term);
            if (name == null) {
                name = constantName(assign);
                FieldSpec field = FieldSpec.builder(
                                TypeName.DOUBLE, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer("$L", term)
                        .build();
                int holder = constantsByText.size() / CONSTANTS_A_CLASS;
                if (holder == 0) {
                    fields.add(field);
                } else {
                    String type = "Constants" + holder;
                    holders.computeIfAbsent(type, GeneratedClass::holder).addField(field);
                    name = type + "." + name;
                }
                constantsByText.put(term, name);
            }
            constants.put(assign.target(), name);
        }
        copied.addAll(copiedForConstants);
    }

    private static TypeSpec.Builder holder(String name) {
        return TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
    }

    /** {@code LOG_10} for {@code log(10)}. */
    private String constantName(Statement.Assign assign) {
        StringBuilder wanted = new StringBuilder(assign.target().name());
        boolean unnamed = assign.target().role() == Value.Role.TEMPORARY;
        if (unnamed
                && assign.term() instanceof Term.Apply apply
                && !wanted.toString().equals("t")) {
            for (Term operand : apply.operands()) {
                if (operand instanceof Term.Number literal) {
                    wanted.append('_')
                            .append(Literal.of(literal.number()).toString().replaceAll("\\W", "_"));
                }
            }
        }
        String upper = Names.identifier(wanted.toString()).toUpperCase(Locale.ROOT);
        Names taken = scope.inner();
        SpecialSource.fields().forEach(taken::reserve);
        taken.reserve("WORK");
        for (Parameter parameter : function().parameters()) {
            taken.reserve(Names.identifier(parameter.name()));
        }
        for (Output output : function().outputs()) {
            taken.reserve(Names.identifier(output.name()));
        }
        String name = taken.allocate(upper.equals("T") ? "C" : upper);
        scope.reserve(name);
        return name;
    }

    String constant(Value value) {
        String name = constants.get(value);
        if (name == null) {
            throw new IllegalStateException("`" + value + "` is nowhere in " + plan.className());
        }
        return name;
    }

    void needsWork(int slots) {
        work = OptionalInt.of(Math.max(work.orElse(0), slots));
    }

    /** How many numbers the work space holds that methods are handed. */
    OptionalInt work() {
        return work;
    }

    /** Whether another product runs this one's program. */
    boolean isBase(Product.Kind kind) {
        return plan.products().stream()
                .anyMatch(product -> product instanceof Product.Repeated repeated && repeated.base() == kind);
    }

    void addDivided(Product.Kind kind, DividedProgram program) {
        divided.put(kind, program);
    }

    /** The program of a product that others run. */
    DividedProgram divided(Product.Kind kind) {
        DividedProgram program = divided.get(kind);
        if (program == null) {
            throw new IllegalStateException(kind + " is not written yet");
        }
        return program;
    }

    /** Lets the class be made, rather than be a set of static methods. */
    void setConstructor(MethodSpec method, List<String> parameters) {
        constructor = method;
        sizes = parameters;
    }

    void addField(FieldSpec field) {
        fields.add(field);
    }

    void add(MethodSpec method) {
        methods.add(method);
    }

    void addPart(MethodSpec method) {
        parts.add(method);
    }

    void add(TypeSpec type) {
        nested.add(type);
    }

    /**
     * The class so far.
     *
     * @param tables the fields that copied special functions read: a constant that calls one must find them filled
     */
    TypeSpec build(List<FieldSpec> tables) {
        TypeSpec.Builder type = TypeSpec.classBuilder(plan.className())
                .addJavadoc(Docs.ofClass(plan, sizes))
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL);
        if (work.isPresent()) {
            type.addField(FieldSpec.builder(TypeName.INT, "WORK", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                    .addJavadoc("How many numbers the array {@code work} must hold; its contents do not matter.")
                    .initializer("$L", work.getAsInt())
                    .build());
        }
        boolean tablesFirst = !copiedForConstants.isEmpty();
        type.addFields(tablesFirst ? tables : fields);
        type.addFields(tablesFirst ? fields : tables);
        type.addMethod(constructor);
        type.addMethods(methods);
        type.addMethods(parts);
        type.addTypes(nested);
        holders.values().forEach(holder -> type.addType(holder.build()));
        return type.build();
    }
}
