package dev.adjc.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A way out for text, in UTF-8 whatever the locale, because scripts rely on it. What goes wrong is kept, for a print stream tells
 * nobody: nothing more is written then.
 */
public final class Outlet extends PrintStream {
    private final Queue<IOException> failures;

    public Outlet(OutputStream stream) {
        this(stream, new ConcurrentLinkedQueue<>());
    }

    private Outlet(OutputStream stream, Queue<IOException> failures) {
        super(new BufferedOutputStream(new Recorder(stream, failures)), false, StandardCharsets.UTF_8);
        this.failures = failures;
    }

    /** The first failure, but for a reader that has seen enough and closed its pipe. */
    Optional<IOException> failure() {
        return failures.stream().findFirst().filter(fault -> {
            String words = String.valueOf(fault.getMessage());
            return !words.contains("Broken pipe") && !words.contains("pipe is being closed");
        });
    }

    private static final class Recorder extends OutputStream {
        private final OutputStream stream;
        private final Queue<IOException> failures;

        Recorder(OutputStream stream, Queue<IOException> failures) {
            this.stream = stream;
            this.failures = failures;
        }

        @Override
        public void write(int octet) {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] octets, int from, int length) {
            if (failures.isEmpty()) {
                try {
                    stream.write(octets, from, length);
                } catch (IOException e) {
                    failures.add(e);
                }
            }
        }

        @Override
        public void flush() {
            if (failures.isEmpty()) {
                try {
                    stream.flush();
                } catch (IOException e) {
                    failures.add(e);
                }
            }
        }
    }
}
