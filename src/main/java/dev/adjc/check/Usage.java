package dev.adjc.check;

import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.syntax.Declaration;
import dev.adjc.syntax.Identifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which definitions and parameters of a function something uses, and which parameters an output depends on. */
final class Usage {
    private final List<Binding> bindings = new ArrayList<>();
    private final List<Declaration.Parameter> parameters = new ArrayList<>();
    private final Set<Binding> used = new HashSet<>();
    private final Map<Binding, List<Binding>> groups = new HashMap<>();
    private boolean derivativeEnds;

    /** A parameter, with the binding that it begins with. */
    Binding parameter(Declaration.Parameter parameter) {
        Binding.Role role =
                parameter.kind() == Declaration.Parameter.Kind.INT ? Binding.Role.INTEGER : Binding.Role.PARAMETER;
        boolean active = parameter.kind() == Declaration.Parameter.Kind.REAL;
        Binding binding = new Binding(parameter.name().text(), parameter.name().span(), role, List.of(), active);
        bindings.add(binding);
        parameters.add(parameter);
        return binding;
    }

    Binding definition(Identifier name, ExpressionCheck.Origin origin) {
        Binding binding =
                new Binding(name.text(), name.span(), Binding.Role.DEFINITION, origin.sources(), origin.active());
        bindings.add(binding);
        used.addAll(origin.sources());
        return binding;
    }

    /** Of several outputs of one call, those that nothing uses must have names all the same. */
    void together(List<Binding> outputs) {
        outputs.forEach(output -> groups.put(output, outputs));
    }

    /** That an output has no derivative is then known to the author. */
    void derivativeEnds() {
        derivativeEnds = true;
    }

    void requirement(ExpressionCheck.Origin origin) {
        used.addAll(origin.sources());
    }

    /**
     * What nothing uses, active parameters on which no result depends, and results that depend on some by conditions alone.
     * Names that begin with {@code _} are left alone.
     */
    List<Diagnostic> warnings(Collection<Binding> results) {
        used.addAll(results);
        Set<Binding> reaching = reaching(results);
        List<Diagnostic> warnings = new ArrayList<>();
        for (int i = 0; i < bindings.size(); i++) {
            Binding binding = bindings.get(i);
            boolean isParameter = i < parameters.size();
            if (binding.name().startsWith("_")) {
                continue;
            }
            if (groups.getOrDefault(binding, List.of(binding)).stream().noneMatch(used::contains)) {
                warnings.add(Diagnostic.at(
                        binding.span(), isParameter ? Code.UNUSED_PARAMETER : Code.UNUSED_DEFINITION, binding.name()));
            } else if (isParameter && binding.active() && !reaching.contains(binding)) {
                warnings.add(Diagnostic.at(binding.span(), Code.WITHOUT_EFFECT, binding.name()));
            }
        }
        if (!derivativeEnds) {
            results.stream()
                    .filter(result -> !result.active()
                            && reaching(List.of(result)).stream().anyMatch(Binding::active))
                    .forEach(result -> warnings.add(Diagnostic.at(result.span(), Code.ZERO_DERIVATIVE, result.name())));
        }
        return warnings;
    }

    private static Set<Binding> reaching(Collection<Binding> results) {
        Set<Binding> reaching = new HashSet<>(results);
        Deque<Binding> open = new ArrayDeque<>(results);
        while (!open.isEmpty()) {
            for (Binding source : open.pop().sources()) {
                if (reaching.add(source)) {
                    open.push(source);
                }
            }
        }
        return reaching;
    }
}
