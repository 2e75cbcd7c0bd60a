package dev.adjc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder of each test's own, command lines that run there, and what is claimed of them. */
abstract class CommandTest {
    static final String UMBC = "samples/lectures/umbc.ad";

    @TempDir
    Path folder;

    CommandLineFixture adjc;

    @BeforeEach
    final void open() {
        adjc = new CommandLineFixture(folder);
    }

    final void prints(String expected, String... arguments) {
        var outcome = adjc.run(arguments);
        assertEquals("", outcome.err());
        assertEquals(expected, outcome.out());
        assertEquals(0, outcome.code());
    }

    final void refuses(int code, String mentioned, String... arguments) {
        var outcome = adjc.run(arguments);
        assertEquals(code, outcome.code(), outcome.err());
        assertEquals("", outcome.out());
        assertTrue(outcome.err().contains(mentioned), outcome.err());
    }
}
