package dev.adjc.cli;

import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.ir.Arguments;
import dev.adjc.ir.Program;
import dev.adjc.run.CheckReport;
import dev.adjc.run.DerivativeCheck;
import dev.adjc.run.Point;
import dev.adjc.run.RandomPoints;
import dev.adjc.view.CheckView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code adjc check}: whether the derivatives of a function are right. */
@Command(
        name = "check",
        header = "Compare the derivatives of both modes with each other and with differences.",
        description =
                "Compare the derivatives of forward mode, of reverse mode and by central differences, at a point or at"
                        + " random points of the domain, and say to how many digits they agree. Exits with 1 if a derivative is wrong.",
        footer = "  adjc check samples/lectures/umbc.ad --at x1=2,x2=1,a=1")
final class CheckCommand extends FunctionCommand {

    @Mixin
    private PointOption at = new PointOption();

    @Option(
            names = "--points",
            paramLabel = "N",
            defaultValue = "5",
            description = "How many points are drawn without --at; default: ${DEFAULT-VALUE}.")
    private int points = 5;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Another number, other points; default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    CheckCommand(Console console) {
        super(console);
    }

    @Override
    ExitCode run() {
        if (points < 1) {
            throw CommandFailure.usage("--points is at least 1");
        }
        List<Diagnostic> faults = new ArrayList<>();
        try (Progress progress = new Progress(console())) {
            progress.doing("compiling");
            FunctionOptions.Subject subject = loadToRun();
            Program function = subject.function().primal();
            Optional<Point> given = at.point(function, console());
            DerivativeCheck check = DerivativeCheck.of(subject.function(), subject.classPath());
            for (Arguments point : given.map(one -> List.of(one.arguments())).orElseGet(() -> drawn(subject))) {
                progress.doing("checking " + function.name());
                CheckReport report = check.at(point);
                console().out().print(CheckView.of(report, function));
                report.faults()
                        .forEach(fault -> faults.add(Diagnostic.at(
                                subject.function().span(), Code.WRONG_DERIVATIVE, function.name(), fault)));
            }
        }
        if (!faults.isEmpty()) {
            throw CommandFailure.wrong(faults);
        }
        return ExitCode.SUCCESS;
    }

    private List<Arguments> drawn(FunctionOptions.Subject subject) {
        Program function = subject.function().lowered();
        List<Arguments> drawn = RandomPoints.of(function, points, seed);
        if (drawn.isEmpty()) {
            throw CommandFailure.usage(
                    "no point was found where " + function.name() + " is defined: give one with --at");
        }
        return drawn;
    }
}
