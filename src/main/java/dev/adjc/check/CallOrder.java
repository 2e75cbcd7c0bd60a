package dev.adjc.check;

import dev.adjc.syntax.Declaration;
import dev.adjc.syntax.Expression;
import dev.adjc.syntax.Identifier;
import dev.adjc.syntax.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Puts declarations into an order in which each one comes after those that it calls, as far as there is such an order. */
final class CallOrder {
    private final Function<Declaration, Functions> home;
    private final Set<Declaration> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Declaration> order = new ArrayList<>();

    /** A declaration on the path of the search, with what is left of its callees. */
    private record Frame(Declaration declaration, Iterator<Declaration> callees) {}

    private CallOrder(Function<Declaration, Functions> home) {
        this.home = home;
    }

    /** The given declarations with all that they call, directly or through others. */
    static List<Declaration> of(List<Declaration> declarations, Function<Declaration, Functions> home) {
        CallOrder search = new CallOrder(home);
        declarations.forEach(search::from);
        return search.order;
    }

    private void from(Declaration start) {
        List<Frame> path = new ArrayList<>();
        enter(start, path);
        while (!path.isEmpty()) {
            Frame last = path.get(path.size() - 1);
            if (last.callees().hasNext()) {
                enter(last.callees().next(), path);
            } else {
                path.remove(path.size() - 1);
                order.add(last.declaration());
            }
        }
    }

    private void enter(Declaration declaration, List<Frame> path) {
        if (seen.add(declaration)) {
            Functions functions = home.apply(declaration);
            List<Declaration> callees = new ArrayList<>();
            for (Identifier name : called(declaration)) {
                functions.declared(name.text()).ifPresent(callees::add);
            }
            path.add(new Frame(declaration, callees.iterator()));
        }
    }

    private static List<Identifier> called(Declaration declaration) {
        Called called = new Called(new ArrayList<>());
        declaration.accept(new Declaration.Visitor<Optional<Void>>() {
            @Override
            public Optional<Void> function(Declaration.Function function) {
                function.statements().forEach(statement -> statement.accept(called));
                return Optional.empty();
            }

            @Override
            public Optional<Void> extern(Declaration.Extern extern) {
                extern.rules().forEach(rule -> called.in(rule.partial()));
                return Optional.empty();
            }
        });
        return called.names();
    }

    /** The names before brackets, in the order of the text. */
    private record Called(List<Identifier> names) implements Statement.Visitor<Void> {
        void in(Expression expression) {
            if (expression instanceof Expression.Call call) {
                names.add(call.function());
            }
            Parts.of(expression).forEach(this::in);
        }

        @Override
        public Void definition(Statement.Definition definition) {
            in(definition.value());
            return null;
        }

        @Override
        public Void callDefinition(Statement.CallDefinition definition) {
            in(definition.call());
            return null;
        }

        @Override
        public Void loop(Statement.Loop loop) {
            loop.body().forEach(statement -> statement.accept(this));
            return null;
        }

        @Override
        public Void require(Statement.Require require) {
            in(require.condition());
            return null;
        }

        @Override
        public Void broken(Statement.Broken broken) {
            return null;
        }
    }
}
