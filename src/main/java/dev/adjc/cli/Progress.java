package dev.adjc.cli;

import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Tells a person at a terminal what takes so long: nothing in the first second, then one line that is written over each
 * second and goes when the work is done. Says nothing where nobody watches.
 */
final class Progress implements AutoCloseable {
    private static final long SECOND = 1_000;
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final Console console;
    private final AtomicReference<String> doing = new AtomicReference<>("");
    private final Timer clock = new Timer("progress", true);
    private final long start = System.nanoTime();
    private boolean shown;

    Progress(Console console) {
        this.console = console;
        if (console.terminals().contains(Console.Stream.ERR)) {
            clock.schedule(
                    new TimerTask() {
                        @Override
                        public void run() {
                            show();
                        }
                    },
                    SECOND,
                    SECOND);
        }
    }

    /** What is done from now on. */
    void doing(String what) {
        doing.set(what);
    }

    private synchronized void show() {
        long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
        console.err().print(CLEAR_LINE + doing.get() + " (" + seconds + " s)");
        console.err().flush();
        shown = true;
    }

    @Override
    public void close() {
        clock.cancel();
        clear();
    }

    private synchronized void clear() {
        if (shown) {
            console.err().print(CLEAR_LINE);
            console.err().flush();
            shown = false;
        }
    }
}
