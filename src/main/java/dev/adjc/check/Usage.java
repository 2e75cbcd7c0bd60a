package dev.adjc.check;

import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.syntax.Identifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Which definitions and parameters of a function something uses, and which parameters an output depends on. */
final class Usage {
    private final List<Binding> parameters = new ArrayList<>();
    private final List<Binding> definitions = new ArrayList<>();
    private final List<Binding> carried = new ArrayList<>();
    private final Set<Binding> used = new HashSet<>();
    private final Map<Binding, List<Binding>> groups = new HashMap<>();
    private final List<Ending> endings = new ArrayList<>();
    private boolean derivativeEnds;

    /** A derivative that ends here, if one flows through any of these. */
    private record Ending(List<Binding> flows, Diagnostic warning) {}

    void parameter(Binding parameter) {
        parameters.add(parameter);
    }

    Binding definition(Identifier name, Optional<Shape> shape, Origin origin) {
        Binding binding = Binding.definition(name.text(), name.span(), shape, origin);
        definitions.add(binding);
        used.addAll(origin.sources());
        return binding;
    }

    /** What a name that a loop defines again is at the start of each round. */
    Binding carried(Binding before) {
        Binding binding = Binding.carried(before);
        carried.add(binding);
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

    /** Warns if a derivative flows through any of these. */
    void derivativeEnds(List<Binding> flows, Diagnostic warning) {
        endings.add(new Ending(List.copyOf(flows), warning));
    }

    /** Something other than a value needs these: a condition that must hold, or a size. */
    void use(List<Binding> bindings) {
        used.addAll(bindings);
    }

    /**
     * What nothing uses, active parameters on which no result depends, results that depend on some by conditions alone, and
     * derivatives that end. Names that begin with {@code _} are left alone.
     */
    List<Diagnostic> warnings(Collection<Binding> results) {
        used.addAll(results);
        useCarried();
        Set<Binding> active = active();
        List<Diagnostic> warnings = new ArrayList<>(endings(active));
        Set<Binding> reaching = reaching(results);
        for (Binding parameter : parameters) {
            if (parameter.name().startsWith("_")) {
                continue;
            }
            if (!used.contains(parameter)) {
                warnings.add(Diagnostic.at(parameter.span(), Code.UNUSED_PARAMETER, parameter.name()));
            } else if (active.contains(parameter) && !reaching.contains(parameter)) {
                warnings.add(Diagnostic.at(parameter.span(), Code.WITHOUT_EFFECT, parameter.name()));
            }
        }
        for (Binding definition : definitions) {
            List<Binding> group = groups.getOrDefault(definition, List.of(definition));
            if (!definition.name().startsWith("_") && group.stream().noneMatch(used::contains)) {
                warnings.add(Diagnostic.at(definition.span(), Code.UNUSED_DEFINITION, definition.name()));
            }
        }
        if (!derivativeEnds) {
            results.stream()
                    .filter(result -> !active.contains(result)
                            && reaching(List.of(result)).stream().anyMatch(active::contains))
                    .forEach(result -> warnings.add(Diagnostic.at(result.span(), Code.ZERO_DERIVATIVE, result.name())));
        }
        return warnings;
    }

    /** Warnings for derivatives that end, of a declaration that has nothing else to warn of. */
    List<Diagnostic> endings() {
        return endings(active());
    }

    private List<Diagnostic> endings(Set<Binding> active) {
        List<Diagnostic> warnings = new ArrayList<>();
        for (Ending ending : endings) {
            if (ending.flows().stream().anyMatch(active::contains)) {
                derivativeEnds = true;
                warnings.add(ending.warning());
            }
        }
        return warnings;
    }

    /** What a loop hands on is used if what it is at the start of a round is; a loop may hand on to another one. */
    private void useCarried() {
        int before;
        do {
            before = used.size();
            carried.stream().filter(used::contains).forEach(each -> used.addAll(each.sources()));
        } while (used.size() > before);
    }

    /** The bindings into which a derivative with respect to some parameter flows. */
    private Set<Binding> active() {
        Map<Binding, List<Binding>> users = new HashMap<>();
        for (List<Binding> bindings : List.of(definitions, carried)) {
            for (Binding binding : bindings) {
                binding.flows()
                        .forEach(source -> users.computeIfAbsent(source, none -> new ArrayList<>())
                                .add(binding));
            }
        }
        List<Binding> active = parameters.stream()
                .filter(parameter -> parameter.role() == Binding.Role.PARAMETER)
                .toList();
        return closure(active, binding -> users.getOrDefault(binding, List.of()));
    }

    private static Set<Binding> reaching(Collection<Binding> results) {
        return closure(results, Binding::sources);
    }

    private static Set<Binding> closure(Collection<Binding> start, Function<Binding, List<Binding>> next) {
        Set<Binding> found = new HashSet<>(start);
        Deque<Binding> open = new ArrayDeque<>(start);
        while (!open.isEmpty()) {
            for (Binding each : next.apply(open.pop())) {
                if (found.add(each)) {
                    open.push(each);
                }
            }
        }
        return found;
    }
}
