package dev.adjc.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A way out for text, in UTF-8 whatever the locale, because scripts rely on it. What goes wrong is kept, for a print stream tells
 * nobody: nothing more is written then.
 */
public final class Outlet extends PrintStream {
    private final AtomicReference<Optional<IOException>> failure;

    public Outlet(OutputStream stream) {
        this(stream, new AtomicReference<>(Optional.empty()));
    }

    private Outlet(OutputStream stream, AtomicReference<Optional<IOException>> failure) {
        super(new BufferedOutputStream(new Recorder(stream, failure)), false, StandardCharsets.UTF_8);
        this.failure = failure;
    }

    /** The first failure, but for a reader that has seen enough and closed its pipe. */
    Optional<IOException> failure() {
        return failure.get().filter(fault -> {
            String words = String.valueOf(fault.getMessage());
            return !words.contains("Broken pipe") && !words.contains("pipe is being closed");
        });
    }

    private static final class Recorder extends OutputStream {
        private final OutputStream stream;
        private final AtomicReference<Optional<IOException>> failure;

        Recorder(OutputStream stream, AtomicReference<Optional<IOException>> failure) {
            this.stream = stream;
            this.failure = failure;
        }

        @Override
        public void write(int octet) {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] octets, int from, int length) {
            if (failure.get().isEmpty()) {
                try {
                    stream.write(octets, from, length);
                } catch (IOException e) {
                    failure.set(Optional.of(e));
                }
            }
        }

        @Override
        public void flush() {
            if (failure.get().isEmpty()) {
                try {
                    stream.flush();
                } catch (IOException e) {
                    failure.set(Optional.of(e));
                }
            }
        }
    }
}
