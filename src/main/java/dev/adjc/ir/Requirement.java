package dev.adjc.ir;

import java.util.List;

/**
 * What must hold when the program runs.
 *
 * <p>Printed {@code require c : "sigma must be positive"}.
 *
 * @param message what is said where it does not hold
 * @param shown what the condition speaks of, by name, for the message to show
 */
public record Requirement(Domain domain, Operand condition, String message, List<Shown> shown, Origin origin)
        implements Step {

    /** A value that the message shows, and how the program calls it. */
    public record Shown(String name, Operand operand) {}

    public Requirement {
        shown = List.copyOf(shown);
    }

    public Guard guard() {
        return domain.guard();
    }
}
