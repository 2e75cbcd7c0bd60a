package dev.adjc.run;

import dev.adjc.source.Span;
import java.util.List;
import java.util.Map;

/** A part of a point as it is written, before anyone asks what the function wants. */
sealed interface Entry {

    Span span();

    /** What it is, in a word or two for messages. */
    String kind();

    /** A number, or one of the three strings. */
    record Number(double value, Span span) implements Entry {
        @Override
        public String kind() {
            return "a number";
        }
    }

    record Array(List<Entry> entries, Span span) implements Entry {
        @Override
        public String kind() {
            return "an array";
        }
    }

    /**
     * An object.
     *
     * @param names where the name of each entry stands
     */
    record Group(Map<String, Entry> entries, Map<String, Span> names, Span span) implements Entry {
        @Override
        public String kind() {
            return "an object";
        }
    }

    /** What stands for no number: {@code true}, {@code null}, any other string. */
    record Other(Span span) implements Entry {
        @Override
        public String kind() {
            return "`" + span.text() + "`";
        }
    }
}
