package dev.adjc.loop;

import dev.adjc.ir.Index;
import dev.adjc.ir.Output;
import dev.adjc.ir.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A program, ready to be written down.
 *
 * @param constants what depends on no input, in order, each reading earlier ones alone
 * @param routines one after another; a single one for all but large programs
 * @param slots the place in the work space of each value that one routine leaves to another
 * @param work how many numbers the slots are
 * @param arrays what lies in an array of the work space, with the extents that are kept
 * @param outlets what lies in an array of the caller's: an output
 * @param results the outputs that are handed over at the end of the last routine; routines of a divided program deliver
 *     the outputs themselves
 */
public record Schedule(
        List<Statement.Assign> constants,
        List<Routine> routines,
        Map<Value, Integer> slots,
        int work,
        Map<Value, List<Index>> arrays,
        Map<Value, Outlet> outlets,
        List<Statement.Deliver> results) {

    /** An output, by its kind and its position among those of the kind. */
    public record Outlet(Output.Kind kind, int position) {}

    /** The schedule of a program without arrays. */
    Schedule(
            List<Statement.Assign> constants,
            List<Routine> routines,
            Map<Value, Integer> slots,
            int work,
            List<Statement.Deliver> results) {
        this(constants, routines, slots, work, Map.of(), Map.of(), results);
    }

    public Schedule {
        constants = List.copyOf(constants);
        routines = List.copyOf(routines);
        slots = Map.copyOf(slots);
        arrays = Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
        outlets = Map.copyOf(outlets);
        results = List.copyOf(results);
    }
}
