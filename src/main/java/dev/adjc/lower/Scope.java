package dev.adjc.lower;

import dev.adjc.ir.Index;
import dev.adjc.ir.Symbol;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What each name of a function stands for at a point of its body; a later definition takes the name over. */
final class Scope {
    private final Map<String, Meaning> names = new HashMap<>();

    /** A scope of its own that begins like this one. */
    Scope copy() {
        Scope copy = new Scope();
        copy.names.putAll(names);
        return copy;
    }

    void put(String name, Meaning meaning) {
        names.put(name, meaning);
    }

    boolean has(String name) {
        return names.containsKey(name);
    }

    Meaning get(String name) {
        Meaning meaning = names.get(name);
        if (meaning == null) {
            throw new IllegalStateException("`" + name + "` was not defined, and passed the checks");
        }
        return meaning;
    }

    /** The integer that the name stands for. */
    Index whole(String name) {
        return ((Meaning.Whole) get(name)).index();
    }

    /** A form in the words of the function, in those of the program. */
    Index actual(Index form) {
        return form.replace(
                atom -> atom instanceof Symbol symbol ? Optional.of(whole(symbol.name())) : Optional.empty());
    }
}
