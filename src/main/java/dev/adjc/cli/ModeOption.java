package dev.adjc.cli;

import dev.adjc.compile.Mode;
import picocli.CommandLine.Option;

/** Which of the two modes is wanted. */
final class ModeOption {

    /** The modes, as the command line spells them. */
    enum Spelled {
        forward(Mode.FORWARD),
        reverse(Mode.REVERSE);

        private final Mode mode;

        Spelled(Mode mode) {
            this.mode = mode;
        }
    }

    @Option(
            names = {"-m", "--mode"},
            paramLabel = "MODE",
            defaultValue = "reverse",
            description = "Which mode, ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
    private Spelled mode = Spelled.reverse;

    Mode mode() {
        return mode.mode;
    }
}
