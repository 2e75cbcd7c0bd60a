package dev.adjc.check;

import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.diagnostic.Nearest;
import dev.adjc.operator.Operator;
import dev.adjc.operator.Operators;
import dev.adjc.syntax.Declaration;
import dev.adjc.syntax.Identifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The functions that a file can call: its own, then those of the user's imports, then those of the library's, then the
 * built-in ones. Whatever comes first hides the rest.
 */
final class Functions {
    /** What other languages call a built-in function. */
    private static final Map<String, String> FOREIGN = Map.ofEntries(
            Map.entry("ln", "log"),
            Map.entry("lg", "log10"),
            Map.entry("arcsin", "asin"),
            Map.entry("arccos", "acos"),
            Map.entry("arctan", "atan"),
            Map.entry("arctan2", "atan2"),
            Map.entry("arsinh", "asinh"),
            Map.entry("arcosh", "acosh"),
            Map.entry("artanh", "atanh"),
            Map.entry("fabs", "abs"),
            Map.entry("sgn", "sign"),
            Map.entry("signum", "sign"),
            Map.entry("power", "pow"),
            Map.entry("ceiling", "ceil"),
            Map.entry("rint", "round"),
            Map.entry("fmin", "min"),
            Map.entry("fmax", "max"),
            Map.entry("fmod", "mod"),
            Map.entry("gammaln", "lgamma"),
            Map.entry("psi", "digamma"),
            Map.entry("logistic", "sigmoid"),
            Map.entry("expit", "sigmoid"),
            Map.entry("detach", "stop_gradient"),
            Map.entry("heaviside", "step"));

    private final Unit unit;
    private final Map<String, Operator> builtIn = new LinkedHashMap<>();
    private final Map<String, Resolution> resolved = new HashMap<>();
    private final Set<String> reported = new HashSet<>();

    Functions(Unit unit) {
        this.unit = unit;
        for (String name : Operators.functionNames()) {
            Operators.function(name).ifPresent(operator -> builtIn.put(name, operator));
        }
    }

    /** What a name before brackets stands for. */
    sealed interface Resolution {}

    record Declared(Declaration declaration) implements Resolution {}

    record Row(Operator operator) implements Resolution {}

    /** Nothing that can be called: a mistake, unless it is the consequence of another one or has been reported. */
    record Unknown(Optional<Diagnostic> mistake) implements Resolution {}

    Resolution resolve(Identifier name) {
        Resolution known = resolved.get(name.text());
        if (known != null) {
            return known;
        }
        Resolution resolution = search(name);
        if (!(resolution instanceof Unknown)) {
            resolved.put(name.text(), resolution);
        }
        return resolution;
    }

    private Resolution search(Identifier name) {
        String text = name.text();
        Optional<Declaration> declared = declared(text);
        if (declared.isPresent()) {
            return new Declared(declared.get());
        }
        if (unit.hasUnreadable(text)) {
            return new Unknown(Optional.empty());
        }
        List<Unit.Imported> imports = imports(text);
        if (imports.size() > 1) {
            return new Unknown(ambiguous(name, imports));
        }
        Operator operator = builtIn.get(text);
        return operator == null ? new Unknown(unknown(name)) : new Row(operator);
    }

    /** The declaration that a call of this name calls, if it calls one. */
    Optional<Declaration> declared(String name) {
        if (unit.function(name).isPresent() || unit.hasUnreadable(name)) {
            return unit.function(name);
        }
        List<Unit.Imported> imports = imports(name);
        return imports.size() == 1 ? imports.get(0).unit().function(name) : Optional.empty();
    }

    /** The imports that have a function of that name: the user's, or if there are none the library's. */
    private List<Unit.Imported> imports(String name) {
        List<Unit.Imported> imports = unit.importsWith(name, false);
        return imports.isEmpty() ? unit.importsWith(name, true) : imports;
    }

    private Optional<Diagnostic> ambiguous(Identifier name, List<Unit.Imported> imports) {
        return reported.add(name.text())
                ? Optional.of(Diagnostic.at(
                        name.span(), Code.AMBIGUOUS_FUNCTION, name.text(), path(imports.get(0)), path(imports.get(1))))
                : Optional.empty();
    }

    private Optional<Diagnostic> unknown(Identifier name) {
        if (unit.damaged() || !reported.add(name.text())) {
            return Optional.empty();
        }
        Optional<String> library = Library.pathOf(name.text());
        return Optional.of(
                library.isPresent()
                        ? Diagnostic.at(name.span(), Code.FUNCTION_NOT_IMPORTED, name.text(), library.get())
                        : Diagnostic.at(name.span(), Code.UNDEFINED_FUNCTION, name.text())
                                .with(similar(name.text())));
    }

    private Optional<String> similar(String name) {
        List<String> candidates = new ArrayList<>(unit.names());
        candidates.addAll(builtIn.keySet());
        return Optional.ofNullable(FOREIGN.get(name)).or(() -> Nearest.to(name, candidates));
    }

    /** Whether a call of that name could mean something. */
    boolean knows(String name) {
        return builtIn.containsKey(name) || unit.names().contains(name);
    }

    private static String path(Unit.Imported imported) {
        return imported.at().path().text();
    }

    /** Warnings for what the file's own functions and the user's imports hide. */
    List<Diagnostic> hiding() {
        List<Diagnostic> warnings = new ArrayList<>();
        for (Declaration own : unit.functions().values()) {
            String name = own.name().text();
            hiddenBy(name, true)
                    .ifPresent(hidden ->
                            warnings.add(Diagnostic.at(own.name().span(), Code.HIDDEN_FUNCTION, name, hidden)));
        }
        for (Unit.Imported each : unit.imports()) {
            for (String name :
                    each.library() ? List.<String>of() : each.unit().functions().keySet()) {
                hiddenBy(name, false)
                        .filter(hidden -> unit.function(name).isEmpty())
                        .ifPresent(hidden -> warnings.add(
                                Diagnostic.at(each.at().path().span(), Code.HIDDEN_FUNCTION, name, hidden)));
            }
        }
        return warnings;
    }

    private Optional<String> hiddenBy(String name, boolean own) {
        List<Unit.Imported> hidden = new ArrayList<>(own ? unit.importsWith(name, false) : List.of());
        hidden.addAll(unit.importsWith(name, true));
        if (!hidden.isEmpty()) {
            return Optional.of("function of `" + path(hidden.get(0)) + "`");
        }
        return builtIn.containsKey(name) ? Optional.of("built-in function") : Optional.empty();
    }
}
