package dev.adjc.build;

import dev.adjc.compile.Mode;
import java.util.List;

/** Which classes are wanted, as the command line and build tools spell it. */
public enum Modes {
    forward(Mode.FORWARD),
    reverse(Mode.REVERSE),
    both(Mode.FORWARD, Mode.REVERSE);

    private final List<Mode> modes;

    Modes(Mode... modes) {
        this.modes = List.of(modes);
    }

    List<Mode> modes() {
        return modes;
    }
}
