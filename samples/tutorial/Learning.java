import java.util.Locale;
import lectures.SquaredErrorReverse;

/** Learns the slope w of the line y = w·x from one observation, x = 2 and y = 3. */
class Learning {
    public static void main(String[] arguments) {
        double w = 0.5;
        for (int step = 0; step <= 5; step++) {
            SquaredErrorReverse.Gradient at = SquaredErrorReverse.gradient(w, 2, 3);
            System.out.printf(Locale.ROOT, "w = %.5f, error %.6f, derivative %.5f%n", w, at.value(), at.w());
            w -= 0.2 * at.w();
        }
    }
}
