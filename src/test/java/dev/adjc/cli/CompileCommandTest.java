package dev.adjc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CompileCommandTest extends CommandTest {
    private static final String SQUARE = "package shapes.flat;\nfunction square(x) -> y { y = x * x; }\n";

    private List<String> filesBelow(String name) throws IOException {
        Path top = folder.resolve(name);
        if (!Files.exists(top)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(top)) {
            return all.filter(Files::isRegularFile)
                    .map(path -> top.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .collect(Collectors.toList());
        }
    }

    @Test
    void oneWrittenPathALineIsAllOfStandardOutput() throws IOException {
        String out = adjc.path("out");
        var outcome = adjc.run("compile", adjc.file("square.ad", SQUARE), "-d", out);
        assertEquals(0, outcome.code(), outcome.err());
        assertEquals(
                out + "/shapes/flat/SquareForward.java\n" + out + "/shapes/flat/SquareReverse.java\n",
                outcome.out().replace('\\', '/'));
        assertEquals("", outcome.err());
        assertEquals(List.of("shapes/flat/SquareForward.java", "shapes/flat/SquareReverse.java"), filesBelow("out"));
    }

    @Test
    void modeChoosesTheClass() throws IOException {
        adjc.run("compile", adjc.file("square.ad", SQUARE), "-d", adjc.path("out"), "--mode", "forward");
        assertEquals(List.of("shapes/flat/SquareForward.java"), filesBelow("out"));
    }

    @Test
    void packageOverridesTheFiles() throws IOException {
        adjc.run(
                "compile",
                adjc.file("square.ad", SQUARE),
                "-d",
                adjc.path("out"),
                "--package",
                "a.b",
                "--mode=reverse");
        assertEquals(List.of("a/b/SquareReverse.java"), filesBelow("out"));
        assertTrue(
                Files.readString(folder.resolve("out/a/b/SquareReverse.java")).contains("package a.b;"));
    }

    @Test
    void packageThatJavaReservesIsAWrongCommandLine() {
        var outcome = adjc.run("compile", adjc.file("square.ad", SQUARE), "--package", "a.class");
        assertEquals(2, outcome.code());
        assertTrue(outcome.err().contains("`a.class`"), outcome.err());
    }

    @Test
    void packagesOfTheJdkAreClosed() {
        var outcome = adjc.run("compile", adjc.file("square.ad", SQUARE), "--package", "java.lang");
        assertEquals(2, outcome.code());
        assertTrue(outcome.err().contains("`java.lang`"), outcome.err());
        String file = adjc.file("closed.ad", "package java;\nfunction f(x) -> y { y = x; }\n");
        assertEquals(1, adjc.run("compile", file, "-d", adjc.path("out")).code());
        String similar = adjc.file("similar.ad", "package javanese;\nfunction f(x) -> y { y = x; }\n");
        assertEquals(0, adjc.run("compile", similar, "-d", adjc.path("out")).code());
    }

    @Test
    void packageOfTheFileThatJavaReservesIsAnErrorOfTheFile() {
        String file = adjc.file("square.ad", "package a.class;\nfunction f(x) -> y { y = x; }\n");
        var outcome = adjc.run("compile", file, "-d", adjc.path("out"));
        assertEquals(1, outcome.code());
        assertTrue(outcome.err().contains("square.ad:1:9"), outcome.err());
    }

    @Test
    void folderIsTheSourceRootOfItsFiles() throws IOException {
        adjc.file("src/b/lib.ad", "function twice(x) -> y { y = 2 * x; }");
        adjc.file("src/a/main.ad", "package z;\nimport b.lib;\nfunction f(x) -> y { y = twice(x); }");
        var outcome = adjc.run("compile", adjc.path("src"), "-d", adjc.path("out"), "--mode", "reverse");
        assertEquals(0, outcome.code(), outcome.err());
        assertEquals(List.of("TwiceReverse.java", "z/FReverse.java"), filesBelow("out"));
    }

    @Test
    void folderLessThePackageIsTheSourceRootOfAFile() throws IOException {
        adjc.file("src/b/lib.ad", "package b;\nfunction twice(x) -> y { y = 2 * x; }");
        String main = adjc.file("src/a/main.ad", "package a;\nimport b.lib;\nfunction f(x) -> y { y = twice(x); }");
        var outcome = adjc.run("compile", main, "-d", adjc.path("out"), "--mode", "reverse");
        assertEquals(0, outcome.code(), outcome.err());
        assertEquals(List.of("a/FReverse.java"), filesBelow("out"), "imports are expanded in place and not emitted");
    }

    @Test
    void folderOfAPackageMayBeNamedItself() throws IOException {
        adjc.file("src/a/lib.ad", "package a;\nfunction twice(x) -> y { y = 2 * x; }");
        adjc.file("src/a/main.ad", "package a;\nimport a.lib;\nfunction f(x) -> y { y = twice(x); }");
        var outcome = adjc.run("compile", adjc.path("src/a"), "-d", adjc.path("out"), "--mode", "reverse");
        assertEquals(0, outcome.code(), outcome.err());
        assertEquals(List.of("a/FReverse.java", "a/TwiceReverse.java"), filesBelow("out"));
    }

    @Test
    void sourcePathAddsRoots() {
        adjc.file("more/b/lib.ad", "function twice(x) -> y { y = 2 * x; }");
        String main = adjc.file("src/main.ad", "import b.lib;\nfunction f(x) -> y { y = twice(x); }");
        String out = adjc.path("out");
        assertEquals(1, adjc.run("compile", main, "-d", out).code());
        assertEquals(
                0,
                adjc.run("compile", main, "-d", out, "--source-path", adjc.path("more"))
                        .code());
    }

    @Test
    void nothingIsWrittenIfAnyFileIsWrong() throws IOException {
        adjc.file("src/a.ad", SQUARE);
        adjc.file("src/b.ad", "function f(x) -> y { y = z; }");
        var outcome = adjc.run("compile", adjc.path("src"), "-d", adjc.path("out"));
        assertEquals(1, outcome.code());
        assertEquals("", outcome.out());
        assertEquals(List.of(), filesBelow("out"));
    }

    @Test
    void failedRunLeavesTheOldFiles() throws IOException {
        String file = adjc.file("square.ad", SQUARE);
        adjc.run("compile", file, "-d", adjc.path("out"));
        String before = Files.readString(folder.resolve("out/shapes/flat/SquareReverse.java"));
        adjc.file("square.ad", SQUARE + "function broken(x) -> y { y = ; }");
        assertEquals(1, adjc.run("compile", file, "-d", adjc.path("out")).code());
        assertEquals(before, Files.readString(folder.resolve("out/shapes/flat/SquareReverse.java")));
        assertEquals(2, filesBelow("out").size());
    }

    @Test
    void oneFileThatCannotBeWrittenKeepsAllFromBeingWritten() throws IOException {
        String file = adjc.file("square.ad", SQUARE);
        Files.createDirectories(folder.resolve("out/shapes/flat/SquareReverse.java"));
        var outcome = adjc.run("compile", file, "-d", adjc.path("out"));
        assertEquals(3, outcome.code());
        assertEquals(1, outcome.err().lines().count(), outcome.err());
        assertEquals(List.of(), filesBelow("out"));
    }

    @Test
    void fileInPlaceOfTheOutputFolderIsAFaultInOneLine() {
        String file = adjc.file("square.ad", SQUARE);
        var outcome = adjc.run("compile", file, "-d", file);
        assertEquals(3, outcome.code());
        assertEquals(1, outcome.err().lines().count(), outcome.err());
    }

    @Test
    void unreadableFileIsAFaultThatNamesIt() {
        var outcome = adjc.run("compile", adjc.path("nowhere.ad"));
        assertEquals(3, outcome.code());
        assertTrue(outcome.err().contains("nowhere.ad"), outcome.err());
        assertEquals(1, outcome.err().lines().count(), outcome.err());
    }

    @Test
    void mistakeInASharedImportIsToldOnce() {
        adjc.file("src/lib.ad", "function g(x) -> y { y = unknown; }");
        adjc.file("src/one.ad", "import lib;\nfunction f(x) -> y { y = g(x); }");
        adjc.file("src/two.ad", "import lib;\nfunction h(x) -> y { y = g(x); }");
        var outcome = adjc.run("compile", adjc.path("src"), "--diagnostics", "json", "-d", adjc.path("out"));
        assertEquals(1, outcome.code());
        assertEquals(1, outcome.err().lines().count(), outcome.err());
    }

    @Test
    void jsonDiagnosticsAreOneObjectALine() {
        String file = adjc.file("f.ad", "function f(x) -> y {\n  y = x + z;\n}\n");
        var outcome = adjc.run("compile", file, "--diagnostics", "json");
        assertEquals(
                "{\"severity\":\"error\",\"code\":\"E0201\",\"message\":\"`z` is not defined\",\"file\":\""
                        + file.replace("\\", "\\\\")
                        + "\",\"line\":2,\"column\":11,\"endLine\":2,\"endColumn\":12,\"help\":null}\n",
                outcome.err());
    }

    @Test
    void twoFunctionsOfOneClassAreAnError() {
        adjc.file("src/a.ad", "function f_g(x) -> y { y = x; }");
        adjc.file("src/b.ad", "function fG(x) -> y { y = x; }");
        var outcome = adjc.run("compile", adjc.path("src"), "-d", adjc.path("out"));
        assertEquals(1, outcome.code());
        assertTrue(outcome.err().contains("E0222"), outcome.err());
    }

    @Test
    void warningsDoNotRefuseUnlessAsked() {
        String file = adjc.file("f.ad", "function f(x, unused) -> y { y = x; }");
        var lenient = adjc.run("compile", file, "-d", adjc.path("out"));
        assertEquals(0, lenient.code());
        assertTrue(lenient.err().contains("W0002"), lenient.err());
        assertEquals(
                1,
                adjc.run("compile", file, "-d", adjc.path("out"), "--fail-on-warning")
                        .code());
    }

    @Test
    void commandLineWithoutFilesIsWrong() {
        assertEquals(2, adjc.run("compile").code());
        assertEquals(
                2,
                adjc.run("compile", adjc.file("square.ad", SQUARE), "--mode", "sideways")
                        .code());
        assertEquals(
                2,
                adjc.run("compile", adjc.file("square.ad", SQUARE), "--nonsense")
                        .code());
    }

    @Test
    void watchCompilesAgainWhenAFileChanges() throws IOException {
        String lib = adjc.file("lib.ad", "function g(x) -> y { y = 2 * x; }");
        String main = adjc.file("main.ad", "import lib;\nfunction f(x) -> y { y = g(x); }");
        Set<Path> watched = new HashSet<>();
        List<String> edits = new ArrayList<>(List.of("function g(x) -> y { y = 3 * x; }", ""));
        adjc.changes(files -> new Scripted(watched) {
            @Override
            public boolean await() {
                String edit = edits.remove(0);
                if (!edit.isEmpty()) {
                    adjc.file("lib.ad", edit);
                }
                return !edit.isEmpty();
            }
        });
        var outcome = adjc.run("compile", main, "-d", adjc.path("out"), "--mode", "reverse", "--watch");
        assertEquals(0, outcome.code(), outcome.err());
        assertTrue(watched.contains(Path.of(lib)), "imports are watched too");
        assertTrue(Files.readString(folder.resolve("out/FReverse.java")).contains("3"));
    }

    @Test
    void watchCompilesOnceForAFileAndItsImports() throws IOException {
        String lib = adjc.file("lib.ad", "function g(x) -> y { y = 2 * x; }");
        String main = adjc.file("main.ad", "import lib;\nfunction f(x) -> y { y = g(x); }");
        Set<Path> watched = new HashSet<>();
        adjc.changes(files -> new Scripted(watched) {
            @Override
            public boolean await() {
                return false;
            }
        });
        var outcome = adjc.run("compile", main, "-d", adjc.path("out"), "--mode", "reverse", "--watch");
        assertEquals(adjc.path("out/FReverse.java") + "\n", outcome.out());
        assertEquals(Set.of(Path.of(main), Path.of(lib)), watched);
    }

    @Test
    void importThatChangesBeforeItIsWatchedIsCompiledAgain() throws IOException {
        Path lib = Path.of(adjc.file("lib.ad", "function g(x) -> y { y = 2 * x; }"));
        String main = adjc.file("main.ad", "import lib;\nfunction f(x) -> y { y = g(x); }");
        adjc.changes(files -> new Scripted(new HashSet<>()) {
            private boolean edited;

            @Override
            public void add(Set<Path> files) throws IOException {
                if (!edited) {
                    edited = true;
                    adjc.file("lib.ad", "function g(x) -> y { y = 3 * x; }");
                    Files.setLastModifiedTime(lib, FileTime.fromMillis(0));
                }
            }

            @Override
            public boolean await() {
                return false;
            }
        });
        adjc.run("compile", main, "-d", adjc.path("out"), "--mode", "reverse", "--watch");
        assertTrue(Files.readString(folder.resolve("out/FReverse.java")).contains("3"));
    }

    /** A watch that notes which files it is asked to watch. */
    private abstract static class Scripted implements Changes.Watch {
        private final Set<Path> watched;

        Scripted(Set<Path> watched) {
            this.watched = watched;
        }

        @Override
        public void add(Set<Path> files) throws IOException {
            watched.addAll(files);
        }

        @Override
        public void close() {}
    }

    @Test
    void watchSurvivesAMistake() {
        String main = adjc.file("main.ad", "function f(x) -> y { y = z; }");
        List<Boolean> answers = new ArrayList<>(List.of(true, false));
        adjc.changes(files -> new Scripted(new HashSet<>()) {
            @Override
            public boolean await() {
                adjc.file("main.ad", "function f(x) -> y { y = x; }");
                return answers.remove(0);
            }
        });
        var outcome = adjc.run("compile", main, "-d", adjc.path("out"), "--watch");
        assertTrue(outcome.err().contains("E0201"), outcome.err());
        assertFalse(outcome.out().isEmpty());
    }

    @Test
    void coloursAreForTerminalsAndNeverWithNoColor() {
        String file = adjc.file("f.ad", "function f(x) -> y { y = z; }");
        assertFalse(adjc.run("compile", file).err().contains("\u001b"));
        adjc.terminals(Console.Stream.ERR);
        assertTrue(adjc.run("compile", file).err().contains("\u001b["));
        adjc.environment(java.util.Map.of("NO_COLOR", "1"));
        assertFalse(adjc.run("compile", file).err().contains("\u001b"));
    }
}
