package dev.adjc.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** A folder to work in, and command lines that run in this process. */
public final class CommandLineFixture {
    private final Path folder;
    private String input = "";
    private Map<String, String> environment = Map.of();
    private Set<Console.Stream> terminals = Set.of();
    private Changes changes = files -> {
        throw new AssertionError("nothing was to be watched");
    };

    /** What came of a command line. */
    public record Outcome(int code, String out, String err) {}

    public CommandLineFixture(Path folder) {
        this.folder = folder;
    }

    /** The path of a file in the folder, which holds this text. */
    String file(String name, String text) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toString();
    }

    String path(String name) {
        return folder.resolve(name).toString();
    }

    CommandLineFixture input(String text) {
        input = text;
        return this;
    }

    CommandLineFixture environment(Map<String, String> variables) {
        environment = variables;
        return this;
    }

    CommandLineFixture terminals(Console.Stream... streams) {
        terminals = Set.of(streams);
        return this;
    }

    CommandLineFixture changes(Changes scripted) {
        changes = scripted;
        return this;
    }

    public Outcome run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new Outlet(out),
                new Outlet(err),
                environment,
                terminals,
                changes);
        int code = Adjc.run(console, arguments);
        return new Outcome(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
