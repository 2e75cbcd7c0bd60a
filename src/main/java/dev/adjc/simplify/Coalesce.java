package dev.adjc.simplify;

import dev.adjc.ir.Access;
import dev.adjc.ir.Combine;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Program;
import dev.adjc.ir.Value;
import dev.adjc.ir.ValueMap;
import dev.adjc.operator.Operators;
import java.util.HashSet;
import java.util.Set;

/**
 * Computes a value under the name that it is copied to: {@code t = w * s; z_bar = copy(t)} becomes {@code z_bar = w * s}. A further
 * copy is read as what it copies.
 */
public final class Coalesce extends Rewriter {
    private final ValueMap<Definition> copies = new ValueMap<>();

    private Coalesce(Program program) {
        super(program);
        ValueMap<Definition> unnamed = new ValueMap<>();
        Set<Value> taken = new HashSet<>();
        program.steps().forEach(step -> {
            if (step instanceof Definition definition && definition.combine() == Combine.SET && isOnly(definition)) {
                if (definition.value().isUnnamed()) {
                    unnamed.put(definition.value(), definition);
                } else if (isCopyOfOneOf(unnamed, definition) && taken.add(definition.value())) {
                    Value original = ((Access) definition.operand(0)).value();
                    copies.put(original, copies.getOrDefault(original, definition));
                }
            }
        });
    }

    public static Program apply(Program program) {
        return new Coalesce(program).run();
    }

    /** A value of the function is not named after one of its derivative, nor the reverse. */
    private static boolean isCopyOfOneOf(ValueMap<Definition> unnamed, Definition definition) {
        if (definition.operator() != Operators.COPY || !(definition.operand(0) instanceof Access access)) {
            return false;
        }
        Definition original = unnamed.get(access.value());
        return original != null
                && original.domain().equals(definition.domain())
                && original.target().equals(access)
                && access.value().isPrimal() == definition.value().isPrimal();
    }

    @Override
    void rewrite(Definition definition) {
        Definition copy = copies.get(definition.value());
        if (copy != null && definition.value().isUnnamed()) {
            replace(definition, copy.target());
            keep(new Definition(
                    copy.target(),
                    definition.domain(),
                    Combine.SET,
                    definition.operator(),
                    definition.operands(),
                    definition.origin()));
        } else if (definition.operator() == Operators.COPY
                && definition.combine() == Combine.SET
                && isOnly(definition)) {
            if (!definition.operand(0).equals(definition.target())) {
                replace(definition, definition.operand(0));
            }
        } else {
            keep(definition);
        }
    }
}
