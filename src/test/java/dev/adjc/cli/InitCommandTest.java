package dev.adjc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjc.build.AdjcVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That Maven builds what is written, and that its tests pass, is shown by the project {@code init} of {@code src/it}. */
class InitCommandTest extends CommandTest {

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    @Test
    void everyFileIsPrintedAndNothingElse() throws IOException {
        String first = adjc.path("first");
        prints(
                String.join(
                        "\n",
                        first + "/.gitignore",
                        first + "/pom.xml",
                        first + "/src/main/ad/example/rosenbrock.ad",
                        first + "/src/main/java/example/Main.java",
                        first + "/src/test/java/example/RosenbrockTest.java",
                        ""),
                "init",
                first);
        try (Stream<Path> files = Files.walk(folder)) {
            assertEquals(5, files.filter(Files::isRegularFile).count());
        }
    }

    @Test
    void namesComeFromTheFolderAndFromTheOptions() throws IOException {
        adjc.run("init", adjc.path("first"));
        String pom = read("first/pom.xml");
        assertTrue(pom.contains("<groupId>example</groupId>\n    <artifactId>first</artifactId>"), pom);
        assertTrue(pom.contains("<version>" + AdjcVersion.text() + "</version>"), pom);

        adjc.run("init", adjc.path("second"), "--artifact", "fitting", "--package", "org.fit");
        pom = read("second/pom.xml");
        assertTrue(pom.contains("<groupId>org.fit</groupId>\n    <artifactId>fitting</artifactId>"), pom);
        for (String file : List.of(
                "main/ad/org/fit/rosenbrock.ad",
                "main/java/org/fit/Main.java",
                "test/java/org/fit/RosenbrockTest.java")) {
            assertTrue(read("second/src/" + file).startsWith("package org.fit;\n"), file);
        }
    }

    @Test
    void noPlaceIsLeftToFillIn() throws IOException {
        adjc.run("init", folder.toString(), "--artifact", "first");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(Files.readString(file).matches("(?s).*@[a-z]+@.*"), file::toString);
            }
        }
    }

    @Test
    void programIsLaidOutAsFmtDoes() {
        adjc.run("init", adjc.path("first"));
        prints("", "fmt", "--check", adjc.path("first"));
    }

    @Test
    void fileThatIsThereStaysAndNoneIsWritten() throws IOException {
        String mine = adjc.file("first/src/main/java/example/Main.java", "class Main {}");
        refuses(3, "error[E0802]: cannot write `" + mine + "`: it is there already", "init", adjc.path("first"));
        assertEquals("class Main {}", Files.readString(Path.of(mine)));
        assertFalse(Files.exists(folder.resolve("first/pom.xml")));
    }

    @Test
    void linkThatLeadsNowhereIsThereToo() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("pom.xml"), folder.resolve("elsewhere.xml"));
        refuses(3, link.toString(), "init", folder.toString(), "--artifact", "first");
        assertFalse(Files.exists(folder.resolve("elsewhere.xml")));
    }

    @Test
    void fileOfAnotherNameDoesNotStandInTheWay() {
        adjc.file("first/README.md", "mine");
        assertEquals(0, adjc.run("init", adjc.path("first")).code());
    }

    @Test
    void fileInThePlaceOfTheFolderIsAFault() {
        String file = adjc.file("first", "mine");
        refuses(3, "a file stands where a folder is needed", "init", file);
    }

    /** What Maven, Java or {@code .ad} files would not take. */
    @ParameterizedTest
    @ValueSource(strings = {"", "a-b", "a.class", "a.function", "a..b", "java.util", "größe", "a b", "1a"})
    void packageMustPleaseAllWhoReadIt(String name) {
        refuses(2, "`" + name + "`", "init", adjc.path("first"), "--package", name);
    }

    @Test
    void folderOfAnUnsuitableNameNeedsAnother() {
        refuses(2, "--artifact", "init", adjc.path("my first"));
        refuses(2, "--artifact", "init", "/");
        assertEquals(
                0,
                adjc.run("init", adjc.path("my first"), "--artifact", "first").code());
    }
}
