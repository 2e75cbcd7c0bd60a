package dev.adjc.emit;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * The names of one scope: each wanted name becomes a Java identifier that nothing else in the scope bears.
 *
 * <p>{@code double} becomes {@code double_}, {@code σ₁} becomes {@code sigma1}, a second {@code t} becomes {@code t2}.
 */
public final class Names {
    /** Types that generated code names, and roots of packages that a variable of that name would hide. */
    private static final Set<String> RESERVED = Set.of(
            "Math",
            "Double",
            "Integer",
            "Long",
            "String",
            "System",
            "IllegalArgumentException",
            "java",
            "Gradient",
            "Jvp",
            "Vjp",
            "Value");

    /** What a record's component may not be called. */
    private static final Set<String> OF_OBJECT =
            Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    /** Words that Java keeps for itself in some places. */
    private static final Set<String> CONTEXTUAL = Set.of("_", "record", "var", "yield", "sealed", "permits", "when");

    private final Set<String> taken;

    private Names(Set<String> taken) {
        this.taken = taken;
    }

    /** A scope with nothing in it. */
    public static Names empty() {
        return new Names(new HashSet<>(RESERVED));
    }

    /** The names of a record's components. */
    static Names ofRecord() {
        return new Names(new HashSet<>(OF_OBJECT));
    }

    /** A scope within this one: what is taken here is taken there. */
    Names inner() {
        return new Names(new HashSet<>(taken));
    }

    /** Keeps a name from being given to anything else. */
    void reserve(String name) {
        taken.add(name);
    }

    /** The identifier for a new thing that wants this name. */
    String allocate(String wanted) {
        String base = identifier(wanted);
        String name = base;
        boolean numbered = Character.isDigit(base.charAt(base.length() - 1));
        for (int i = 2; !taken.add(name); i++) {
            name = base + (numbered ? "_" : "") + i;
        }
        return name;
    }

    /**
     * The name as Java spells it, in ASCII: subscripts as digits, Greek letters by their names, and an underscore behind a
     * word that Java keeps for itself.
     */
    static String identifier(String name) {
        String identifier = Letters.ascii(name);
        return SourceVersion.isKeyword(identifier) || CONTEXTUAL.contains(identifier) ? identifier + "_" : identifier;
    }

    /** Whether the name, such as {@code a.b.c}, can be that of a package; those of the JDK itself are closed. */
    public static boolean isPackage(String name) {
        return SourceVersion.isName(name) && !(name + ".").startsWith("java.");
    }

    /** The stem of the classes of a function, in ASCII letters and digits: {@code black_scholes} gives {@code BlackScholes}. */
    public static String classStem(String function) {
        StringBuilder stem = new StringBuilder();
        for (String word : identifier(function).split("_")) {
            if (!word.isEmpty()) {
                stem.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
            }
        }
        boolean startsWell = stem.length() > 0 && !Character.isDigit(stem.charAt(0));
        return startsWell ? stem.toString() : "F" + stem;
    }
}
