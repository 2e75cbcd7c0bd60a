package dev.adjc.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjc.check.Sources;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.syntax.Decoded;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How large functions become when their calls are expanded. */
class ExpansionTest {

    private static Compilation compile(String text) {
        Decoded file = Decoded.of("f.ad", text.getBytes(StandardCharsets.UTF_8));
        return Compiler.compile(file, Sources.none(), Options.DEFAULT);
    }

    private static List<String> messages(Compilation compilation) {
        return compilation.diagnostics().stream().map(Diagnostic::message).toList();
    }

    /** {@code f0} and further functions, each of which calls the one before it where the body has {@code f}. */
    private static String chain(int length, String body) {
        return "function f0(x) -> y { y = x * sin(x); }\n"
                + IntStream.rangeClosed(1, length)
                        .mapToObj(i -> "function f" + i + "(x) -> y { y = " + body.replace("f(", "f" + (i - 1) + "(")
                                + "; }\n")
                        .collect(Collectors.joining());
    }

    @Test
    void aFunctionThatDoublesWithEachCallIsRefused() {
        assertEquals(
                List.of("`f30` has more than 1,000,000 operations once its calls are expanded"),
                messages(compile(chain(30, "f(x + 1) * f(x + 2)"))));
    }

    /** A rule is expanded when a derivative asks for it, and not before. */
    @Test
    void aRuleThatGrowsTooLargeIsRefused() {
        String body = calls("f(", 10);
        String program = chain(4, body)
                + "extern function g(x) = \"java.lang.Math.abs\" { d x = " + calls("f4(", 30) + "; }\n"
                + "function h(x) -> y { y = g(x); }\n";
        assertEquals(
                List.of("`g` has more than 1,000,000 operations once its calls are expanded"),
                messages(compile(program)));
    }

    /** So many calls with different arguments. */
    private static String calls(String head, int number) {
        return IntStream.range(0, number).mapToObj(i -> head + i + " + x)").collect(Collectors.joining(" + "));
    }

    @Test
    void equalCallsAreCountedOnce() {
        Compilation compilation = compile(chain(30, "f(x) + 2 * f(x)"));
        assertEquals(List.of(), messages(compilation));
        assertTrue(compilation.uncalled().get(0).lowered().steps().size() < 100);
    }
}
