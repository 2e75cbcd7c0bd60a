package dev.adjc.check;

import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.diagnostic.Severity;
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
    private final Declaration declaration;
    private final Functions functions;
    private final Calls calls;
    private final Scope scope;
    private final ExpressionCheck expressions = new ExpressionCheck(this);
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final Usage usage = new Usage();
    private boolean unsupported;

    private FunctionCheck(Declaration declaration, Functions functions, Calls calls) {
        this.declaration = declaration;
        this.functions = functions;
        this.calls = calls;
        this.scope = new Scope(functions);
    }

    /** All that is wrong with the function; warnings only if nothing worse is. */
    static List<Diagnostic> of(Declaration.Function function, Functions functions, Calls calls) {
        FunctionCheck check = new FunctionCheck(function, functions, calls);
        check.body(function);
        return check.diagnostics;
    }

    /** All that is wrong with the parameters and the rules of an extern function. */
    static List<Diagnostic> ofRules(Declaration.Extern extern, Functions functions, Calls calls) {
        FunctionCheck check = new FunctionCheck(extern, functions, calls);
        check.parameters();
        extern.rules().forEach(rule -> check.expressions.definition(rule.partial()));
        return check.diagnostics;
    }

    private void body(Declaration.Function function) {
        parameters();
        announce(function.statements());
        function.statements().forEach(statement -> statement.accept(this));
        outputs(function.outputs());
        boolean whole = scope.isWhole() && diagnostics.stream().allMatch(each -> each.severity() == Severity.WARNING);
        if (whole) {
            List<Binding> results = new ArrayList<>();
            function.outputs()
                    .forEach(output -> scope.find(output.name().text()).ifPresent(results::add));
            diagnostics.addAll(usage.warnings(results));
        } else {
            diagnostics.removeIf(each -> each.severity() == Severity.WARNING);
        }
    }

    // ---- what ExpressionCheck asks for

    void report(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
    }

    /** Arrays, once for each function: what follows from them is no mistake of its own. */
    void unsupported(Span span, String what) {
        if (!unsupported) {
            report(Diagnostic.at(span, Code.UNSUPPORTED, what));
            unsupported = true;
            scope.pardonAll();
        }
    }

    /** Some derivative ends within the function, by intention or with a warning of its own. */
    void derivativeEnds() {
        usage.derivativeEnds();
    }

    Functions functions() {
        return functions;
    }

    Calls calls() {
        return calls;
    }

    void called(Expression.Call call, Declaration callee) {
        calls.add(declaration, call, callee);
    }

    boolean isVariable(String name) {
        return scope.find(name).isPresent();
    }

    boolean isIntegerOrUnknown(String name) {
        return scope.find(name)
                .map(binding -> binding.role() == Binding.Role.INTEGER)
                .orElse(true);
    }

    /** What the name means here; if it means nothing, that is reported. */
    Optional<Binding> lookUp(Expression.Name name) {
        Optional<Binding> binding = scope.find(name.text());
        if (binding.isEmpty()) {
            scope.undefined(name).ifPresent(this::report);
        }
        return binding;
    }

    // ---- the head

    private void parameters() {
        Map<String, Identifier> seen = new HashMap<>();
        for (Declaration.Parameter parameter : declaration.parameters()) {
            Identifier name = parameter.name();
            Identifier first = seen.putIfAbsent(name.text(), name);
            if (first != null) {
                report(Diagnostic.at(name.span(), Code.DUPLICATE_PARAMETER, name.text())
                        .with(first.span()));
            } else {
                scope.bind(usage.parameter(parameter));
            }
            if (!parameter.sizes().isEmpty()) {
                unsupported(parameter.span(), "arrays");
            }
        }
    }

    private void announce(List<Statement> statements) {
        statements.forEach(statement -> statement.accept(new Announcement(scope)));
    }

    private void outputs(List<Declaration.Output> outputs) {
        Map<String, Identifier> seen = new HashMap<>();
        for (Declaration.Output output : outputs) {
            Identifier name = output.name();
            Identifier first = seen.putIfAbsent(name.text(), name);
            boolean defined = scope.find(name.text())
                    .map(binding -> binding.role() == Binding.Role.DEFINITION)
                    .orElse(false);
            if (first != null) {
                report(Diagnostic.at(name.span(), Code.DUPLICATE_OUTPUT, name.text())
                        .with(first.span()));
            } else if (!output.sizes().isEmpty()) {
                unsupported(output.span(), "arrays");
            } else if (!defined && !scope.isPardoned(name.text())) {
                report(Diagnostic.at(name.span(), Code.OUTPUT_UNDEFINED, name.text()));
            }
        }
    }

    // ---- statements

    @Override
    public Void definition(Statement.Definition definition) {
        ExpressionCheck.Origin origin = expressions.definition(definition.value());
        define(definition.target(), origin);
        return null;
    }

    @Override
    public Void callDefinition(Statement.CallDefinition definition) {
        List<Target> targets = definition.targets();
        ExpressionCheck.Origin origin = expressions.statementCall(definition.call(), targets.size());
        Map<String, Span> seen = new HashMap<>();
        List<Binding> outputs = new ArrayList<>();
        for (Target target : targets) {
            Identifier name = target.name();
            Span first = seen.putIfAbsent(name.text(), name.span());
            if (first == null) {
                define(target, origin).ifPresent(outputs::add);
            } else {
                report(Diagnostic.at(name.span(), Code.DUPLICATE_TARGET, name.text())
                        .with(first));
            }
        }
        usage.together(outputs);
        return null;
    }

    private Optional<Binding> define(Target target, ExpressionCheck.Origin origin) {
        Identifier name = target.name();
        Optional<Binding> old = scope.find(name.text());
        if (!target.indices().isEmpty()) {
            unsupported(target.span(), "arrays");
        }
        if (old.isPresent() && old.get().role() == Binding.Role.INTEGER) {
            report(Diagnostic.at(name.span(), Code.REDEFINED_INTEGER, name.text())
                    .with(old.get().span()));
            return Optional.empty();
        }
        Binding binding = usage.definition(name, origin);
        scope.bind(binding);
        return Optional.of(binding);
    }

    @Override
    public Void loop(Statement.Loop loop) {
        unsupported(loop.index().span(), "loops");
        return null;
    }

    @Override
    public Void require(Statement.Require require) {
        usage.requirement(expressions.requirement(require.condition()));
        return null;
    }

    @Override
    public Void broken(Statement.Broken broken) {
        broken.names().forEach(name -> scope.pardon(name.text()));
        if (broken.names().isEmpty()) {
            scope.pardonAll();
        }
        scope.damage();
        return null;
    }
}
