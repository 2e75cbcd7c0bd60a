package dev.adjc.run;

import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.diagnostic.Nearest;
import dev.adjc.ir.Output;
import dev.adjc.ir.Parameter;
import dev.adjc.ir.Program;
import dev.adjc.source.Source;
import dev.adjc.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads a point for a function: exactly one entry for each parameter, and, beside them, tangents of the active parameters and
 * adjoints of the outputs if there are any.
 *
 * <p>A point has one of two forms: the parameters' entries with {@code "tangent"} and {@code "adjoint"} among them, or
 * {@code {"point": {…}, "tangent": {…}, "adjoint": {…}, "sizes": {…}}}, which serves parameters of any name.
 */
public final class PointReader {
    private static final String TANGENT = "tangent";
    private static final String ADJOINT = "adjoint";

    private final Program function;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private PointReader(Program function) {
        this.function = function;
    }

    /** A point, or all that is wrong with it. */
    public record Result(Optional<Point> point, List<Diagnostic> diagnostics) {}

    /** Reads JSON. */
    public static Result json(Source source, Program function) {
        PointReader reader = new PointReader(function);
        return reader.result(PointText.json(source, reader.diagnostics));
    }

    /** Reads the short form, {@code x1=2,x2=1}; its names are those of parameters. */
    public static Result inline(Source source, Program function) {
        PointReader reader = new PointReader(function);
        Entry.Group parameters = PointText.inline(source, reader.diagnostics);
        return reader.result(parameters, new Entry.Group(Map.of(), Map.of(), parameters.span()));
    }

    private Result result(Entry.Group whole) {
        Map<String, Entry> directions = new LinkedHashMap<>();
        if (whole.entries().get("point") instanceof Entry.Group parameters) {
            whole.entries().forEach((name, entry) -> {
                if (!name.equals("point")) {
                    directions.put(name, entry);
                }
            });
            return result(parameters, new Entry.Group(directions, whole.names(), whole.span()));
        }
        Map<String, Entry> parameters = new LinkedHashMap<>(whole.entries());
        for (String name : List.of(TANGENT, ADJOINT)) {
            Entry entry = parameters.get(name);
            if (entry instanceof Entry.Group || entry != null && !isParameter(name)) {
                directions.put(name, entry);
                parameters.remove(name);
            }
        }
        return result(
                new Entry.Group(parameters, whole.names(), whole.span()),
                new Entry.Group(directions, whole.names(), whole.span()));
    }

    private boolean isParameter(String name) {
        return function.parameters().stream()
                .anyMatch(parameter -> parameter.name().equals(name));
    }

    private Result result(Entry.Group parameters, Entry.Group directions) {
        if (!diagnostics.isEmpty()) {
            return new Result(Optional.empty(), diagnostics);
        }
        Map<String, Parameter.Kind> wanted = new LinkedHashMap<>();
        function.parameters().forEach(parameter -> wanted.put(parameter.name(), parameter.kind()));
        double[] inputs = numbers(parameters, wanted, "point");
        Optional<double[]> tangent = direction(directions.entries(), TANGENT, active());
        Optional<double[]> adjoint = direction(directions.entries(), ADJOINT, outputs());
        directions
                .entries()
                .forEach((name, entry) -> further(
                        name, entry, Objects.requireNonNull(directions.names().get(name))));
        return diagnostics.isEmpty()
                ? new Result(Optional.of(new Point(inputs, tangent, adjoint)), List.of())
                : new Result(Optional.empty(), diagnostics);
    }

    private Map<String, Parameter.Kind> active() {
        return function.activeParameters().stream()
                .collect(Collectors.toMap(Parameter::name, Parameter::kind, (a, b) -> a, LinkedHashMap::new));
    }

    private Map<String, Parameter.Kind> outputs() {
        return function.outputs().stream()
                .collect(Collectors.toMap(
                        Output::name, output -> Parameter.Kind.ADJOINT, (a, b) -> a, LinkedHashMap::new));
    }

    private Optional<double[]> direction(
            Map<String, Entry> directions, String name, Map<String, Parameter.Kind> wanted) {
        Entry entry = directions.get(name);
        if (entry instanceof Entry.Group group) {
            return Optional.of(numbers(group, wanted, name));
        }
        if (entry != null) {
            misshapen(name, entry, "an object");
        }
        return Optional.empty();
    }

    /** What the second form may hold beside the point and the directions: the sizes that only empty arrays show. */
    private void further(String name, Entry entry, Span place) {
        if (name.equals("sizes")) {
            if (entry instanceof Entry.Group sizes) {
                sizes.names().forEach((size, span) -> superfluous(size, span, List.of(), "sizes"));
            } else {
                misshapen(name, entry, "an object");
            }
        } else if (!name.equals(TANGENT) && !name.equals(ADJOINT)) {
            superfluous(name, place, List.of("point", TANGENT, ADJOINT, "sizes"), "second form");
        }
    }

    private double[] numbers(Entry.Group group, Map<String, Parameter.Kind> wanted, String place) {
        for (String name : group.entries().keySet()) {
            if (!wanted.containsKey(name)) {
                superfluous(name, Objects.requireNonNull(group.names().get(name)), wanted.keySet(), place);
            }
        }
        double[] numbers = new double[wanted.size()];
        int next = 0;
        for (Map.Entry<String, Parameter.Kind> each : wanted.entrySet()) {
            Entry entry = group.entries().get(each.getKey());
            if (entry == null) {
                diagnostics.add(Diagnostic.at(group.span(), Code.POINT_ENTRY_MISSING, each.getKey(), place));
            } else {
                numbers[next] = number(each.getKey(), each.getValue(), entry);
            }
            next++;
        }
        return numbers;
    }

    private double number(String name, Parameter.Kind kind, Entry entry) {
        boolean integer = kind == Parameter.Kind.INTEGER;
        if (!(entry instanceof Entry.Number number)) {
            misshapen(name, entry, integer ? "an integer" : "a number");
            return 0;
        }
        if (integer && number.value() != (int) number.value()) {
            misshapen(name, entry, "an integer from -2147483648 to 2147483647");
        }
        return number.value();
    }

    private void misshapen(String name, Entry entry, String wanted) {
        diagnostics.add(Diagnostic.at(
                entry.span(),
                Code.POINT_ENTRY_MISSHAPEN,
                name,
                entry instanceof Entry.Number ? "`" + entry.span().text() + "`" : entry.kind(),
                wanted));
    }

    private void superfluous(String name, Span span, Iterable<String> known, String place) {
        diagnostics.add(Diagnostic.at(span, Code.POINT_ENTRY_SUPERFLUOUS, name, function.name(), place)
                .with(Nearest.to(name, known)));
    }
}
