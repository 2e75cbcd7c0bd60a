package dev.adjc.cli;

import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.ir.Program;
import dev.adjc.run.GeneratedCode;
import dev.adjc.run.GeneratedMethods;
import dev.adjc.run.Json;
import dev.adjc.run.Point;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code adjc eval}: runs the generated code at a point and prints what it gives. */
@Command(
        name = "eval",
        header = "Evaluate a function and its derivatives at a point.",
        description =
                "Generate the Java class of a function, compile it in memory, run it at a point, and print what it gives"
                        + " as one JSON object.",
        footer = "  adjc eval samples/lectures/umbc.ad --at x1=2,x2=1,a=1")
final class EvalCommand extends FunctionCommand {

    /** What can be asked for; all but the last two are there. */
    enum Want {
        value,
        gradient,
        jacobian,
        hessian,
        jvp,
        vjp,
        hvp
    }

    @Mixin
    private PointOption at = new PointOption();

    @Mixin
    private ModeOption mode = new ModeOption();

    @Option(
            names = {"-w", "--want"},
            paramLabel = "LIST",
            split = ",",
            description =
                    "Some of ${COMPLETION-CANDIDATES}, with commas between; jvp needs a `tangent` in the point, vjp an"
                            + " `adjoint`; this version has no hessian and no hvp. Default: value,gradient for one output,"
                            + " else value,jacobian.")
    private List<Want> want = new ArrayList<>();

    @Option(names = "--json", description = "Print the object on one line.")
    private boolean onOneLine;

    EvalCommand(Console console) {
        super(console);
    }

    @Override
    ExitCode run() {
        refuseSecondDerivatives();
        FunctionOptions.Subject subject;
        Point point;
        GeneratedCode code;
        try (Progress progress = new Progress(console())) {
            progress.doing("compiling");
            subject = loadToRun();
            point = at.pointFor(subject.function().primal(), console(), "eval");
            checkDirections(subject.function().primal(), point);
            progress.doing("compiling the Java that was generated");
            code = GeneratedCode.load(subject.function(), mode.mode(), subject.classPath());
        }
        Map<String, String> members = new LinkedHashMap<>();
        members.put("function", Json.string(subject.function().name()));
        members.put("mode", Json.string(mode.mode().word()));
        GeneratedMethods methods = code.at(point.arguments());
        for (Want each : wanted(subject.function().primal())) {
            members.put(each.name(), result(each, methods, point));
        }
        console().out().print(object(members) + "\n");
        return ExitCode.SUCCESS;
    }

    private void refuseSecondDerivatives() {
        if (want.contains(Want.hessian) || want.contains(Want.hvp)) {
            throw CommandFailure.usage("this version has no second derivatives: hessian and hvp are still to come");
        }
    }

    private Set<Want> wanted(Program function) {
        if (want.isEmpty()) {
            return EnumSet.of(Want.value, hasGradient(function) ? Want.gradient : Want.jacobian);
        }
        if (want.contains(Want.gradient) && !hasGradient(function)) {
            String outputs = function.outputs().size() > 1 ? "several outputs" : "an array as its output";
            throw CommandFailure.usage(
                    function.name() + " has " + outputs + " and so no gradient: ask for its jacobian");
        }
        return EnumSet.copyOf(want);
    }

    private static boolean hasGradient(Program function) {
        return function.outputs().size() == 1
                && function.outputs().get(0).axes().isEmpty();
    }

    private void checkDirections(Program function, Point point) {
        boolean noTangent = want.contains(Want.jvp)
                && point.tangent().isEmpty()
                && !function.activeParameters().isEmpty();
        if (noTangent || want.contains(Want.vjp) && point.adjoint().isEmpty()) {
            String missing = noTangent ? "tangent" : "adjoint";
            throw CommandFailure.wrong(List.of(Diagnostic.of(Code.POINT_ENTRY_MISSING, missing, "point")));
        }
    }

    private String result(Want wanted, GeneratedMethods methods, Point point) {
        return switch (wanted) {
            case value -> Json.arrays(methods.outputs(), methods.value());
            case gradient -> Json.arrays(methods.active(), methods.gradient());
            case jvp ->
                Json.arrays(methods.outputs(), methods.jvp(point.tangent().orElse(new double[0])));
            case vjp ->
                Json.arrays(methods.active(), methods.vjp(point.adjoint().orElseThrow()));
            default -> Json.jacobian(methods.outputs(), methods.active(), methods.jacobian(mode.mode()));
        };
    }

    /** Function and mode on the first line, then a line for each result. */
    private String object(Map<String, String> members) {
        String object = Json.object(members, onOneLine ? "," : ",\n ");
        return object.replaceFirst(",\n ", ",");
    }
}
