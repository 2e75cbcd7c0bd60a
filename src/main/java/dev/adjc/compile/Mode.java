package dev.adjc.compile;

/** The two ways to differentiate; each gives a class of its own, with the same methods. */
public enum Mode {
    /** Tangents, in the order of the program. */
    FORWARD("forward", "Forward"),
    /** Adjoints, against it. */
    REVERSE("reverse", "Reverse");

    private final String word;
    private final String suffix;

    Mode(String word, String suffix) {
        this.word = word;
        this.suffix = suffix;
    }

    /** As the command line spells it. */
    public String word() {
        return word;
    }

    /** What the names of its classes end in. */
    public String suffix() {
        return suffix;
    }
}
