package dev.adjc.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilePatternsTest {
    @ParameterizedTest
    @CsvSource({
        "**/*.ad, f.ad, true",
        "**/*.ad, a/b/f.ad, true",
        "**/*.ad, a/f.txt, false",
        "*.ad, a/f.ad, false",
        "a/, a/b/f.ad, true",
        "a/, b/f.ad, false",
        "a\\b\\*, a/b/f.ad, true",
        "a/?.ad, a/f.ad, true",
        "A/f.ad, a/f.ad, false",
    })
    void patternsAreThoseOfAnt(String pattern, Path file, boolean isMeant) {
        assertEquals(isMeant, FilePatterns.of(List.of(pattern), List.of()).include(file));
    }

    @Test
    void whatIsExcludedIsNotMeant() {
        FilePatterns patterns = FilePatterns.of(List.of("**/*.ad"), List.of("parts/*", "old/"));
        assertEquals(
                List.of(Path.of("f.ad"), Path.of("parts/more/f.ad")),
                List.of(Path.of("f.ad"), Path.of("parts/f.ad"), Path.of("old/f.ad"), Path.of("parts/more/f.ad"))
                        .stream()
                        .filter(patterns::include)
                        .toList());
    }
}
