package dev.adjc.check;

import dev.adjc.ir.Index;
import dev.adjc.ir.Symbol;
import dev.adjc.syntax.Identifier;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A loop around a statement.
 *
 * @param carried the names that are handed from one round to the next
 * @param collected the names of which each round gives a slab, and that are whole after this loop
 */
record Round(
        Identifier index,
        Optional<Index> from,
        Optional<Index> to,
        Map<String, Binding> carried,
        Map<String, Binding> collected) {

    static Round of(Identifier index, ExpressionCheck.Ends ends) {
        return new Round(index, ends.from(), ends.to(), new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    String name() {
        return index.text();
    }

    Symbol symbol() {
        return Symbol.of(index.text());
    }
}
