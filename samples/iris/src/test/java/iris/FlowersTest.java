package iris;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FlowersTest {
    private static final Flowers FLOWERS = Flowers.fisher();

    @Test
    void meansAreThoseOfFishersTable() {
        assertEquals(150, FLOWERS.count());
        assertMeans(1.462, 0.246, 0);
        assertMeans(4.260, 1.326, 1);
        assertMeans(5.552, 2.026, 2);
    }

    @Test
    void selectedFlowersKeepTheirSpecies() {
        Flowers some = FLOWERS.select(List.of(149, 0, 50));
        assertArrayEquals(new double[] {5.1, 1.8, 1, 1.4, 0.2, 1, 4.7, 1.4, 1}, some.X());
        assertArrayEquals(new double[] {0, 0, 1, 1, 0, 0, 0, 1, 0}, some.Y());
    }

    private static void assertMeans(double length, double width, int species) {
        int[] flowers = IntStream.range(0, FLOWERS.count())
                .filter(n -> FLOWERS.species(n) == species)
                .toArray();
        assertEquals(50, flowers.length);
        // 50 measures of one decimal: the means are exact but for rounding
        assertEquals(
                length,
                IntStream.of(flowers)
                        .mapToDouble(FLOWERS::petalLength)
                        .average()
                        .orElseThrow(),
                1e-12);
        assertEquals(
                width,
                IntStream.of(flowers).mapToDouble(FLOWERS::petalWidth).average().orElseThrow(),
                1e-12);
    }
}
