package dev.adjc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdjcTest extends CommandTest {
    static Set<String> commands() {
        Console console = new Console(
                InputStream.nullInputStream(),
                new Outlet(OutputStream.nullOutputStream()),
                new Outlet(OutputStream.nullOutputStream()),
                Map.of(),
                Set.of(),
                files -> {
                    throw new AssertionError("nothing was to be watched");
                });
        return Adjc.commandLine(console).getSubcommands().keySet();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasHelpWithAnExample(String command) throws IOException {
        var outcome = adjc.run(command, "--help");
        assertEquals(0, outcome.code());
        assertEquals("", outcome.err());
        assertTrue(outcome.out().contains("Usage: adjc " + command), outcome.out());
        assertTrue(outcome.out().contains("Example:"), outcome.out());
        assertTrue(adjc.run("--help").out().contains("\n  " + command + " "));
        String page = Files.readString(Path.of("docs/command-line.md"));
        assertTrue(page.contains("<!-- generated: help " + command + " -->"), "docs/command-line.md lacks " + command);
    }

    @Test
    void helpBeforeACommandIsItsHelp() {
        assertEquals(adjc.run("eval", "--help").out(), adjc.run("help", "eval").out());
        assertEquals(adjc.run("--help").out(), adjc.run("help").out());
    }

    @Test
    void examplesOfTheHelpWork() {
        for (String command : new String[] {"eval", "check", "trace", "ir", "explain"}) {
            String help = adjc.run(command, "--help").out();
            String example = help.substring(help.indexOf("Example:") + "Example:".length())
                    .strip();
            String[] words = example.split("\\s+");
            var outcome = adjc.run(java.util.Arrays.copyOfRange(words, 1, words.length));
            assertEquals(0, outcome.code(), example + outcome.err());
            assertFalse(outcome.out().isEmpty());
        }
    }

    @Test
    void versionIsThatOfTheBuild() {
        assertTrue(adjc.run("--version").out().matches("adjc \\d+\\.\\d+\\.\\d+\\S*\\R"));
    }

    @Test
    void unknownCommandIsAWrongCommandLineWithAHint() {
        var outcome = adjc.run("compil");
        assertEquals(2, outcome.code());
        assertTrue(outcome.err().contains("compile"), outcome.err());
        assertEquals(2, adjc.run().code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"forward", "reverse"})
    void irOfArraysIsWhatTheClassRuns(String mode) {
        String number = adjc.file("number.ad", "function f(x[n], a) -> y { y = sum[i](log(a * x[i])); }");
        String array = adjc.file("array.ad", "function f(x[n], a) -> y[n] { y[i] = log(a * x[i]); }");
        for (String want : List.of("jvp", "vjp", "gradient")) {
            assertEquals(
                    0, adjc.run("ir", number, "--mode", mode, "--want", want).code(), want);
        }
        assertEquals(0, adjc.run("ir", number, "--mode", mode).code());
        assertEquals(
                2, adjc.run("ir", array, "--mode", mode, "--want", "gradient").code());
        String derived = adjc.run("ir", array, "--mode", mode).out();
        assertTrue(derived.contains(mode.equals("forward") ? "x_dot[n]" : "y_bar[n]"), derived);
    }

    @Test
    void irPrintsAnyStageAndListsTheStagesIfThereIsNoSuch() {
        String lowered = adjc.run("ir", UMBC, "--after", "lower").out();
        assertTrue(lowered.startsWith("program umbc(x1, x2, const a) -> y\n"), lowered);
        assertTrue(adjc.run("ir", UMBC, "--mode", "forward").out().contains("-> y, x1_bar, x2_bar"));
        for (String stage : dev.adjc.compile.Pipeline.stages()) {
            var outcome = adjc.run("ir", UMBC, "--after", stage);
            assertEquals(0, outcome.code(), outcome.err());
            assertTrue(outcome.out().startsWith("program umbc"), outcome.out());
        }
        var unknown = adjc.run("ir", UMBC, "--after", "shave");
        assertEquals(2, unknown.code());
        assertTrue(unknown.err().contains("did you mean share?"), unknown.err());
        assertTrue(unknown.err().contains("derived-prune"), unknown.err());
    }

    @Test
    void explainPrintsThePageInAnyCase() {
        String page = adjc.run("explain", "e0201").out();
        assertTrue(page.startsWith("E0201: "), page);
        assertFalse(page.contains("```"), page);
        var unknown = adjc.run("explain", "E0291");
        assertEquals(2, unknown.code());
        assertTrue(unknown.err().contains("did you mean E0201?"), unknown.err());
    }

    @Test
    void samplesAreLaidOutAsFmtDoes() {
        var outcome = adjc.run("fmt", "--check", "samples");
        assertEquals("", outcome.out());
        assertEquals(0, outcome.code());
    }

    @Test
    void fmtRewritesInPlaceAndThenHasNothingToDo() throws IOException {
        String file = adjc.file("f.ad", "function f(x)->y{y=x^2;}");
        var checked = adjc.run("fmt", "--check", file);
        assertEquals(1, checked.code());
        assertEquals(file + "\n", checked.out());
        assertEquals("function f(x)->y{y=x^2;}", Files.readString(Path.of(file)));
        assertEquals(0, adjc.run("fmt", file).code());
        assertEquals("function f(x) -> y {\n  y = x^2;\n}\n", Files.readString(Path.of(file)));
        assertEquals(0, adjc.run("fmt", "--check", file).code());
    }

    @Test
    void fmtLeavesAllFilesAsTheyAreIfOneIsWrong() throws IOException {
        String file = adjc.file("src/a.ad", "function f(x)->y{y=x^2;}");
        adjc.file("src/b.ad", "function f(x)->y{y=;}");
        assertEquals(1, adjc.run("fmt", adjc.path("src")).code());
        assertEquals("function f(x)->y{y=x^2;}", Files.readString(Path.of(file)));
    }

    @ParameterizedTest
    @CsvSource({
        "c, compile check completion",
        "eval --want g, gradient",
        "ir --after derive, derive derived-fold derived-identities derived-share derived-prune",
        "trace --mode f, forward",
        "explain E08, E0801 E0802",
        "fmt --c, --check",
        "init --p, --package"
    })
    void bashCompletesCommandsOptionsAndValues(String typed, String completions) throws Exception {
        String script = adjc.file("completion.bash", adjc.run("completion").out());
        String ask = "source " + script + "; COMP_WORDS=(adjc " + typed + "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); "
                + "_complete_adjc; echo ${COMPREPLY[@]}";
        Process bash = new ProcessBuilder("bash", "-c", ask)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertEquals(completions, new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
    }

    /** Brings about a fault of adjc where standard input is read. */
    private static final class Failing extends InputStream {
        private final IntSupplier fault;

        Failing(IntSupplier fault) {
            this.fault = fault;
        }

        @Override
        public int read() {
            return fault.getAsInt();
        }

        @Override
        public int read(byte[] octets, int from, int length) {
            return fault.getAsInt();
        }
    }

    private int run(InputStream in, OutputStream out, OutputStream err, String... arguments) {
        Changes none = files -> {
            throw new AssertionError("nothing was to be watched");
        };
        return Adjc.run(new Console(in, new Outlet(out), new Outlet(err), Map.of(), Set.of(), none), arguments);
    }

    @Test
    void fullDiskIsAFaultAndAClosedPipeIsNone() {
        for (String reason : new String[] {"No space left on device", "Broken pipe"}) {
            OutputStream failing = new OutputStream() {
                @Override
                public void write(int octet) throws IOException {
                    throw new IOException(reason);
                }
            };
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            int code = run(InputStream.nullInputStream(), failing, err, "ir", UMBC);
            boolean pipe = reason.equals("Broken pipe");
            assertEquals(pipe ? 0 : 3, code);
            assertEquals(
                    pipe ? 0 : 1, err.toString(StandardCharsets.UTF_8).lines().count());
        }
    }

    @Test
    void faultOfAdjcIsOneLineThatAsksForAReport() {
        InputStream broken = new Failing(() -> {
            throw new IllegalStateException("two\nlines");
        });
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = run(broken, OutputStream.nullOutputStream(), err, "eval", UMBC, "--at", "-");
        assertEquals(70, code);
        String told = err.toString(StandardCharsets.UTF_8);
        assertEquals(1, told.lines().count(), told);
        assertTrue(told.contains("report"), told);
    }

    @Test
    void noMemoryAndNoStackAreToldLikeAnyOtherFault() {
        for (Error error : new Error[] {new OutOfMemoryError("heap"), new StackOverflowError()}) {
            InputStream broken = new Failing(() -> {
                throw error;
            });
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            int code = run(broken, OutputStream.nullOutputStream(), err, "eval", UMBC, "--at", "-");
            assertEquals(70, code);
            assertEquals(1, err.toString(StandardCharsets.UTF_8).lines().count());
        }
    }

    @Test
    void pointThatIsNotUtf8IsRefused() {
        byte[] latin = "{\"é\": 1}".getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code =
                run(new ByteArrayInputStream(latin), OutputStream.nullOutputStream(), err, "eval", UMBC, "--at", "-");
        assertEquals(1, code);
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("UTF-8"));
    }
}
