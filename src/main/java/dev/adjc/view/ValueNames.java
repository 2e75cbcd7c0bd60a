package dev.adjc.view;

import dev.adjc.ir.Definition;
import dev.adjc.ir.Parameter;
import dev.adjc.ir.Program;
import dev.adjc.ir.Step;
import dev.adjc.ir.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The names under which a trace shows values: the author's, each for one value alone. Where the author defines {@code x} again, it
 * becomes {@code x'}; a part of an expression is {@code t1}, {@code t2}, …
 */
final class ValueNames {
    private final Map<Value, String> names = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /** Names all values of a function. */
    ValueNames(Program function) {
        function.parameters().stream().map(Parameter::value).forEach(this::named);
        for (Step step : function.steps()) {
            if (step instanceof Definition definition && definition.value().role() == Value.Role.NAMED) {
                named(definition.value());
            }
        }
        for (Step step : function.steps()) {
            if (step instanceof Definition definition) {
                numbered(definition);
            }
        }
    }

    /** The value's name; what is not of the function bears the one that it was made with. */
    String of(Value value) {
        return names.getOrDefault(value, value.name());
    }

    private void named(Value value) {
        names.computeIfAbsent(value, unnamed -> {
            StringBuilder name = new StringBuilder(unnamed.name());
            while (!taken.add(name.toString())) {
                name.append('\'');
            }
            return name.toString();
        });
    }

    /** A part of an expression is called after its operator, if anything; what a called function defines, by its name there. */
    private void numbered(Definition definition) {
        names.computeIfAbsent(definition.value(), unnamed -> {
            boolean own = !unnamed.name().equals("t")
                    && !unnamed.name().equals(definition.operator().localName());
            String name = own ? unnamed.name() : "t1";
            for (int number = 2; !taken.add(name); number++) {
                name = (own ? unnamed.name() : "t") + number;
            }
            return name;
        });
    }
}
