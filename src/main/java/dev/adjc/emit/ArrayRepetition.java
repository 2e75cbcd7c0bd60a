package dev.adjc.emit;

import dev.adjc.ir.Output;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the body of a method that runs another product once for each of its seeds' elements, a single one of them being 1:
 * the columns of the Jacobian from tangents, or its rows from adjoints.
 */
final class ArrayRepetition {
    private final ArrayClass arrays;
    private final ArrayMethods methods;
    private final ArrayMethods base;
    private final Product.Kind baseKind;
    private final boolean columns;
    private final Names names;
    private final JavaText text = new JavaText();

    ArrayRepetition(
            GeneratedClass owner, ArrayClass arrays, ArrayMethods methods, Product.Kind kind, Product.Kind base) {
        this.arrays = arrays;
        this.methods = methods;
        this.base = new ArrayMethods(base, owner.plan(), arrays.sizes(), owner.scope());
        this.baseKind = base;
        this.columns = base == Product.Kind.JVP;
        this.names = methods.names().inner();
        if (kind == base) {
            throw new IllegalArgumentException(kind + " would be made of itself");
        }
    }

    String body() {
        if (!columns && methods.returns()) {
            row();
        } else {
            each();
        }
        return text.toString();
    }

    /** One number has one row: its gradient. */
    private void row() {
        List<String> derivatives = derivatives(Output.Kind.ADJOINT);
        derivatives.forEach(this::fill);
        String result = names.allocate("value");
        text.statement("double " + result + " = " + run(List.of("1"), derivatives));
        String sum = names.allocate("sum");
        text.statement("double " + sum + " = 0");
        weigh(sum, derivatives);
        text.statement(methods.outlets(Output.Kind.TANGENT).get(0).name() + "[0] = " + sum);
        text.statement("return " + result);
    }

    private void each() {
        List<String> seeds = new ArrayList<>();
        List<String> given = new ArrayList<>();
        for (Slot seed : base.seeds()) {
            String unit = space("unit_" + seed.name(), seed);
            seeds.add(unit);
            given.add(seed.isArray() ? unit : unit + "[0]");
        }
        List<String> derivatives = derivatives(columns ? Output.Kind.TANGENT : Output.Kind.ADJOINT);
        List<Slot> targets = methods.outlets(columns ? Output.Kind.ADJOINT : Output.Kind.TANGENT);
        seeds.forEach(seed -> fill(seed));
        String result = names.allocate("value");
        if (methods.returns()) {
            text.statement("double " + result + " = " + values());
        } else {
            text.statement(values());
        }
        String i = names.allocate("i");
        String sum = names.allocate("sum");
        for (int k = 0; k < seeds.size(); k++) {
            Slot target = targets.get(k);
            text.open("for (int " + i + " = 0; " + i + " < " + target.name() + ".length; " + i + "++)");
            text.statement(seeds.get(k) + "[" + i + "] = 1");
            if (!columns) {
                derivatives.forEach(this::fill);
            }
            text.statement(run(given, derivatives));
            text.statement("double " + sum + " = 0");
            weigh(sum, derivatives);
            text.statement(target.name() + "[" + i + "] " + (columns ? "+= " : "= ") + sum);
            text.statement(seeds.get(k) + "[" + i + "] = 0");
            text.close();
        }
        if (methods.returns()) {
            text.statement("return " + result);
        }
    }

    /** Arrays for the derivatives that a run gives. */
    private List<String> derivatives(Output.Kind kind) {
        return base.outlets(kind).stream()
                .map(slot -> space("each_" + slot.name(), slot))
                .toList();
    }

    private void fill(String array) {
        text.statement("java.util.Arrays.fill(" + array + ", 0)");
    }

    /** An array for what a run is given or gives. */
    private String space(String wanted, Slot slot) {
        if (!arrays.isStatic()) {
            return arrays.space(wanted, slot.extents());
        }
        String name = names.allocate(wanted);
        String length = slot.extents().isEmpty() ? "1" : arrays.indices().length(slot.extents());
        text.statement("double[] " + name + " = new double[" + length + "]");
        return name;
    }

    /** The outputs, which are there even where nothing is active. */
    private String values() {
        List<String> arguments = new ArrayList<>();
        methods.inputs().forEach(slot -> arguments.add(slot.name()));
        methods.outlets(Output.Kind.VALUE).forEach(slot -> arguments.add(slot.name()));
        return call(Product.Kind.VALUE, arguments);
    }

    private String run(List<String> seeds, List<String> derivatives) {
        List<String> arguments = new ArrayList<>();
        methods.inputs().forEach(slot -> arguments.add(slot.name()));
        arguments.addAll(seeds);
        methods.outlets(Output.Kind.VALUE).forEach(slot -> arguments.add(slot.name()));
        arguments.addAll(derivatives);
        return call(baseKind, arguments);
    }

    private String call(Product.Kind kind, List<String> arguments) {
        List<String> all = new ArrayList<>(arguments);
        if (arrays.passesWork()) {
            all.add("work");
        }
        return ArrayProductWriter.runner(kind) + "(" + String.join(", ", all) + ")";
    }

    /** The sum of the run's derivatives, each times the tangent or adjoint given for it; a zero adds nothing. */
    private void weigh(String sum, List<String> derivatives) {
        List<Slot> weights = methods.seeds();
        for (int k = 0; k < derivatives.size(); k++) {
            String derivative = derivatives.get(k);
            if (weights.isEmpty()) {
                text.statement(sum + " += " + derivative + "[0]");
            } else if (!weights.get(k).isArray()) {
                term(sum, weights.get(k).name(), derivative + "[0]");
            } else {
                String at = names.inner().allocate("k");
                text.open("for (int " + at + " = 0; " + at + " < " + derivative + ".length; " + at + "++)");
                term(sum, weights.get(k).name() + "[" + at + "]", derivative + "[" + at + "]");
                text.close();
            }
        }
    }

    private void term(String sum, String weight, String derivative) {
        text.statement(sum + " += " + weight + " == 0 ? 0 : " + weight + " * " + derivative);
    }
}
