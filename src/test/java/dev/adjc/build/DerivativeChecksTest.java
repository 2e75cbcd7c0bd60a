package dev.adjc.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjc.build.DerivativeChecks.Outcome;
import dev.adjc.build.Settings.Warnings;
import dev.adjc.compile.Options;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.files.SourceFile;
import dev.adjc.harness.SmallStack;
import dev.adjc.run.ClassPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DerivativeChecksTest {
    @TempDir
    private Path folder;

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private Outcome check() {
        Settings settings =
                new Settings(Options.DEFAULT, Modes.both, List.of(), StandardCharsets.UTF_8, Warnings.ARE_TOLD);
        return new DerivativeChecks(settings, new ClassPath(List.of()), 2, 1, folder.resolve("points"))
                .run(SourceFile.all(List.of(folder.resolve("ad"))));
    }

    private List<String> labels() {
        return check().diagnostics().stream()
                .map((Diagnostic each) -> each.code().label())
                .toList();
    }

    @Test
    void rightDerivativesAreCountedFunctionByFunction() throws IOException {
        write("ad/a/two.ad", "package a;\nfunction f(x) -> y { y = sin(x); }\nfunction g(x) -> y { y = f(x)^2; }\n");
        write("ad/constant.ad", "function one() -> y { y = 1; }\n");
        Outcome outcome = check();
        assertEquals(List.of(), outcome.diagnostics());
        assertEquals(3, outcome.functions());
    }

    @Test
    void wrongRuleIsToldOnceWithItsPoint() throws IOException {
        write("ad/f.ad", """
                extern function root(x) = "java.lang.Math.sqrt" { d x = 1 / x; }
                function f(x) -> y { y = root(x); }
                """);
        Outcome outcome = check();
        assertEquals(1, outcome.wrong().size());
        assertEquals("f", outcome.wrong().get(0).function().name());
        assertEquals(List.of("E0410"), labels());
    }

    /** Random points do not show the wrong derivative. */
    @Test
    void givenPointIsChecked() throws IOException {
        write("ad/a/f.ad", """
                package a;
                extern function root(x) = "java.lang.Math.sqrt" { d x = if x > 1e9 then 1 else 0.5 / sqrt(x); }
                function f(x) -> y { y = root(x); }
                """);
        assertEquals(List.of(), labels());
        write("points/a/f.json", "{\"x\": 4}\n");
        assertEquals(List.of(), labels());
        write("points/a/f.large.json", "{\"x\": 1e10}\n");
        assertEquals(List.of("E0410"), labels());
    }

    @Test
    void pointThatIsRefusedOrUnreadableIsAnError() throws IOException {
        write("ad/f.ad", "function f(x) -> y { require x > 0 : \"x is positive\"; y = log(x); }\n");
        write("points/f.json", "{\"x\": -1}\n");
        write("points/f.other.json", "{\"z\": 1}\n");
        assertEquals(3, labels().size(), () -> check().diagnostics().toString());
    }

    @Test
    void functionWithoutAPointAndPointWithoutAFunctionAreNamed() throws IOException {
        write("ad/f.ad", "function f(x) -> y { require x > 1e9 : \"x is large\"; y = x; }\n");
        write("points/g.json", "{\"x\": 1}\n");
        Outcome outcome = check();
        assertEquals(List.of("f"), outcome.unchecked());
        assertEquals(List.of(folder.resolve("points/g.json")), outcome.unclaimed());
        write("points/f.json", "{\"x\": 2e9}\n");
        assertEquals(List.of(), check().unchecked());
    }

    @Test
    void externFunctionThatIsNotThereIsAnError() throws IOException {
        write("ad/f.ad", """
                extern function root(x) = "com.acme.Nowhere.root" { d x = 1; }
                function f(x) -> y { y = root(x); }
                """);
        assertTrue(labels().contains("E0408"), () -> check().diagnostics().toString());
    }

    /** Maven's own thread has a small stack. */
    @Test
    void programMayBeAsDeepAsTheLanguagePermits() throws Exception {
        String deep = "sin(".repeat(990) + "x" + ")".repeat(990);
        write("ad/deep.ad", "function deep(x) -> y { y = " + deep + "; }\n");
        assertEquals(1, SmallStack.call(this::check).functions());
    }
}
