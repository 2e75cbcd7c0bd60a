package dev.adjc.operator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The text of the special functions, member by member, as a generated class carries it.
 *
 * <p>The files have one layout: members stand four spaces in, a field ends with the first {@code ;} at a line's end, a
 * method with a brace four spaces in. The names of members are unique over all files, so a name is enough to find one.
 */
public final class SpecialSource {
    /** In this order their members appear. */
    static final List<String> FILES =
            List.of("Sums", "Norms", "Kinks", "Logistic", "Power", "Inverse", "Erf", "Gamma", "Polygamma", "Beta");

    private static final Pattern DECLARATION =
            Pattern.compile("^    (?:public )?static ((?:final )?)[\\w\\[\\]]+ (\\w+)(?= =|\\()", Pattern.MULTILINE);
    private static final Pattern COMMENT = Pattern.compile("/\\*\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("\\b([A-Z][A-Z0-9_]+\\b|[a-z]\\w*(?=\\())");
    private static final Map<String, Member> MEMBERS = members();

    private SpecialSource() {}

    /** What a member is. */
    public enum Kind {
        FIELD,
        METHOD
    }

    /**
     * A field or method of the special functions.
     *
     * @param text its Javadoc and declaration, {@code private static}, not indented, without a line's end at the end
     */
    public record Member(String name, Kind kind, String text) {
        private Stream<String> mentioned() {
            return NAME.matcher(COMMENT.matcher(text).replaceAll("")).results().map(found -> found.group(1));
        }
    }

    /**
     * The members that these methods need, themselves included: fields before methods, each in the order of the files.
     *
     * @throws IllegalArgumentException if there is no such method
     */
    public static List<Member> closure(Collection<String> methods) {
        Set<String> needed = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(methods);
        while (!open.isEmpty()) {
            String name = open.pop();
            Member member = MEMBERS.get(name);
            if (member == null) {
                throw new IllegalArgumentException("no special function " + name);
            }
            if (needed.add(name)) {
                member.mentioned().filter(MEMBERS::containsKey).forEach(open::push);
            }
        }
        return Stream.of(Kind.values())
                .flatMap(kind -> MEMBERS.values().stream().filter(member -> member.kind == kind))
                .filter(member -> needed.contains(member.name))
                .toList();
    }

    /** The names of all fields: what no other field of a class with copies may be called. */
    public static List<String> fields() {
        return MEMBERS.values().stream()
                .filter(member -> member.kind == Kind.FIELD)
                .map(Member::name)
                .toList();
    }

    private static Map<String, Member> members() {
        Map<String, Member> members = new LinkedHashMap<>();
        for (String file : FILES) {
            String text = text(file);
            Matcher declaration = DECLARATION.matcher(text);
            while (declaration.find()) {
                Kind kind = declaration.group(1).isEmpty() ? Kind.METHOD : Kind.FIELD;
                String end = kind == Kind.FIELD ? ";\n" : "\n    }\n";
                int to = text.indexOf(end, declaration.start()) + end.length() - 1;
                String javadoc = javadocBefore(text, declaration.start());
                String code =
                        text.substring(declaration.start(), to).replaceFirst("(?:public )?static", "private static");
                String name = declaration.group(2);
                members.put(name, new Member(name, kind, dedented(javadoc + code)));
            }
        }
        return members;
    }

    /** The Javadoc that ends right before the offset; empty if there is none. */
    private static String javadocBefore(String text, int offset) {
        return text.startsWith("*/\n", offset - 3) ? text.substring(text.lastIndexOf("    /**", offset), offset) : "";
    }

    private static String dedented(String text) {
        return text.lines().map(line -> line.replaceFirst("^ {4}", "")).collect(Collectors.joining("\n"));
    }

    private static String text(String file) {
        String resource = "/adjc/special/" + file + ".java";
        try (InputStream stream = SpecialSource.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
