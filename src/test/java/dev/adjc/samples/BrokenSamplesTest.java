package dev.adjc.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.adjc.check.Sources;
import dev.adjc.compile.Compilation;
import dev.adjc.compile.Compiler;
import dev.adjc.compile.Options;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.syntax.Decoded;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Samples in which words are lost, doubled, exchanged or replaced: whatever comes of it, each mistake has a place in the text. */
class BrokenSamplesTest {
    private static final int TRIALS = 500;

    private static final Pattern WORD = Pattern.compile(
            "\\s+|//[^\\n]*|/\\*.*?\\*/|\"[^\"\\n]*\"|[\\p{L}_][\\p{L}\\p{N}_]*" + "|[0-9.]*[0-9]|\\.\\.<|\\.\\.|->|.",
            Pattern.DOTALL);

    private static final List<String> STRANGERS = List.of(
            "[",
            "]",
            ":",
            ",",
            ";",
            "..",
            "..<",
            "in",
            "for",
            "if",
            "else",
            "int",
            "const",
            "sum",
            "prod",
            "mean",
            "[:]",
            "[i]",
            "[0]",
            "[i, j]",
            "[]",
            "0",
            "1.5",
            "3000000000",
            "div",
            "mod",
            "n",
            "i",
            "x",
            "{",
            "}");

    @Test
    void eachMistakeHasAPlaceInTheText() throws IOException {
        List<List<String>> samples = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("samples"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".ad"))
                    .sorted()
                    .toList()) {
                samples.add(WORD.matcher(Files.readString(file))
                        .results()
                        .map(MatchResult::group)
                        .toList());
            }
        }
        for (int seed = 0; seed < TRIALS; seed++) {
            Random random = new Random(seed);
            String text = broken(samples.get(random.nextInt(samples.size())), random);
            List<String> astray = assertTimeout(Duration.ofSeconds(30), () -> astray(text), "seed " + seed);
            assertEquals(List.of(), astray, "seed " + seed + ":\n" + text);
        }
    }

    private static String broken(List<String> sample, Random random) {
        List<String> words = new ArrayList<>(sample);
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            int at = random.nextInt(words.size());
            switch (random.nextInt(5)) {
                case 0 -> words.set(at, "");
                case 1 -> words.add(at, words.get(at));
                case 2 -> Collections.swap(words, at, random.nextInt(words.size()));
                case 3 -> words.set(at, words.get(random.nextInt(words.size())));
                default -> words.set(at, STRANGERS.get(random.nextInt(STRANGERS.size())));
            }
        }
        return String.join("", words);
    }

    /** What is said without a place. */
    private static List<String> astray(String text) {
        Decoded file = Decoded.of("broken.ad", text.getBytes(StandardCharsets.UTF_8));
        Compilation compilation = Compiler.compile(file, Sources.none(), Options.DEFAULT);
        return compilation.diagnostics().stream()
                .filter(each -> each.span().isEmpty())
                .map(Diagnostic::toString)
                .toList();
    }
}
