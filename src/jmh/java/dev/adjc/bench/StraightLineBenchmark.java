package dev.adjc.bench;

import org.openjdk.jmh.annotations.Param;

/** {@link Functions#STRAIGHT_LINE}. */
public class StraightLineBenchmark extends FunctionBenchmark {
    @Param({"REVERSE", "FORWARD", "HIPPARCHUS"})
    public Way way = Way.REVERSE;

    public StraightLineBenchmark() {
        super(Functions.STRAIGHT_LINE);
    }

    @Override
    Way way() {
        return way;
    }
}
