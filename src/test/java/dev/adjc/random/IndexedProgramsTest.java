package dev.adjc.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Properties of all programs of arrays, tried on 2,000: {@code -Dadjc.seed=N} draws others, {@code -Dadjc.programs=N} more.
 *
 * <p>Of each program, the classes of both modes are tried at all points, and each pass on the way to one of the modes. One
 * program in eight is scheduled in the plainest way as well, and one in eight is formatted.
 *
 * <p>A program that fails is made smaller first, then shown.
 */
class IndexedProgramsTest {
    private static final long SEED = Long.getLong("adjc.seed", 20260119);
    private static final int PROGRAMS = Integer.getInteger("adjc.programs", 2_000);

    /** So many programs are looked through for what is in them. */
    private static final int DRAWN = 2_000;

    private static IndexedProgram program(int number, Map<IndexedConstruct, Integer> constructs) {
        return new IndexedGenerator(SEED * 1_000_003 + number, constructs).draw();
    }

    @Test
    void whatIsDrawnCoversIndexNotation() {
        Map<IndexedConstruct, Integer> constructs = new EnumMap<>(IndexedConstruct.class);
        for (int i = 0; i < DRAWN; i++) {
            program(i, constructs);
        }
        List<String> rare = new ArrayList<>();
        for (IndexedConstruct construct : IndexedConstruct.values()) {
            int count = constructs.getOrDefault(construct, 0);
            if (count < 3) {
                rare.add(construct + " " + count);
            }
        }
        assertEquals(List.of(), rare);
    }

    @Test
    void classesAndInterpreterAgreeOnAllThatHolds() {
        IndexedTrial.Tally tally = new IndexedTrial.Tally();
        List<String> failures = Batches.failures(new Indexed(tally), PROGRAMS);
        assertTrue(
                failures.isEmpty(),
                () -> failures.size() + " failures\n"
                        + failures.stream().limit(12).collect(Collectors.joining("\n----\n")));
        String counted = tally.points + " points, " + tally.refused + " refused, " + tally.overflows + " overflow, "
                + tally.whole + " Jacobians; " + tally.slopes + " slopes, " + tally.kinks + " at kinks; " + tally.plain
                + " plain";
        assertTrue(tally.overflows.get() + tally.refused.get() < 0.1 * tally.points.get(), counted);
        assertTrue(tally.kinks.get() < 0.05 * tally.slopes.get(), counted);
        assertTrue(tally.whole.get() > PROGRAMS / 2, counted);
    }

    private record Indexed(IndexedTrial.Tally tally) implements Batches.Suite<IndexedProgram> {
        @Override
        public IndexedProgram draw(int number) {
            return program(number, new EnumMap<>(IndexedConstruct.class));
        }

        @Override
        public Batches.Trial trial(IndexedProgram program, int number, String packageName) {
            return new IndexedTrial(program, number, packageName, tally);
        }

        @Override
        public IndexedProgram shrink(IndexedProgram program, Predicate<IndexedProgram> fails) {
            return new IndexedShrinker(program, fails).shrink();
        }
    }
}
