package dev.adjc.operator.special;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values and derivatives against 50 digits. */
class AccuracyTest {
    /** What takes no rounding worth a reference; {@link EdgesTest} has them, and the methods below. */
    private static final Set<String> WITHOUT_REFERENCE = Set.of(
            "orNaN",
            "flat",
            "logisticTail",
            "sigmoidOfTail",
            "sigmoidDxOfTail",
            "step",
            "relu",
            "maxWeight",
            "minWeight",
            "clamp",
            "clampDx",
            "clampDlo",
            "clampDhi",
            "modDy",
            "powi",
            "logDx",
            "xlogyDx",
            "xlogyDy");

    static List<String> names() {
        return Reference.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void errorIsAtMostFourUnitsAndWhatTheArgumentsLastPlacesAmountTo(String name) {
        List<String> faults = new ArrayList<>();
        for (Reference reference : Reference.of(name)) {
            double result = SpecialMethods.value(name, reference.point());
            double error = reference.error(result);
            if (!(error <= 4.0 + reference.condition())) {
                faults.add(name + reference + " was " + result + ", off by " + error + " units, allowed are 4 + "
                        + reference.condition());
            }
        }
        assertTrue(faults.isEmpty(), () -> String.join("\n", faults));
    }

    @Test
    void everyMethodHasReferencesOrNeedsNone() {
        Set<String> covered = new TreeSet<>(WITHOUT_REFERENCE);
        covered.addAll(Reference.names());
        assertEquals(
                SpecialMethods.PUBLIC.keySet(),
                covered,
                "give a new method a line in TABLE of src/test/references/special.py and run that");
    }

    @Test
    void errorCountsUnitsOfTheValuesOwnBinade() {
        Reference one = new Reference(List.of(), BigDecimal.ONE, 0);
        assertEquals(1.0, one.error(1 + 0x1p-52));
        assertEquals(0.5, one.error(1 - 0x1p-53));
        Reference belowOne = new Reference(List.of(), BigDecimal.ONE.subtract(new BigDecimal("1e-30")), 0);
        assertEquals(0.0, belowOne.error(1), 1e-13);
        assertEquals(2.0, belowOne.error(1 + 0x1p-52), 1e-13);
        Reference subnormal = new Reference(List.of(), new BigDecimal(Double.MIN_VALUE), 0);
        assertEquals(1.0, subnormal.error(0));
    }

    @Test
    void integerPowersMultiplyFromTheLowBit() {
        double x = 1.1;
        double square = x * x;
        double fourth = square * square;
        assertEquals(x * square, Power.powi(x, 3));
        assertEquals(x * fourth, Power.powi(x, 5));
        assertEquals(x * square * fourth, Power.powi(x, 7));
        assertEquals(1 / (square * fourth), Power.powi(x, -6));
    }

    @Test
    void integerPowersLoseAUnitForEachFactorAtMost() {
        Random random = new Random(7);
        for (int k = 0; k < 2000; k++) {
            double x = (1 + random.nextDouble()) * (random.nextBoolean() ? 1 : -0.5);
            int n = random.nextInt(400);
            BigDecimal power = new BigDecimal(x).pow(n, MathContext.DECIMAL128);
            Reference reference = new Reference(List.of(x, (double) n), power, n);
            assertTrue(reference.error(Power.powi(x, n)) <= n, () -> "powi" + reference);
        }
    }

    @Test
    void floorOfAQuotientIsThatOfTheExactQuotient() {
        Random random = new Random(11);
        for (int k = 0; k < 5000; k++) {
            double y = (random.nextDouble() - 0.5) * Math.scalb(1.0, random.nextInt(40) - 20);
            double nearMultiple = y * (random.nextInt(2000) - 1000);
            double x = nearMultiple + (random.nextInt(5) - 2) * Math.ulp(nearMultiple);
            BigDecimal quotient = new BigDecimal(x).divide(new BigDecimal(y), new MathContext(60));
            double floor = quotient.setScale(0, RoundingMode.FLOOR).doubleValue();
            assertEquals(0.0 - floor, Kinks.modDy(x, y, Kinks.mod(x, y)), () -> "floor(" + x + "/" + y + ")");
        }
    }

    @Test
    void powersOfTwoHaveExactLogarithms() {
        for (int n = -1074; n <= 1023; n++) {
            assertEquals(n, Power.log2(Math.scalb(1.0, n)));
        }
    }
}
