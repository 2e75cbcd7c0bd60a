package iris;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    @Test
    void picturesShowCurvesAndRegions(@TempDir Path folder) throws IOException {
        Main.main(new String[] {folder.toString()});
        // curves are thin; each of three regions fills a good part of four plots
        assertPicture(folder.resolve("losses.png"), 900, 600, 5, 0.001);
        assertPicture(folder.resolve("regions.png"), 1400, 1050, 4, 0.05);
    }

    /** Asserts that so many colours, white among them, cover so much of a picture each. */
    private static void assertPicture(Path file, int width, int height, int colors, double share) throws IOException {
        BufferedImage picture = ImageIO.read(file.toFile());
        assertEquals(width, picture.getWidth());
        assertEquals(height, picture.getHeight());
        Map<Integer, Integer> pixels = new HashMap<>();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                pixels.merge(picture.getRGB(x, y), 1, Integer::sum);
            }
        }
        long found = pixels.values().stream()
                .filter(count -> count > share * width * height)
                .count();
        assertTrue(found >= colors, () -> file + " has " + found + " colours");
    }
}
