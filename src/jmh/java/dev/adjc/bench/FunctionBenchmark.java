package dev.adjc.bench;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Value and gradient of a function, computed in one way.
 *
 * <p>Each sample is a batch of calls that takes some tens of microseconds, so that the median is the time of a batch which
 * nothing interrupted, even where other programs keep the machine busy.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
public abstract class FunctionBenchmark {
    private final Functions function;

    @SuppressWarnings("NullAway.Init")
    private Batch batch;

    FunctionBenchmark(Functions function) {
        this.function = function;
    }

    abstract Way way();

    @Setup
    public void prepare() throws IOException {
        batch = function.batch(way());
    }

    @Benchmark
    public double value() {
        return batch.values();
    }

    @Benchmark
    public double gradient() {
        return batch.gradients();
    }
}
