package dev.adjc.lower;

import dev.adjc.ir.Access;
import dev.adjc.ir.Combine;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Domain;
import dev.adjc.ir.Guard;
import dev.adjc.ir.Operand;
import dev.adjc.ir.Origin;
import dev.adjc.ir.Step;
import dev.adjc.ir.Value;
import dev.adjc.ir.Values;
import dev.adjc.operator.Operator;
import dev.adjc.syntax.Identifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The steps that are written so far, and which of their values are known to be equal, so that a call with the same
 * arguments is not expanded again.
 */
final class Steps {
    private final Identifier function;
    private final Values values = new Values();
    private final List<Step> steps = new ArrayList<>();
    private final Map<Value, Operand> representatives = new HashMap<>();
    private final Map<Key, Value> numbered = new HashMap<>();
    private final Set<Value> several = new HashSet<>();
    private final Set<Value> active = new HashSet<>();

    private record Key(Operator operator, List<Operand> operands) {}

    Steps(Identifier function) {
        this.function = function;
    }

    Values values() {
        return values;
    }

    List<Step> written() {
        return steps;
    }

    void add(Step step) {
        if (steps.size() == TooLarge.MOST) {
            throw new TooLarge(function);
        }
        steps.add(step);
    }

    /** Notes that derivatives are taken with respect to a parameter. */
    void activate(Value parameter) {
        active.add(parameter);
    }

    /** Whether a derivative may flow into what is read. */
    boolean isActive(Operand operand) {
        return operand instanceof Access access && active.contains(access.value());
    }

    /** Writes a definition of the target, or of a new temporary where none is given. */
    Operand define(Optional<Value> target, Guard guard, Origin origin, Operator operator, List<Operand> operands) {
        Value value = target.orElseGet(() -> temporary(operator));
        add(new Definition(value, Domain.where(guard), Combine.SET, operator, operands, origin));
        if (!operator.is(Operator.Trait.STOPPED) && operands.stream().anyMatch(this::isActive)) {
            active.add(value);
        }
        return value.read();
    }

    /** As {@link #define}; if this is the value's one definition, equal expressions are known to be the same. */
    Operand defineOnce(Optional<Value> target, Guard guard, Origin origin, Operator operator, List<Operand> operands) {
        Operand defined = define(target, guard, origin, operator, operands);
        Value value = ((Access) defined).value();
        if (several.contains(value)) {
            return defined;
        }
        Key key = new Key(operator, representatives(operands));
        Value same = numbered.putIfAbsent(key, value);
        if (same != null) {
            representatives.put(value, representative(same.read()));
        }
        return defined;
    }

    /** Notes that a value is a copy, unless it is one on some paths only. */
    void same(Value copy, Operand original) {
        if (!several.contains(copy)) {
            representatives.put(copy, representative(original));
        }
    }

    /** Notes that a value is defined by each branch in its own way. */
    void several(Value value) {
        several.add(value);
    }

    /** The operands, each as the first one that is known to equal it. */
    List<Operand> representatives(List<Operand> operands) {
        List<Operand> firsts = new ArrayList<>(operands.size());
        operands.forEach(operand -> firsts.add(representative(operand)));
        return firsts;
    }

    private Operand representative(Operand operand) {
        return operand instanceof Access access ? representatives.getOrDefault(access.value(), operand) : operand;
    }

    private Value temporary(Operator operator) {
        Value.Type type = operator.givesCondition() ? Value.Type.CONDITION : Value.Type.REAL;
        return values.make(type == Value.Type.CONDITION ? "c" : operator.localName(), type, Value.Role.TEMPORARY);
    }
}
