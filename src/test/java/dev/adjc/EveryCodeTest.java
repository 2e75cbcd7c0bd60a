package dev.adjc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjc.check.Checker;
import dev.adjc.check.Sources;
import dev.adjc.compile.Compiler;
import dev.adjc.compile.Options;
import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.diagnostic.Style;
import dev.adjc.diagnostic.TextReport;
import dev.adjc.harness.Approved;
import dev.adjc.syntax.Decoded;
import dev.adjc.syntax.Parsed;
import dev.adjc.syntax.Parser;
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

/**
 * Each code has a page and an example that produces exactly it. The reports beside the examples are rewritten with {@code
 * -Dadjc.update=true}, to be read in review.
 */
class EveryCodeTest {
    private static final Path EXAMPLES = Path.of("src/test/errors");
    private static final Path PAGES = Path.of("src/main/resources/adjc/explain");
    private static final Pattern FENCE = Pattern.compile("```ad\n(.*?)```", Pattern.DOTALL);

    private static final Sources BESIDE_THE_EXAMPLES = path -> read(EXAMPLES.resolve(path.replace('.', '/') + ".ad"));

    /** Points, and files that cannot be read or written, are no programs; the command line's tests show their mistakes. */
    private static final List<Code> OF_PROGRAMS = Arrays.stream(Code.values())
            .filter(code -> !code.label().matches("E0[48].*"))
            .collect(Collectors.toList());

    /** Pages cannot show a byte that is no text, nor a program of a thousand brackets. */
    private static final Set<Code> UNSHOWN = Set.of(Code.NOT_UTF_8, Code.TOO_DEEP);

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
            Path program = Path.of(example.toString().replaceFirst("\\.txt$", ".ad"));
            if (!Files.exists(program)) {
                faults.add("remove " + example + ": there is no " + program.getFileName());
            }
        }
        assertNone(faults);
    }

    @Test
    void everyCodeHasAnExampleThatGivesItAlone() throws IOException {
        Set<String> shown = new TreeSet<>();
        List<String> faults = new ArrayList<>();
        for (Path example : files(EXAMPLES, ".ad")) {
            List<Diagnostic> diagnostics = check(Decoded.of(name(example), Files.readAllBytes(example)));
            shown.add(label(example));
            if (!codes(diagnostics).equals(Set.of(label(example)))) {
                faults.add(example + " gives " + codes(diagnostics));
            }
        }
        for (Code code : OF_PROGRAMS) {
            if (!shown.contains(code.label())) {
                faults.add("write " + EXAMPLES.resolve(code.label() + "-….ad"));
            }
        }
        assertNone(faults);
    }

    @Test
    void everyExampleGivesTheReportBesideIt() throws IOException {
        for (Path example : files(EXAMPLES, ".ad")) {
            Path report = Path.of(example.toString().replaceFirst("\\.ad$", ".txt"));
            String actual =
                    new TextReport(Style.PLAIN).of(check(Decoded.of(name(example), Files.readAllBytes(example))));
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
        for (Code code : OF_PROGRAMS) {
            Path page = PAGES.resolve(code.label() + ".md");
            List<String> programs = FENCE.matcher(Files.readString(page))
                    .results()
                    .map(result -> result.group(1))
                    .collect(Collectors.toList());
            if (programs.size() == 2) {
                expect(Set.of(code.label()), check(page(programs.get(0))), page, faults);
                Parsed mended = Parser.parse(page(programs.get(1)));
                expect(Set.of(), Checker.check(mended, BESIDE_THE_EXAMPLES).diagnostics(), page, faults);
            } else if (!UNSHOWN.contains(code)) {
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

    private static List<Diagnostic> check(Decoded file) {
        return Compiler.compile(file, BESIDE_THE_EXAMPLES, Options.DEFAULT).diagnostics();
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
