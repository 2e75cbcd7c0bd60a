package dev.adjc.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjc.check.Sources;
import dev.adjc.compile.Compiler;
import dev.adjc.compile.Options;
import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.syntax.Decoded;
import java.io.File;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.codehaus.plexus.build.BuildContext;
import org.junit.jupiter.api.Test;
import org.sonatype.plexus.build.incremental.DefaultBuildContext;

/** Diagnostics are told once: in the log on the command line, as marks in an IDE. */
class ReporterTest {
    private static final Path FILE = Path.of("/project/model.ad");

    private final List<String> logged = new ArrayList<>();
    private final List<String> marked = new ArrayList<>();

    private static final class IdeContext extends DefaultBuildContext {}

    private Reporter reporter(org.sonatype.plexus.build.incremental.BuildContext kind) {
        BuildContext context = (BuildContext) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {BuildContext.class}, (proxy, method, arguments) -> {
                    marked.add(method.getName() + " " + Arrays.asList(arguments));
                    return null;
                });
        return new Reporter(
                new SystemStreamLog() {
                    @Override
                    public void error(CharSequence line) {
                        logged.add("error " + line);
                    }

                    @Override
                    public void warn(CharSequence line) {
                        logged.add("warning " + line);
                    }
                },
                context,
                new Editors(kind));
    }

    private static Diagnostic mistake() {
        byte[] program = "function f(x) -> y {\n  y = sin(size);\n}\n".getBytes(StandardCharsets.UTF_8);
        return Compiler.compile(Decoded.of(FILE.toString(), program), Sources.none(), Options.DEFAULT)
                .diagnostics()
                .get(0);
    }

    @Test
    void logHasTheFormThatConsolesLink() {
        Diagnostic mistake = mistake();
        reporter(new DefaultBuildContext()).tell(mistake);
        assertEquals(1, logged.size());
        assertEquals(
                "error " + FILE + ":[2,11] error[" + mistake.code().label() + "] " + mistake.message(),
                logged.get(0).lines().findFirst().orElseThrow());
        assertEquals(List.of(), marked);
    }

    @Test
    void ideGetsMarksInsteadAndIsRidOfThoseOfBefore() {
        Diagnostic mistake = mistake();
        Reporter reporter = reporter(new IdeContext());
        reporter.forget(Set.of(FILE));
        reporter.tell(mistake);
        String words = "error[" + mistake.code().label() + "] " + mistake.message()
                + mistake.help().map(help -> "\n  help: " + help).orElse("");
        File file = FILE.toFile();
        assertEquals(
                List.of(
                        "removeMessages [" + file + "]",
                        "addMessage [" + file + ", 2, 11, " + words + ", " + BuildContext.SEVERITY_ERROR + ", null]"),
                marked);
        assertEquals(List.of(), logged);
    }

    @Test
    void furtherPlacesAreToldAndTheFileIsNamedOnce() {
        byte[] program =
                "function f(x) -> y { y = x; }\nfunction F(x) -> y { y = x; }\n".getBytes(StandardCharsets.UTF_8);
        Diagnostic clash = Compiler.compile(Decoded.of(FILE.toString(), program), Sources.none(), Options.DEFAULT)
                .diagnostics()
                .get(0);
        reporter(new DefaultBuildContext()).tell(clash);
        assertEquals(
                "  [1,10] the other one is here",
                logged.get(0).lines().skip(1).findFirst().orElseThrow());
    }

    @Test
    void mistakeInNoTextIsLoggedInAnyCase() {
        reporter(new IdeContext()).tell(Diagnostic.of(Code.FILE_NOT_READ, "points.json", "permission denied"));
        assertEquals(1, logged.size());
    }
}
