package dev.adjc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjc.check.Sources;
import dev.adjc.cli.CommandLineFixture;
import dev.adjc.compile.Compilation;
import dev.adjc.compile.CompiledFunction;
import dev.adjc.compile.Compiler;
import dev.adjc.compile.Mode;
import dev.adjc.compile.Options;
import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.diagnostic.Style;
import dev.adjc.diagnostic.TextReport;
import dev.adjc.harness.Approved;
import dev.adjc.syntax.Decoded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each code has a page and an example, a program or a command, that produces exactly it. The reports beside the examples are rewritten with {@code
 * -Dadjc.update=true}, to be read in review.
 */
class EveryCodeTest {
    private static final Path EXAMPLES = Path.of("src/test/errors");
    private static final Path PAGES = Path.of("src/main/resources/adjc/explain");
    private static final Pattern HEAD = Pattern.compile("^[a-z]+\\[([A-Z]\\d+)]", Pattern.MULTILINE);
    private static final Pattern FENCE = Pattern.compile("```ad\n(.*?)```", Pattern.DOTALL);

    private static final Sources BESIDE_THE_EXAMPLES = path -> read(EXAMPLES.resolve(path.replace('.', '/') + ".ad"));

    /** What a page cannot show. */
    private static final Set<Code> UNSHOWN = Set.of(
            // a page is text, and holds no byte that is none
            Code.NOT_UTF_8,
            // a thousand brackets
            Code.TOO_DEEP,
            // more than fits in a line
            Code.TOO_LONG,
            // a chain of functions that fills a page
            Code.TOO_LARGE);

    @TempDir
    private Path folder;

    @Test
    void everyCodeHasAPageWithItsTitle() throws IOException {
        List<String> faults = new ArrayList<>();
        for (Code code : Code.values()) {
            Path page = PAGES.resolve(code.label() + ".md");
            String start = "# " + code.label() + ": ";
            if (!Files.exists(page) || !Files.readString(page).startsWith(start)) {
                faults.add("write " + page + ", beginning with `" + start + "`");
            }
        }
        assertNone(faults);
    }

    @Test
    void everyPageAndEveryExampleIsOfACode() throws IOException {
        Set<String> labels = Arrays.stream(Code.values()).map(Code::label).collect(Collectors.toSet());
        List<String> faults = new ArrayList<>();
        for (Path page : files(PAGES, "")) {
            if (!labels.contains(page.getFileName().toString().replace(".md", ""))) {
                faults.add("remove " + page + ": there is no such code");
            }
        }
        for (Path example : files(EXAMPLES, "")) {
            if (!labels.contains(label(example))) {
                faults.add("remove " + example + ": there is no such code");
            }
            String stem = example.toString().replaceFirst("\\.[a-z]+$", "");
            if (!Files.exists(Path.of(stem + ".ad")) && !Files.exists(Path.of(stem + ".run"))) {
                faults.add("remove " + example + ": there is no program or command of that name");
            }
        }
        assertNone(faults);
    }

    @Test
    void everyCodeHasAnExampleThatGivesItAlone() throws IOException {
        Set<String> shown = new TreeSet<>();
        List<String> faults = new ArrayList<>();
        for (Path example : examples()) {
            Set<String> codes = codesIn(report(example));
            shown.add(label(example));
            if (!codes.equals(Set.of(label(example)))) {
                faults.add(example + " gives " + codes);
            }
        }
        for (Code code : Code.values()) {
            if (!shown.contains(code.label())) {
                faults.add("write " + EXAMPLES.resolve(code.label() + "-….ad") + ", or a command, ….run");
            }
        }
        assertNone(faults);
    }

    @Test
    void everyExampleGivesTheReportBesideIt() throws IOException {
        for (Path example : examples()) {
            Path report = Path.of(example.toString().replaceFirst("\\.[a-z]+$", ".txt"));
            String actual = report(example);
            if (Approved.isRewriting()) {
                Files.writeString(report, actual);
            }
            assertTrue(Files.exists(report), () -> "write " + report + ", or run with -Dadjc.update=true");
            assertEquals(Files.readString(report), actual, () -> report + " differs; see the comment of this test");
        }
    }

    @Test
    void everyPageShowsAWrongProgramAndItsMend() throws IOException {
        List<String> faults = new ArrayList<>();
        for (Code code : Code.values()) {
            Path page = PAGES.resolve(code.label() + ".md");
            List<String> programs = FENCE.matcher(Files.readString(page))
                    .results()
                    .map(result -> result.group(1))
                    .collect(Collectors.toList());
            if (programs.size() == 2) {
                expect(Set.of(code.label()), compile(page(programs.get(0))).diagnostics(), page, faults);
                Compilation mended = compile(page(programs.get(1)));
                expect(Set.of(), mended.diagnostics(), page, faults);
                mended.functions().forEach(EveryCodeTest::generate);
            } else if (!UNSHOWN.contains(code) && isOfAProgram(code)) {
                faults.add(page + " has " + programs.size() + " programs, not a wrong one and a right one");
            }
        }
        assertNone(faults);
    }

    private static void expect(Set<String> codes, List<Diagnostic> diagnostics, Path page, List<String> faults) {
        Set<String> actual = codes(diagnostics);
        if (!actual.equals(codes)) {
            faults.add(page + ": " + actual + " in place of " + codes);
        }
    }

    private static Decoded page(String program) {
        return Decoded.of("page.ad", program.getBytes(StandardCharsets.UTF_8));
    }

    private static Compilation compile(Decoded file) {
        return Compiler.compile(file, BESIDE_THE_EXAMPLES, Options.DEFAULT);
    }

    private static void generate(CompiledFunction function) {
        for (Mode mode : Mode.values()) {
            assertFalse(function.generate(mode).text().isEmpty());
        }
    }

    /** Whether a program alone shows the mistake; others are of a point or of the file system. */
    private static boolean isOfAProgram(Code code) throws IOException {
        return files(EXAMPLES, ".ad").stream()
                .anyMatch(example -> label(example).equals(code.label()));
    }

    private static List<Path> examples() throws IOException {
        List<Path> examples = new ArrayList<>(files(EXAMPLES, ".ad"));
        examples.addAll(files(EXAMPLES, ".run"));
        return examples;
    }

    /** What the compiler says of an example. */
    private String report(Path example) throws IOException {
        if (example.toString().endsWith(".run")) {
            return run(Files.readString(example));
        }
        Decoded file = Decoded.of(name(example), Files.readAllBytes(example));
        return new TextReport(Style.PLAIN).of(compile(file).diagnostics());
    }

    /**
     * What adjc says on standard error. The first line is the command, in whose words {@code FOLDER} is that of the example; then
     * come files of that folder, each behind a line with its name, {@code == name}.
     */
    private String run(String example) throws IOException {
        String[] parts = example.split("\n== ");
        for (int i = 1; i < parts.length; i++) {
            String[] file = parts[i].split("\n", 2);
            Path place = folder.resolve(file[0]);
            Files.createDirectories(place.getParent());
            Files.writeString(place, file[1].stripTrailing() + "\n");
        }
        String[] words = parts[0].strip().split(" ");
        String[] arguments = Arrays.stream(words)
                .skip(1)
                .map(word -> word.replace("FOLDER", folder.toString()))
                .toArray(String[]::new);
        return new CommandLineFixture(folder).run(arguments).err().replace(folder.toString(), "FOLDER");
    }

    private static Set<String> codesIn(String report) {
        return HEAD.matcher(report).results().map(head -> head.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<Decoded> read(Path file) {
        try {
            return Files.exists(file)
                    ? Optional.of(Decoded.of(name(file), Files.readAllBytes(file)))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        return EXAMPLES.relativize(file).toString().replace('\\', '/');
    }

    private static String label(Path example) {
        return example.getFileName().toString().replaceFirst("-.*", "");
    }

    private static Set<String> codes(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .map(diagnostic -> diagnostic.code().label())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> files(Path folder, String end) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(end))
                    .sorted()
                    .collect(Collectors.toList());
        }
    }

    private static void assertNone(List<String> faults) {
        assertTrue(faults.isEmpty(), () -> String.join("\n", faults));
    }
}
