package dev.adjc.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjc.operator.Operators;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Properties of all programs, tried on 2,000: {@code -Dadjc.seed=N} draws others, {@code -Dadjc.programs=N} more.
 *
 * <p>A program that fails is made smaller first, then shown.
 */
class RandomProgramsTest {
    private static final long SEED = Long.getLong("adjc.seed", 20260117);
    private static final int PROGRAMS = Integer.getInteger("adjc.programs", 2_000);

    private static final int ELEMENTARY_PROGRAMS = 500;

    /** A few programs are of a size that needs arrays of inputs, or several methods. */
    private static RandomProgram program(int number) {
        return program(number, new TreeMap<>(), new TreeMap<>());
    }

    private static RandomProgram program(
            int number, Map<String, Integer> functions, Map<Construct, Integer> constructs) {
        long seed = (SEED * 1_000_003 + number) * 10;
        for (int attempt = 0; ; attempt++) {
            Map<String, Integer> drawnFunctions = new TreeMap<>();
            Map<Construct, Integer> drawnConstructs = new TreeMap<>();
            RandomProgram program = draw(new ProgramGenerator(seed + attempt, drawnFunctions, drawnConstructs), number);
            if (attempt == 9 || ProgramGenerator.isModerate(program)) {
                drawnFunctions.forEach((name, count) -> functions.merge(name, count, Integer::sum));
                drawnConstructs.forEach((construct, count) -> constructs.merge(construct, count, Integer::sum));
                return program;
            }
        }
    }

    private static RandomProgram draw(ProgramGenerator generator, int number) {
        return switch (number % 400) {
            case 100 -> generator.draw(20, 61 + number / 20);
            case 200 -> generator.draw(500 + number / 4, 4);
            case 300 -> generator.draw(350, 70);
            default -> generator.usual();
        };
    }

    @Test
    void whatIsDrawnCoversTheLanguage() {
        Map<String, Integer> functions = new TreeMap<>();
        Map<Construct, Integer> constructs = new TreeMap<>();
        for (int i = 0; i < PROGRAMS; i++) {
            program(i, functions, constructs);
        }
        List<String> rare = Operators.functionNames().stream()
                .filter(name -> functions.getOrDefault(name, 0) < 20)
                .collect(Collectors.toCollection(ArrayList::new));
        for (Construct construct : Construct.values()) {
            if (constructs.getOrDefault(construct, 0) < 3) {
                rare.add(construct.name());
            }
        }
        assertEquals(List.of(), rare);
    }

    @Test
    void classesAndInterpreterAgreeOnAllThatHolds() {
        ProgramTrial.Tally tally = new ProgramTrial.Tally();
        List<String> failures = Batches.failures(new Scalar(tally), PROGRAMS);
        assertTrue(
                failures.isEmpty(),
                () -> failures.size() + " failures\n"
                        + failures.stream().limit(12).collect(Collectors.joining("\n----\n")));
        String counted = tally.overflows + " of " + tally.ordinary + " points overflow; " + tally.refused + " refused; "
                + tally.specialFinite + " of " + tally.special + " special points compared";
        assertTrue(tally.overflows.get() < 0.05 * tally.ordinary.get(), counted);
        assertTrue(tally.specialFinite.get() > PROGRAMS / 4, counted);
    }

    /** Few programs of the usual kind have none but elementary operations. */
    @Test
    void adjointsOfElementaryProgramsTakeFewOperations() {
        ProgramTrial.Tally tally = new ProgramTrial.Tally();
        for (int i = 0; i < ELEMENTARY_PROGRAMS; i++) {
            new ProgramTrial(new ProgramGenerator(SEED + i).elementary(), i, "", tally).checkCount();
        }
        assertEquals(ELEMENTARY_PROGRAMS, tally.elementary.get());
    }

    private record Scalar(ProgramTrial.Tally tally) implements Batches.Suite<RandomProgram> {
        @Override
        public RandomProgram draw(int number) {
            return program(number);
        }

        @Override
        public Batches.Trial trial(RandomProgram program, int number, String packageName) {
            return new ProgramTrial(program, number, packageName, tally);
        }

        @Override
        public RandomProgram shrink(RandomProgram program, Predicate<RandomProgram> fails) {
            return new ProgramShrinker(program, fails).shrink();
        }
    }
}
