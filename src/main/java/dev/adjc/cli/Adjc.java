package dev.adjc.cli;

import dev.adjc.files.FileFault;
import dev.adjc.run.NoCompiler;
import dev.adjc.run.RunFailure;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The commands of adjc, and how each way to end becomes an exit code. */
@Command(
        name = "adjc",
        versionProvider = Version.class,
        header = "Compile mathematical functions to Java classes that compute exact derivatives.",
        optionListHeading = "%n",
        commandListHeading = "%nCommands, each of which has --help:%n",
        footerHeading = "%nExample:%n",
        footer = "  adjc compile samples/lectures/umbc.ad -d out",
        usageHelpWidth = 100)
public final class Adjc {

    /** In the order in which {@code adjc --help} lists them. */
    private static final List<Function<Console, AdjcCommand>> COMMANDS = List.of(
            CompileCommand::new,
            EvalCommand::new,
            CheckCommand::new,
            TraceCommand::new,
            IrCommand::new,
            FmtCommand::new,
            InitCommand::new,
            ExplainCommand::new,
            CompletionCommand::new);

    /** Reserved, not used: programs may be nested deeply, and so is then what walks over them. */
    private static final long STACK_BYTES = 512L << 20;

    private Adjc() {}

    public static void main(String[] arguments) {
        System.exit(run(SystemConsole.open(), arguments));
    }

    /** Runs a command line and gives its exit code; prints to the console alone. */
    public static int run(Console console, String... arguments) {
        FutureTask<Integer> task = new FutureTask<>(() -> execute(console, arguments));
        Thread thread = new Thread(null, task, "adjc", STACK_BYTES);
        thread.start();
        try {
            return task.get();
        } catch (InterruptedException | ExecutionException e) {
            return internal(console, e);
        }
    }

    private static int execute(Console console, String... arguments) {
        try {
            int code = commandLine(console).execute(spelledOut(arguments));
            console.out().flush();
            console.err().flush();
            return console.out().failure().map(fault -> lost(console, fault)).orElse(code);
        } catch (Throwable fault) {
            return internal(console, fault);
        }
    }

    /** {@code help compile} asks for what {@code compile --help} prints. */
    private static String[] spelledOut(String... arguments) {
        if (arguments.length == 0 || !arguments[0].equals("help")) {
            return arguments;
        }
        String[] command = Arrays.copyOfRange(arguments, 1, arguments.length + 1);
        command[command.length - 1] = "--help";
        return command;
    }

    /** Not all of the output has reached its place. */
    private static int lost(Console console, IOException fault) {
        say(console, "cannot write standard output: " + fault.getMessage());
        return ExitCode.FAULT.number();
    }

    static CommandLine commandLine(Console console) {
        CommandLine line = withHelp(new Adjc());
        line.getCommandSpec()
                .addOption(OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .description("Print the version and exit.")
                        .build());
        COMMANDS.forEach(command -> line.addSubcommand(withHelp(command.apply(console))));
        boolean coloured = console.hasColours(Console.Stream.OUT);
        return line.setOut(writer(console.out()))
                .setErr(writer(console.err()))
                .setColorScheme(CommandLine.Help.defaultColorScheme(coloured ? Ansi.ON : Ansi.OFF))
                .setParameterExceptionHandler((exception, ignored) -> usage(console, exception))
                .setExecutionExceptionHandler((exception, command, ignored) -> failure(console, exception, command));
    }

    private static CommandLine withHelp(Object command) {
        CommandLine line = new CommandLine(command);
        line.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Print this and exit.")
                        .build());
        return line;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    private static int usage(Console console, ParameterException exception) {
        say(console, String.valueOf(exception.getMessage()));
        CommandLine command = exception.getCommandLine();
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(exception, writer(console.err()))) {
            say(console, "`" + command.getCommandSpec().qualifiedName() + " --help` tells more");
        }
        return ExitCode.USAGE.number();
    }

    private static int failure(Console console, Exception exception, CommandLine line) {
        AdjcCommand command = line.getCommand();
        if (exception instanceof CommandFailure failure) {
            command.reporter().report(failure.diagnostics());
            if (failure.diagnostics().isEmpty()) {
                say(console, failure.sentence());
            }
            return failure.code().number();
        }
        if (exception instanceof FileFault fault) {
            command.reporter().reportFault(fault.diagnostic());
            return ExitCode.FAULT.number();
        }
        if (exception instanceof RunFailure run) {
            command.reporter().report(List.of(run.diagnostic()));
            return ExitCode.WRONG.number();
        }
        if (exception instanceof NoCompiler) {
            say(console, String.valueOf(exception.getMessage()));
            return ExitCode.FAULT.number();
        }
        return internal(console, exception);
    }

    /** A fault of adjc: one line, from which it can be found. */
    private static int internal(Console console, Throwable thrown) {
        Throwable fault = thrown;
        while (fault.getCause() != null) {
            fault = fault.getCause();
        }
        StackTraceElement[] trace = fault.getStackTrace();
        String place = trace.length == 0 ? "" : " at " + trace[0];
        say(
                console,
                "this is a fault of adjc, please report it with the program that brings it about: "
                        + String.valueOf(fault).replaceAll("\\s+", " ") + place);
        return ExitCode.INTERNAL.number();
    }

    private static void say(Console console, String sentence) {
        console.err().print("adjc: " + sentence + "\n");
        console.err().flush();
    }
}
