package dev.adjc.check;

import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.diagnostic.Nearest;
import dev.adjc.syntax.Expression;
import dev.adjc.syntax.Identifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names that are visible at a place of a function. */
final class Scope {
    /** What other languages, or mathematics, call what is written differently here. */
    private static final Map<String, String> FOREIGN = Map.of(
            "π", "pi",
            "PI", "pi",
            "Pi", "pi",
            "Infinity", "inf",
            "infinity", "inf",
            "INFINITY", "inf",
            "Inf", "inf",
            "e", "exp(1)");

    private final Functions functions;
    private final Map<String, Binding> bindings = new LinkedHashMap<>();
    private final Map<String, Identifier> later = new HashMap<>();
    private final Set<String> pardoned = new HashSet<>();
    private boolean open;
    private boolean damaged;

    Scope(Functions functions) {
        this.functions = functions;
    }

    void bind(Binding binding) {
        bindings.put(binding.name(), binding);
    }

    Optional<Binding> find(String name) {
        return Optional.ofNullable(bindings.get(name));
    }

    /** Notes that the name is defined somewhere in the function. */
    void announce(Identifier name) {
        later.putIfAbsent(name.text(), name);
    }

    /** From here on the name is no mistake even if it has no meaning. */
    void pardon(String name) {
        pardoned.add(name);
    }

    /** From here on no name is a mistake, because some definition could not be understood. */
    void pardonAll() {
        open = true;
    }

    /** Some statement of the function has a mistake of its own: what seems unused may not be. */
    void damage() {
        damaged = true;
    }

    boolean isWhole() {
        return !damaged && !open;
    }

    boolean isPardoned(String name) {
        return open || pardoned.contains(name);
    }

    /** What to say of a name without a meaning; nothing if it has been said. */
    Optional<Diagnostic> undefined(Expression.Name name) {
        String text = name.text();
        if (open || !pardoned.add(text)) {
            return Optional.empty();
        }
        if (later.containsKey(text)) {
            return Optional.of(Diagnostic.at(name.span(), Code.USED_BEFORE_DEFINITION, text)
                    .with(later.get(text).span()));
        }
        Optional<String> similar = Optional.ofNullable(FOREIGN.get(text)).or(() -> Nearest.to(text, visible()));
        return Optional.of(
                similar.isEmpty() && functions.knows(text)
                        ? Diagnostic.at(name.span(), Code.FUNCTION_AS_VALUE, text)
                        : Diagnostic.at(name.span(), Code.UNDEFINED_NAME, text).with(similar));
    }

    private List<String> visible() {
        List<String> names = new ArrayList<>(bindings.keySet());
        names.add("pi");
        names.add("inf");
        return names;
    }
}
