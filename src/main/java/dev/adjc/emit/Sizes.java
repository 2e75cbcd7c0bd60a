package dev.adjc.emit;

import dev.adjc.ir.Axis;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Index;
import dev.adjc.ir.Parameter;
import dev.adjc.ir.Program;
import dev.adjc.ir.Step;
import dev.adjc.ir.Symbol;
import dev.adjc.ir.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The whole numbers that a function's arrays and loops are measured by, with their names: sizes in order of appearance, and
 * integer parameters that fix an extent or the bound of a loop. A class is made once for them.
 */
final class Sizes {
    private final Map<Symbol, String> sizes = new LinkedHashMap<>();
    private final Map<Value, String> integers = new LinkedHashMap<>();

    /** The sizes of a function, whose programs may have further loops; names are taken from the scope. */
    Sizes(Program function, List<Program> programs, Names scope) {
        for (Parameter parameter : function.parameters()) {
            for (Index extent : parameter.value().extents()) {
                for (Index.Atom atom : extent.atoms()) {
                    if (atom instanceof Symbol symbol && !sizes.containsKey(symbol)) {
                        sizes.put(symbol, scope.allocate(symbol.name()));
                    }
                }
            }
        }
        List<Index> measures = new ArrayList<>();
        for (Program program : programs) {
            program.steps().forEach(step -> measure(step, measures));
        }
        function.parameters()
                .forEach(parameter -> measures.addAll(parameter.value().extents()));
        function.outputs().forEach(output -> measure(output.axes(), measures));
        for (Parameter parameter : function.parameters()) {
            Value value = parameter.value();
            boolean fixes = value.rank() == 0
                    && value.type() == Value.Type.INTEGER
                    && measures.stream().anyMatch(measure -> measure.mentions(new Index.Entry(value.read())));
            if (fixes) {
                integers.put(value, scope.allocate(value.name()));
            }
        }
    }

    private static void measure(Step step, List<Index> measures) {
        measure(step.domain().axes(), measures);
        if (step instanceof Definition definition) {
            measures.addAll(definition.value().extents());
        }
    }

    private static void measure(List<Axis> axes, List<Index> measures) {
        for (Axis axis : axes) {
            measures.add(axis.from());
            measures.add(axis.to());
        }
    }

    /** Whether all lengths are literals, so that nothing needs to be made for them. */
    boolean isNone() {
        return sizes.isEmpty() && integers.isEmpty();
    }

    Map<Symbol, String> symbols() {
        return sizes;
    }

    /** The integer parameters that the class is made for. */
    Map<Value, String> integers() {
        return integers;
    }

    /** The names of sizes alone: they count something and so are not negative. */
    List<String> counts() {
        return List.copyOf(sizes.values());
    }

    /** What the names stand for, in order. */
    List<Index> measures() {
        List<Index> measures = new ArrayList<>();
        sizes.keySet().forEach(size -> measures.add(Index.of(size)));
        integers.keySet().forEach(integer -> measures.add(Index.of(new Index.Entry(integer.read()))));
        return measures;
    }

    /** All names, in order. */
    List<String> names() {
        List<String> names = new ArrayList<>(sizes.values());
        names.addAll(integers.values());
        return names;
    }
}
