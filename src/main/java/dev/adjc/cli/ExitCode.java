package dev.adjc.cli;

/** How a command ends, for scripts. */
public enum ExitCode {
    SUCCESS(0),
    /** The program or the point is wrong; diagnostics stand on standard error. */
    WRONG(1),
    /** The command line is wrong. */
    USAGE(2),
    /** A file cannot be read or written, or the machine lacks something. */
    FAULT(3),
    /** adjc itself is wrong. */
    INTERNAL(70);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
