package dev.adjc.harness;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/** A thread with little room for recursion, as a build tool may have. */
public final class SmallStack {
    private SmallStack() {}

    public static <T> T call(Callable<T> task) throws Exception {
        FutureTask<T> future = new FutureTask<>(task);
        new Thread(null, future, "small", 256 << 10).start();
        return future.get();
    }
}
