package dev.adjc.loop;

import dev.adjc.ir.Access;
import dev.adjc.ir.Axis;
import dev.adjc.ir.Combine;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Domain;
import dev.adjc.ir.Guard;
import dev.adjc.ir.Index;
import dev.adjc.ir.Origin;
import dev.adjc.ir.Output;
import dev.adjc.ir.Program;
import dev.adjc.ir.Reads;
import dev.adjc.ir.Step;
import dev.adjc.ir.Value;
import dev.adjc.operator.Operators;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How arrays come to the caller: an output that is an array of the program's own is computed where the caller wants it; any
 * other one is copied there at the end.
 *
 * @param program in which each array output is a value of its own
 * @param outlets these values
 * @param added those among them that are added to what the caller's arrays hold
 */
record Delivery(Program program, Map<Value, Schedule.Outlet> outlets, Set<Value> added) {

    /** The delivery of outputs, of which some kinds are added to; the origin is that of copies. */
    static Delivery of(Program program, Set<Output.Kind> addedKinds, Origin origin) {
        return new Writer(program, addedKinds, origin).write();
    }

    private static final class Writer {
        private final Program program;
        private final Set<Output.Kind> addedKinds;
        private final Origin origin;
        private final Set<Value> read = new HashSet<>();
        private final Map<Value, Set<Combine>> combines = new HashMap<>();
        private final Map<Value, Schedule.Outlet> outlets = new LinkedHashMap<>();
        private final Set<Value> added = new HashSet<>();
        private final List<Step> copies = new ArrayList<>();

        Writer(Program program, Set<Output.Kind> addedKinds, Origin origin) {
            this.program = program;
            this.addedKinds = addedKinds;
            this.origin = origin;
            for (Step step : program.steps()) {
                read.addAll(Reads.of(step));
                for (Guard guard = step.domain().guard(); !guard.isAlways(); guard = guard.outer()) {
                    read.add(guard.condition().value());
                }
                if (step instanceof Definition definition) {
                    combines.computeIfAbsent(definition.value(), none -> new HashSet<>())
                            .add(definition.combine());
                }
            }
        }

        Delivery write() {
            Map<Output.Kind, Integer> counts = new EnumMap<>(Output.Kind.class);
            for (Output output : program.outputs()) {
                int position = counts.merge(output.kind(), 1, Integer::sum) - 1;
                if (!output.axes().isEmpty()) {
                    deliver(output, new Schedule.Outlet(output.kind(), position));
                }
            }
            List<Step> steps = new ArrayList<>();
            for (Step step : program.steps()) {
                steps.add(
                        step instanceof Definition definition && added.contains(definition.value())
                                ? contribution(definition)
                                : step);
            }
            steps.addAll(copies);
            return new Delivery(program.with(steps, program.outputs()), outlets, added);
        }

        private void deliver(Output output, Schedule.Outlet outlet) {
            boolean adds = addedKinds.contains(output.kind());
            if (adds && output.operand().isLiteral(0)) {
                return;
            }
            Value value = output.operand() instanceof Access access && isOwn(access, output, adds)
                    ? access.value()
                    : copy(output, adds);
            outlets.put(value, outlet);
            if (adds) {
                added.add(value);
            }
        }

        /** Whether the program itself gives exactly this array, which nothing but this output needs as it is. */
        private boolean isOwn(Access access, Output output, boolean adds) {
            Set<Combine> given = combines.getOrDefault(access.value(), Set.of());
            boolean whole =
                    access.at().equals(output.axes().stream().map(Axis::place).toList())
                            && access.value()
                                    .extents()
                                    .equals(output.axes().stream().map(Axis::to).toList());
            boolean addable = !read.contains(access.value())
                    && (given.equals(Set.of(Combine.SUM)) || given.equals(Set.of(Combine.SET)));
            return whole
                    && !given.isEmpty()
                    && (!adds || addable)
                    && access.value().type() == Value.Type.REAL
                    && !outlets.containsKey(access.value());
        }

        private Value copy(Output output, boolean adds) {
            List<Index> extents = output.axes().stream().map(Axis::to).toList();
            List<Index> places = output.axes().stream().map(Axis::place).toList();
            Value value = program.values().make(output.name(), Value.Type.REAL, Value.Role.NAMED, extents);
            copies.add(new Definition(
                    value.at(places),
                    new Domain(output.axes(), Guard.ALWAYS),
                    adds ? Combine.SUM : Combine.SET,
                    Operators.COPY,
                    List.of(output.operand()),
                    origin));
            return value;
        }

        private static Definition contribution(Definition definition) {
            return new Definition(
                    definition.target(),
                    definition.domain(),
                    Combine.SUM,
                    definition.operator(),
                    definition.operands(),
                    definition.origin());
        }
    }
}
