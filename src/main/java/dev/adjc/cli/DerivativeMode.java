package dev.adjc.cli;

import dev.adjc.compile.Mode;

/** The modes, as the command line spells them. */
enum DerivativeMode {
    forward(Mode.FORWARD),
    reverse(Mode.REVERSE);

    private final Mode mode;

    DerivativeMode(Mode mode) {
        this.mode = mode;
    }

    Mode mode() {
        return mode;
    }
}
