package dev.adjc.cli;

import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code adjc explain}: the page of an error or a warning. */
@Command(
        name = "explain",
        header = "Explain an error or a warning.",
        description = "Print what an error or a warning means, with an example of it and of its mend.",
        footer = "  adjc explain E0201")
final class ExplainCommand extends AdjcCommand {

    /** All codes, for completion. */
    static final class Labels implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return labels().iterator();
        }
    }

    @Parameters(
            paramLabel = "CODE",
            completionCandidates = Labels.class,
            description = "What stands in the brackets of error[E0201] or warning[W0001].")
    private String code = "";

    ExplainCommand(Console console) {
        super(console);
    }

    private static List<String> labels() {
        return Arrays.stream(Code.values()).map(Code::label).collect(Collectors.toList());
    }

    @Override
    ExitCode run() throws IOException {
        Code known = Code.of(code)
                .orElseThrow(() -> CommandFailure.usage("there is no code " + code
                        + Nearest.to(code.toUpperCase(Locale.ROOT), labels())
                                .map(nearest -> "; did you mean " + nearest + "?")
                                .orElse("; codes look like E0201")));
        String resource = "/adjc/explain/" + known.label() + ".md";
        try (InputStream in = Objects.requireNonNull(ExplainCommand.class.getResourceAsStream(resource), resource)) {
            String page = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Page form = console().hasColours(Console.Stream.OUT) ? Page.COLOURED : Page.PLAIN;
            console().out().print(form.of(page));
        }
        return ExitCode.SUCCESS;
    }
}
