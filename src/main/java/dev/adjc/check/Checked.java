package dev.adjc.check;

import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.diagnostic.Severity;
import dev.adjc.syntax.Declaration;
import dev.adjc.syntax.Expression;
import dev.adjc.syntax.SourceUnit;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A file with what its calls call and all that is wrong with it. A tree without errors obeys every rule that needs no sizes:
 * names are defined before they are used, calls have their number of arguments, conditions and numbers stand where they
 * may, and no function calls itself.
 */
public final class Checked {
    private final SourceUnit unit;
    private final Map<Expression.Call, Callee> callees;
    private final Shapes shapes;
    private final Set<Declaration> called = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Diagnostic> diagnostics;

    Checked(SourceUnit unit, Map<Expression.Call, Callee> callees, Shapes shapes, List<Diagnostic> diagnostics) {
        this.shapes = shapes;
        this.unit = unit;
        this.callees = new IdentityHashMap<>(callees);
        this.diagnostics = List.copyOf(diagnostics);
        for (Callee callee : callees.values()) {
            if (callee instanceof Callee.Expanded expanded) {
                called.add(expanded.function());
            }
        }
    }

    public SourceUnit unit() {
        return unit;
    }

    /** The functions that the file itself declares, in its order. */
    public List<Declaration> declarations() {
        return unit.declarations();
    }

    /** What is called, also in functions of imported files; of a tree with errors, not every call is known. */
    public Callee callee(Expression.Call call) {
        Callee callee = callees.get(call);
        if (callee == null) {
            throw new IllegalArgumentException("not a call of this program: " + call.span());
        }
        return callee;
    }

    /** What was found out about sizes. */
    public Shapes shapes() {
        return shapes;
    }

    /** Whether any function of the program calls this one. */
    public boolean isCalled(Declaration.Function function) {
        return called.contains(function);
    }

    /** Syntax errors included, those of the file itself first, each file's in order of their places. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    }
}
