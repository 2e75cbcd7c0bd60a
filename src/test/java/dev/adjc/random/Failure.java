package dev.adjc.random;

import java.util.Arrays;
import java.util.Optional;

/** A property that does not hold. */
final class Failure extends AssertionError {
    private static final long serialVersionUID = 1L;
    private final String property;
    private final String words;

    Failure(String property, String words) {
        super(property + ": " + words);
        this.property = property;
        this.words = words;
    }

    /** The same, with where it was seen. */
    Failure at(String where) {
        return new Failure(property, words + where);
    }

    /** Fails where the property does not hold. */
    static void unless(boolean holds, String property, String words) {
        if (!holds) {
            throw new Failure(property, words);
        }
    }

    /** What failed: the property, or where an exception came from; all generated code is one place. */
    static String property(Throwable failure) {
        if (failure instanceof Failure known) {
            return known.property;
        }
        Optional<StackTraceElement> place = Arrays.stream(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("dev.adjc."))
                .findFirst();
        return failure.getClass().getName() + place.map(frame -> " at " + frame).orElse("");
    }
}
