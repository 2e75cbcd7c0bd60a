package dev.adjc.diagnostic;

import java.util.Locale;
import java.util.Optional;

/** Finds what was probably meant by a misspelt name. */
public final class Nearest {
    private Nearest() {}

    /**
     * The candidate with the fewest letters wrong: added, left out, changed, or exchanged with the next one; at most one in
     * three. A difference of case alone counts as half a letter, and of equally near candidates the first one wins.
     */
    public static Optional<String> to(String name, Iterable<String> candidates) {
        String best = "";
        int least = 2 * Math.max(1, name.length() / 3) + 1;
        for (String candidate : candidates) {
            if (2 * Math.abs(candidate.length() - name.length()) < least && !candidate.equals(name)) {
                int distance = candidate.equalsIgnoreCase(name)
                        ? 1
                        : 2 * distance(candidate.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
                boolean nothingKept = distance >= 2 * Math.max(name.length(), candidate.length());
                if (distance < least && !nothingKept) {
                    best = candidate;
                    least = distance;
                }
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    /** Optimal string alignment (Damerau-Levenshtein without repeated edits), row by row. */
    private static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(last[j] + 1, row[j - 1] + 1), last[j - 1] + change);
                boolean exchanged =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (exchanged) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[b.length()];
    }
}
