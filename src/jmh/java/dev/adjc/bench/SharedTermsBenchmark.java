package dev.adjc.bench;

import org.openjdk.jmh.annotations.Param;

/** {@link Functions#SHARED_TERMS}. */
public class SharedTermsBenchmark extends FunctionBenchmark {
    @Param({"BY_HAND", "REVERSE", "FORWARD", "HIPPARCHUS"})
    public Way way = Way.REVERSE;

    public SharedTermsBenchmark() {
        super(Functions.SHARED_TERMS);
    }

    @Override
    Way way() {
        return way;
    }
}
