package dev.adjc.document;

import dev.adjc.harness.PluginDescriptor;
import dev.adjc.harness.PluginDescriptor.Goal;
import dev.adjc.harness.PluginDescriptor.Parameter;
import java.util.List;

/** The goals of the Maven plugin with their parameters. */
final class GoalTable {
    private GoalTable() {}

    /** A heading, what it does, and a table, for each goal. */
    static String of(List<String> names) {
        StringBuilder text = new StringBuilder();
        for (String name : names) {
            Goal goal = PluginDescriptor.goals().stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            text.append("\n### adjc:").append(name).append("\n\n");
            text.append(goal.description()).append(" Bound to the phase `");
            text.append(goal.phase()).append("`.\n\n");
            text.append("| parameter | property | default | |\n|---|---|---|---|\n");
            goal.parameters().forEach(parameter -> text.append(row(parameter)));
        }
        return text.append('\n').toString();
    }

    private static String row(Parameter parameter) {
        String standard = parameter.standard().isEmpty() ? "" : "`" + parameter.standard() + "` ";
        return "| `" + parameter.name() + "` | `" + parameter.property() + "` | " + standard + "| "
                + parameter.description() + " |\n";
    }
}
