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
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

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

    /** The names before brackets, in the order of the text. */
    private static List<Identifier> called(Declaration declaration) {
        List<Identifier> names = new ArrayList<>();
        declaration
                .accept(new Declaration.Visitor<Stream<Expression>>() {
                    @Override
                    public Stream<Expression> function(Declaration.Function function) {
                        return function.statements().stream()
                                .flatMap(Statement::all)
                                .flatMap(statement -> statement.expressions().stream());
                    }

                    @Override
                    public Stream<Expression> extern(Declaration.Extern extern) {
                        return extern.rules().stream().map(Declaration.Rule::partial);
                    }
                })
                .forEach(expression -> addCalled(expression, names));
        return names;
    }

    private static void addCalled(Expression expression, List<Identifier> names) {
        if (expression instanceof Expression.Call call) {
            names.add(call.function());
        }
        expression.parts().forEach(part -> addCalled(part, names));
    }
}
