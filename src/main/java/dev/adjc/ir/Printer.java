package dev.adjc.ir;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Prints a program, a step a line, near the source's own notation. */
public final class Printer {
    private final Map<Value, String> names = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final StringBuilder text = new StringBuilder();

    private Printer() {}

    public static String print(Program program) {
        Printer printer = new Printer();
        printer.program(program);
        return printer.text.toString();
    }

    private void program(Program program) {
        text.append("program ")
                .append(program.name())
                .append(program.parameters().stream().map(this::parameter).collect(Collectors.joining(", ", "(", ")")))
                .append(" -> ")
                .append(program.outputs().stream().map(Printer::output).collect(Collectors.joining(", ")))
                .append('\n');
        for (Step step : program.steps()) {
            text.append("  ").append(step.match(this::definition, this::requirement));
            text.append(domain(step.domain())).append('\n');
        }
        text.append("  return ")
                .append(program.outputs().stream().map(this::result).collect(Collectors.joining(", ")))
                .append('\n');
    }

    private String parameter(Parameter parameter) {
        String kind = switch (parameter.kind()) {
            case PASSIVE -> "const ";
            case INTEGER -> "int ";
            default -> "";
        };
        return kind + name(parameter.value()) + places(parameter.value().extents());
    }

    private String result(Output output) {
        return operand(output.operand())
                + (output.axes().isEmpty() ? "" : domain(new Domain(output.axes(), Guard.ALWAYS)));
    }

    /** What a step is repeated for. */
    private String domain(Domain domain) {
        StringBuilder words = new StringBuilder();
        if (!domain.axes().isEmpty()) {
            words.append("   over ")
                    .append(domain.axes().stream().map(this::axis).collect(Collectors.joining(", ")));
        }
        if (!domain.guard().isAlways()) {
            words.append("   ").append(guard(domain.guard()));
        }
        return words.toString();
    }

    private String axis(Axis axis) {
        return new Axis(axis.symbol(), index(axis.from()), index(axis.to()), axis.order()).toString();
    }

    private String places(List<Index> places) {
        return places.isEmpty()
                ? ""
                : places.stream().map(place -> index(place).toString()).collect(Collectors.joining(", ", "[", "]"));
    }

    /** The index with each value that it reads under the name that it has here. */
    private Index index(Index index) {
        return index.replace(atom -> atom instanceof Index.Entry entry
                ? Optional.of(Index.of(Symbol.of(access(entry.access()))))
                : Optional.empty());
    }

    private String access(Access access) {
        return name(access.value()) + places(access.at());
    }

    private static String output(Output output) {
        return switch (output.kind()) {
            case VALUE -> output.name();
            case TANGENT -> output.name() + "_dot";
            case ADJOINT -> output.name() + "_bar";
        };
    }

    private String definition(Definition definition) {
        List<String> operands =
                definition.operands().stream().map(this::operand).collect(Collectors.toList());
        String value = definition.operator().print(operands);
        return access(definition.target())
                + switch (definition.combine()) {
                    case SET -> " = " + value;
                    case SUM -> " += " + value;
                    case MAX -> " max= " + value;
                    case MIN -> " min= " + value;
                };
    }

    private String requirement(Requirement requirement) {
        return "require " + operand(requirement.condition()) + " : \"" + requirement.message() + "\"";
    }

    private String guard(Guard guard) {
        String own = (guard.expected() ? "" : "not ") + access(guard.condition());
        return guard.outer().isAlways() ? "if " + own : guard(guard.outer()) + ", " + own;
    }

    private String operand(Operand operand) {
        return operand instanceof Access access
                ? access(access)
                : operand instanceof IndexNumber number ? index(number.index()).toString() : operand.toString();
    }

    /** The value's name, with a number behind it where another value bears the name already. */
    private String name(Value value) {
        return names.computeIfAbsent(value, unnamed -> {
            String wanted =
                    unnamed.primal().map(this::beside).map(unnamed::name).orElse(unnamed.name());
            String name = wanted;
            while (!taken.add(name)) {
                name = wanted + "." + counts.merge(wanted, 1, Integer::sum);
            }
            return name;
        });
    }

    private String beside(Value primal) {
        return names.getOrDefault(primal, primal.name());
    }
}
