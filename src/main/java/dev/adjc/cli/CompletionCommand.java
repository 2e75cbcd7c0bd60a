package dev.adjc.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;

/** {@code adjc completion}: what a shell needs to complete command lines. */
@Command(
        name = "completion",
        header = "Print a completion script for the shell.",
        description = "Print a script that makes bash or zsh complete the commands, options and values of adjc.",
        footer = "  source <(adjc completion)")
final class CompletionCommand extends AdjcCommand {

    CompletionCommand(Console console) {
        super(console);
    }

    @Override
    ExitCode run() {
        console().out().print(AutoComplete.bash("adjc", Adjc.commandLine(console())));
        return ExitCode.SUCCESS;
    }
}
