package dev.adjc.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that show what becomes of something, and are read when they change. */
public final class Approved {
    private static final String SWITCH = "adjc.update";

    private Approved() {}

    /** Whether the files are to be written anew instead of being compared. */
    public static boolean isRewriting() {
        return Boolean.getBoolean(SWITCH);
    }

    /** Holds a text against its file, or writes the file. */
    public static void check(Path file, String text) {
        if (isRewriting()) {
            write(file, text);
        } else {
            assertEquals(read(file), text, () -> mend(file));
        }
    }

    public static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file's text; empty if there is none. */
    public static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What to do about a difference. */
    public static String mend(Path file) {
        return file + " is not up to date; if the change is meant, run the test with -D" + SWITCH
                + "=true and look at the difference";
    }
}
