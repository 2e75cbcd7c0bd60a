package iris;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    @Test
    void picturesShowCurvesAndRegions(@TempDir Path folder) throws IOException {
        Main.main(new String[] {folder.toString()});
        // curves are thin; each of three regions fills a good part of four plots
        assertPicture(folder.resolve("losses.png"), 900, 600, 4, 0.001);
        assertPicture(folder.resolve("regions.png"), 1400, 1050, 3, 0.05);
    }

    /** Asserts that so many hues, those of twelve, cover so much of a picture each. */
    private static void assertPicture(Path file, int width, int height, int hues, double share) throws IOException {
        BufferedImage picture = ImageIO.read(file.toFile());
        assertEquals(width, picture.getWidth());
        assertEquals(height, picture.getHeight());
        int[] pixels = new int[12];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                Color color = new Color(picture.getRGB(x, y));
                float[] hsb = Color.RGBtoHSB(color.getRed(), color.getGreen(), color.getBlue(), null);
                // what is next to grey has no hue
                if (hsb[1] > 0.1) {
                    pixels[Math.round(12 * hsb[0]) % 12]++;
                }
            }
        }
        long found = IntStream.of(pixels)
                .filter(count -> count > share * width * height)
                .count();
        assertTrue(found >= hues, () -> file + " shows " + Arrays.toString(pixels));
    }
}
