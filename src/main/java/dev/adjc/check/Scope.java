package dev.adjc.check;

import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.diagnostic.Nearest;
import dev.adjc.source.Span;
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
    private final Map<String, Hidden> hidden = new HashMap<>();
    private final Set<String> pardoned = new HashSet<>();
    private int suspects;
    private boolean open;
    private boolean damaged;

    /** A name that a loop hides, and why: it is being collected there, or was of use in a round only. */
    private record Hidden(Code code, String loop, Identifier name) {}

    Scope(Functions functions) {
        this.functions = functions;
    }

    void bind(Binding binding) {
        bindings.put(binding.name(), binding);
        hidden.remove(binding.name());
    }

    Optional<Binding> find(String name) {
        return Optional.ofNullable(bindings.get(name));
    }

    /** All names with their meanings, to come back to. */
    Map<String, Binding> snapshot() {
        return new LinkedHashMap<>(bindings);
    }

    /** Gives a name the meaning back that it had, or none. */
    void restore(String name, Optional<Binding> before) {
        if (before.isPresent()) {
            bindings.put(name, before.get());
        } else {
            bindings.remove(name);
        }
    }

    /** From here on the name has no meaning, because it is collected over the rounds of a loop that has not ended. */
    void collect(Identifier name, Identifier loop) {
        hidden.put(name.text(), new Hidden(Code.COLLECTED_READ, loop.text(), name));
    }

    /** From here on the name has no meaning, because the loop in whose body it has one has ended. */
    void leave(Identifier name, Identifier loop) {
        bindings.remove(name.text());
        hidden.put(name.text(), new Hidden(Code.DEFINED_IN_LOOP, loop.text(), name));
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

    /** An index bears a wrong name: what is unknown where an index stands may be the right one. */
    void suspect() {
        suspects++;
    }

    int suspects() {
        return suspects;
    }

    /** The indices that were suspected since there were so many are out of reach. */
    void trust(int before) {
        suspects = before;
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

    /**
     * What to say of a name without a meaning; nothing if it has been said.
     *
     * @param unknown what it is if nothing of that name is known at all
     */
    Optional<Diagnostic> undefined(String text, Span span, Code unknown) {
        boolean misnamed = suspects > 0 && unknown == Code.UNDEFINED_INDEX;
        if (open || misnamed || !pardoned.add(text)) {
            return Optional.empty();
        }
        Optional<Diagnostic> reason = hidden(text, span);
        if (reason.isPresent()) {
            return reason;
        }
        if (later.containsKey(text)) {
            return Optional.of(Diagnostic.at(span, Code.USED_BEFORE_DEFINITION, text)
                    .with(later.get(text).span()));
        }
        Optional<String> similar =
                Optional.ofNullable(FOREIGN.get(text)).or(() -> Nearest.to(text, visible(text, unknown)));
        return Optional.of(
                similar.isEmpty() && functions.knows(text)
                        ? Diagnostic.at(span, Code.FUNCTION_AS_VALUE, text)
                        : Diagnostic.at(span, unknown, text).with(similar));
    }

    /** What to say of a name whose meaning a loop hides. */
    Optional<Diagnostic> hidden(String text, Span span) {
        return Optional.ofNullable(hidden.get(text))
                .map(reason -> Diagnostic.at(span, reason.code(), text, reason.loop())
                        .with(reason.name().span()));
    }

    /** What may have been meant: integers in an index, but for the size beside an index; a constant by no single letter. */
    private List<String> visible(String text, Code unknown) {
        if (unknown == Code.UNDEFINED_INDEX) {
            return bindings.values().stream()
                    .filter(Binding::isInteger)
                    .map(Binding::name)
                    .filter(name -> !name.equalsIgnoreCase(text))
                    .toList();
        }
        List<String> names = new ArrayList<>(bindings.keySet());
        if (text.length() > 1) {
            names.add("pi");
            names.add("inf");
        }
        return names;
    }
}
