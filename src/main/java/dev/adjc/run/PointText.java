package dev.adjc.run;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.source.Source;
import dev.adjc.source.Span;
import java.io.IOException;
import java.io.StringReader;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the text of a point: a JSON object, or the short form {@code x=2,w=[[1,2],[3,4]]}.
 *
 * <p>Names are compared as programs spell them, in NFC. What is no JSON, a name that comes twice and a number beyond the
 * range of a double are mistakes.
 */
final class PointText {
    private static final String INLINE_VALUE = "a number, `NaN`, `Infinity` or `-Infinity`";
    private static final String INLINE_ELEMENT = "a number, `\"NaN\"`, `\"Infinity\"` or `\"-Infinity\"`";

    private final Source source;
    private final List<Diagnostic> diagnostics;

    /** Not JSON; the place is in the diagnostics. */
    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private PointText(Source source, List<Diagnostic> diagnostics) {
        this.source = source;
        this.diagnostics = diagnostics;
    }

    /** The entries of a JSON object; what cannot be read is reported and left out. */
    static Entry.Group json(Source source, List<Diagnostic> diagnostics) {
        PointText text = new PointText(source, diagnostics);
        Span whole = new Span(source, 0, source.text().length());
        try {
            Entry entry = text.value(source.text(), 0, "JSON");
            if (entry instanceof Entry.Group group) {
                return group;
            }
            diagnostics.add(Diagnostic.at(entry.span(), Code.POINT_UNREADABLE, "an object", entry.kind()));
        } catch (Unreadable reported) {
            return new Entry.Group(Map.of(), Map.of(), whole);
        }
        return new Entry.Group(Map.of(), Map.of(), whole);
    }

    /** The entries of the short form. */
    static Entry.Group inline(Source source, List<Diagnostic> diagnostics) {
        PointText text = new PointText(source, diagnostics);
        Map<String, Entry> entries = new LinkedHashMap<>();
        Map<String, Span> names = new LinkedHashMap<>();
        int from = 0;
        for (int comma : text.commas()) {
            text.assignment(from, comma, entries, names);
            from = comma + 1;
        }
        return new Entry.Group(entries, names, new Span(source, 0, source.text().length()));
    }

    // ---- the short form

    /** Where entries end: at commas outside brackets and strings, and at the end. */
    private List<Integer> commas() {
        List<Integer> ends = new ArrayList<>();
        String text = source.text();
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            if (!quoted) {
                depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
                if (c == ',' && depth == 0) {
                    ends.add(i);
                }
            }
        }
        if (!text.isBlank()) {
            ends.add(text.length());
        }
        return ends;
    }

    private void assignment(int from, int to, Map<String, Entry> entries, Map<String, Span> names) {
        String text = source.text();
        int equals = text.indexOf('=', from);
        if (equals < 0 || equals >= to || text.substring(from, equals).isBlank()) {
            Span found = new Span(source, from, to);
            diagnostics.add(Diagnostic.at(found, Code.POINT_UNREADABLE, "`name=value`", described(found)));
            return;
        }
        Span name = trimmed(from, equals);
        Span value = trimmed(equals + 1, to);
        try {
            Entry entry = switch (value.text()) {
                case "NaN", "Infinity", "-Infinity" -> new Entry.Number(Double.parseDouble(value.text()), value);
                default -> inlineValue(value);
            };
            put(normal(name.text()), name, entry, entries, names);
        } catch (Unreadable reported) {
            put(normal(name.text()), name, new Entry.Other(value), entries, names);
        }
    }

    private Entry inlineValue(Span value) throws Unreadable {
        if (value.text().codePoints().limit(1).anyMatch(Character::isLetter)) {
            diagnostics.add(Diagnostic.at(value, Code.POINT_UNREADABLE, INLINE_VALUE, described(value)));
            throw new Unreadable();
        }
        String wanted = value.text().startsWith("[") ? INLINE_ELEMENT : INLINE_VALUE;
        return value(source.text().substring(0, value.end()), value.start(), wanted);
    }

    private Span trimmed(int from, int to) {
        String text = source.text().substring(from, to);
        int start = from + text.length() - text.stripLeading().length();
        return new Span(
                source, start, Math.max(start, from + text.stripTrailing().length()));
    }

    private static String described(Span span) {
        return span.text().isBlank() ? "nothing" : "`" + span.text().strip() + "`";
    }

    // ---- JSON

    /**
     * The value that the text is from this place on.
     *
     * @param wanted what to call it where it is none
     */
    private Entry value(String text, int start, String wanted) throws Unreadable {
        Cursor cursor = new Cursor(source, start);
        JsonReader reader = new JsonReader(new StringReader(text.substring(start)));
        reader.setStrictness(Strictness.STRICT);
        try {
            Entry entry = entry(reader, cursor);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new IOException("more than one value");
            }
            return entry;
        } catch (IOException notJson) {
            Span here = cursor.here();
            boolean within = here.end() <= text.length();
            Span place = within ? here : new Span(source, text.length(), text.length());
            diagnostics.add(Diagnostic.at(
                    place, Code.POINT_UNREADABLE, wanted, place.text().isEmpty() ? "the end" : described(place)));
            throw new Unreadable();
        }
    }

    private Entry entry(JsonReader reader, Cursor cursor) throws IOException {
        JsonToken token = reader.peek();
        switch (token) {
            case BEGIN_OBJECT:
                return group(reader, cursor);
            case BEGIN_ARRAY:
                return array(reader, cursor);
            case NUMBER:
                return number(reader, cursor);
            case STRING:
                String string = reader.nextString();
                Span span = cursor.takeString();
                return switch (string) {
                    case "NaN", "Infinity", "-Infinity" -> new Entry.Number(Double.parseDouble(string), span);
                    default -> new Entry.Other(span);
                };
            case BOOLEAN:
                return new Entry.Other(cursor.take(reader.nextBoolean() ? 4 : 5));
            default:
                reader.nextNull();
                return new Entry.Other(cursor.take(4));
        }
    }

    private Entry.Number number(JsonReader reader, Cursor cursor) throws IOException {
        String digits = reader.nextString();
        Span span = cursor.take(digits.length());
        double value = Double.parseDouble(digits);
        if (Double.isInfinite(value)) {
            String mend = value > 0 ? "\"Infinity\"" : "\"-Infinity\"";
            diagnostics.add(Diagnostic.at(span, Code.POINT_OVERFLOW, digits, mend));
        }
        return new Entry.Number(value, span);
    }

    private Entry.Array array(JsonReader reader, Cursor cursor) throws IOException {
        reader.beginArray();
        Span open = cursor.take(1);
        List<Entry> entries = new ArrayList<>();
        while (reader.hasNext()) {
            entries.add(entry(reader, cursor));
        }
        reader.endArray();
        return new Entry.Array(entries, open.to(cursor.take(1)));
    }

    private Entry.Group group(JsonReader reader, Cursor cursor) throws IOException {
        reader.beginObject();
        Span open = cursor.take(1);
        Map<String, Entry> entries = new LinkedHashMap<>();
        Map<String, Span> names = new LinkedHashMap<>();
        while (reader.hasNext()) {
            String text = normal(reader.nextName());
            Span name = cursor.takeString();
            put(text, name, entry(reader, cursor), entries, names);
        }
        reader.endObject();
        return new Entry.Group(entries, names, open.to(cursor.take(1)));
    }

    private void put(String name, Span span, Entry entry, Map<String, Entry> entries, Map<String, Span> names) {
        Span first = names.putIfAbsent(name, span);
        if (first != null) {
            diagnostics.add(Diagnostic.at(span, Code.POINT_DUPLICATE, name).with(first));
        } else {
            entries.put(name, entry);
        }
    }

    private static String normal(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }
}
