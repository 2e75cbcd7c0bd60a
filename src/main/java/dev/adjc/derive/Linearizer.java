package dev.adjc.derive;

import dev.adjc.ir.Access;
import dev.adjc.ir.Combine;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Domain;
import dev.adjc.ir.Guard;
import dev.adjc.ir.Index;
import dev.adjc.ir.IndexNumber;
import dev.adjc.ir.Literal;
import dev.adjc.ir.Operand;
import dev.adjc.ir.Origin;
import dev.adjc.ir.Program;
import dev.adjc.ir.Requirement;
import dev.adjc.ir.Rule;
import dev.adjc.ir.Step;
import dev.adjc.ir.Value;
import dev.adjc.ir.Values;
import dev.adjc.operator.Formula;
import dev.adjc.operator.Operator;
import dev.adjc.operator.Operator.Trait;
import dev.adjc.operator.Operators;
import dev.adjc.operator.Partial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The chain rule, once: what a definition passes on along one of its edges, from an operand to the target or back, is its
 * partial times what arrives.
 *
 * <p>Works on a list of steps, to which it appends. Where the operator's row does not prove the partials finite, or where
 * it is not certain that anything arrives, an arriving zero passes zero on (conventions, P5), unless {@link ZeroRule#IEEE}
 * is asked for.
 */
final class Linearizer {
    private final Values values;
    private final List<Step> steps;
    private final ZeroRule zeroRule;
    private final Map<Definition, Access> ties = new IdentityHashMap<>();

    /** The derivatives that have passed an edge where an arriving zero is tested for, so that they may be infinite. */
    private final Set<Operand> unbounded = new HashSet<>();

    /** The divisors that were written for the edges of the definition that was looked at last. */
    private final Map<Formula, Operand> divisors = new IdentityHashMap<>();

    private @Nullable Definition divided;

    Linearizer(Program program, List<Step> steps, ZeroRule zeroRule) {
        this.values = program.values();
        this.steps = steps;
        this.zeroRule = zeroRule;
    }

    /** Appends what it takes to pass {@code seed} along the edge of the operand at this position, and gives the product. */
    Operand pass(Definition definition, int position, Operand seed, Reach.Certainty certainty) {
        if (definition.combine() == Combine.MAX || definition.combine() == Combine.MIN) {
            return extreme(definition, seed);
        }
        Operator operator = definition.operator();
        Partial partial = operator.partials().get(position);
        Operand product = partial instanceof Formula formula
                ? times(definition, formula, seed)
                : multiply(definition, inline((Rule) partial, definition), seed);
        boolean bounded = !operator.testsForZero() && certainty == Reach.Certainty.CERTAIN
                || zeroRule == ZeroRule.IEEE
                || partial.equals(Formula.ONE)
                || partial.equals(Formula.MINUS_ONE);
        Operand contribution =
                bounded || seed instanceof Literal ? product : apply(definition, Operators.UNLESS_ZERO, seed, product);
        if (!bounded || unbounded.contains(seed)) {
            unbounded.add(contribution);
        }
        return contribution;
    }

    /** An extreme passes on to each place that attains it, in equal shares. */
    private Operand extreme(Definition definition, Operand seed) {
        Operand attains = apply(definition, Operators.TIES, definition.operand(0), definition.target());
        Access count = ties.computeIfAbsent(definition, extreme -> {
            Value target = extreme.value();
            Value ties = values.make("ties", Value.Type.REAL, Value.Role.PARTIAL, target.extents());
            add(extreme, ties.at(extreme.target().at()), attains);
            return ties.at(extreme.target().at());
        });
        return multiply(definition, divide(definition, attains, count), seed);
    }

    /** Appends {@code target += contribution}, at each point of the definition's domain. */
    void add(Definition definition, Access target, Operand contribution) {
        steps.add(new Definition(
                target, definition.domain(), Combine.SUM, Operators.COPY, List.of(contribution), definition.origin()));
        if (unbounded.contains(contribution)) {
            unbounded.add(target);
        }
    }

    /**
     * Appends the sum of seeds times derivatives, under no guard; a seed of zero adds zero where it would have done so on
     * the way through the program.
     *
     * @param name what the sum may be called
     * @param derivatives as many as seeds; a literal zero stands for what does not depend
     */
    Operand weigh(String name, List<Operand> seeds, List<Operand> derivatives, Origin origin) {
        Access anchor = values.real(name, Value.Role.PARTIAL).read();
        Definition place = new Definition(anchor, Domain.POINT, Combine.SUM, Operators.COPY, List.of(), origin);
        boolean added = false;
        for (int i = 0; i < seeds.size(); i++) {
            Operand seed = seeds.get(i);
            if (!derivatives.get(i).isLiteral(0)) {
                Operand product = multiply(place, derivatives.get(i), seed);
                boolean tested = unbounded.contains(derivatives.get(i)) && !(seed instanceof Literal);
                add(place, anchor, tested ? apply(place, Operators.UNLESS_ZERO, seed, product) : product);
                added = true;
            }
        }
        return added ? anchor : Literal.ZERO;
    }

    /** The formula's sign goes outward, and its divisor under the seed, so that the edges of a quotient share it. */
    private Operand times(Definition definition, Formula formula, Operand seed) {
        if (formula.equals(Formula.ONE)) {
            return seed;
        }
        if (formula.equals(Formula.MINUS_ONE)) {
            return negate(definition, seed);
        }
        if (formula instanceof Formula.Apply apply) {
            if (apply.operator() == Operators.NEGATE) {
                return negate(definition, times(definition, apply.operands().get(0), seed));
            }
            if (apply.operator() == Operators.DIVIDE) {
                Operand share =
                        divide(definition, seed, divisor(apply.operands().get(1), definition));
                return times(definition, apply.operands().get(0), share);
            }
        }
        return multiply(definition, instantiate(formula, definition), seed);
    }

    /** One divisor may serve the edges of many operands: that of `max` is as long as there are arguments. */
    private Operand divisor(Formula formula, Definition definition) {
        if (definition != divided) {
            divided = definition;
            divisors.clear();
        }
        Operand known = divisors.get(formula);
        if (known == null) {
            known = instantiate(formula, definition);
            divisors.put(formula, known);
        }
        return known;
    }

    private Operand instantiate(Formula formula, Definition definition) {
        if (formula instanceof Formula.Constant constant) {
            return Literal.of(constant.number());
        }
        if (formula instanceof Formula.Argument argument) {
            return definition.operand(argument.position());
        }
        if (formula instanceof Formula.Apply apply) {
            Operand[] operands = apply.operands().stream()
                    .map(operand -> instantiate(operand, definition))
                    .toArray(Operand[]::new);
            return apply.operator().is(Trait.EXACT) && Arrays.stream(operands).allMatch(Literal.class::isInstance)
                    ? folded(apply.operator(), operands)
                    : apply(definition, apply.operator(), operands);
        }
        return definition.target();
    }

    /** A formula of literals, such as the exponent of a power's partial, is a literal. */
    private static Literal folded(Operator operator, Operand... literals) {
        return Literal.of(operator.evaluate(Arrays.stream(literals)
                .mapToDouble(literal -> ((Literal) literal).number())
                .toArray()));
    }

    /** Carries the rule's program out in place, within the definition's guard. */
    private Operand inline(Rule rule, Definition definition) {
        Program program = rule.program();
        Map<Value, Operand> actual = new HashMap<>();
        int arity = definition.operands().size();
        for (int i = 0; i < arity; i++) {
            actual.put(program.parameters().get(i).value(), definition.operand(i));
        }
        actual.put(program.parameters().get(arity).value(), definition.target());
        for (Step step : program.steps()) {
            Domain domain = definition.domain().with(inline(step.domain().guard(), definition.guard(), actual));
            steps.add(step.match(
                    inner -> inline(inner, domain, definition.origin(), actual),
                    requirement -> inline(requirement, domain, definition.origin(), actual)));
        }
        return actual(program.outputs().get(0).operand(), actual);
    }

    private Step inline(Definition inner, Domain domain, Origin origin, Map<Value, Operand> actual) {
        List<Operand> operands = new ArrayList<>();
        inner.operands().forEach(operand -> operands.add(actual(operand, actual)));
        Operand target = actual.computeIfAbsent(
                inner.value(), formal -> values.over(domain, formal.name(), formal.type(), Value.Role.PARTIAL));
        return new Definition((Access) target, domain, inner.combine(), inner.operator(), operands, origin);
    }

    private static Step inline(Requirement inner, Domain domain, Origin origin, Map<Value, Operand> actual) {
        List<Requirement.Shown> shown = new ArrayList<>();
        inner.shown().forEach(one -> shown.add(one.with(actual(one.operand(), actual))));
        return new Requirement(domain, actual(inner.condition(), actual), inner.message(), shown, origin);
    }

    private static Guard inline(Guard inner, Guard outer, Map<Value, Operand> actual) {
        if (inner.isAlways()) {
            return outer;
        }
        Access condition = (Access) actual(inner.condition(), actual);
        return inline(inner.outer(), outer, actual).and(condition, inner.expected());
    }

    private static Operand actual(Operand operand, Map<Value, Operand> actual) {
        return operand instanceof Access access
                ? actual.getOrDefault(access.value(), operand)
                : operand.replace(atom -> integer(atom, actual));
    }

    private static Optional<Index> integer(Index.Atom atom, Map<Value, Operand> actual) {
        if (!(atom instanceof Index.Entry entry)) {
            return Optional.empty();
        }
        Operand integer = actual.get(entry.access().value());
        return integer instanceof Literal literal
                ? Optional.of(Index.of((long) literal.number()))
                : integer instanceof IndexNumber number ? Optional.of(number.index()) : Optional.empty();
    }

    private Operand multiply(Definition definition, Operand weight, Operand seed) {
        if (seed.isLiteral(1)) {
            return weight;
        }
        if (seed.isLiteral(-1)) {
            return negate(definition, weight);
        }
        return apply(definition, Operators.MULTIPLY, weight, seed);
    }

    private Operand divide(Definition definition, Operand seed, Operand divisor) {
        return divisor.isLiteral(1) ? seed : apply(definition, Operators.DIVIDE, seed, divisor);
    }

    private Operand negate(Definition definition, Operand operand) {
        return operand instanceof Literal literal
                ? Literal.of(-literal.number())
                : apply(definition, Operators.NEGATE, operand);
    }

    private Operand apply(Definition definition, Operator operator, Operand... operands) {
        Access target = values.real(operator.localName(), Value.Role.PARTIAL, definition.domain());
        steps.add(new Definition(
                target, definition.domain(), Combine.SET, operator, List.of(operands), definition.origin()));
        return target;
    }
}
