package dev.adjc.lower;

import dev.adjc.ir.Axis;
import dev.adjc.ir.Domain;
import dev.adjc.ir.Symbol;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Gives indices the symbols that keep them apart from others of their name. */
final class Symbols {
    private final Set<Symbol> sizes = new HashSet<>();
    private final Map<String, Integer> rounds = new HashMap<>();

    /** Takes note of a size, for which no index is to be taken. */
    void size(String name) {
        sizes.add(Symbol.of(name));
    }

    /** For an index within a domain; indices of one name in different statements share a symbol. */
    Symbol of(String name, Domain domain) {
        Set<Symbol> taken = new HashSet<>(sizes);
        domain.axes().stream().map(Axis::symbol).forEach(taken::add);
        Symbol symbol = Symbol.of(name);
        while (taken.contains(symbol)) {
            symbol = new Symbol(name, symbol.instance() + 1);
        }
        return symbol;
    }

    /** For the rounds of a loop: no other loop has it. */
    Symbol ofRounds(String name, Domain domain) {
        Symbol symbol = of(name, domain);
        Symbol own = new Symbol(name, Math.max(symbol.instance(), rounds.getOrDefault(name, 0)));
        while (!own.equals(symbol) && domain.axes().stream().map(Axis::symbol).anyMatch(own::equals)) {
            own = new Symbol(name, own.instance() + 1);
        }
        rounds.put(name, own.instance() + 1);
        return own;
    }
}
