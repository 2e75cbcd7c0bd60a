package dev.adjc.cli;

import dev.adjc.ir.Interpreter;
import dev.adjc.run.Point;
import dev.adjc.run.RunFailure;
import dev.adjc.view.TraceView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code adjc trace}: the evaluation trace of a lecture slide. */
@Command(
        name = "trace",
        header = "Print the evaluation trace of a function at a point.",
        description =
                "Print the evaluation trace of a function at a point, as a table. Forward: each intermediate with its value and"
                        + " its tangent, in the direction of the point's `tangent` or else along each input. Reverse: each with its"
                        + " value, then each adjoint with the contributions that it is the sum of.",
        footer = "  adjc trace samples/lectures/umbc.ad --at x1=2,x2=1,a=1 --mode forward")
final class TraceCommand extends FunctionCommand {

    @Mixin
    private PointOption at = new PointOption();

    @Mixin
    private ModeOption mode = new ModeOption();

    TraceCommand(Console console) {
        super(console);
    }

    @Override
    ExitCode run() {
        FunctionOptions.Subject subject = loadToRun();
        Point point = at.pointFor(subject.function().lowered(), console(), "trace");
        try {
            console().out().print(TraceView.of(subject.function(), mode.mode(), point));
        } catch (Interpreter.Refused refused) {
            throw RunFailure.of(subject.function().name(), refused)
                    .at(subject.function().span());
        }
        return ExitCode.SUCCESS;
    }
}
