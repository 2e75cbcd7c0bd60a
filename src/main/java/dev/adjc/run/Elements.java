package dev.adjc.run;

import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * The entry of a number or of an array, as far as it shows its shape: {@code []} has no elements, and tells nothing of
 * dimensions behind the first one.
 *
 * @param extents of each dimension, nothing where it is not shown
 */
record Elements(String name, double[] numbers, List<Optional<Integer>> extents, Span span) {

    Elements {
        extents = List.copyOf(extents);
    }

    /** What an entry is to be. */
    record Wanted(String name, int rank, boolean isInteger) {}

    /** Whether there can be as many elements as this in each dimension. */
    boolean shows(int dimension, int extent) {
        return extents.get(dimension).map(shown -> shown == extent).orElse(true);
    }

    /** Reads an entry; what is wrong with it is reported. */
    static Optional<Elements> read(Wanted wanted, Entry entry, List<Diagnostic> diagnostics) {
        Reading reading = new Reading(wanted, diagnostics);
        boolean right = reading.read(entry, 0);
        List<Optional<Integer>> extents = new ArrayList<>();
        reading.first.forEach(
                first -> extents.add(first.map(array -> array.entries().size())));
        return right
                ? Optional.of(
                        new Elements(wanted.name(), reading.numbers.build().toArray(), extents, entry.span()))
                : Optional.empty();
    }

    /** Walks through nested lists, up to the first mistake. */
    private static final class Reading {
        private final Wanted wanted;
        private final List<Diagnostic> diagnostics;
        private final DoubleStream.Builder numbers = DoubleStream.builder();

        /** The first list of each dimension, whose length the others must have. */
        private final List<Optional<Entry.Array>> first;

        Reading(Wanted wanted, List<Diagnostic> diagnostics) {
            this.wanted = wanted;
            this.diagnostics = diagnostics;
            this.first = new ArrayList<>(Collections.nCopies(wanted.rank(), Optional.empty()));
        }

        boolean read(Entry entry, int depth) {
            if (depth == wanted.rank()) {
                return number(entry, depth);
            }
            if (!(entry instanceof Entry.Array array)) {
                return misshapen(entry, depth);
            }
            Entry.Array other = first.get(depth).orElse(array);
            first.set(depth, Optional.of(other));
            if (other.entries().size() != array.entries().size()) {
                String one = Integer.toString(other.entries().size());
                String two = Integer.toString(array.entries().size());
                diagnostics.add(Diagnostic.at(
                                array.span(), Code.POINT_RAGGED, wanted.name(), Integer.toString(depth + 1), one, two)
                        .with(other.span()));
                return false;
            }
            return array.entries().stream().allMatch(inner -> read(inner, depth + 1));
        }

        private boolean number(Entry entry, int depth) {
            if (!(entry instanceof Entry.Number number)) {
                return misshapen(entry, depth);
            }
            if (wanted.isInteger() && number.value() != (int) number.value()) {
                return misshapen(entry, found(entry), "an integer from -2147483648 to 2147483647");
            }
            numbers.add(number.value());
            return true;
        }

        private boolean misshapen(Entry entry, int depth) {
            String number = wanted.isInteger() ? "an integer" : "a number";
            String numbers = wanted.isInteger() ? "integers" : "numbers";
            String shape = switch (wanted.rank()) {
                case 0 -> number;
                case 1 -> "a list of " + numbers;
                case 2 -> "a list of lists of " + numbers;
                default -> "lists of " + numbers + ", " + wanted.rank() + " deep";
            };
            String place = depth == wanted.rank() ? number : "a list";
            String found = depth == 0 ? found(entry) : "one with " + found(entry) + " in place of " + place;
            return misshapen(entry, found, shape);
        }

        private boolean misshapen(Entry entry, String found, String shape) {
            diagnostics.add(Diagnostic.at(entry.span(), Code.POINT_ENTRY_MISSHAPEN, wanted.name(), found, shape));
            return false;
        }
    }

    private static String found(Entry entry) {
        return entry instanceof Entry.Number ? "`" + entry.span().text() + "`" : entry.kind();
    }

    /** That an entry is of another shape. */
    static Diagnostic misshapen(String name, Entry entry, String wanted) {
        return Diagnostic.at(entry.span(), Code.POINT_ENTRY_MISSHAPEN, name, found(entry), wanted);
    }
}
