package dev.adjc.loop;

import dev.adjc.ir.Value;
import java.util.List;
import java.util.Map;

/**
 * A program, ready to be written down.
 *
 * @param constants what depends on no input, in order, each reading earlier ones alone
 * @param routines one after another; a single one for all but large programs
 * @param slots the place in the work space of each value that one routine leaves to another
 * @param work how many numbers the work space holds
 * @param results the outputs of a program of one routine, which are handed over at its end; several routines deliver the
 *     outputs themselves
 */
public record Schedule(
        List<Statement.Assign> constants,
        List<Routine> routines,
        Map<Value, Integer> slots,
        int work,
        List<Statement.Deliver> results) {

    public Schedule {
        constants = List.copyOf(constants);
        routines = List.copyOf(routines);
        slots = Map.copyOf(slots);
        results = List.copyOf(results);
    }
}
