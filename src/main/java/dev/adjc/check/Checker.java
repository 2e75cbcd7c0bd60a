package dev.adjc.check;

import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.diagnostic.Severity;
import dev.adjc.source.Source;
import dev.adjc.syntax.Declaration;
import dev.adjc.syntax.DeepStack;
import dev.adjc.syntax.Identifier;
import dev.adjc.syntax.Parsed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Checks a file with what it imports.
 *
 * <p>Of an imported file, what is called is checked, and errors in it are reported; warnings are for the file itself, once
 * it can be read without a guess.
 */
public final class Checker {
    private final Calls calls = new Calls();
    private final Shapes shapes = new Shapes();
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private Checker() {}

    public static Checked check(Parsed file, Sources sources) {
        return DeepStack.run(() -> new Checker().run(file, sources));
    }

    private Checked run(Parsed file, Sources sources) {
        Loader loader = new Loader(sources, diagnostics);
        Unit main = loader.load(file);
        Map<Declaration, Functions> home = new IdentityHashMap<>();
        for (Unit unit : loader.all()) {
            Functions functions = new Functions(unit);
            unit.tree().declarations().forEach(declaration -> home.put(declaration, functions));
            duplicates(unit);
            if (unit == main) {
                diagnostics.addAll(functions.hiding());
            }
        }
        Map<Declaration, Signature> signatures = new IdentityHashMap<>();
        Context.Program program = new Context.Program(calls, shapes, signatures);
        Function<Declaration, Functions> homes = declaration -> Objects.requireNonNull(home.get(declaration));
        for (Declaration next : CallOrder.of(main.tree().declarations(), homes)) {
            Context context = new Context(next, homes.apply(next), program);
            diagnostics.addAll(next.accept(new Check(context, signatures)));
        }
        diagnostics.addAll(Recursion.find(main.tree().declarations(), calls));
        if (!file.diagnostics().isEmpty()) {
            diagnostics.removeIf(each -> each.severity() == Severity.WARNING);
        }
        return new Checked(
                file.unit(), calls.callees(), shapes, sorted(file.unit().source()));
    }

    private record Check(Context context, Map<Declaration, Signature> signatures)
            implements Declaration.Visitor<List<Diagnostic>> {
        @Override
        public List<Diagnostic> function(Declaration.Function function) {
            FunctionCheck.Result result = FunctionCheck.of(function, context);
            result.signature().ifPresent(signature -> signatures.put(function, signature));
            return result.diagnostics();
        }

        @Override
        public List<Diagnostic> extern(Declaration.Extern extern) {
            return ExternCheck.of(extern, context);
        }
    }

    private void duplicates(Unit unit) {
        Map<String, Identifier> first = new HashMap<>();
        for (Declaration each : unit.tree().declarations()) {
            Identifier name = each.name();
            Identifier other = first.putIfAbsent(name.text(), name);
            if (other != null) {
                diagnostics.add(Diagnostic.at(name.span(), Code.DUPLICATE_FUNCTION, name.text())
                        .with(other.span()));
            }
        }
    }

    private List<Diagnostic> sorted(Source main) {
        List<Diagnostic> sorted = new ArrayList<>();
        for (Diagnostic each : diagnostics) {
            boolean own = each.span().orElseThrow().source() == main;
            if (own || each.severity() == Severity.ERROR) {
                sorted.add(each);
            }
        }
        Comparator<Diagnostic> order = Comparator.comparing((Diagnostic each) -> source(each) != main)
                .thenComparing(each -> source(each).name())
                .thenComparing(each -> each.span().orElseThrow().start());
        sorted.sort(order);
        return sorted;
    }

    private static Source source(Diagnostic diagnostic) {
        return diagnostic.span().orElseThrow().source();
    }
}
