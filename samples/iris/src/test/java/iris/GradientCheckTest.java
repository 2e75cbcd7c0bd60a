package iris;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradientCheckTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void bothModesAndDifferencesAgree(long seed) {
        GradientCheck check = GradientCheck.at(Network.random(seed), Flowers.fisher());
        assertEquals(96, check.reverse().length);
        assertTrue(Arrays.stream(check.reverse()).anyMatch(derivative -> Math.abs(derivative) > 0.1));
        // the modes add in different orders; differences with a step of 6e-6 err by about 1e-10
        assertTrue(check.betweenModes() < 1e-14, () -> "modes differ by " + check.betweenModes());
        assertTrue(check.toDifferences() < 1e-8, () -> "differences differ by " + check.toDifferences());
    }
}
