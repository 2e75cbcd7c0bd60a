package dev.adjc.syntax;

import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.source.Source;
import dev.adjc.source.Span;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTree;

/** Makes the tree of a file from what ANTLR has read: declarations and statements; expressions are left to ExpressionBuilder. */
final class TreeBuilder {
    private final Source source;
    private final Places places;
    private final CommonTokenStream tokens;
    private final List<Diagnostic> diagnostics;
    private final ExpressionBuilder expressions;
    private final Map<AdParser.StatementContext, Statement> taken = new IdentityHashMap<>();

    TreeBuilder(Source source, CommonTokenStream tokens, List<Diagnostic> diagnostics) {
        this.source = source;
        this.places = new Places(source);
        this.tokens = tokens;
        this.diagnostics = diagnostics;
        this.expressions = new ExpressionBuilder(places, diagnostics);
    }

    /** Makes the tree of a statement that has been read, and lets go of ANTLR's. */
    void take(AdParser.StatementContext statement) {
        taken.put(statement, statement(statement));
        statement.children = null;
    }

    SourceUnit unit(AdParser.UnitContext unit) {
        Optional<SourceUnit.Path> packageName =
                unit.packageDeclaration() == null || unit.packageDeclaration().exception != null
                        ? Optional.empty()
                        : Optional.of(path(unit.packageDeclaration().path()));
        List<SourceUnit.Import> imports = new ArrayList<>();
        for (AdParser.ImportDeclarationContext each : unit.importDeclaration()) {
            if (each.exception == null) {
                imports.add(new SourceUnit.Import(path(each.path()), places.of(each)));
            }
        }
        List<Declaration> declarations = new ArrayList<>();
        List<Identifier> unreadable = new ArrayList<>();
        for (AdParser.DeclarationContext each : unit.declaration()) {
            if (each.exception == null) {
                declarations.add(declaration(each));
            } else {
                nameOf(each).ifPresent(unreadable::add);
            }
        }
        unreadable.addAll(skippedNames(unit));
        if (unit.declaration().isEmpty() && diagnostics.isEmpty()) {
            diagnostics.add(Diagnostic.at(new Span(source, 0, 0), Code.NO_FUNCTION));
        }
        return new SourceUnit(source, packageName, imports, declarations, unreadable);
    }

    /** What bears brackets among what was passed over between the declarations: the head of a function, perhaps. */
    private List<Identifier> skippedNames(AdParser.UnitContext unit) {
        List<Identifier> names = new ArrayList<>();
        for (int i = 0; i + 1 < unit.getChildCount(); i++) {
            if (unit.getChild(i) instanceof ErrorNode name
                    && name.getSymbol().getType() == AdParser.NAME
                    && unit.getChild(i + 1) instanceof ErrorNode bracket
                    && bracket.getSymbol().getType() == AdParser.OPEN) {
                names.add(identifier(name.getSymbol()));
            }
        }
        return names;
    }

    private Optional<Identifier> nameOf(AdParser.DeclarationContext broken) {
        AdParser.WordContext word = broken.function() != null
                ? broken.function().word()
                : broken.extern() == null ? null : broken.extern().word();
        return word == null || word.exception != null ? Optional.empty() : Optional.of(identifier(word.getStart()));
    }

    private SourceUnit.Path path(AdParser.PathContext path) {
        List<Identifier> parts = new ArrayList<>();
        for (AdParser.WordContext word : path.word()) {
            parts.add(identifier(word.getStart()));
        }
        return new SourceUnit.Path(parts, places.of(path));
    }

    private Identifier identifier(Token token) {
        return new Identifier(token.getText(), places.of(token));
    }

    private Declaration declaration(AdParser.DeclarationContext declaration) {
        Optional<String> doc = doc(declaration.getStart());
        Span span = places.of(declaration);
        if (declaration.function() != null) {
            AdParser.FunctionContext function = declaration.function();
            List<Declaration.Output> outputs = new ArrayList<>();
            for (AdParser.OutputContext output : function.output()) {
                outputs.add(new Declaration.Output(
                        identifier(output.NAME().getSymbol()), sizes(output.sizes()), places.of(output)));
            }
            return new Declaration.Function(
                    identifier(function.word().getStart()),
                    doc,
                    parameters(function.parameters()),
                    outputs,
                    statements(function.block()),
                    span);
        }
        AdParser.ExternContext extern = declaration.extern();
        List<Declaration.Rule> rules = new ArrayList<>();
        if (extern.partials() != null) {
            for (AdParser.PartialContext partial : extern.partials().partial()) {
                if (partial.exception == null) {
                    rule(partial).ifPresent(rules::add);
                }
            }
        }
        return new Declaration.Extern(
                identifier(extern.word().getStart()),
                doc,
                parameters(extern.parameters()),
                text(extern.STRING().getSymbol()),
                rules,
                span);
    }

    private Optional<Declaration.Rule> rule(AdParser.PartialContext partial) {
        Token d = partial.NAME(0).getSymbol();
        if (!d.getText().equals("d")) {
            diagnostics.add(Diagnostic.at(places.of(d), Code.UNKNOWN_RULE, d.getText()));
        }
        return expressions
                .whole(partial.expression())
                .map(value -> new Declaration.Rule(identifier(partial.NAME(1).getSymbol()), value, places.of(partial)));
    }

    private List<Declaration.Parameter> parameters(AdParser.ParametersContext parameters) {
        List<Declaration.Parameter> result = new ArrayList<>();
        if (parameters != null) {
            for (AdParser.ParameterContext each : parameters.parameter()) {
                Declaration.Parameter.Kind kind = each.CONST() != null
                        ? Declaration.Parameter.Kind.CONST
                        : each.INT() != null ? Declaration.Parameter.Kind.INT : Declaration.Parameter.Kind.REAL;
                result.add(new Declaration.Parameter(
                        kind,
                        identifier(each.NAME().getSymbol()),
                        sizes(each.sizes()),
                        doc(each.getStart()),
                        places.of(each)));
            }
        }
        return result;
    }

    private List<Expression> sizes(AdParser.SizesContext sizes) {
        List<Expression> result = new ArrayList<>();
        if (sizes != null) {
            for (AdParser.ExpressionContext size : sizes.expression()) {
                expressions.whole(size).ifPresent(result::add);
            }
        }
        return result;
    }

    /** The documentation comment that stands last before a token. */
    private Optional<String> doc(Token token) {
        List<Token> comments = tokens.getHiddenTokensToLeft(token.getTokenIndex());
        for (int i = comments == null ? 0 : comments.size(); i > 0; i--) {
            Optional<String> doc = DocComment.text(comments.get(i - 1).getText());
            if (doc.isPresent()) {
                return doc;
            }
        }
        return Optional.empty();
    }

    private Text text(Token string) {
        return new TextReader(places, diagnostics).read(string);
    }

    // ---- statements

    private List<Statement> statements(AdParser.BlockContext block) {
        List<Statement> result = new ArrayList<>();
        List<Token> skipped = new ArrayList<>();
        for (ParseTree child : block.children) {
            if (child instanceof ErrorNode node && node.getSymbol().getTokenIndex() >= 0) {
                skipped.add(node.getSymbol());
            } else if (child instanceof AdParser.StatementContext statement) {
                flush(skipped, result);
                result.add(taken.remove(statement));
            }
        }
        flush(skipped, result);
        if (isCutOff(block)) {
            result.add(new Statement.Broken(List.of(), places.of(block)));
        }
        return result;
    }

    /** Whether the bracket that ends a body is missing, and with it what may have stood before. */
    private static boolean isCutOff(AdParser.BlockContext block) {
        return block.children.get(block.getChildCount() - 1) instanceof ErrorNode end
                && end.getSymbol().getTokenIndex() < 0;
    }

    private void flush(List<Token> skipped, List<Statement> result) {
        if (!skipped.isEmpty()) {
            result.add(broken(skipped.get(0), skipped.get(skipped.size() - 1)));
            skipped.clear();
        }
    }

    /** With the names that may be defined there; none if that can be any, as what a {@code return} gives. */
    private Statement.Broken broken(Token first, Token last) {
        Span span = places.between(first, last);
        if (first.getText().equals("return")) {
            return new Statement.Broken(List.of(), span);
        }
        List<Identifier> names = new ArrayList<>();
        for (int i = first.getTokenIndex(); i <= last.getTokenIndex(); i++) {
            Token token = tokens.get(i);
            if (token.getType() == AdParser.NAME) {
                names.add(identifier(token));
            }
        }
        return new Statement.Broken(names, span);
    }

    private Statement statement(AdParser.StatementContext statement) {
        Optional<Statement> whole = statement.exception == null ? whole(statement) : Optional.empty();
        return whole.orElseGet(() -> broken(statement.getStart(), lastOf(statement)));
    }

    private static Token lastOf(ParserRuleContext rule) {
        return rule.getStop() == null ? rule.getStart() : rule.getStop();
    }

    private Optional<Statement> whole(AdParser.StatementContext statement) {
        Span span = places.of(statement);
        if (statement.definition() != null) {
            AdParser.DefinitionContext definition = statement.definition();
            return expressions
                    .whole(definition.value())
                    .flatMap(value ->
                            target(definition.target()).map(target -> new Statement.Definition(target, value, span)));
        }
        if (statement.callDefinition() != null) {
            return callDefinition(statement.callDefinition(), span);
        }
        if (statement.loop() != null) {
            AdParser.LoopContext loop = statement.loop();
            List<Statement> body = statements(loop.block());
            return expressions
                    .range(loop.range())
                    .map(range -> new Statement.Loop(identifier(loop.NAME().getSymbol()), range, body, span));
        }
        AdParser.RequireContext require = statement.require();
        return expressions
                .whole(require.disjunction())
                .map(condition ->
                        new Statement.Require(condition, text(require.STRING().getSymbol()), span));
    }

    private Optional<Statement> callDefinition(AdParser.CallDefinitionContext definition, Span span) {
        List<Target> targets = new ArrayList<>();
        for (AdParser.TargetContext each : definition.target()) {
            Optional<Target> target = target(each);
            if (target.isEmpty()) {
                return Optional.empty();
            }
            targets.add(target.get());
        }
        return expressions
                .call(definition.word().getStart(), definition.arguments())
                .map(call -> new Statement.CallDefinition(targets, call, span));
    }

    private Optional<Target> target(AdParser.TargetContext target) {
        List<Target.Index> indices = new ArrayList<>();
        for (AdParser.TargetIndexContext each : target.targetIndex()) {
            Optional<Target.Index> index = each.binder() == null
                    ? Optional.of(new Target.Colon(places.of(each)))
                    : expressions.binder(each.binder()).map(binder -> binder);
            if (index.isEmpty()) {
                return Optional.empty();
            }
            indices.add(index.get());
        }
        return Optional.of(new Target(identifier(target.NAME().getSymbol()), indices, places.of(target)));
    }
}
