package dev.adjc.check;

import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.ir.Index;
import dev.adjc.source.Span;
import dev.adjc.syntax.Binder;
import dev.adjc.syntax.Expression;
import dev.adjc.syntax.Identifier;
import dev.adjc.syntax.Range;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Says of an expression whether it is a number or a condition, and gathers what it is computed from. */
final class ExpressionCheck implements Expression.Visitor<ExpressionCheck.Kind> {
    private final Context context;
    private final Reading reading = new Reading();
    private final IndexScope indices;
    private final AccessCheck accesses;
    private final CallCheck calls;
    private Position position = Position.VALUE;

    /** What an expression gives. */
    enum Kind {
        NUMBER,
        CONDITION,
        /** A mistake has been reported. */
        UNKNOWN
    }

    /** Where an expression stands, which says what names and functions mean. */
    private enum Position {
        VALUE,
        /** Where an integer is wanted. */
        INTEGER,
        /** Between the brackets of an array or in a range: an integer, of which an unknown name was meant as an index. */
        INDEX
    }

    ExpressionCheck(Context context) {
        this.context = context;
        this.indices = new IndexScope(context);
        this.accesses = new AccessCheck(context, this);
        this.calls = new CallCheck(context, this);
    }

    /** What has been computed from what since this was last asked. */
    Origin origin() {
        return reading.take();
    }

    Reading reading() {
        return reading;
    }

    CallCheck calls() {
        return calls;
    }

    /** A number. */
    void number(Expression expression) {
        if (expression.accept(this) == Kind.CONDITION) {
            context.report(Diagnostic.at(expression.span(), Code.NUMBER_WANTED));
        }
    }

    /** An argument of which nobody knows whether it is a number or an array. */
    void anything(Expression expression) {
        if (expression instanceof Expression.Access access) {
            accesses.shape(access);
        } else if (expression instanceof Expression.Name name
                && context.scope().find(name.text()).filter(Binding::isArray).isPresent()) {
            reading.read(context.scope().find(name.text()).orElseThrow());
        } else {
            number(expression);
        }
    }

    /** A condition, through which no derivative flows. */
    void condition(Expression expression) {
        int mark = reading.mark();
        if (expression.accept(this) == Kind.NUMBER) {
            String text = expression.span().text();
            Diagnostic wanted = text.length() > 30 || expression instanceof Expression.Sum
                    ? Diagnostic.at(expression.span(), Code.CONDITION_WANTED, "…")
                    : Diagnostic.at(expression.span(), Code.CONDITION_WANTED, text);
            context.report(wanted);
        }
        reading.stop(mark);
    }

    /** The checks of what stands between brackets. */
    AccessCheck accesses() {
        return accesses;
    }

    // ---- integers

    /** An integer between brackets or in a range, in the function's names; nothing if there is a mistake in it. */
    Optional<Index> index(Expression expression, IntegerCheck.Wanted wanted, Code unsuitable) {
        return integer(
                expression,
                Position.INDEX,
                wanted,
                span -> Diagnostic.at(span, unsuitable, span.text()).with(parameter(span.text())));
    }

    /** The name, if it is that of a real parameter, which might be declared as an integer. */
    private Optional<String> parameter(String name) {
        return context.scope()
                .find(name)
                .filter(binding -> binding.role() == Binding.Role.PARAMETER && !binding.isArray())
                .map(Binding::name);
    }

    /** An integer argument. */
    Optional<Index> integer(Expression expression, Function<Span, Diagnostic> unsuitable) {
        return integer(expression, Position.INTEGER, IntegerCheck.Wanted.ANY, unsuitable);
    }

    private Optional<Index> integer(
            Expression expression, Position at, IntegerCheck.Wanted wanted, Function<Span, Diagnostic> unsuitable) {
        Position before = position;
        position = before == Position.INDEX ? before : at;
        int mark = reading.mark();
        number(expression);
        reading.stop(mark);
        position = before;
        Optional<IntegerCheck.Fault> fault = IntegerCheck.find(expression, context.scope(), wanted);
        if (fault.isPresent()) {
            report(fault.get(), unsuitable);
            return Optional.empty();
        }
        Optional<Index> form = context.form(expression);
        if (form.isEmpty()) {
            context.report(overflow(expression.span()));
        }
        return form;
    }

    private void report(IntegerCheck.Fault fault, Function<Span, Diagnostic> unsuitable) {
        Span span = fault.span();
        switch (fault.kind()) {
            case REAL, NOT_FIXED -> context.report(unsuitable.apply(span));
            case DIVISION -> context.report(Diagnostic.at(span, Code.REAL_DIVISION));
            case TOO_LARGE -> context.report(overflow(span));
            case BY_ZERO -> context.report(Diagnostic.at(span, Code.DIVISION_BY_ZERO, span.text()));
            case UNKNOWN -> {}
        }
    }

    private static Diagnostic overflow(Span span) {
        return Diagnostic.at(span, Code.INTEGER_OVERFLOW, span.text());
    }

    /** Both ends of a range, the second one left out. */
    record Ends(Optional<Index> from, Optional<Index> to) {
        static Ends inferred(Optional<Index> to) {
            return new Ends(Optional.of(Index.ZERO), to);
        }
    }

    Ends range(Range range, IntegerCheck.Wanted wanted, Code unsuitable) {
        Optional<Index> from = index(range.from(), wanted, unsuitable);
        Optional<Index> to = index(range.to(), wanted, unsuitable);
        return new Ends(from, range.end() == Range.End.INCLUDED ? to.map(last -> last.plus(1)) : to);
    }

    // ---- numbers

    @Override
    public Kind literal(Expression.Literal literal) {
        return Kind.NUMBER;
    }

    @Override
    public Kind constant(Expression.Constant constant) {
        return Kind.NUMBER;
    }

    @Override
    public Kind name(Expression.Name name) {
        Code unknown = position == Position.INDEX ? Code.UNDEFINED_INDEX : Code.UNDEFINED_NAME;
        Optional<Binding> binding = context.lookUp(name.text(), name.span(), unknown);
        if (binding.isEmpty()) {
            return Kind.UNKNOWN;
        }
        accesses.read(binding.get());
        if (binding.get().isArray()) {
            context.report(accesses.arrayAsNumber(name.span(), binding.get()));
        }
        return binding.get().shape().filter(Shape::isNumber).isPresent() ? Kind.NUMBER : Kind.UNKNOWN;
    }

    @Override
    public Kind signed(Expression.Signed signed) {
        number(signed.operand());
        return Kind.NUMBER;
    }

    @Override
    public Kind power(Expression.Power power) {
        number(power.base());
        number(power.exponent());
        return Kind.NUMBER;
    }

    @Override
    public Kind product(Expression.Product product) {
        number(product.first());
        product.rest().forEach(factor -> number(factor.operand()));
        return Kind.NUMBER;
    }

    @Override
    public Kind sum(Expression.Sum sum) {
        number(sum.first());
        sum.rest().forEach(term -> number(term.operand()));
        return Kind.NUMBER;
    }

    // ---- conditions

    @Override
    public Kind comparison(Expression.Comparison comparison) {
        number(comparison.left());
        number(comparison.right());
        return Kind.CONDITION;
    }

    @Override
    public Kind not(Expression.Not not) {
        condition(not.condition());
        return Kind.CONDITION;
    }

    @Override
    public Kind junction(Expression.Junction junction) {
        List<Expression> conditions = junction.conditions();
        condition(conditions.get(0));
        context.axes().enterGuard();
        conditions.subList(1, conditions.size()).forEach(this::condition);
        context.axes().leaveGuard();
        return Kind.CONDITION;
    }

    @Override
    public Kind conditional(Expression.Conditional conditional) {
        condition(conditional.arms().get(0).condition());
        context.axes().enterGuard();
        for (int i = 0; i < conditional.arms().size(); i++) {
            if (i > 0) {
                condition(conditional.arms().get(i).condition());
            }
            number(conditional.arms().get(i).value());
        }
        number(conditional.otherwise());
        context.axes().leaveGuard();
        return Kind.NUMBER;
    }

    // ---- arrays

    @Override
    public Kind access(Expression.Access access) {
        return accesses.element(access);
    }

    @Override
    public Kind array(Expression.Array array) {
        context.report(Diagnostic.at(array.span(), Code.ARRAY_IN_EXPRESSION));
        return Kind.UNKNOWN;
    }

    @Override
    public Kind reduction(Expression.Reduction reduction) {
        Position before = position;
        position = Position.VALUE;
        Map<String, Identifier> seen = new HashMap<>();
        List<IndexScope.Entered> entered = new ArrayList<>();
        List<Diagnostic> complaints = new ArrayList<>();
        int mistakes = context.diagnostics().size();
        for (Binder binder : reduction.binders()) {
            Ends ends = ends(binder, reduction, complaints);
            Identifier first = seen.putIfAbsent(binder.name().text(), binder.name());
            if (first != null) {
                indices.twice(binder.name(), first);
            } else if (indices.isFree(binder.name())) {
                entered.add(indices.enter(binder.name(), Binding.Role.INDEX, ends.from(), ends.to()));
            } else {
                entered.add(indices.enterUnknown(binder.name()));
            }
        }
        number(reduction.body());
        for (int i = entered.size(); i > 0; i--) {
            indices.leave(entered.get(i - 1));
        }
        context.reportUnless(mistakes, complaints);
        position = before;
        return Kind.NUMBER;
    }

    private Ends ends(Binder binder, Expression.Reduction reduction, List<Diagnostic> complaints) {
        if (binder.range().isPresent()) {
            return range(binder.range().get(), IntegerCheck.Wanted.ANY, Code.REAL_AS_INTEGER);
        }
        List<Binder> later = reduction
                .binders()
                .subList(
                        reduction.binders().indexOf(binder) + 1,
                        reduction.binders().size());
        List<Expression> reach = new ArrayList<>();
        later.forEach(each -> each.range().ifPresent(range -> reach.addAll(List.of(range.from(), range.to()))));
        reach.add(reduction.body());
        IndexScope.Inferred inferred = indices.infer(binder.name(), reach);
        inferred.complaint().ifPresent(complaints::add);
        inferred.end().ifPresent(found -> context.shapes().end(binder, found));
        return Ends.inferred(inferred.end());
    }

    @Override
    public Kind call(Expression.Call call) {
        return position == Position.VALUE ? calls.number(call) : calls.ofIntegers(call);
    }
}
