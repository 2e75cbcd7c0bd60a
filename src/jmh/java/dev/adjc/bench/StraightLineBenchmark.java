package dev.adjc.bench;

import java.io.IOException;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** {@link Functions#STRAIGHT_LINE}. */
@OperationsPerInvocation(StraightLineBenchmark.CALLS)
public class StraightLineBenchmark extends FunctionBenchmark {
    static final int CALLS = 4;

    @Param({"FORWARD", "REVERSE", "HIPPARCHUS"})
    public Way way = Way.REVERSE;

    @Setup
    public void prepare() throws IOException {
        prepare(Functions.STRAIGHT_LINE, way, CALLS);
    }
}
