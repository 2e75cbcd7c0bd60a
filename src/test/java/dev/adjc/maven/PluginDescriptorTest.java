package dev.adjc.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjc.harness.PluginDescriptor;
import dev.adjc.harness.PluginDescriptor.Goal;
import dev.adjc.harness.PluginDescriptor.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PluginDescriptorTest {
    private static final Path ECLIPSE = Path.of("src/main/resources/META-INF/m2e/lifecycle-mapping-metadata.xml");

    @Test
    void everyGoalMayRunInParallel() {
        for (Goal goal : PluginDescriptor.goals()) {
            assertTrue(goal.isThreadSafe(), goal::name);
        }
    }

    @Test
    void everyParameterHasADescriptionAndAUserProperty() {
        for (Goal goal : PluginDescriptor.goals()) {
            for (Parameter parameter : goal.parameters()) {
                assertFalse(parameter.description().isEmpty(), () -> goal.name() + " " + parameter.name());
                assertTrue(parameter.property().startsWith("adjc."), () -> goal.name() + " " + parameter.name());
            }
        }
    }

    @Test
    void eclipseKnowsWhatToDoWithEveryGoal() throws Exception {
        List<String> known = Pattern.compile("<goal>(.*?)</goal>")
                .matcher(Files.readString(ECLIPSE))
                .results()
                .map((MatchResult found) -> found.group(1))
                .sorted()
                .toList();
        List<String> goals =
                PluginDescriptor.goals().stream().map(Goal::name).sorted().toList();
        assertEquals(goals, known);
    }
}
