package dev.adjc.cli;

import picocli.CommandLine.Mixin;

/** A command about one function of a file. */
abstract class FunctionCommand extends AdjcCommand {
    @Mixin
    private FunctionOptions options = new FunctionOptions();

    FunctionCommand(Console console) {
        super(console);
    }

    /** Compiles the file and picks the function; tells what is wrong with the file. */
    final FunctionOptions.Subject load() {
        return options.load(reporter());
    }

    /** As {@link #load}, for who runs the function: its extern functions must be there. */
    final FunctionOptions.Subject loadToRun() {
        return options.loadToRun(reporter());
    }

    @Override
    final Reporter reporter() {
        return options.reporter(console());
    }
}
