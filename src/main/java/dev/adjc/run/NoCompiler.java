package dev.adjc.run;

/** There is no Java compiler: Java runs without its development kit. */
public final class NoCompiler extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoCompiler() {
        super("this Java has no compiler: run adjc with a JDK, 17 or newer");
    }
}
