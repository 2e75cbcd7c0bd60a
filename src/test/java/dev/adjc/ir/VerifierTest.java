package dev.adjc.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjc.operator.Exponentials;
import dev.adjc.operator.Operator;
import dev.adjc.operator.Operators;
import dev.adjc.source.Source;
import dev.adjc.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerifierTest {
    private static final Span NOWHERE = new Span(new Source("none", ""), 0, 0);
    private static final Origin ORIGIN = new Origin(NOWHERE, NOWHERE);

    private final Values values = new Values();
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Output> outputs = new ArrayList<>();
    private final Value x = values.real("x", Value.Role.NAMED);
    private final Value a = condition("a");
    private final Value b = condition("b");

    VerifierTest() {
        parameter(x, Parameter.Kind.ACTIVE);
    }

    private void parameter(Value value, Parameter.Kind kind) {
        parameters.add(new Parameter(value.name(), value, kind, ""));
    }

    private Value condition(String name) {
        return values.make(name, Value.Type.CONDITION, Value.Role.TEMPORARY);
    }

    private Value real(String name) {
        return values.real(name, Value.Role.NAMED);
    }

    private void step(Value target, Guard guard, Combine combine, Operator operator, Operand... operands) {
        steps.add(new Definition(target.read(), Domain.where(guard), combine, operator, List.of(operands), ORIGIN));
    }

    private void set(Value target, Operator operator, Operand... operands) {
        step(target, Guard.ALWAYS, Combine.SET, operator, operands);
    }

    private void set(Value target, Guard guard, Operand operand) {
        step(target, guard, Combine.SET, Operators.COPY, operand);
    }

    private void add(Value target, Guard guard, Operand operand) {
        step(target, guard, Combine.SUM, Operators.COPY, operand);
    }

    private void compare(Value target, double bound) {
        set(target, Operators.LESS, x.read(), Literal.of(bound));
    }

    private void output(Operand operand) {
        outputs.add(new Output("y", operand, Output.Kind.VALUE));
    }

    private static Guard when(Value condition) {
        return Guard.ALWAYS.and(condition.read(), true);
    }

    private static Guard unless(Value condition) {
        return Guard.ALWAYS.and(condition.read(), false);
    }

    private void check(String... faults) {
        Program program = new Program("f", parameters, steps, outputs, values);
        assertEquals(String.join("\n", faults), String.join("\n", Verifier.faults(program)), program::toString);
    }

    // ---- what is sound

    @Test
    void bothBranchesTogetherGiveAValueEverywhere() {
        Value y = real("y");
        compare(a, 0);
        set(y, when(a), x.read());
        set(y, unless(a), Literal.ZERO);
        output(y.read());
        check();
    }

    @Test
    void aChainWhoseConditionsAreBroughtTogetherIsComplete() {
        Value y = real("y");
        Value taken = condition("taken");
        compare(a, 0);
        set(y, when(a), x.read());
        step(b, unless(a), Combine.SET, Operators.LESS, x.read(), Literal.ONE);
        set(y, unless(a).and(b.read(), true), Literal.ONE);
        set(taken, Operators.OR, a.read(), b.read());
        set(y, unless(taken), Literal.ZERO);
        output(y.read());
        check();
    }

    @Test
    void chainsOfAHundredThousandArmsAreReadInOneGo() {
        Value y = real("y");
        Operand taken = Literal.of(false);
        for (int i = 0; i < 100_000; i++) {
            Value arm = condition("arm");
            Guard rest = taken instanceof Access access ? unless(access.value()) : Guard.ALWAYS;
            step(arm, rest, Combine.SET, Operators.LESS, x.read(), Literal.of(i));
            set(y, rest.and(arm.read(), true), Literal.of(i));
            Value so = condition("taken");
            set(so, Operators.OR, taken, arm.read());
            taken = so.read();
        }
        set(y, unless(((Access) taken).value()), x.read());
        output(y.read());
        check();
    }

    @Test
    void conjunctionImpliesItsPartsAndReadsTheSecondOnlyWhereTheFirstHolds() {
        Value y = real("y");
        Value z = real("z");
        Value both = condition("both");
        compare(a, 0);
        set(z, when(a), x.read());
        step(b, when(a), Combine.SET, Operators.LESS, z.read(), Literal.ONE);
        set(both, Operators.AND, a.read(), b.read());
        set(y, when(both), z.read());
        set(y, unless(both), Literal.ZERO);
        output(y.read());
        check();
    }

    @Test
    void negationIsUnderstood() {
        Value y = real("y");
        compare(a, 0);
        set(b, Operators.NOT, a.read());
        set(y, when(a), x.read());
        set(y, when(b), Literal.ZERO);
        output(y.read());
        check();
    }

    @Test
    void derivativesToWhichNothingIsAddedAreZero() {
        Value bar = values.real("x_bar", Value.Role.ADJOINT);
        compare(a, 0);
        add(bar, when(a), Literal.ONE);
        add(bar, when(a), x.read());
        outputs.add(new Output("x", bar.read(), Output.Kind.ADJOINT));
        check();
    }

    @Test
    void refusalShowsWhatIsGivenWhereTheConditionFails() {
        compare(a, 0);
        Value z = real("z");
        set(z, unless(a), x.read());
        List<Requirement.Shown> shown = List.of(Requirement.Shown.of("z", z.read()));
        steps.add(new Requirement(Domain.POINT, a.read(), "small", shown, ORIGIN));
        check();
    }

    // ---- what is not

    @Test
    void readingBeforeGivingIsAFault() {
        Value y = real("y");
        Value z = real("z");
        set(y, Operators.NEGATE, z.read());
        set(z, Operators.NEGATE, x.read());
        output(y.read());
        check("step 1, `z` is read before it is given");
    }

    @Test
    void outputMissingOnAPathIsAFault() {
        Value y = real("y");
        compare(a, 0);
        step(b, when(a), Combine.SET, Operators.LESS, x.read(), Literal.ONE);
        set(y, when(a).and(b.read(), true), x.read());
        set(y, unless(a), Literal.ZERO);
        output(y.read());
        check("output `y`: `y` is read before it is given, where a, not b");
    }

    @Test
    void secondOperandOfAConjunctionNeedsOnlyTheFirst() {
        Value either = condition("either");
        compare(a, 0);
        step(b, when(a), Combine.SET, Operators.LESS, x.read(), Literal.ONE);
        set(either, Operators.OR, a.read(), b.read());
        check("step 3, `b` is read before it is given, where not a");
    }

    @Test
    void guardWhoseConditionIsUnknownIsAFault() {
        Value y = real("y");
        compare(b, 1);
        step(a, when(b), Combine.SET, Operators.LESS, x.read(), Literal.ZERO);
        set(y, when(a), x.read());
        check("step 3, `a` is read before it is given, where not b");
    }

    @Test
    void settingTwiceOnAPathIsAFault() {
        Value y = real("y");
        compare(a, 0);
        compare(b, 1);
        set(y, when(a), x.read());
        set(y, unless(b), Literal.ZERO);
        check("step 4, `y` is set twice, where a, not b");
    }

    @Test
    void addingAfterReadingIsAFault() {
        Value bar = values.real("x_bar", Value.Role.ADJOINT);
        Value t = values.real("t", Value.Role.PARTIAL);
        add(bar, Guard.ALWAYS, Literal.ONE);
        set(t, Operators.NEGATE, bar.read());
        add(bar, Guard.ALWAYS, t.read());
        check("step 3, `x_bar` is read before this is added");
    }

    @Test
    void addingAfterReadingInTheOtherBranchIsNone() {
        Value bar = values.real("x_bar", Value.Role.ADJOINT);
        Value t = values.real("t", Value.Role.PARTIAL);
        compare(a, 0);
        add(bar, when(a), Literal.ONE);
        set(t, when(a), bar.read());
        add(bar, unless(a), Literal.ONE);
        check();
    }

    @Test
    void valueOfTheFunctionIsNeverMissing() {
        Value y = real("y");
        compare(a, 0);
        add(y, when(a), x.read());
        output(y.read());
        check("output `y`: `y` is read before it is given, where not a");
    }

    @Test
    void settingWhatIsAddedToIsAFault() {
        Value bar = values.real("x_bar", Value.Role.ADJOINT);
        add(bar, Guard.ALWAYS, Literal.ONE);
        set(bar, Operators.COPY, Literal.ONE);
        check("step 2, `x_bar` is both set and added to");
    }

    @Test
    void settingAParameterIsAFault() {
        set(x, Operators.COPY, Literal.ONE);
        check("step 1, `x` is a parameter");
    }

    @Test
    void twoParametersAreTwoValues() {
        parameter(x, Parameter.Kind.PASSIVE);
        check("parameter `x`: `x` is another parameter already");
    }

    @Test
    void parameterHasTheTypeOfItsKind() {
        parameter(real("n"), Parameter.Kind.INTEGER);
        check("parameter `n`: `n` is a real, not an integer");
    }

    @Test
    void numberOfOperandsIsTheOperatorsArity() {
        set(real("y"), Operators.ADD, x.read());
        check("step 1, `+` takes 2 operands, not 1");
    }

    @Test
    void conditionIsNoNumberNorTheReverse() {
        Value y = real("y");
        compare(a, 0);
        set(y, Operators.NEGATE, a.read());
        set(b, Operators.NOT, y.read());
        set(b, Operators.NEGATE, x.read());
        check(
                "step 2, `a` is not a real",
                "step 3, `y` is not a condition",
                "step 4, `neg` gives a real, but `b` is a condition",
                "step 4, `b` is set twice",
                "step 4, the condition `b` has more than one definition");
    }

    @Test
    void integerIsNoRealUntilItIsOneOfAnIndex() {
        Value n = values.make("n", Value.Type.INTEGER, Value.Role.NAMED);
        parameter(n, Parameter.Kind.INTEGER);
        set(real("y"), Operators.COPY, new IndexNumber(Index.of(new Index.Entry(n.read()))));
        set(real("z"), Operators.NEGATE, n.read());
        check("step 2, `n` is not a real");
    }

    @Test
    void literalOfAConditionIsOneOrZero() {
        set(a, Operators.COPY, Literal.of(2));
        check("step 1, `2` is not a condition");
    }

    @Test
    void outputIsANumber() {
        compare(a, 0);
        output(a.read());
        check("output `y`: `a` is not a real");
    }

    @Test
    void exponentIsALiteral() {
        set(real("y"), Exponentials.POWER, x.read(), x.read());
        set(real("z"), Exponentials.POWER, x.read(), Literal.of(2.5));
        set(real("u"), Exponentials.RECIPROCAL_POWER, x.read(), Literal.ZERO);
        check(
                "step 1, `power` takes a whole number of at least 1 as its last operand",
                "step 2, `power` takes a whole number of at least 1 as its last operand",
                "step 3, `reciprocal_power` takes a whole number of at least 1 as its last operand");
    }

    @Test
    void valuesAreOfOneProgram() {
        Value stranger = new Values().real("stranger", Value.Role.NAMED);
        set(stranger, Operators.COPY, Literal.ONE);
        check("step 1, `stranger` and `x` are not of one program");
    }
}
