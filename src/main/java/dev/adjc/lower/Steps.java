package dev.adjc.lower;

import dev.adjc.ir.Access;
import dev.adjc.ir.Axis;
import dev.adjc.ir.Bounds;
import dev.adjc.ir.Combine;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Domain;
import dev.adjc.ir.Index;
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
 * The steps that are written so far, and which of their elements are known to be equal, so that a call with the same
 * arguments is not expanded again.
 */
final class Steps {
    private final Identifier function;
    private final Values values = new Values();
    private final List<Step> steps = new ArrayList<>();
    private final Map<Access, Operand> representatives = new HashMap<>();
    private final Map<Key, Access> numbered = new HashMap<>();
    private final Map<Access, Definition> conditions = new HashMap<>();
    private final Set<Value> several = new HashSet<>();
    private final Set<Value> active = new HashSet<>();

    private record Key(Operator operator, List<Operand> operands, List<Axis> axes) {}

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
        return operand instanceof Access access && isActive(access.value());
    }

    /** Whether a derivative may flow into an element of the value. */
    boolean isActive(Value value) {
        return active.contains(value);
    }

    /** A value with an array of these extents for each point of the domain. */
    View array(Domain domain, String name, Value.Role role, List<Index> extents) {
        Access sample = values.over(domain, name, Value.Type.REAL, role);
        if (extents.isEmpty()) {
            return View.within(sample.value(), sample.at(), List.of());
        }
        List<Index> all = new ArrayList<>(sample.value().extents());
        Bounds bounds = Bounds.of(domain.axes());
        extents.forEach(extent -> all.add(bounds.greatest(extent)));
        return View.within(values.make(name, Value.Type.REAL, role, all), sample.at(), extents);
    }

    /** Writes a definition of the target, or of a new temporary where none is given. */
    Access define(Optional<Access> target, Domain domain, Origin origin, Operator operator, List<Operand> operands) {
        return combine(
                target.orElseGet(() -> temporary(domain, operator)), domain, Combine.SET, origin, operator, operands);
    }

    /** Writes a definition that may add to the target. */
    Access combine(
            Access target, Domain domain, Combine combine, Origin origin, Operator operator, List<Operand> operands) {
        Definition definition = new Definition(target, domain, combine, operator, operands, origin);
        add(definition);
        if (target.value().type() == Value.Type.CONDITION) {
            conditions.put(target, definition);
        }
        if (!operator.is(Operator.Trait.STOPPED) && operands.stream().anyMatch(this::isActive)) {
            active.add(target.value());
        }
        return target;
    }

    /** As {@link #define}; if this is the value's one definition, equal expressions are known to be the same. */
    Access defineOnce(
            Optional<Access> target, Domain domain, Origin origin, Operator operator, List<Operand> operands) {
        Access defined = define(target, domain, origin, operator, operands);
        if (several.contains(defined.value())) {
            return defined;
        }
        Key key = new Key(operator, representatives(operands), domain.axes());
        Access same = numbered.putIfAbsent(key, defined);
        if (same != null) {
            representatives.put(defined, representative(same));
        }
        return defined;
    }

    /** What the condition comes from. */
    Optional<Definition> conditionOf(Access condition) {
        return Optional.ofNullable(conditions.get(condition));
    }

    /** Notes that an element is a copy, unless it is one on some paths only. */
    void same(Access copy, Operand original) {
        if (!several.contains(copy.value())) {
            representatives.put(copy, representative(original));
        }
    }

    /** Notes that a value is defined by each branch, or in each element, in its own way. */
    void several(Value value) {
        several.add(value);
    }

    /** Whether each branch, or each element, defines the value in its own way. */
    boolean isSeveral(Value value) {
        return several.contains(value);
    }

    /** The operands, each as the first one that is known to equal it. */
    List<Operand> representatives(List<Operand> operands) {
        List<Operand> firsts = new ArrayList<>(operands.size());
        operands.forEach(operand -> firsts.add(representative(operand)));
        return firsts;
    }

    private Operand representative(Operand operand) {
        return operand instanceof Access access ? representatives.getOrDefault(access, operand) : operand;
    }

    private Access temporary(Domain domain, Operator operator) {
        Value.Type type = operator.givesCondition() ? Value.Type.CONDITION : Value.Type.REAL;
        String name = type == Value.Type.CONDITION ? "c" : operator.localName();
        return values.over(domain, name, type, Value.Role.TEMPORARY);
    }
}
