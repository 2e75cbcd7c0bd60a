package dev.adjc.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjc.harness.Approved;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opentest4j.AssertionFailedError;

/**
 * A Markdown file of which the project itself writes parts, so that they cannot go stale: what stands between
 * {@code <!-- generated: WHAT -->} and {@code <!-- end -->}.
 */
final class Page {
    private static final Pattern PART =
            Pattern.compile("(<!-- generated: (.+?) -->\n)(.*?)(<!-- end -->)", Pattern.DOTALL);

    private Page() {}

    /** Gives the text of a part, which ends in a line break. */
    @FunctionalInterface
    interface Writer {
        String write(String what) throws IOException;
    }

    /** Fails if a part of the page is not what its writer gives; with {@code -Dadjc.update=true} rewrites it instead. */
    static void assertCurrent(Path path, Writer writer) throws IOException {
        String text = Files.readString(path);
        assertTrue(PART.matcher(text).find(), () -> path + " has no generated part");
        String current = PART.matcher(text)
                .replaceAll(part ->
                        Matcher.quoteReplacement(part.group(1) + written(writer, part.group(2)) + part.group(4)));
        if (Approved.isRewriting()) {
            Approved.write(path, current);
            return;
        }
        assertEquals(
                current,
                text,
                () -> path
                        + " is behind the code: run `mvn test -Dtest=ReadmeTest,ReferenceTest -Dadjc.update=true` and"
                        + " read what has changed");
    }

    /** What people have written of a page. */
    static String withoutParts(String text) {
        return PART.matcher(text).replaceAll("");
    }

    /** A block of text that Markdown leaves as it is. */
    static String fence(String language, String text) {
        return "```" + language + "\n" + text.stripTrailing() + "\n```\n";
    }

    private static String written(Writer writer, String what) {
        try {
            return writer.write(what);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            throw new AssertionFailedError("cannot write the part `" + what + "`", e);
        }
    }
}
