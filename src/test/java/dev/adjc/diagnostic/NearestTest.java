package dev.adjc.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NearestTest {

    @Test
    void oneLetterInThreeMayBeWrong() {
        nearest("sgima", "sigma");
        nearest("sigm", "sigma");
        nearest("softpluss", "softplus");
        nearest("Sigma", "sigma");
        nearest("z5", "z4");
    }

    @Test
    void whatIsFarIsNotMeant() {
        nearest("rate", "sigma", "");
        nearest("x", "y", "");
        nearest("e", "pi", "");
    }

    @Test
    void theNearestOfSeveralIsMeant() {
        assertEquals(Optional.of("theta1"), Nearest.to("thetal", List.of("beta1", "theta1", "theta12")));
    }

    private static void nearest(String name, String candidate) {
        nearest(name, candidate, candidate);
    }

    private static void nearest(String name, String candidate, String expected) {
        assertEquals(expected, Nearest.to(name, List.of(candidate)).orElse(""));
    }
}
