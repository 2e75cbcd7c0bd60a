package dev.adjc.bench;

/** By what means a function and its gradient are computed. */
public enum Way {
    BY_HAND("by hand"),
    LOOP_BY_HAND("by hand, as a loop over an array"),
    REVERSE("adjc, reverse"),
    FORWARD("adjc, forward"),
    HIPPARCHUS("Hipparchus");

    private final String words;

    Way(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
