package dev.adjc.document;

import dev.adjc.cli.CommandLineFixture;
import dev.adjc.cli.CommandLineFixture.Outcome;
import java.nio.file.Path;

/** What a reader types and sees. */
final class CommandText {
    private CommandText() {}

    /** A command line with what it prints, mistakes included. */
    static String session(String arguments) {
        return Page.fence("console", "$ ./adjc " + arguments + "\n" + printed(arguments));
    }

    /** What a command tells of itself. */
    static String help(String command) {
        return Page.fence("text", printed(command + " --help"));
    }

    /** What a command line prints, mistakes included. */
    static String printed(String arguments) {
        Outcome outcome =
                new CommandLineFixture(Path.of("")).run(arguments.strip().split(" +"));
        return outcome.err() + outcome.out();
    }
}
