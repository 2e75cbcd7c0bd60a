package dev.adjc.bench;

import org.openjdk.jmh.annotations.Param;

/** {@link Functions#ROSENBROCK}. */
public class RosenbrockBenchmark extends FunctionBenchmark {
    @Param
    public Way way = Way.REVERSE;

    public RosenbrockBenchmark() {
        super(Functions.ROSENBROCK);
    }

    @Override
    Way way() {
        return way;
    }
}
