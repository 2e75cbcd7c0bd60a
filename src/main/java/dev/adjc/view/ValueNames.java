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
import java.util.function.Predicate;

/**
 * The names under which a trace shows values: the author's, each for one value alone. Where the author defines {@code x} again, it
 * becomes {@code x'}; a part of an expression is {@code v1}, {@code v2}, …, as in evaluation traces
 */
final class ValueNames {
    private final Map<Value, String> names = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> next = new HashMap<>();

    /** Names all values of a function that are shown. */
    ValueNames(Program function, Predicate<Value> isShown) {
        function.parameters().stream().map(Parameter::value).forEach(this::named);
        for (Step step : function.steps()) {
            if (step instanceof Definition definition && definition.value().role() == Value.Role.NAMED) {
                named(definition.value());
            }
        }
        for (Step step : function.steps()) {
            if (step instanceof Definition definition && isShown.test(definition.value())) {
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

    /** A part of an expression has a number; what a called function defines, its name there. */
    private void numbered(Definition definition) {
        names.computeIfAbsent(definition.value(), unnamed -> {
            boolean inner = unnamed.role() == Value.Role.INNER;
            String name = inner ? unnamed.name() : "v";
            if (inner && taken.add(name)) {
                return name;
            }
            String stem = Character.isDigit(name.codePointBefore(name.length())) ? name + "_" : name;
            int number = next.getOrDefault(stem, inner ? 2 : 1);
            while (!taken.add(stem + number)) {
                number++;
            }
            next.put(stem, number + 1);
            return stem + number;
        });
    }
}
