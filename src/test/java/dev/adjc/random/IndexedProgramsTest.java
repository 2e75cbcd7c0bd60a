package dev.adjc.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjc.compile.GeneratedFile;
import dev.adjc.compile.Mode;
import dev.adjc.harness.Classes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Properties of all programs of arrays, tried on 150: {@code -Dadjc.seed=N} draws others, {@code -Dadjc.programs=N} more.
 *
 * <p>A program that fails is made smaller first, then shown.
 */
class IndexedProgramsTest {
    private static final long SEED = Long.getLong("adjc.seed", 20260119);
    private static final int PROGRAMS = Integer.getInteger("adjc.programs", 150);

    /** So many programs are looked through for what is in them. */
    private static final int DRAWN = 2_000;

    /** So many programs are handed to the Java compiler at a time. */
    private static final int BATCH = 100;

    /** One program in so many is scheduled in the plainest way as well. */
    private static final int PLAIN = 4;

    /** What has been made small and shown already. */
    private final Set<String> shown = ConcurrentHashMap.newKeySet();

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
        List<String> failures = IntStream.range(0, (PROGRAMS + BATCH - 1) / BATCH)
                .parallel()
                .mapToObj(batch -> batch(batch, tally))
                .flatMap(List::stream)
                .toList();
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

    // ---- a batch, and the failures in it

    private List<String> batch(int batch, IndexedTrial.Tally tally) {
        List<String> failures = new ArrayList<>();
        List<IndexedProgram> programs = new ArrayList<>();
        List<IndexedTrial> trials = new ArrayList<>();
        List<GeneratedFile> all = new ArrayList<>();
        for (int i = batch * BATCH; i < Math.min(PROGRAMS, (batch + 1) * BATCH); i++) {
            IndexedProgram program = program(i, new EnumMap<>(IndexedConstruct.class));
            int number = i;
            attempt(program, failures, tried -> {
                IndexedTrial trial = IndexedTrial.of(tried, "p" + number, tally);
                List<GeneratedFile> files = new ArrayList<>(trial.files());
                if (number % PLAIN == 0) {
                    files.addAll(trial.plainFiles());
                }
                if (number % 4 == 1) {
                    trial.checkFormat();
                }
                trial.checkPasses(number % 2 == 0 ? Mode.FORWARD : Mode.REVERSE);
                if (tried == program) {
                    programs.add(program);
                    trials.add(trial);
                    all.addAll(files);
                }
            });
        }
        Optional<Classes> compiled = Optional.empty();
        while (compiled.isEmpty()) {
            try {
                compiled = Optional.of(Classes.compile(all));
            } catch (Classes.Refused refused) {
                String words = String.valueOf(refused.getMessage());
                for (int i = programs.size() - 1; i >= 0; i--) {
                    String place = trials.get(i).packageName();
                    if (words.contains("/" + place + "/")) {
                        attempt(programs.remove(i), failures, IndexedProgramsTest::alone);
                        trials.remove(i);
                        all.removeIf(file -> file.path().startsWith(place + "/"));
                    }
                }
            }
        }
        Classes classes = compiled.get();
        for (int i = 0; i < programs.size(); i++) {
            IndexedProgram program = programs.get(i);
            IndexedTrial trial = trials.get(i);
            attempt(program, failures, tried -> {
                if (tried == program) {
                    trial.checkNumbers(classes);
                } else {
                    alone(tried);
                }
            });
        }
        return failures;
    }

    /** What needs the classes, for one program. */
    private static void alone(IndexedProgram program) {
        IndexedTrial trial = IndexedTrial.of(program, "alone", new IndexedTrial.Tally());
        List<GeneratedFile> files = new ArrayList<>(trial.files());
        files.addAll(trial.plainFiles());
        Classes classes;
        try {
            classes = Classes.compile(files);
        } catch (Classes.Refused refused) {
            throw new Trial.Failure("javac takes what is generated", String.valueOf(refused.getMessage()));
        }
        trial.checkNumbers(classes);
    }

    /** What of this fails. */
    private static Optional<String> failure(IndexedProgram program, Consumer<IndexedProgram> check) {
        try {
            check.accept(program);
            return Optional.empty();
        } catch (RuntimeException | Error failure) {
            return Optional.of(RandomProgramsTest.property(failure));
        }
    }

    private static String points(IndexedProgram program) {
        String numbers = program.main().parameters().stream()
                .map(parameter -> parameter.name() + " = "
                        + parameter.points().stream()
                                .map(grid -> Arrays.toString(grid.numbers()))
                                .toList())
                .collect(Collectors.joining("; "));
        return "at " + program.main().sizes() + "; " + numbers;
    }

    private void attempt(IndexedProgram program, List<String> failures, Consumer<IndexedProgram> check) {
        try {
            check.accept(program);
        } catch (RuntimeException | Error failure) {
            String property = RandomProgramsTest.property(failure);
            if (!shown.add(property)) {
                failures.add(property + ", seed " + program.seed() + ": as above\n");
                return;
            }
            IndexedProgram small = IndexedShrinker.shrink(
                    program,
                    candidate ->
                            failure(candidate, check).filter(property::equals).isPresent());
            String words = failure.toString();
            try {
                check.accept(small);
            } catch (RuntimeException | Error again) {
                words = again.toString();
            }
            failures.add(property + ", seed " + program.seed() + ": " + words + "\n" + small + points(small) + "\n");
        }
    }
}
