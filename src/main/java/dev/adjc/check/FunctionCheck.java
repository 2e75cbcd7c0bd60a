package dev.adjc.check;

import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.diagnostic.Severity;
import dev.adjc.ir.Index;
import dev.adjc.source.Span;
import dev.adjc.syntax.Declaration;
import dev.adjc.syntax.Expression;
import dev.adjc.syntax.Identifier;
import dev.adjc.syntax.Statement;
import dev.adjc.syntax.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks one function, statement by statement in the order of the text. */
final class FunctionCheck implements Statement.Visitor<Void> {
    private final Context context;
    private final ExpressionCheck expressions;
    private final ArrayLiteral literals;
    private final LoopCheck loops;

    private FunctionCheck(Context context) {
        this.context = context;
        this.expressions = new ExpressionCheck(context);
        this.literals = new ArrayLiteral(context, expressions);
        this.loops = new LoopCheck(context, expressions);
    }

    /** What callers need to know of the function, and all that is wrong with it; warnings only if nothing worse is. */
    record Result(Optional<Signature> signature, List<Diagnostic> diagnostics) {}

    static Result of(Declaration.Function function, Context context) {
        return new FunctionCheck(context).body(function);
    }

    /** All that is wrong with the parameters and the rules of an extern function. */
    static List<Diagnostic> ofRules(Declaration.Extern extern, Context context) {
        FunctionCheck check = new FunctionCheck(context);
        HeadCheck.of(context);
        for (Declaration.Rule rule : extern.rules()) {
            check.expressions.number(rule.partial());
        }
        context.usage().endings().forEach(context::report);
        return context.diagnostics();
    }

    /** Tells the scope which names are defined anywhere, so that a use before that can be told from a misspelling. */
    private void announce(Statement statement) {
        statement.targets().forEach(target -> context.scope().announce(target.name()));
        if (statement instanceof Statement.Broken broken) {
            broken.names().forEach(name -> context.scope().pardon(name.text()));
        }
    }

    private Result body(Declaration.Function function) {
        Optional<SizePlan> sizes = HeadCheck.of(context);
        function.statements().stream().flatMap(Statement::all).forEach(this::announce);
        function.statements().forEach(statement -> statement.accept(this));
        List<Optional<Shape>> outputs = outputs(function.outputs());
        List<Diagnostic> diagnostics = context.diagnostics();
        boolean whole =
                context.scope().isWhole() && diagnostics.stream().allMatch(each -> each.severity() == Severity.WARNING);
        if (whole) {
            List<Binding> results = new ArrayList<>();
            function.outputs()
                    .forEach(
                            output -> context.scope().find(output.name().text()).ifPresent(results::add));
            diagnostics.addAll(context.usage().warnings(results));
        } else {
            diagnostics.removeIf(each -> each.severity() == Severity.WARNING);
        }
        return new Result(sizes.map(plan -> new Signature(plan, outputs, context.fixing())), diagnostics);
    }

    // ---- outputs

    private List<Optional<Shape>> outputs(List<Declaration.Output> outputs) {
        Map<String, Identifier> seen = new HashMap<>();
        List<Optional<Shape>> shapes = new ArrayList<>();
        for (Declaration.Output output : outputs) {
            Identifier name = output.name();
            Identifier first = seen.putIfAbsent(name.text(), name);
            Optional<Binding> binding = context.scope().find(name.text()).filter(Binding::isDefinition);
            if (first != null) {
                context.report(Diagnostic.at(name.span(), Code.DUPLICATE_OUTPUT, name.text())
                        .with(first.span()));
            } else if (binding.isEmpty() && !context.scope().isPardoned(name.text())) {
                context.report(context.scope()
                        .hidden(name.text(), name.span())
                        .orElseGet(() -> Diagnostic.at(name.span(), Code.OUTPUT_UNDEFINED, name.text())));
            }
            shapes.add(shape(output, binding));
        }
        return shapes;
    }

    /** The shape of an output: as it is declared, or as the body gives it. */
    private Optional<Shape> shape(Declaration.Output output, Optional<Binding> binding) {
        Optional<Shape> defined = binding.flatMap(Binding::shape);
        if (output.sizes().isEmpty()) {
            return defined;
        }
        List<Optional<Index>> extents = new ArrayList<>();
        output.sizes().forEach(size -> extents.add(expressions.index(size, IntegerCheck.Wanted.FIXED, Code.NOT_FIXED)));
        Shape declared = new Shape(extents);
        context.usage().use(expressions.origin().sources());
        if (defined.isPresent() && !declared.agreesWith(defined.get())) {
            context.report(Diagnostic.at(
                            output.span(),
                            Code.OUTPUT_SHAPE,
                            output.name().text(),
                            LoopCheck.text(declared),
                            LoopCheck.text(defined.get()))
                    .with(binding.orElseThrow().span()));
        }
        return Optional.of(declared);
    }

    // ---- statements

    @Override
    public Void definition(Statement.Definition definition) {
        Target target = definition.target();
        LeftSide left = LeftSide.enter(context, expressions, loops.open(), List.of(target), definition.value());
        Optional<Shape> result = value(definition.value(), target);
        left.leave();
        define(target, left, result, expressions.origin());
        left.complain();
        return null;
    }

    /** The shape of what a definition's right-hand side gives. */
    private Optional<Shape> value(Expression value, Target target) {
        boolean colons = target.indices().stream().anyMatch(Target.Colon.class::isInstance);
        if (value instanceof Expression.Call call) {
            return expressions.calls().one(call);
        }
        if (value instanceof Expression.Access access && isSlice(access) && isWhole(target)) {
            return slice(access, target);
        }
        if (colons) {
            if (value instanceof Expression.Name name) {
                copy(name);
            } else {
                expressions.number(value);
            }
            context.report(Diagnostic.at(target.span(), Code.COLON_WITHOUT_CALL));
            return Optional.empty();
        }
        if (value instanceof Expression.Array array) {
            return literals.shape(array);
        }
        if (value instanceof Expression.Name name && target.indices().isEmpty()) {
            return copy(name);
        }
        expressions.number(value);
        return Optional.of(Shape.NUMBER);
    }

    private static boolean isSlice(Expression.Access access) {
        return access.indices().stream().anyMatch(Expression.Access.Whole.class::isInstance);
    }

    /** Whether an array is wanted for the target, and no number. */
    private static boolean isWhole(Target target) {
        return target.indices().isEmpty() || target.indices().stream().anyMatch(Target.Colon.class::isInstance);
    }

    /** A slice that is to be copied: that is written with indices. */
    private Optional<Shape> slice(Expression.Access access, Target target) {
        Optional<Shape> shape = expressions.accesses().shape(access);
        if (shape.isPresent()) {
            context.report(SliceCopy.byElements(access, target, context.scope()));
        }
        return shape;
    }

    private Optional<Shape> copy(Expression.Name name) {
        Optional<Binding> original = context.scope()
                .find(name.text())
                .filter(binding -> !binding.shape().equals(Optional.of(Shape.NUMBER)));
        if (original.isPresent()) {
            expressions.reading().read(original.get());
            return original.get().shape();
        }
        expressions.number(name);
        return context.scope().find(name.text()).flatMap(Binding::shape);
    }

    @Override
    public Void callDefinition(Statement.CallDefinition definition) {
        List<Target> targets = definition.targets();
        LeftSide left = LeftSide.enter(context, expressions, loops.open(), targets, definition.call());
        List<Optional<Shape>> results = expressions.calls().several(definition.call(), targets.size());
        left.leave();
        Origin origin = expressions.origin();
        Map<String, Span> seen = new HashMap<>();
        List<Binding> outputs = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            Identifier name = targets.get(i).name();
            Span first = seen.putIfAbsent(name.text(), name.span());
            if (first == null) {
                define(targets.get(i), left, results.get(i), origin).ifPresent(outputs::add);
            } else {
                context.report(Diagnostic.at(name.span(), Code.DUPLICATE_TARGET, name.text())
                        .with(first));
            }
        }
        context.usage().together(outputs);
        left.complain();
        return null;
    }

    private Optional<Binding> define(Target target, LeftSide left, Optional<Shape> result, Origin origin) {
        Identifier name = target.name();
        Optional<Shape> shape = left.shape(target, result);
        shape.ifPresent(known -> context.limit(name, known));
        Optional<Binding> old = context.scope().find(name.text()).filter(Binding::isInteger);
        if (old.isPresent()) {
            context.report(Diagnostic.at(name.span(), Code.REDEFINED_INTEGER, name.text())
                    .with(old.get().span()));
            context.scope().bind(Binding.unknown(name.text(), name.span()));
            return Optional.empty();
        }
        List<Round> collecting = left.collecting(target);
        if (!collecting.isEmpty()) {
            return Optional.of(loops.collect(target, collecting, shape, origin));
        }
        Optional<Diagnostic> collected = loops.collectedAlready(name);
        if (collected.isPresent()) {
            context.report(collected.get());
            return Optional.empty();
        }
        return Optional.of(loops.define(name, shape, origin));
    }

    @Override
    public Void loop(Statement.Loop loop) {
        loops.check(loop, this);
        return null;
    }

    @Override
    public Void require(Statement.Require require) {
        expressions.condition(require.condition());
        context.usage().use(expressions.origin().sources());
        return null;
    }

    @Override
    public Void broken(Statement.Broken broken) {
        for (Identifier name : broken.names()) {
            context.scope().pardon(name.text());
            context.scope()
                    .find(name.text())
                    .filter(binding -> !binding.isInteger())
                    .ifPresent(mayBeDefined -> context.scope().bind(Binding.unknown(name.text(), name.span())));
        }
        if (broken.names().isEmpty()) {
            context.scope().pardonAll();
        }
        context.scope().damage();
        return null;
    }
}
