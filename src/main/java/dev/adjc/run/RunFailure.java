package dev.adjc.run;

import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;

/** A function cannot be evaluated at a point, and it is no fault of adjc. */
public final class RunFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Diagnostic diagnostic;

    private RunFailure(Diagnostic diagnostic) {
        super(diagnostic.message());
        this.diagnostic = diagnostic;
    }

    /** A {@code require} of the program does not hold; the sentence is the program's, with the offending values. */
    static RunFailure refused(String function, String sentence) {
        return new RunFailure(Diagnostic.of(Code.REFUSED, function, sentence));
    }

    /** The Java of an extern function throws. */
    static RunFailure extern(String function, Throwable thrown) {
        return new RunFailure(Diagnostic.of(Code.EXTERN_FAILED, function, String.valueOf(thrown)));
    }

    public Diagnostic diagnostic() {
        return diagnostic;
    }
}
