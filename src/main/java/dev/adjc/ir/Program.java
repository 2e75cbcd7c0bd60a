package dev.adjc.ir;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A function as a list of steps, each value defined before it is read. A derivative of a program is again a program.
 *
 * <pre>{@code
 * program squares(x[n]) -> y
 *   t[i] = x[i] * x[i]   over i < n
 *   y += t[i]   over i < n
 *   return y
 * }</pre>
 *
 * @param values makes further values for this program
 */
public record Program(String name, List<Parameter> parameters, List<Step> steps, List<Output> outputs, Values values) {

    public Program {
        parameters = List.copyOf(parameters);
        steps = List.copyOf(steps);
        outputs = List.copyOf(outputs);
    }

    /** The same program with other steps and outputs. */
    public Program with(List<Step> newSteps, List<Output> newOutputs) {
        return new Program(name, parameters, newSteps, newOutputs, values);
    }

    public List<Parameter> activeParameters() {
        return parameters.stream().filter(Parameter::isActive).collect(Collectors.toList());
    }

    public List<Output> outputs(Output.Kind kind) {
        return outputs.stream().filter(output -> output.kind() == kind).collect(Collectors.toList());
    }

    @Override
    public String toString() {
        return Printer.print(this);
    }
}
