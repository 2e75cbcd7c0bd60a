package dev.adjc.lower;

import dev.adjc.check.Callee;
import dev.adjc.ir.Domain;
import dev.adjc.ir.Guard;
import dev.adjc.ir.Literal;
import dev.adjc.ir.Operand;
import dev.adjc.ir.Origin;
import dev.adjc.ir.Requirement;
import dev.adjc.ir.Value;
import dev.adjc.operator.Operators;
import dev.adjc.source.Span;
import dev.adjc.syntax.Declaration;
import dev.adjc.syntax.Expression;
import dev.adjc.syntax.Statement;
import dev.adjc.syntax.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Writes the statements of a function's body, and of the functions that it calls, as steps. */
final class Body {
    private final Steps steps;
    private final Function<Expression.Call, Callee> callees;
    private final Externs externs;
    private final Calls calls;

    Body(Steps steps, Function<Expression.Call, Callee> callees, Externs externs, Calls calls) {
        this.steps = steps;
        this.callees = callees;
        this.externs = externs;
        this.calls = calls;
    }

    Steps steps() {
        return steps;
    }

    Function<Expression.Call, Callee> callees() {
        return callees;
    }

    Externs externs() {
        return externs;
    }

    /** Which value a definition of a name gives: a new one, or one that the caller waits for. */
    record Naming(Value.Role role, Map<Statement, List<Optional<Value>>> awaited) {
        /** In the function that is compiled every name is the program's. */
        static Naming named() {
            return new Naming(Value.Role.NAMED, Map.of());
        }
    }

    /** Writes statements, one after another; the scope is left as after the last one. */
    void statements(
            List<Statement> statements, Scope scope, Guard guard, Naming naming, Function<Span, Origin> origins) {
        for (Statement statement : statements) {
            statement.accept(new Writer(scope, guard, naming, origins, statement));
        }
    }

    /** The number that an expression stands for. */
    Operand expression(Expression expression, Scope scope, Guard guard, Function<Span, Origin> origins) {
        return new ExpressionWriter(this, scope, guard, origins).real(expression, Optional.empty());
    }

    /** The operand as a real number. */
    Operand real(Operand operand, Guard guard, Origin origin) {
        return Lowering.isInteger(operand)
                ? steps.defineOnce(Optional.empty(), guard, origin, Operators.REAL, List.of(operand))
                : operand;
    }

    /**
     * Writes what must hold.
     *
     * @param shown the names that stand in it are shown to who breaks it
     */
    void require(
            Operand condition,
            Expression shown,
            String message,
            Scope scope,
            Guard guard,
            Function<Span, Origin> origins) {
        List<Requirement.Shown> parts = new ArrayList<>();
        for (String name : NamesRead.in(shown)) {
            Operand operand = scope.get(name);
            if (!(operand instanceof Literal)) {
                parts.add(new Requirement.Shown(name, operand));
            }
        }
        steps.add(new Requirement(Domain.where(guard), condition, message, parts, origins.apply(shown.span())));
    }

    /**
     * What a call of a function of the program gives, one operand for each output.
     *
     * @param targets the values that wait for the outputs
     */
    List<Operand> expand(
            Declaration.Function function,
            List<Operand> arguments,
            List<Optional<Value>> targets,
            Guard guard,
            Function<Span, Origin> origins) {
        List<Operand> key = steps.representatives(arguments);
        Optional<List<Operand>> known = calls.find(function, key, guard);
        if (known.isPresent()) {
            return known.get();
        }
        Scope scope = new Scope();
        for (int i = 0; i < arguments.size(); i++) {
            scope.put(function.parameters().get(i).name().text(), arguments.get(i));
        }
        Naming naming = new Naming(Value.Role.INNER, awaited(function, targets));
        statements(function.statements(), scope, guard, naming, origins);
        List<Operand> results = new ArrayList<>();
        function.outputs().forEach(output -> results.add(scope.get(output.name().text())));
        calls.add(function, key, guard, results);
        return results;
    }

    /** The last definition of each output gives the value that the caller waits for. */
    private static Map<Statement, List<Optional<Value>>> awaited(
            Declaration.Function function, List<Optional<Value>> targets) {
        Map<String, Optional<Value>> wanted = new HashMap<>();
        for (int i = 0; i < targets.size(); i++) {
            wanted.put(function.outputs().get(i).name().text(), targets.get(i));
        }
        Map<Statement, List<Optional<Value>>> awaited = new java.util.IdentityHashMap<>();
        for (int i = function.statements().size() - 1; i >= 0 && !wanted.isEmpty(); i--) {
            Statement statement = function.statements().get(i);
            List<Target> defined = statement instanceof Statement.Definition definition
                    ? List.of(definition.target())
                    : statement instanceof Statement.CallDefinition definition ? definition.targets() : List.of();
            List<Optional<Value>> values = new ArrayList<>();
            for (Target target : defined) {
                Optional<Value> value = wanted.remove(target.name().text());
                values.add(value == null ? Optional.empty() : value);
            }
            awaited.put(statement, values);
        }
        return awaited;
    }

    private final class Writer implements Statement.Visitor<Void> {
        private final Scope scope;
        private final Guard guard;
        private final Naming naming;
        private final Function<Span, Origin> origins;

        Writer(Scope scope, Guard guard, Naming naming, Function<Span, Origin> origins, Statement statement) {
            this.scope = scope;
            this.guard = guard;
            this.naming = naming;
            boolean outermost = naming.role() == Value.Role.NAMED;
            this.origins = outermost ? span -> new Origin(statement.span(), span) : origins;
        }

        private ExpressionWriter expressions() {
            return new ExpressionWriter(Body.this, scope, guard, origins);
        }

        private Value target(Statement statement, int position, String name) {
            List<Optional<Value>> awaited = naming.awaited().getOrDefault(statement, List.of());
            return position < awaited.size() && awaited.get(position).isPresent()
                    ? awaited.get(position).get()
                    : steps.values().real(name, naming.role());
        }

        @Override
        public Void definition(Statement.Definition definition) {
            String name = definition.target().name().text();
            Value target = target(definition, 0, name);
            scope.put(name, expressions().real(definition.value(), Optional.of(target)));
            return null;
        }

        @Override
        public Void callDefinition(Statement.CallDefinition definition) {
            List<Optional<Value>> targets = new ArrayList<>();
            for (int i = 0; i < definition.targets().size(); i++) {
                String name = definition.targets().get(i).name().text();
                targets.add(Optional.of(target(definition, i, name)));
            }
            List<Operand> results = expressions().results(definition.call(), targets);
            for (int i = 0; i < targets.size(); i++) {
                String name = definition.targets().get(i).name().text();
                scope.put(name, given(targets.get(i).orElseThrow(), results.get(i), definition));
            }
            return null;
        }

        /** The target, copied to where the call did not give it. */
        private Operand given(Value target, Operand result, Statement.CallDefinition definition) {
            if (result.equals(target.read())) {
                return result;
            }
            steps.same(target, result);
            return steps.define(
                    Optional.of(target),
                    guard,
                    origins.apply(definition.call().span()),
                    Operators.COPY,
                    List.of(result));
        }

        @Override
        public Void loop(Statement.Loop loop) {
            throw new IllegalStateException("a loop passed the checks");
        }

        @Override
        public Void require(Statement.Require require) {
            Operand condition = expressions().condition(require.condition());
            Body.this.require(condition, require.condition(), require.text().value(), scope, guard, origins);
            return null;
        }

        @Override
        public Void broken(Statement.Broken broken) {
            throw new IllegalStateException("a broken statement passed the checks");
        }
    }
}
