package dev.adjc.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.adjc.compile.Mode;
import dev.adjc.harness.Approved;
import dev.adjc.harness.Generated;
import dev.adjc.ir.Program;
import dev.adjc.samples.Expected.Reference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code docs/accuracy.md} says how far each sample is from its references. */
class AccuracyDocumentTest {
    private static final Path DOCUMENT = Path.of("docs/accuracy.md");

    private static final String HEAD = """
            # Accuracy

            How far the numbers of the generated classes are from references of 50 digits, at the points of the files
            `*.expected.json` beside the samples and of the library's references below `src/test/resources`. An ulp is the
            distance from the reference, rounded to a double, to the next double. Shown are the largest differences over all
            points and all numbers of a function: of its values, which are the same in both classes, and of its derivatives from
            the forward and from the reverse class. *Allowed* is what rounding each step of the program once may amount to at
            the worst of these points, times two: it is large where a function is ill-conditioned or a value cancels.

            The figures of another Java version may differ by an ulp or two where `java.lang.Math` does.
            """;

    private static final Map<String, String> TITLES = Map.of(
            "lectures", "Lectures (`samples/lectures`)",
            "engineering", "Engineering (`samples/engineering`)",
            "std", "The library's functions (`std`)");

    private static final String TABLE = """

            | file | function | points | value | forward | reverse | allowed |
            |---|---|---|---|---|---|---|
            """;

    /** A line of the table. */
    private record Row(
            String file, String function, int points, double value, double forward, double reverse, double allowed) {
        @Override
        public String toString() {
            return "| " + file + " | `" + function + "` | " + points + " | " + ulps(value) + " | " + ulps(forward)
                    + " | " + ulps(reverse) + " | " + ulps(allowed) + " |\n";
        }

        private static String ulps(double number) {
            return number < 100
                    ? String.format(Locale.ROOT, "%.1f", number)
                    : String.format(Locale.ROOT, "%.2g", number);
        }

        /** Whether the other row tells the same, as far as another Java version may have it. */
        boolean isLike(String other) {
            String[] cells = other.split("\\|");
            return cells.length == 8
                    && cells[1].strip().equals(file)
                    && cells[2].strip().equals("`" + function + "`")
                    && cells[3].strip().equals(String.valueOf(points))
                    && isNear(cells[4], value)
                    && isNear(cells[5], forward)
                    && isNear(cells[6], reverse)
                    && cells[7].strip().equals(ulps(allowed));
        }

        private boolean isNear(String cell, double number) {
            return Math.abs(Double.parseDouble(cell.strip()) - number) <= Math.max(2, 0.5 * allowed);
        }
    }

    @Test
    void documentTellsWhatIsMeasured() {
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        for (SampleFile file : SampleFile.all()) {
            groups.computeIfAbsent(file.group(), none -> new ArrayList<>()).addAll(rows(file));
        }
        StringBuilder text = new StringBuilder(HEAD);
        List<Row> rows = new ArrayList<>();
        groups.forEach((name, some) -> {
            text.append("\n## ").append(TITLES.get(name)).append('\n').append(TABLE);
            some.forEach(text::append);
            rows.addAll(some);
        });
        if (Approved.isRewriting()) {
            Approved.write(DOCUMENT, text.toString());
            return;
        }
        List<String> lines = Approved.read(DOCUMENT).lines().toList();
        List<String> written =
                lines.stream().filter(line -> line.contains(" | `")).toList();
        assertEquals(
                text.toString().lines().filter(line -> !line.contains(" | `")).toList(),
                lines.stream().filter(line -> !line.contains(" | `")).toList(),
                () -> Approved.mend(DOCUMENT));
        assertEquals(rows.size(), written.size(), () -> Approved.mend(DOCUMENT));
        for (int i = 0; i < rows.size(); i++) {
            String line = written.get(i);
            Row row = rows.get(i);
            assertTrue(row.isLike(line), () -> line + "\nis now\n" + row + Approved.mend(DOCUMENT));
        }
    }

    private static List<Row> rows(SampleFile file) {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (JsonObject entry : file.cases()) {
            Generated function = file.function(entry.get("function").getAsString());
            Program program = function.function().primal();
            Expected expected = Expected.of(entry, program);
            double[] forward = SamplesTest.numbers(function, Mode.FORWARD, expected.point());
            double[] reverse = SamplesTest.numbers(function, Mode.REVERSE, expected.point());
            List<Reference> references = SamplesTest.references(expected);
            Row row = rows.getOrDefault(expected.function(), new Row(file.name(), expected.function(), 0, 0, 0, 0, 0));
            row = new Row(row.file, row.function, row.points + 1, row.value, row.forward, row.reverse, row.allowed);
            for (int i = 0; i < forward.length; i++) {
                Reference reference = references.get(i);
                if (Accuracy.isSpecial(reference) || Double.parseDouble(reference.text()) == 0) {
                    continue;
                }
                double along = Accuracy.ulps(forward[i], reference);
                double back = Accuracy.ulps(reverse[i], reference);
                boolean value = i < expected.values().size();
                row = new Row(
                        row.file,
                        row.function,
                        row.points,
                        value ? Math.max(row.value, back) : row.value,
                        value ? row.forward : Math.max(row.forward, along),
                        value ? row.reverse : Math.max(row.reverse, back),
                        Math.max(row.allowed, Accuracy.allowedUlps(reference)));
            }
            rows.put(expected.function(), row);
        }
        return List.copyOf(rows.values());
    }
}
