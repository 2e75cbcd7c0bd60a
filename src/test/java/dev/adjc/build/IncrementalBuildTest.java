package dev.adjc.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjc.build.IncrementalBuild.Kind;
import dev.adjc.build.IncrementalBuild.Outcome;
import dev.adjc.build.Settings.Warnings;
import dev.adjc.compile.Options;
import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.files.FileFault;
import dev.adjc.files.SourceFile;
import dev.adjc.harness.SmallStack;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncrementalBuildTest {
    private static final String HALF = "package parts;\nfunction half(x) -> y { y = x / 2; }\n";
    private static final String LEANING =
            "package model;\nimport parts.half;\nfunction leaning(x) -> y { y = half(x) * x; }\n";
    private static final FileTime OLD = FileTime.fromMillis(1_500_000_000_000L);

    @TempDir
    private Path folder;

    private Settings settings;

    @BeforeEach
    void layOut() throws IOException {
        settings = settings(Modes.reverse, StandardCharsets.UTF_8, Warnings.ARE_TOLD);
        write("ad/model/leaning.ad", LEANING);
        write("parts/parts/half.ad", HALF);
    }

    private Settings settings(Modes modes, Charset encoding, Warnings warnings) {
        return new Settings(Options.DEFAULT, modes, List.of(folder.resolve("parts")), encoding, warnings);
    }

    private Path write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    private Outcome build() {
        return build("one");
    }

    private Outcome build(String name) {
        return new IncrementalBuild(settings, folder.resolve("out"), folder.resolve("state/" + name))
                .run(SourceFile.all(List.of(folder.resolve("ad"))));
    }

    /** The outputs, by path, with their texts. */
    private Map<String, String> outputs() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        Path out = folder.resolve("out");
        if (Files.exists(out)) {
            try (Stream<Path> all = Files.walk(out)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    texts.put(out.relativize(file).toString().replace('\\', '/'), Files.readString(file));
                }
            }
        }
        return texts;
    }

    private List<String> names() throws IOException {
        return List.copyOf(outputs().keySet());
    }

    @Test
    void unchangedBuildDoesNothing() throws IOException {
        Outcome first = build();
        assertEquals(Kind.COMPILED, first.kind());
        Path output = folder.resolve("out/model/LeaningReverse.java");
        assertEquals(List.of(output), first.written());
        Files.setLastModifiedTime(output, OLD);
        assertEquals(Kind.UP_TO_DATE, build().kind());
        assertEquals(OLD, Files.getLastModifiedTime(output));
    }

    @Test
    void changeThatDoesNotShowInTheOutputWritesNothing() throws IOException {
        build();
        write("ad/model/leaning.ad", LEANING + "\n");
        Outcome second = build();
        assertEquals(Kind.COMPILED, second.kind());
        assertEquals(List.of(), second.written());
        assertEquals(Kind.UP_TO_DATE, build().kind());
    }

    @Test
    void changeOfAnImportCounts() throws IOException {
        build();
        write("parts/parts/half.ad", HALF.replace("x / 2", "0.25 * x"));
        assertEquals(1, build().written().size());
        assertTrue(outputs().toString().contains("0.25"));
    }

    /** The source root comes before the source path. */
    @Test
    void importThatAppearsInFrontOfAnotherCounts() throws IOException {
        Files.createDirectories(folder.resolve("ad/parts"));
        build();
        SourceFile leaning = new SourceFile(folder.resolve("ad/model/leaning.ad"), Optional.of(folder.resolve("ad")));
        IncrementalBuild build = new IncrementalBuild(settings, folder.resolve("out"), folder.resolve("state/one"));
        assertEquals(Kind.UP_TO_DATE, build.run(List.of(leaning)).kind());
        write("ad/parts/half.ad", HALF.replace("x / 2", "0.25 * x"));
        assertEquals(1, build.run(List.of(leaning)).written().size());
    }

    @Test
    void outputsThatAreGoneOrEditedComeBack() throws IOException {
        build();
        Map<String, String> whole = outputs();
        Files.delete(folder.resolve("out/model/LeaningReverse.java"));
        assertEquals(Kind.COMPILED, build().kind());
        assertEquals(whole, outputs());
        write("out/model/LeaningReverse.java", whole.get("model/LeaningReverse.java") + "// mine\n");
        assertEquals(Kind.COMPILED, build().kind());
        assertEquals(whole, outputs());
    }

    @Test
    void settingCounts() throws IOException {
        build();
        settings = settings(Modes.both, StandardCharsets.UTF_8, Warnings.ARE_TOLD);
        assertEquals(List.of(folder.resolve("out/model/LeaningForward.java")), build().written());
        settings = settings(Modes.forward, StandardCharsets.UTF_8, Warnings.ARE_TOLD);
        assertEquals(List.of(folder.resolve("out/model/LeaningReverse.java")), build().deleted());
        assertEquals(List.of("model/LeaningForward.java"), names());
    }

    @Test
    void outputOfARenamedFileGoesWithTheFoldersThatItLeavesEmpty() throws IOException {
        build();
        Files.delete(folder.resolve("ad/model/leaning.ad"));
        write("ad/other/leaning.ad", LEANING.replace("package model", "package other"));
        Outcome second = build();
        assertEquals(List.of(folder.resolve("out/model/LeaningReverse.java")), second.deleted());
        assertEquals(List.of("other/LeaningReverse.java"), names());
        assertFalse(Files.exists(folder.resolve("out/model")));
    }

    @Test
    void lastSourceTakesItsOutputWithIt() throws IOException {
        build();
        Files.delete(folder.resolve("ad/model/leaning.ad"));
        assertEquals(1, build().deleted().size());
        assertEquals(List.of(), names());
        assertEquals(Kind.UP_TO_DATE, build().kind());
    }

    @Test
    void filesOfOtherMakingStay() throws IOException {
        build();
        write("out/model/Foreign.java", "package model;\n");
        write("out/model/LeaningReverse.java", "package model;\n");
        Files.delete(folder.resolve("ad/model/leaning.ad"));
        assertEquals(List.of(), build().deleted());
        assertEquals(List.of("model/Foreign.java", "model/LeaningReverse.java"), names());
    }

    @Test
    void fileOfOtherMakingIsNotOverwritten() throws IOException {
        write("out/model/LeaningReverse.java", "package model;\n");
        FileFault fault = assertThrows(FileFault.class, this::build);
        assertTrue(fault.diagnostic().message().contains("other making"), fault.diagnostic()::message);
        assertEquals("package model;\n", outputs().get("model/LeaningReverse.java"));
    }

    @Test
    void mistakeLeavesAllAsItIsAndIsToldAgain() throws IOException {
        build();
        Map<String, String> before = outputs();
        write("ad/model/broken.ad", "package model;\nfunction broken(x) -> y { y = z; }\n");
        write("ad/model/leaning.ad", LEANING.replace("* x", "* x^2"));
        assertEquals(Kind.REFUSED, build().kind());
        Outcome again = build();
        assertEquals(Kind.REFUSED, again.kind());
        assertFalse(again.diagnostics().isEmpty());
        assertEquals(before, outputs());
        Files.delete(folder.resolve("ad/model/broken.ad"));
        assertEquals(1, build().written().size());
    }

    @Test
    void warningsAreToldByEachBuildAndMayBeRefused() throws IOException {
        write("ad/model/idle.ad", "package model;\nfunction idle(x) -> y { unused = sin(x); y = x; }\n");
        assertEquals(1, build().diagnostics().size());
        Outcome again = build();
        assertEquals(1, again.diagnostics().size());
        assertEquals(List.of(), again.written());
        settings = settings(Modes.reverse, StandardCharsets.UTF_8, Warnings.ARE_REFUSED);
        assertEquals(Kind.REFUSED, build().kind());
    }

    /** An editor shows marks in all of them, and is to take them away where a mistake was taken back. */
    @Test
    void everyFileThatIsReadIsKnownAlsoWhereNothingIsDone() throws IOException {
        Set<Path> both = Set.of(folder.resolve("ad/model/leaning.ad"), folder.resolve("parts/parts/half.ad"));
        assertEquals(both, build().read());
        write("parts/parts/half.ad", "package parts;\nfunction half(x) -> y { y = z; }\n");
        assertEquals(both, build().read());
        write("parts/parts/half.ad", HALF);
        Outcome takenBack = build();
        assertEquals(Kind.UP_TO_DATE, takenBack.kind());
        assertEquals(both, takenBack.read());
    }

    @Test
    void packageOfAnotherFolderIsTold() throws IOException {
        write("ad/other/wrong.ad", "package wrong;\nfunction f(x) -> y { y = x; }\n");
        assertEquals(
                List.of(Code.OTHER_FOLDER),
                build().diagnostics().stream().map(Diagnostic::code).toList());
        assertEquals(List.of("model/LeaningReverse.java", "wrong/FReverse.java"), names());
    }

    @Test
    void linkToAFileIsThatFile() throws IOException {
        Files.createSymbolicLink(folder.resolve("ad/model/again.ad"), folder.resolve("ad/model/leaning.ad"));
        assertEquals(1, build().written().size());
    }

    @Test
    void buildsWithStatesOfTheirOwnDoNotDisturbEachOther() {
        build("one");
        assertEquals(List.of(), build("two").written());
        assertEquals(Kind.UP_TO_DATE, build("one").kind());
        assertEquals(Kind.UP_TO_DATE, build("two").kind());
    }

    @Test
    void unreadableStateIsAsNone() throws IOException {
        build();
        write("state/one", "something else\n");
        Outcome outcome = build();
        assertEquals(Kind.COMPILED, outcome.kind());
        assertEquals(List.of(), outcome.written());
    }

    @Test
    void encodingAndLineEndingsDoNotShow() throws IOException {
        String text = "package model;\n/** Größe der Fläche. */\nfunction area(x) -> y {\n  y = x^2; // Fläche\n}\n";
        write("ad/model/leaning.ad", text);
        build();
        Map<String, String> expected = outputs();
        write("ad/model/leaning.ad", text.replace("\n", "\r\n"));
        assertEquals(List.of(), build().written());
        Files.write(folder.resolve("ad/model/leaning.ad"), text.getBytes(StandardCharsets.ISO_8859_1));
        settings = settings(Modes.reverse, StandardCharsets.ISO_8859_1, Warnings.ARE_TOLD);
        assertEquals(List.of(), build().written());
        assertEquals(expected, outputs());
    }

    @Test
    void placeAndLocaleDoNotShow() throws IOException {
        build();
        assertFalse(outputs().values().toString().contains(folder.toString()));
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertEquals(List.of(), build("of Turkey").written());
        } finally {
            Locale.setDefault(before);
        }
    }

    /** Maven's own thread has a small stack. */
    @Test
    void programMayBeAsDeepAsTheLanguagePermits() throws Exception {
        String deep = "sin(".repeat(990) + "x" + ")".repeat(990);
        write("ad/deep.ad", "function deep(x) -> y { y = " + deep + "; }\n");
        assertEquals(Kind.COMPILED, SmallStack.call(this::build).kind());
    }
}
