package dev.adjc.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** What all commands have in common: a console, and how they are described. */
@Command(
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        optionListHeading = "%n",
        footerHeading = "%nExample:%n",
        sortOptions = false,
        usageHelpAutoWidth = false,
        usageHelpWidth = 100)
abstract class AdjcCommand implements Callable<Integer> {
    private final Console console;

    AdjcCommand(Console console) {
        this.console = console;
    }

    final Console console() {
        return console;
    }

    /** Tells diagnostics in the form that the command line asks for. */
    Reporter reporter() {
        return new Reporter(console, Reporter.Form.text);
    }

    @Override
    public final Integer call() throws Exception {
        return run().number();
    }

    abstract ExitCode run() throws Exception;
}
