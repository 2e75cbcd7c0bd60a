package dev.adjc.bench;

import java.io.IOException;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** {@link Functions#SHARED_TERMS}. */
@OperationsPerInvocation(SharedTermsBenchmark.CALLS)
public class SharedTermsBenchmark extends FunctionBenchmark {
    static final int CALLS = 256;

    @Param
    public Way way = Way.REVERSE;

    @Setup
    public void prepare() throws IOException {
        prepare(Functions.SHARED_TERMS, way, CALLS);
    }
}
