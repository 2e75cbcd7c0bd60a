package dev.adjc.syntax;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Runs a task where recursion to the depth that the language permits has room.
 *
 * <p>A program may have 1,000 brackets inside one another; each costs a dozen frames in the parser and some in every walk
 * over the tree, and a main thread's stack may be as small as half a mebibyte.
 */
public final class DeepStack {
    /** Reserved, not used: only what the recursion touches becomes memory. */
    private static final long BYTES = 256L << 20;

    private DeepStack() {}

    /** The task's result, or its exception; computed in a thread of its own unless the present one already is deep. */
    public static <T> T run(Supplier<T> task) {
        if (Thread.currentThread() instanceof DeepThread) {
            return task.get();
        }
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new DeepThread(() -> {
            try {
                result.complete(task.get());
            } catch (RuntimeException | Error failure) {
                result.completeExceptionally(failure);
            }
        });
        thread.start();
        try {
            return result.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (failure.getCause() instanceof Error cause) {
                throw cause;
            }
            throw failure;
        }
    }

    private static final class DeepThread extends Thread {
        DeepThread(Runnable task) {
            super(null, task, "adjc", BYTES);
            setDaemon(true);
        }
    }
}
