package dev.adjc.run;

import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.diagnostic.Nearest;
import dev.adjc.ir.Arguments;
import dev.adjc.ir.Parameter;
import dev.adjc.ir.Program;
import dev.adjc.ir.Symbol;
import dev.adjc.source.Source;
import dev.adjc.source.Span;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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

    /** Reads a file of JSON, in UTF-8. */
    public static Result json(String name, byte[] bytes, Program function) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return json(new Source(name, text.startsWith("\ufeff") ? text.substring(1) : text), function);
        } catch (CharacterCodingException e) {
            Diagnostic mistake = Diagnostic.of(Code.POINT_UNREADABLE, "UTF-8 text in " + name, "other bytes");
            return new Result(Optional.empty(), List.of(mistake));
        }
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
        List<Elements> inputs = elements(parameters, wanted(function.parameters()), "point");
        Optional<List<Elements>> tangent =
                direction(directions.entries(), TANGENT, wanted(function.activeParameters()));
        Optional<List<Elements>> adjoint = direction(directions.entries(), ADJOINT, outputs());
        Map<String, Long> sizes = new LinkedHashMap<>();
        directions.entries().forEach((name, entry) -> further(name, entry, name(directions, name), sizes));
        return diagnostics.isEmpty()
                ? new Result(
                        SizeSolver.solve(function, inputs, sizes, diagnostics)
                                .flatMap(arguments -> point(arguments, tangent, adjoint)),
                        diagnostics)
                : new Result(Optional.empty(), diagnostics);
    }

    private Optional<Point> point(
            Arguments arguments, Optional<List<Elements>> tangent, Optional<List<Elements>> adjoint) {
        Point point = new Point(
                arguments,
                tangent.map(elements -> numbers(elements, Coordinates.ofActive(function, arguments), TANGENT)),
                adjoint.map(elements -> numbers(elements, Coordinates.ofOutputs(function, arguments), ADJOINT)));
        return diagnostics.isEmpty() ? Optional.of(point) : Optional.empty();
    }

    /** The numbers of a direction, which has the shape of what it is the direction of. */
    private double[] numbers(List<Elements> directions, Coordinates shapes, String place) {
        for (int i = 0; i < directions.size(); i++) {
            Elements elements = directions.get(i);
            Coordinates.Array shape = shapes.arrays().get(i);
            for (int d = 0; d < shape.extents().size(); d++) {
                int extent = shape.extents().get(d);
                if (!elements.shows(d, extent)) {
                    String wanted = "`" + shape.name() + "` itself has " + extent;
                    diagnostics.add(SizeSolver.mismatch(elements, d, place + "." + elements.name(), wanted));
                }
            }
        }
        return Coordinates.join(directions.stream().map(Elements::numbers).collect(Collectors.toList()));
    }

    private static List<Elements.Wanted> wanted(List<Parameter> parameters) {
        return parameters.stream()
                .map(parameter -> new Elements.Wanted(
                        parameter.name(), parameter.value().rank(), parameter.kind() == Parameter.Kind.INTEGER))
                .collect(Collectors.toList());
    }

    private List<Elements.Wanted> outputs() {
        return function.outputs().stream()
                .map(output -> new Elements.Wanted(output.name(), output.axes().size(), false))
                .collect(Collectors.toList());
    }

    private Optional<List<Elements>> direction(
            Map<String, Entry> directions, String name, List<Elements.Wanted> wanted) {
        Entry entry = directions.get(name);
        if (entry instanceof Entry.Group group) {
            return Optional.of(elements(group, wanted, name));
        }
        if (entry != null) {
            diagnostics.add(Elements.misshapen(name, entry, "an object"));
        }
        return Optional.empty();
    }

    /** What the second form may hold beside the point and the directions: the sizes that only empty arrays show. */
    private void further(String name, Entry entry, Span place, Map<String, Long> sizes) {
        if (name.equals("sizes")) {
            if (entry instanceof Entry.Group group) {
                group.entries().forEach((size, number) -> size(size, number, name(group, size), sizes));
            } else {
                diagnostics.add(Elements.misshapen(name, entry, "an object"));
            }
        } else if (!name.equals(TANGENT) && !name.equals(ADJOINT)) {
            superfluous(name, place, List.of("point", TANGENT, ADJOINT, "sizes"), "second form");
        }
    }

    private void size(String name, Entry entry, Span place, Map<String, Long> sizes) {
        List<String> known =
                Coordinates.sizes(function).stream().map(Symbol::name).collect(Collectors.toList());
        if (!known.contains(name)) {
            superfluous(name, place, known, "sizes");
        } else if (entry instanceof Entry.Number number
                && number.value() == (int) number.value()
                && number.value() >= 0) {
            sizes.put(name, (long) number.value());
        } else {
            diagnostics.add(Elements.misshapen(name, entry, "an integer from 0 to 2147483647"));
        }
    }

    /** One for each that is wanted, unless there are mistakes. */
    private List<Elements> elements(Entry.Group group, List<Elements.Wanted> wanted, String place) {
        Set<String> names =
                wanted.stream().map(Elements.Wanted::name).collect(Collectors.toCollection(LinkedHashSet::new));
        group.entries().forEach((name, entry) -> {
            if (!names.contains(name)) {
                superfluous(name, name(group, name), names, place);
            }
        });
        List<Elements> elements = new ArrayList<>();
        for (Elements.Wanted each : wanted) {
            Entry entry = group.entries().get(each.name());
            if (entry == null) {
                diagnostics.add(Diagnostic.at(group.span(), Code.POINT_ENTRY_MISSING, each.name(), place));
            } else {
                Elements.read(each, entry, diagnostics).ifPresent(elements::add);
            }
        }
        return elements;
    }

    /** Where a name stands. */
    private static Span name(Entry.Group group, String name) {
        return Objects.requireNonNull(group.names().get(name));
    }

    private void superfluous(String name, Span span, Iterable<String> known, String place) {
        diagnostics.add(Diagnostic.at(span, Code.POINT_ENTRY_SUPERFLUOUS, name, function.name(), place)
                .with(Nearest.to(name, known)));
    }
}
