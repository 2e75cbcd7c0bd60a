package dev.adjc.emit;

import dev.adjc.ir.Output;
import dev.adjc.ir.Parameter;
import java.util.List;

/**
 * Writes the body of a method that runs a divided program once for each of its seeds, a single one of them being 1: the
 * columns of the Jacobian from tangents, or its rows from adjoints.
 */
final class Repetition {
    private final DividedProgram base;
    private final Signature inputs;
    private final Outlets outlets;
    private final Names names;
    private final String work;
    private final JavaText text;

    Repetition(DividedProgram base, Signature inputs, Outlets outlets, Names names, String work, JavaText text) {
        this.base = base;
        this.inputs = inputs;
        this.outlets = outlets;
        this.names = names;
        this.work = work;
        this.text = text;
    }

    void write(Product.Kind kind) {
        if (base.seedCount() > 1) {
            String i = names.allocate("i");
            text.open("for (int " + i + " = 0; " + i + " < " + base.seedCount() + "; " + i + "++)");
            base.enter(inputs, work, text);
            text.statement("java.util.Arrays.fill(" + work + ", " + base.seedBase() + ", "
                    + (base.seedBase() + base.seedCount()) + ", 0)");
            text.statement(place(base.seedBase(), i) + " = 1");
            base.run(inputs, work, text);
            derivative(kind, i);
            text.close();
            values();
            return;
        }
        base.enter(inputs, work, text);
        text.statement(work + "[" + base.seedBase() + "] = 1");
        base.run(inputs, work, text);
        if (kind == Product.Kind.GRADIENT && isRow()) {
            base.leave(outlets, work, text);
        } else {
            derivative(kind, "0");
            values();
        }
    }

    /** What one run gives: an entry of the gradient, or of the product with the Jacobian. */
    private void derivative(Product.Kind kind, String index) {
        String target = outlets.array(derivative(kind)) + "[" + index + "]";
        if (kind == Product.Kind.GRADIENT) {
            text.statement(target + " = " + work + "[" + base.base(Output.Kind.TANGENT) + "]");
        } else {
            weigh(target);
        }
    }

    /** Whether a run gives a row of the Jacobian. */
    private boolean isRow() {
        return base.count(Output.Kind.ADJOINT) > 0 || base.count(Output.Kind.TANGENT) == 0;
    }

    private static Output.Kind derivative(Product.Kind kind) {
        return kind == Product.Kind.JVP ? Output.Kind.TANGENT : Output.Kind.ADJOINT;
    }

    private void values() {
        if (outlets.oneValue()) {
            text.statement("return " + work + "[" + base.base(Output.Kind.VALUE) + "]");
        } else {
            base.copy(Output.Kind.VALUE, outlets.array(Output.Kind.VALUE), work, text);
        }
    }

    /** The sum of the run's derivatives, each times the tangent or adjoint given for it; a zero adds nothing. */
    private void weigh(String target) {
        Output.Kind derivatives = isRow() ? Output.Kind.ADJOINT : Output.Kind.TANGENT;
        int first = base.base(derivatives);
        List<Parameter> weights = base.seeded(isRow() ? Product.Kind.JVP : Product.Kind.VJP).parameters().stream()
                .filter(parameter -> !parameter.isPrimal())
                .toList();
        String sum = names.allocate("sum");
        text.statement("double " + sum + " = 0");
        List<String> arguments = weights.stream()
                .map(parameter -> String.valueOf(inputs.arguments().get(parameter.value())))
                .toList();
        boolean array = arguments.stream().allMatch(argument -> argument.endsWith("]")) && !arguments.isEmpty();
        if (array) {
            String name = arguments.get(0).substring(0, arguments.get(0).indexOf('['));
            String k = names.allocate("k");
            text.open("for (int " + k + " = 0; " + k + " < " + weights.size() + "; " + k + "++)");
            term(sum, name + "[" + k + "]", place(first, k));
            text.close();
        } else {
            for (int k = 0; k < arguments.size(); k++) {
                term(sum, arguments.get(k), work + "[" + (first + k) + "]");
            }
        }
        text.statement(target + " = " + sum);
    }

    /** The place that many behind the first one. */
    private String place(int first, String further) {
        return work + "[" + (first == 0 ? further : first + " + " + further) + "]";
    }

    private void term(String sum, String weight, String derivative) {
        text.statement(sum + " += " + weight + " == 0 ? 0 : " + weight + " * " + derivative);
    }
}
