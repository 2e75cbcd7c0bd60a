package dev.adjc.lower;

import dev.adjc.check.Callee;
import dev.adjc.check.Checked;
import dev.adjc.ir.Access;
import dev.adjc.ir.Axis;
import dev.adjc.ir.Domain;
import dev.adjc.ir.Index;
import dev.adjc.ir.IndexNumber;
import dev.adjc.ir.Literal;
import dev.adjc.ir.Operand;
import dev.adjc.ir.Origin;
import dev.adjc.ir.Requirement;
import dev.adjc.ir.Symbol;
import dev.adjc.ir.Value;
import dev.adjc.operator.Operators;
import dev.adjc.source.Span;
import dev.adjc.syntax.Binder;
import dev.adjc.syntax.Declaration;
import dev.adjc.syntax.Expression;
import dev.adjc.syntax.Identifier;
import dev.adjc.syntax.Range;
import dev.adjc.syntax.Statement;
import dev.adjc.syntax.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Writes the statements of a function's body, and of the functions that it calls, as steps. */
final class Body {
    private final Steps steps;
    private final Symbols symbols = new Symbols();
    private final Calls calls = new Calls();
    private final Checked checked;
    private final Externs externs;

    Body(Identifier function, Checked checked, Externs externs) {
        this.steps = new Steps(function);
        this.checked = checked;
        this.externs = externs;
    }

    Steps steps() {
        return steps;
    }

    Symbols symbols() {
        return symbols;
    }

    Externs externs() {
        return externs;
    }

    Callee callee(Expression.Call call) {
        return checked.callee(call);
    }

    /** Writes statements, one after another; the frame's scope is left as after the last one. */
    void statements(List<Statement> statements, Frame frame) {
        for (Statement statement : statements) {
            statement.accept(new Writer(frame, statement));
        }
    }

    /**
     * What becomes of an index that a left-hand side or a reduction introduces.
     *
     * @param frame where its range is found
     * @param within the points for each of which it runs
     */
    Axis axis(Binder binder, Frame frame, Domain within, Axis.Order order) {
        String name = binder.name().text();
        Symbol symbol = order == Axis.Order.ANY ? symbols.of(name, within) : symbols.ofRounds(name, within);
        return binder.range()
                .map(range -> axis(symbol, range, frame, order))
                .orElseGet(() -> new Axis(
                        symbol,
                        Index.ZERO,
                        frame.scope().actual(checked.shapes().end(binder)),
                        order));
    }

    private Axis axis(Symbol symbol, Range range, Frame frame, Axis.Order order) {
        Index from = integer(range.from(), frame);
        Index last = integer(range.to(), frame);
        Index to = range.end() == Range.End.INCLUDED ? last.plus(1) : last;
        new RangeChecks(steps, frame).ends(range, from, to);
        return new Axis(symbol, from, to, order);
    }

    /** The integer that an expression stands for. */
    Index integer(Expression expression, Frame frame) {
        return Integers.of(expression, steps, frame);
    }

    // ---- calls

    /**
     * What a call of a function of the program gives, a meaning for each output.
     *
     * @param targets the elements that wait for outputs that are numbers
     */
    List<Meaning> expand(
            Expression.Call call, Declaration.Function function, List<Optional<Access>> targets, Frame frame) {
        Scope scope = new Scope();
        checked.shapes()
                .sizes(call)
                .forEach((size, form) ->
                        scope.put(size, new Meaning.Whole(frame.scope().actual(form))));
        List<Meaning> arguments = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            Declaration.Parameter parameter = function.parameters().get(i);
            arguments.add(new Arguments(this, frame).of(call.arguments().get(i), parameter));
            scope.put(parameter.name().text(), arguments.get(i));
        }
        List<Meaning> key = representatives(arguments);
        Optional<List<Meaning>> known = calls.find(function, key, frame.domain());
        if (known.isPresent()) {
            return known.get();
        }
        Naming naming = Naming.expanded(function, targets);
        statements(function.statements(), Frame.of(scope, frame.domain(), naming, frame.origins()));
        List<Meaning> results = new ArrayList<>();
        function.outputs().forEach(output -> results.add(scope.get(output.name().text())));
        calls.add(function, key, frame.domain(), results);
        return results;
    }

    private List<Meaning> representatives(List<Meaning> arguments) {
        List<Meaning> firsts = new ArrayList<>();
        for (Meaning argument : arguments) {
            firsts.add(
                    argument instanceof Meaning.Number number
                            ? new Meaning.Number(steps.representatives(List.of(number.operand()))
                                    .get(0))
                            : argument);
        }
        return firsts;
    }

    // ---- arrays

    /** An axis for each of these extents, within a domain. */
    List<Axis> axes(List<Index> extents, Domain domain) {
        List<Axis> axes = new ArrayList<>();
        Domain inner = domain;
        for (Index extent : extents) {
            String name = String.valueOf((char) ('i' + axes.size()));
            Axis axis = new Axis(symbols.of(name, inner), Index.ZERO, extent, Axis.Order.ANY);
            inner = inner.along(axis);
            axes.add(axis);
        }
        return axes;
    }

    /** Copies all elements of what a name stands for; a number is copied as it is. */
    void copy(Meaning from, View to, Domain domain, Origin origin) {
        Domain inner = domain;
        List<Index> places = new ArrayList<>();
        for (Axis axis : axes(to.extents(), domain)) {
            inner = inner.along(axis);
            places.add(axis.place());
        }
        Operand element =
                from instanceof Meaning.Array array ? array.view().element(places) : ((Meaning.Number) from).operand();
        steps.define(Optional.of(to.at(places)), inner, origin, Operators.COPY, List.of(element));
    }

    /** A view, as what a name stands for. */
    static Meaning meaning(View view) {
        return view.extents().isEmpty() ? new Meaning.Number(view.at(List.of())) : new Meaning.Array(view);
    }

    // ---- statements

    private final class Writer implements Statement.Visitor<Void> {
        private final Frame frame;

        Writer(Frame frame, Statement statement) {
            boolean outermost = frame.naming().role() == Value.Role.NAMED;
            Function<Span, Origin> origins = span -> new Origin(statement.span(), span);
            this.frame = outermost
                    ? new Frame(frame.scope(), frame.domain(), frame.naming(), origins, frame.rounds())
                    : frame;
        }

        private Origin origin(Span span) {
            return frame.origins().apply(span);
        }

        @Override
        public Void definition(Statement.Definition definition) {
            Target target = definition.target();
            String name = target.name().text();
            if (definition.value() instanceof Expression.Array array) {
                frame.scope().put(name, new Meaning.Array(literal(name, array)));
            } else if (target.indices().stream().anyMatch(Target.Colon.class::isInstance)) {
                called(definition, List.of(target), (Expression.Call) definition.value());
            } else if (target.indices().isEmpty()) {
                frame.scope().put(name, whole(definition, name));
            } else {
                LeftSide left = LeftSide.of(Body.this, frame, List.of(target));
                View view = left.declare(target, List.of());
                Access element = view.slice(left.places(target)).at(List.of());
                new ExpressionWriter(Body.this, left.frame()).real(definition.value(), Optional.of(element));
                left.define(target, new Meaning.Array(view));
            }
            return null;
        }

        /** What a definition without indices gives: a number, or an array by another name, or from a call. */
        private Meaning whole(Statement.Definition definition, String name) {
            if (definition.value() instanceof Expression.Name other
                    && frame.scope().get(other.text()) instanceof Meaning.Array array) {
                return array.view().isOfIntegers() ? reals(array, name, other.span()) : array;
            }
            if (definition.value() instanceof Expression.Call call
                    && callee(call) instanceof Callee.Expanded expanded) {
                Optional<Access> target = Optional.of(target(definition, 0, name));
                Meaning result = expand(call, expanded.function(), List.of(target), frame)
                        .get(0);
                return result instanceof Meaning.Number number
                        ? new Meaning.Number(given(target.get(), number.operand(), call.span()))
                        : result;
            }
            Access target = target(definition, 0, name);
            return new Meaning.Number(
                    new ExpressionWriter(Body.this, frame).real(definition.value(), Optional.of(target)));
        }

        /** An array of integers as one of reals, which all arrays are that a function defines. */
        private Meaning reals(Meaning.Array integers, String name, Span span) {
            View copy = steps.array(
                    frame.domain(), name, frame.naming().role(), integers.view().extents());
            copy(integers, copy, frame.domain(), origin(span));
            return new Meaning.Array(copy);
        }

        private Access target(Statement statement, int position, String name) {
            return frame.naming()
                    .of(statement, position)
                    .orElseGet(() -> steps.values().real(name, frame.naming().role(), frame.domain()));
        }

        /** The target, copied to where the call did not give it. */
        private Access given(Access target, Operand result, Span span) {
            if (!result.equals(target)) {
                steps.same(target, result);
                steps.define(Optional.of(target), frame.domain(), origin(span), Operators.COPY, List.of(result));
            }
            return target;
        }

        private View literal(String name, Expression.Array array) {
            List<Index> extents = new ArrayList<>();
            Expression inner = array;
            while (inner instanceof Expression.Array row) {
                extents.add(Index.of(row.elements().size()));
                inner = row.elements().get(0);
            }
            View view = steps.array(frame.domain(), name, frame.naming().role(), extents);
            steps.several(view.value());
            elements(array, view, List.of());
            return view;
        }

        private void elements(Expression expression, View view, List<Index> places) {
            if (expression instanceof Expression.Array row) {
                for (int i = 0; i < row.elements().size(); i++) {
                    List<Index> longer = new ArrayList<>(places);
                    longer.add(Index.of(i));
                    elements(row.elements().get(i), view, longer);
                }
            } else {
                new ExpressionWriter(Body.this, frame).real(expression, Optional.of(view.at(places)));
            }
        }

        @Override
        public Void callDefinition(Statement.CallDefinition definition) {
            called(definition, definition.targets(), definition.call());
            return null;
        }

        private void called(Statement definition, List<Target> targets, Expression.Call call) {
            LeftSide left = LeftSide.of(Body.this, frame, targets);
            List<Optional<Access>> awaited = new ArrayList<>();
            List<Optional<View>> views = new ArrayList<>();
            for (int i = 0; i < targets.size(); i++) {
                Target target = targets.get(i);
                boolean number = target.indices().stream().allMatch(Binder.class::isInstance);
                if (target.indices().isEmpty()) {
                    awaited.add(Optional.of(target(definition, i, target.name().text())));
                    views.add(Optional.empty());
                } else if (number) {
                    View view = left.declare(target, List.of());
                    views.add(Optional.of(view));
                    awaited.add(Optional.of(view.slice(left.places(target)).at(List.of())));
                } else {
                    views.add(Optional.empty());
                    awaited.add(Optional.empty());
                }
            }
            List<Meaning> results = results(call, awaited, left.frame());
            for (int i = 0; i < results.size(); i++) {
                Target target = targets.get(i);
                Meaning result = results.get(i);
                Optional<Access> element = awaited.get(i);
                if (result instanceof Meaning.Number number && element.isPresent()) {
                    Access given =
                            new Writer(left.frame(), definition).given(element.get(), number.operand(), call.span());
                    left.define(
                            target,
                            views.get(i).<Meaning>map(Meaning.Array::new).orElse(new Meaning.Number(given)));
                } else if (target.indices().isEmpty()) {
                    left.define(target, result);
                } else {
                    View view =
                            left.declare(target, ((Meaning.Array) result).view().extents());
                    copy(result, view.slice(left.places(target)), left.frame().domain(), origin(call.span()));
                    left.define(target, new Meaning.Array(view));
                }
            }
        }

        private List<Meaning> results(Expression.Call call, List<Optional<Access>> awaited, Frame inner) {
            if (callee(call) instanceof Callee.Expanded expanded) {
                return expand(call, expanded.function(), awaited, inner);
            }
            return List.of(new Meaning.Number(new ExpressionWriter(Body.this, inner).real(call, awaited.get(0))));
        }

        @Override
        public Void loop(Statement.Loop loop) {
            Range range = loop.range();
            String index = loop.index().text();
            Axis axis = axis(symbols.ofRounds(index, frame.domain()), range, frame, Axis.Order.UP);
            Carried carried = new Carried(Body.this, axis, frame.domain());
            for (String name : Statement.names(loop.body())) {
                if (frame.scope().has(name)) {
                    carried.add(name, frame.naming().role(), frame.scope().get(name), origin(loop.span()));
                }
            }
            Frame inner = frame.within(carried.inside(frame.scope()), index, axis);
            inner.scope().put(index, new Meaning.Whole(axis.place()));
            statements(loop.body(), inner);
            carried.close(inner, origin(loop.span()));
            carried.after(frame.scope());
            Map<String, Meaning> collected = inner.innermost().collected();
            collected.keySet().stream()
                    .min(Comparator.naturalOrder())
                    .ifPresent(name -> new RangeChecks(steps, frame).extent(name, range, axis.to()));
            collected.forEach(frame.scope()::put);
            return null;
        }

        @Override
        public Void require(Statement.Require require) {
            Operand condition = new ExpressionWriter(Body.this, frame).condition(require.condition());
            Map<String, Operand> shown = new LinkedHashMap<>();
            for (Expression.Name read : require.condition().names()) {
                String name = read.text();
                if (frame.scope().get(name) instanceof Meaning.Number number) {
                    shown.put(name, number.operand());
                } else if (frame.scope().get(name) instanceof Meaning.Whole whole) {
                    shown.put(name, new IndexNumber(whole.index()));
                }
            }
            List<Requirement.Shown> parts = new ArrayList<>();
            shown.forEach((name, operand) -> {
                if (!(operand instanceof Literal)) {
                    parts.add(Requirement.Shown.of(name, operand));
                }
            });
            steps.add(new Requirement(
                    frame.domain(),
                    condition,
                    require.text().value(),
                    parts,
                    origin(require.condition().span())));
            return null;
        }

        @Override
        public Void broken(Statement.Broken broken) {
            throw new IllegalStateException("a broken statement passed the checks");
        }
    }
}
