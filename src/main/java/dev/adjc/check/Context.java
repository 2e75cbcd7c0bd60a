package dev.adjc.check;

import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.ir.Access;
import dev.adjc.ir.Index;
import dev.adjc.ir.Symbol;
import dev.adjc.ir.Value;
import dev.adjc.ir.Values;
import dev.adjc.source.Span;
import dev.adjc.syntax.Declaration;
import dev.adjc.syntax.Expression;
import dev.adjc.syntax.Identifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What the checks of one function share. */
final class Context {
    private final Declaration declaration;
    private final Functions functions;
    private final Program program;
    private final Scope scope;
    private final Usage usage = new Usage();
    private final Axes axes = new Axes();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final Set<Binding> clashing = new HashSet<>();
    private final Set<String> fixing = new HashSet<>();
    private final Values values = new Values();
    private final Map<String, Value> integerArrays = new HashMap<>();

    /** What the checks of all functions share. */
    record Program(Calls calls, Shapes shapes, Map<Declaration, Signature> signatures) {}

    Context(Declaration declaration, Functions functions, Program program) {
        this.declaration = declaration;
        this.functions = functions;
        this.program = program;
        this.scope = new Scope(functions);
    }

    Declaration declaration() {
        return declaration;
    }

    Functions functions() {
        return functions;
    }

    Calls calls() {
        return program.calls();
    }

    Shapes shapes() {
        return program.shapes();
    }

    /** What callers need to know of a function; nothing if it calls the present one, or is no function of this language. */
    Optional<Signature> signature(Declaration callee) {
        return Optional.ofNullable(program.signatures().get(callee));
    }

    Scope scope() {
        return scope;
    }

    Usage usage() {
        return usage;
    }

    Axes axes() {
        return axes;
    }

    void report(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
    }

    /** Whether it is the first time that an index bears the name of this. */
    boolean clash(Binding binding) {
        return clashing.add(binding);
    }

    /** Reports these, unless something else has been reported since there were so many diagnostics: it may be the cause. */
    void reportUnless(int before, List<Diagnostic> consequences) {
        if (diagnostics.size() == before) {
            diagnostics.addAll(consequences);
        }
    }

    List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** What the name means here; if it means nothing, that is reported. */
    Optional<Binding> lookUp(String name, Span span, Code unknown) {
        Optional<Binding> binding = scope.find(name);
        if (binding.isEmpty()) {
            scope.undefined(name, span, unknown).ifPresent(this::report);
        }
        return binding;
    }

    /** The whole number that an integer expression stands for, in the function's names, if its factors fit into an int. */
    Optional<Index> form(Expression expression) {
        try {
            return Optional.of(IntegerForm.of(expression, names())).filter(Context::fits);
        } catch (ArithmeticException tooLarge) {
            return Optional.empty();
        }
    }

    /** Whether all factors fit into an int, so that what is computed from them stays within bounds. */
    static boolean fits(Index form) {
        return form.terms().values().stream().allMatch(factor -> factor == factor.intValue());
    }

    private IntegerForm.Names names() {
        return new IntegerForm.Names() {
            @Override
            public Index number(Expression.Name name) {
                return Index.of(Symbol.of(name.text()));
            }

            @Override
            public Index entry(Expression.Access access, List<Index> places) {
                Value array = integerArrays.computeIfAbsent(
                        access.array().text(), name -> values.make(name, Value.Type.INTEGER, Value.Role.NAMED));
                return Index.of(new Index.Entry(new Access(array, places)));
            }
        };
    }

    /** Reports an array that has more elements than a Java array can hold, whatever the sizes are. */
    void limit(Identifier name, Shape shape) {
        long elements = 1;
        for (Optional<Index> extent : shape.extents()) {
            long factor = extent.map(Index::literal)
                    .filter(OptionalLong::isPresent)
                    .map(OptionalLong::getAsLong)
                    .orElse(1L);
            if (factor == 0) {
                return;
            }
            elements = Math.min(elements * factor, 1L << 31);
        }
        if (elements > Integer.MAX_VALUE) {
            report(Diagnostic.at(name.span(), Code.TOO_MANY_ELEMENTS, name.text()));
        }
    }

    /** The integers among these fix an extent or the bounds of a loop. */
    void fix(Index form) {
        for (Index.Atom atom : form.atoms()) {
            if (atom instanceof Symbol symbol) {
                scope.find(symbol.name())
                        .filter(binding -> binding.role() == Binding.Role.INTEGER)
                        .ifPresent(binding -> fixing.add(binding.name()));
            }
        }
    }

    /** The integer parameters that fix an extent or the bounds of a loop. */
    Set<String> fixing() {
        return fixing;
    }
}
