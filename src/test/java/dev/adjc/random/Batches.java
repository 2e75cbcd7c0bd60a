package dev.adjc.random;

import dev.adjc.compile.GeneratedFile;
import dev.adjc.harness.Classes;
import dev.adjc.harness.GeneratedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Tries properties on programs drawn at random, many of which are handed to the Java compiler at a time. A program that fails
 * is made smaller first, then shown; of programs that fail alike, one is.
 */
final class Batches<P extends Batches.Drawn> {
    /** So many programs are handed to the Java compiler at a time. */
    private static final int SIZE = 100;

    private final Suite<P> suite;
    private final Set<String> shown = ConcurrentHashMap.newKeySet();

    /** A program that was drawn. */
    interface Drawn {
        /** What drew it. */
        long seed();

        /** Its text, and the points where it is tried. */
        String shown();
    }

    /** What is drawn, and what is tried on it. */
    interface Suite<P> {
        /** The program of a number. */
        P draw(int number);

        /** What is tried on a program, which may depend on the number; its classes lie in this package. */
        Trial trial(P program, int number, String packageName);

        /** A smaller program that fails as well. */
        P shrink(P program, Predicate<P> fails);
    }

    /** What is tried on a program. */
    interface Trial {
        /** Tries what needs no classes. */
        void checkText();

        List<GeneratedFile> files();

        /** Tries the classes of {@link #files}; the text is of the same. */
        void checkClasses(Classes classes, GeneratedText text);
    }

    /** A program whose classes are compiled with those of others. */
    private record Prepared<P>(P program, int number, Trial trial, List<GeneratedFile> files) {
        static String packageName(int number) {
            return "p" + number;
        }

        boolean isIn(String words) {
            return words.contains("/" + packageName(number) + "/");
        }
    }

    private Batches(Suite<P> suite) {
        this.suite = suite;
    }

    /** What fails among so many programs. */
    static <P extends Drawn> List<String> failures(Suite<P> suite, int programs) {
        Batches<P> batches = new Batches<>(suite);
        return IntStream.range(0, (programs + SIZE - 1) / SIZE)
                .parallel()
                .mapToObj(batch -> batches.failures(batch * SIZE, Math.min(programs, (batch + 1) * SIZE)))
                .flatMap(List::stream)
                .toList();
    }

    private List<String> failures(int from, int to) {
        List<String> failures = new ArrayList<>();
        List<Prepared<P>> prepared = new ArrayList<>();
        for (int i = from; i < to; i++) {
            P program = suite.draw(i);
            int number = i;
            attempt(program, failures, tried -> {
                Trial trial = suite.trial(tried, number, Prepared.packageName(number));
                List<GeneratedFile> files = trial.files();
                trial.checkText();
                if (tried == program) {
                    prepared.add(new Prepared<>(program, number, trial, files));
                }
            });
        }
        while (!prepared.isEmpty()) {
            GeneratedText text = new GeneratedText();
            try {
                Classes classes = Classes.compile(
                        prepared.stream().flatMap(each -> each.files().stream()).toList(), text);
                prepared.forEach(each -> classes(each, classes, text, failures));
                break;
            } catch (Classes.Refused refused) {
                String words = String.valueOf(refused.getMessage());
                List<Prepared<P>> named =
                        prepared.stream().filter(each -> each.isIn(words)).toList();
                prepared.removeAll(named);
                named.forEach(each -> attempt(each.program(), failures, tried -> alone(tried, each.number())));
                if (named.isEmpty()) {
                    throw refused;
                }
            }
        }
        return failures;
    }

    private void classes(Prepared<P> prepared, Classes classes, GeneratedText text, List<String> failures) {
        attempt(prepared.program(), failures, tried -> {
            if (tried == prepared.program()) {
                prepared.trial().checkClasses(classes, text);
            } else {
                alone(tried, prepared.number());
            }
        });
    }

    /** What needs the classes, for one program. */
    private void alone(P program, int number) {
        Trial trial = suite.trial(program, number, "alone");
        GeneratedText text = new GeneratedText();
        Classes classes;
        try {
            classes = Classes.compile(trial.files(), text);
        } catch (Classes.Refused refused) {
            throw new Failure("javac takes what is generated", String.valueOf(refused.getMessage()));
        }
        trial.checkClasses(classes, text);
    }

    private void attempt(P program, List<String> failures, Consumer<P> check) {
        try {
            check.accept(program);
        } catch (RuntimeException | Error failure) {
            String property = Failure.property(failure);
            String head = property + ", seed " + program.seed() + ": ";
            if (!shown.add(property)) {
                failures.add(head + "as above\n");
                return;
            }
            P small = suite.shrink(program, candidate -> property.equals(property(candidate, check)));
            String words = failure.toString();
            try {
                check.accept(small);
            } catch (RuntimeException | Error again) {
                words = again.toString();
            }
            failures.add(head + words + "\n" + small.shown() + "\n");
        }
    }

    /** What of this fails; empty if nothing does. */
    private String property(P program, Consumer<P> check) {
        try {
            check.accept(program);
            return "";
        } catch (RuntimeException | Error failure) {
            return Failure.property(failure);
        }
    }
}
