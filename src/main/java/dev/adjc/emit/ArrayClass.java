package dev.adjc.emit;

import static java.util.Objects.requireNonNull;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.adjc.ir.Index;
import dev.adjc.ir.Origin;
import dev.adjc.ir.Output;
import dev.adjc.ir.Program;
import dev.adjc.ir.Symbol;
import dev.adjc.ir.Value;
import dev.adjc.loop.Schedule;
import dev.adjc.loop.Scheduler;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.lang.model.element.Modifier;

/**
 * What a class of a function with arrays has beside its products: the sizes that it is made for, the work space that it owns,
 * and the methods that check and copy arrays. Where all sizes are literals there is nothing to make, and all is static.
 */
final class ArrayClass {
    /** The numbers that methods leave to each other. */
    private static final String WORK = "work";

    private final GeneratedClass owner;
    private final Sizes sizes;
    private final Indices indices;
    private final Map<Product.Kind, Schedule> schedules = new EnumMap<>(Product.Kind.class);
    private final WorkArrays workArrays;
    private final Map<Product.Kind, Map<Value, WorkArrays.Field>> drawn = new EnumMap<>(Product.Kind.class);
    private final Map<String, List<Index>> lengths = new LinkedHashMap<>();
    private final Map<TypeName, TreeMap<Integer, MethodSpec>> copies = new LinkedHashMap<>();
    private final Set<String> taken = new LinkedHashSet<>();
    private boolean checks;
    private int slots;

    ArrayClass(GeneratedClass owner) {
        this.owner = owner;
        owner.scope().reserve(WORK);
        this.sizes = new Sizes(owner.function(), owner.plan().programs(), owner.scope());
        Origin origin = new Origin(owner.plan().origin(), owner.plan().origin());
        for (Product product : owner.plan().products()) {
            if (product instanceof Product.AtOnce atOnce) {
                Set<Output.Kind> added = ArrayMethods.added(atOnce.kind());
                Schedule schedule = Scheduler.nested(
                        atOnce.program(), added, origin, owner.plan().joining());
                NoWorkSpace.refuse(
                        schedule,
                        atOnce.program(),
                        sizes.symbols().keySet(),
                        owner.plan().origin());
                schedules.put(atOnce.kind(), schedule);
                owner.constants(schedule.constants());
            }
        }
        this.indices = new Indices(sizes.symbols(), this::integer, Map.of());
        for (Product product : owner.plan().products()) {
            ArrayMethods methods = new ArrayMethods(product.kind(), owner.plan(), sizes, owner.scope());
            methods.all().forEach(slot -> taken.add(slot.name()));
        }
        // an array of the work space is not called like an index, which the author gave its name
        for (Program program : owner.plan().programs()) {
            program.steps()
                    .forEach(step -> step.domain()
                            .axes()
                            .forEach(axis ->
                                    taken.add(Names.identifier(axis.symbol().name()))));
        }
        this.workArrays = new WorkArrays(names());
        schedules.forEach((kind, schedule) -> drawn.put(kind, workArrays.draw(schedule.arrays())));
    }

    /** The names that a field may have. */
    private Names names() {
        Names names = owner.scope().inner();
        taken.forEach(names::reserve);
        return names;
    }

    private String integer(Value value) {
        String name = sizes.integers().get(value);
        if (name == null) {
            throw new IllegalStateException("`" + value + "` fixes no extent");
        }
        return name;
    }

    Sizes sizes() {
        return sizes;
    }

    /** Writes lengths. */
    Indices indices() {
        return indices;
    }

    boolean isStatic() {
        return sizes.isNone();
    }

    /** The schedule of a product's program. */
    Schedule schedule(Product.AtOnce product) {
        return requireNonNull(schedules.get(product.kind()));
    }

    /** Whether the methods, which are static, are handed a work space. */
    boolean passesWork() {
        return isStatic()
                && schedules.values().stream()
                        .anyMatch(schedule ->
                                schedule.work() > 0 || !schedule.arrays().isEmpty());
    }

    Modifier[] modifiers(Modifier visibility) {
        return isStatic() ? new Modifier[] {visibility, Modifier.STATIC} : new Modifier[] {visibility};
    }

    /** Where an array lies that a product keeps. */
    Indices.Array array(Product.Kind kind, Value value, List<Index> extents) {
        WorkArrays.Field field = requireNonNull(requireNonNull(drawn.get(kind)).get(value));
        owner.scope().reserve(field.name());
        return field.array(extents);
    }

    /** A field for what the runs of another product are given, or give: products use it in turn. */
    String space(String wanted, List<Index> extents) {
        String name = workArrays.ofItsOwn(wanted, extents).name();
        owner.scope().reserve(name);
        return name;
    }

    /** The arrays that an object keeps, or that methods are handed, with their extents. */
    Map<String, Set<List<Index>>> spaces() {
        Map<String, Set<List<Index>>> all = isStatic() ? new LinkedHashMap<>() : workArrays.shapes();
        owner.work().ifPresent(numbers -> all.put(WORK, Set.of(List.of(Index.of(numbers)))));
        return all;
    }

    /** Makes room for numbers that methods leave to each other. */
    void needsSlots(int count) {
        slots = Math.max(slots, count);
    }

    // ---- checks and copies

    /** Statements that refuse arrays of the wrong length. */
    void check(List<Slot> parameters, JavaText text) {
        for (Slot slot : parameters) {
            if (slot.isArray()) {
                checks = true;
                String length = indices.length(slot.extents());
                lengths.put(slot.name(), slot.extents());
                String form = slot.extents().isEmpty() ? "1" : length;
                text.statement("check(" + Texts.quoted(slot.name()) + ", " + slot.name() + ".length, " + form + ", "
                        + Texts.quoted(form) + ")");
            }
        }
    }

    /** A flat copy of a nested array. */
    String flat(Slot slot) {
        List<String> arguments = new ArrayList<>(List.of(Texts.quoted(slot.name()), slot.name()));
        slot.extents().forEach(extent -> arguments.add(indices.index(extent)));
        for (int rank = 2; rank <= slot.extents().size(); rank++) {
            int dimensions = rank;
            copies.computeIfAbsent(slot.number(), none -> new TreeMap<>())
                    .computeIfAbsent(rank, none -> copy(slot.number(), dimensions));
        }
        return "flat(" + String.join(", ", arguments) + ")";
    }

    private static MethodSpec copy(TypeName number, int rank) {
        TypeName nested = number;
        for (int k = 0; k < rank; k++) {
            nested = ArrayTypeName.of(nested);
        }
        MethodSpec.Builder method = MethodSpec.methodBuilder("flat")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addJavadoc("The elements, the last index running fastest.\n")
                .returns(ArrayTypeName.of(number))
                .addParameter(String.class, "name")
                .addParameter(nested, "nested");
        List<String> inner = new ArrayList<>();
        for (int k = 0; k < rank; k++) {
            method.addParameter(TypeName.INT, "n" + k);
            if (k > 0) {
                inner.add("n" + k);
            }
        }
        String row = rank == 2 ? "nested[i]" : "flat(name, nested[i], " + String.join(", ", inner) + ")";
        JavaText text = new JavaText();
        mismatch("nested.length", "n0", "rows", text);
        text.statement("int length = " + String.join(" * ", inner));
        text.statement(number + "[] flat = new " + number + "[n0 * length]");
        text.open("for (int i = 0; i < n0; i++)");
        if (rank == 2) {
            mismatch("nested[i].length", "n1", "columns", text);
        }
        text.statement("System.arraycopy(" + row + ", 0, flat, i * length, length)");
        text.close();
        text.statement("return flat");
        return method.addCode(CodeBlock.of("$L", text)).build();
    }

    private static void mismatch(String found, String expected, String of, JavaText text) {
        text.open("if (" + found + " != " + expected + ")");
        text.statement("throw new IllegalArgumentException(name + \": expected \" + " + expected + " + \" " + of
                + ", found \" + " + found + ")");
        text.close();
    }

    // ---- the class

    /** Adds the constructor, what it fills, and the methods that were asked for. */
    void finish() {
        if (!isStatic()) {
            owner.setConstructor(constructor(), sizes.names());
            owner.add(length());
        }
        if (checks) {
            owner.add(check());
        }
        copies.values().forEach(ranks -> ranks.values().forEach(owner::add));
    }

    private MethodSpec constructor() {
        JavaText text = new JavaText();
        for (String name : sizes.counts()) {
            text.open("if (" + name + " < 0)");
            text.statement("throw new IllegalArgumentException(\"" + name + ": expected no less than 0, found \" + "
                    + name + ")");
            text.close();
        }
        for (String name : sizes.names()) {
            owner.addField(FieldSpec.builder(TypeName.INT, name, Modifier.PRIVATE, Modifier.FINAL)
                    .build());
            text.statement("this." + name + " = " + name);
        }
        Set<List<Index>> measured = new HashSet<>();
        lengths.forEach((name, extents) -> {
            boolean computed = extents.size() > 1
                    || extents.stream()
                            .anyMatch(extent -> extent.atom()
                                    .filter(Symbol.class::isInstance)
                                    .isEmpty());
            if (computed && measured.add(extents)) {
                text.statement("length(" + Texts.quoted(name) + longs(extents) + ")");
            }
        });
        workArrays.shapes().forEach((name, shapes) -> {
            owner.addField(FieldSpec.builder(Signature.DOUBLES, name, Modifier.PRIVATE, Modifier.FINAL)
                    .build());
            text.statement(name + " = new double[" + longest(name, shapes) + "]");
        });
        if (slots > 0) {
            owner.addField(FieldSpec.builder(Signature.DOUBLES, WORK, Modifier.PRIVATE, Modifier.FINAL)
                    .initializer("new double[$L]", slots)
                    .build());
        }
        MethodSpec.Builder constructor =
                MethodSpec.constructorBuilder().addModifiers(Modifier.PUBLIC).addJavadoc(Docs.constructor());
        sizes.names().forEach(name -> constructor.addParameter(TypeName.INT, name));
        return constructor.addCode(CodeBlock.of("$L", text)).build();
    }

    /** The length of a field in which now one thing lies and now another. */
    private String longest(String name, Set<List<Index>> shapes) {
        String longest = "";
        for (List<Index> extents : shapes) {
            // over a range without places there is nothing, however far its end lies before its beginning
            List<Index> counts = extents.stream().map(Index::count).toList();
            String length = "length(" + Texts.quoted(name) + longs(counts) + ")";
            longest = longest.isEmpty() ? length : "Math.max(" + longest + ", " + length + ")";
        }
        return longest;
    }

    /** The extents as arguments, computed where products of sizes do not overflow. */
    private String longs(List<Index> extents) {
        StringBuilder arguments = new StringBuilder();
        extents.forEach(extent -> arguments.append(", ").append(indices.inLongs(extent)));
        return arguments.toString();
    }

    private static MethodSpec length() {
        JavaText text = new JavaText();
        text.statement("long length = 1");
        text.open("for (long extent : extents)");
        text.open("if (extent < 0)");
        text.statement(
                "throw new IllegalArgumentException(\"`\" + name + \"` would have a negative size: \" + extent)");
        text.close();
        text.statement(
                "length = extent == 0 ? 0 : length > Integer.MAX_VALUE / extent ? Long.MAX_VALUE : length * extent");
        text.close();
        text.open("if (length > Integer.MAX_VALUE)");
        text.statement("throw new IllegalArgumentException("
                + "name + \": more than 2^31 - 1 elements, \" + java.util.Arrays.toString(extents))");
        text.close();
        text.statement("return (int) length");
        return MethodSpec.methodBuilder("length")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addJavadoc("How many elements an array has.\n")
                .returns(TypeName.INT)
                .addParameter(String.class, "name")
                .addParameter(long[].class, "extents")
                .varargs()
                .addCode(CodeBlock.of("$L", text))
                .build();
    }

    private MethodSpec check() {
        StringBuilder with = new StringBuilder("\")\"");
        String separator = ", with ";
        for (String name : sizes.names()) {
            with.insert(with.length() - 3, Texts.quoted(separator + name + " = ") + " + " + name + " + ");
            separator = ", ";
        }
        JavaText text = new JavaText();
        text.open("if (found != expected)");
        text.statement("throw new IllegalArgumentException(name + \": expected \" + expected + \" numbers (\" + form + "
                + with + " + \", found \" + found)");
        text.close();
        return MethodSpec.methodBuilder("check")
                .addModifiers(modifiers(Modifier.PRIVATE))
                .addParameter(ParameterSpec.builder(String.class, "name").build())
                .addParameter(TypeName.INT, "found")
                .addParameter(TypeName.INT, "expected")
                .addParameter(String.class, "form")
                .addCode(CodeBlock.of("$L", text))
                .build();
    }
}
