package dev.adjc.cli;

import dev.adjc.diagnostic.Diagnostic;
import java.util.List;

/** A command cannot go on, for a reason that it knows. */
final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final ExitCode code;
    private final String sentence;
    private final transient List<Diagnostic> diagnostics;

    private CommandFailure(ExitCode code, String sentence, List<Diagnostic> diagnostics) {
        super(sentence);
        this.code = code;
        this.sentence = sentence;
        this.diagnostics = diagnostics;
    }

    /** The program or the point is wrong, as these say. */
    static CommandFailure wrong(List<Diagnostic> diagnostics) {
        return new CommandFailure(ExitCode.WRONG, "", diagnostics);
    }

    /** What was asked for cannot be; the sentence says why. */
    static CommandFailure usage(String sentence) {
        return new CommandFailure(ExitCode.USAGE, sentence, List.of());
    }

    /** The machine lacks something. */
    static CommandFailure fault(String sentence) {
        return new CommandFailure(ExitCode.FAULT, sentence, List.of());
    }

    ExitCode code() {
        return code;
    }

    /** What is said where there is no diagnostic. */
    String sentence() {
        return sentence;
    }

    List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
