package dev.adjc.ir;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
            Guard guard = step.domain().guard();
            if (!guard.isAlways()) {
                text.append("   ").append(guard(guard));
            }
            text.append('\n');
        }
        text.append("  return ")
                .append(program.outputs().stream()
                        .map(output -> operand(output.operand()))
                        .collect(Collectors.joining(", ")))
                .append('\n');
    }

    private String parameter(Parameter parameter) {
        String kind = switch (parameter.kind()) {
            case PASSIVE -> "const ";
            case INTEGER -> "int ";
            default -> "";
        };
        return kind + name(parameter.value());
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
        return name(definition.target())
                + (definition.combine() == Combine.SUM ? " += " : " = ")
                + definition.operator().print(operands);
    }

    private String requirement(Requirement requirement) {
        return "require " + operand(requirement.condition()) + " : \"" + requirement.message() + "\"";
    }

    private String guard(Guard guard) {
        String own = (guard.expected() ? "" : "not ") + name(guard.condition());
        return guard.outer().isAlways() ? "if " + own : guard(guard.outer()) + ", " + own;
    }

    private String operand(Operand operand) {
        return operand instanceof Access access ? name(access.value()) : operand.toString();
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
