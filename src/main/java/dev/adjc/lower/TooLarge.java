package dev.adjc.lower;

import dev.adjc.syntax.Identifier;

/** Thrown for a function that has too many steps once its calls are expanded. */
public final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** So many steps a function may have: ten for each statement of the largest programs that are meant to work. */
    public static final int MOST = 1_000_000;

    private final transient Identifier function;

    TooLarge(Identifier function) {
        super("`" + function.text() + "` has more than " + MOST + " steps");
        this.function = function;
    }

    /** The function's name, where it is declared. */
    public Identifier function() {
        return function;
    }
}
