package dev.adjc.build;

import dev.adjc.compile.Compilation;
import dev.adjc.compile.CompiledFunction;
import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.files.FileFault;
import dev.adjc.files.Reading;
import dev.adjc.files.SourceFile;
import dev.adjc.ir.Arguments;
import dev.adjc.ir.Program;
import dev.adjc.run.CheckReport;
import dev.adjc.run.ClassPath;
import dev.adjc.run.DerivativeCheck;
import dev.adjc.run.Point;
import dev.adjc.run.PointReader;
import dev.adjc.run.RandomPoints;
import dev.adjc.run.RunFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks whether the derivatives of all functions of files are right, at points that are drawn and at those that are given.
 *
 * @param externs where the Java of extern functions is
 * @param drawn how many points are drawn for each function
 * @param seed another one, other points
 * @param points the folder of points that are given; see {@link PointFiles}
 */
public record DerivativeChecks(Settings settings, ClassPath externs, int drawn, long seed, Path points) {

    /**
     * What came of it.
     *
     * @param diagnostics wrong derivatives, and what stood in the way of a check
     * @param wrong the first point of each function at which something is wrong
     * @param functions how many have been checked
     * @param unchecked for which no point was found, nor given
     * @param unclaimed files of points that belong to no function
     */
    public record Outcome(
            List<Diagnostic> diagnostics,
            List<Wrong> wrong,
            int functions,
            List<String> unchecked,
            List<Path> unclaimed) {
        public Outcome {
            diagnostics = List.copyOf(diagnostics);
            wrong = List.copyOf(wrong);
            unchecked = List.copyOf(unchecked);
            unclaimed = List.copyOf(unclaimed);
        }
    }

    /** What a function's derivatives are at a point, and what is wrong with them. */
    public record Wrong(Program function, CheckReport report) {}

    /** Carries the checks out. */
    public Outcome run(List<SourceFile> files) {
        return new Run().of(files);
    }

    /** The checks while they are carried out. */
    private final class Run {
        private final PointFiles given = new PointFiles(points);
        private final List<Diagnostic> diagnostics = new ArrayList<>();
        private final List<Wrong> wrong = new ArrayList<>();
        private final List<String> unchecked = new ArrayList<>();
        private int functions;

        Outcome of(List<SourceFile> files) {
            BatchCompiler compiler = new BatchCompiler(settings, doing -> {});
            for (SourceFile file : files) {
                Compilation compilation = compiler.compile(file, new Reading(), externs);
                diagnostics.addAll(compilation.diagnostics());
                compilation.functions().forEach(function -> check(file, function));
            }
            return new Outcome(Diagnostic.distinct(diagnostics), wrong, functions, unchecked, given.unclaimed());
        }

        private void check(SourceFile file, CompiledFunction function) {
            List<Arguments> at = given(file, function);
            List<Diagnostic> missing = externs.missing(function);
            diagnostics.addAll(missing);
            if (!missing.isEmpty()) {
                return;
            }
            at.addAll(RandomPoints.of(function.lowered(), drawn, seed));
            if (at.isEmpty()) {
                unchecked.add(function.name());
                return;
            }
            functions++;
            DerivativeCheck check = DerivativeCheck.of(function, externs);
            boolean right = true;
            for (int i = 0; i < at.size() && right; i++) {
                right = isRight(function, check, at.get(i));
            }
        }

        private boolean isRight(CompiledFunction function, DerivativeCheck check, Arguments point) {
            try {
                CheckReport report = check.at(point);
                List<String> faults = report.faults();
                if (faults.isEmpty()) {
                    return true;
                }
                wrong.add(new Wrong(function.primal(), report));
                faults.forEach(fault ->
                        diagnostics.add(Diagnostic.at(function.span(), Code.WRONG_DERIVATIVE, function.name(), fault)));
            } catch (RunFailure failure) {
                diagnostics.add(failure.diagnostic());
            }
            return false;
        }

        private List<Arguments> given(SourceFile file, CompiledFunction function) {
            List<Arguments> arguments = new ArrayList<>();
            for (Path point : given.claim(file, function.name())) {
                PointReader.Result read = PointReader.json(point.toString(), bytes(point), function.primal());
                diagnostics.addAll(read.diagnostics());
                read.point().map(Point::arguments).ifPresent(arguments::add);
            }
            return arguments;
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw FileFault.reading(file.toString(), e);
        }
    }
}
