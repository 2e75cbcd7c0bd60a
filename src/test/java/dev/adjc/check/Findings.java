package dev.adjc.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.source.Source;
import dev.adjc.syntax.Parser;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the checks find in small programs that stand alone. */
final class Findings {
    private Findings() {}

    static Checked check(String program) {
        return Checker.check(Parser.parse(new Source("main.ad", program)), Sources.none());
    }

    /** Claims that a program gives diagnostics of these codes, in the order of the text, and no others. */
    static void expect(String program, String... codes) {
        List<String> actual = check(program).diagnostics().stream()
                .map(each -> each.code().label())
                .collect(Collectors.toList());
        assertEquals(List.of(codes), actual, program);
    }

    /** Claims that there is nothing to say of a program. */
    static void accept(String program) {
        assertEquals(List.of(), check(program).diagnostics(), program);
    }

    /** Claims that the only thing to say of a program is this sentence. */
    static void sentence(String program, String expected) {
        assertEquals(
                List.of(expected),
                check(program).diagnostics().stream().map(Diagnostic::message).collect(Collectors.toList()));
    }

    /** Claims that there is one thing to say of a program, with this mend. */
    static void help(String program, String expected) {
        assertEquals(
                List.of(Optional.of(expected)),
                check(program).diagnostics().stream().map(Diagnostic::help).collect(Collectors.toList()),
                program);
    }
}
