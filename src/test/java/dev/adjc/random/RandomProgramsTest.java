package dev.adjc.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjc.compile.GeneratedFile;
import dev.adjc.harness.Classes;
import dev.adjc.harness.GeneratedText;
import dev.adjc.operator.Operators;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    /** So many programs are handed to the Java compiler at a time. */
    private static final int BATCH = 100;

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
        Trial.Tally tally = new Trial.Tally();
        List<String> failures = IntStream.range(0, (PROGRAMS + BATCH - 1) / BATCH)
                .parallel()
                .mapToObj(batch -> batch(batch, tally))
                .flatMap(List::stream)
                .toList();
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
        Trial.Tally tally = new Trial.Tally();
        for (int i = 0; i < ELEMENTARY_PROGRAMS; i++) {
            Trial.of(new ProgramGenerator(SEED + i).elementary(), "", tally).checkCount();
        }
        assertEquals(ELEMENTARY_PROGRAMS, tally.elementary.get());
    }

    // ---- a batch, and the failures in it

    private static List<String> batch(int batch, Trial.Tally tally) {
        List<String> failures = new ArrayList<>();
        List<RandomProgram> programs = new ArrayList<>();
        List<Trial> trials = new ArrayList<>();
        List<GeneratedFile> all = new ArrayList<>();
        for (int i = batch * BATCH; i < Math.min(PROGRAMS, (batch + 1) * BATCH); i++) {
            RandomProgram program = program(i);
            int number = i;
            attempt(program, failures, tried -> {
                Trial trial = Trial.of(tried, "p" + number, tally);
                List<GeneratedFile> files = trial.files();
                if (number % 3 == 0) {
                    trial.checkFormat("p" + number);
                }
                if (number % 8 == 0) {
                    trial.checkRepetition(files, "p" + number);
                }
                trial.checkCount();
                trial.checkPasses();
                if (tried == program) {
                    programs.add(program);
                    trials.add(trial);
                    all.addAll(files);
                }
            });
        }
        Classes classes;
        GeneratedText text = new GeneratedText();
        try {
            classes = Classes.compile(all, text);
        } catch (Classes.Refused refused) {
            programs.forEach(program -> attempt(program, failures, RandomProgramsTest::compileAlone));
            return failures;
        }
        for (int i = 0; i < programs.size(); i++) {
            RandomProgram program = programs.get(i);
            Trial trial = trials.get(i);
            attempt(program, failures, tried -> {
                if (tried == program) {
                    trial.checkSizes(classes);
                    trial.checkNumbers(classes);
                    trial.checkText(text);
                } else {
                    alone(tried);
                }
            });
        }
        return failures;
    }

    private static void compileAlone(RandomProgram program) {
        List<GeneratedFile> files =
                Trial.of(program, "alone", new Trial.Tally()).files();
        try {
            Classes.compile(files);
        } catch (Classes.Refused refused) {
            throw new Trial.Failure("javac takes what is generated", String.valueOf(refused.getMessage()));
        }
    }

    /** Everything, for one program. */
    private static void alone(RandomProgram program) {
        Trial trial = Trial.of(program, "alone", new Trial.Tally());
        List<GeneratedFile> files = trial.files();
        GeneratedText text = new GeneratedText();
        Classes classes = Classes.compile(files, text);
        trial.checkSizes(classes);
        trial.checkNumbers(classes);
        trial.checkText(text);
    }

    private static void attempt(RandomProgram program, List<String> failures, Consumer<RandomProgram> check) {
        try {
            check.accept(program);
        } catch (RuntimeException | Error failure) {
            String property = property(failure);
            if (failures.stream().anyMatch(known -> known.startsWith(property))) {
                failures.add(property + ", seed " + program.seed() + ": as above\n");
                return;
            }
            RandomProgram small = Shrinker.shrink(program, candidate -> {
                try {
                    check.accept(candidate);
                    return false;
                } catch (RuntimeException | Error again) {
                    return property(again).equals(property);
                }
            });
            String words = failure.toString();
            try {
                check.accept(small);
            } catch (RuntimeException | Error again) {
                words = again.toString();
            }
            failures.add(
                    property + ", seed " + program.seed() + ": " + words + "\n" + small + "at " + points(small) + "\n");
        }
    }

    private static String points(RandomProgram program) {
        return program.main().parameters().stream()
                .map(parameter -> parameter.name() + " = " + parameter.points())
                .collect(Collectors.joining("; "));
    }

    /** What failed: the property, or where an exception came from; all generated code is one place. */
    static String property(Throwable failure) {
        if (failure instanceof Trial.Failure known) {
            return known.property();
        }
        Optional<StackTraceElement> place = Arrays.stream(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("dev.adjc."))
                .findFirst();
        return failure.getClass().getName() + place.map(frame -> " at " + frame).orElse("");
    }
}
