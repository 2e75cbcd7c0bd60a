package dev.adjc.emit;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * The names of one scope: each wanted name becomes a Java identifier that nothing else in the scope bears.
 *
 * <p>{@code double} becomes {@code double_}, {@code x₁} becomes {@code x1}, a second {@code t} becomes {@code t2}.
 */
public final class Names {
    /** Types that generated code names, and roots of packages that a variable of that name would hide. */
    private static final Set<String> RESERVED = Set.of(
            "Math",
            "Double",
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

    private static final Map<Character, String> GREEK = Map.ofEntries(
            Map.entry('α', "alpha"),
            Map.entry('β', "beta"),
            Map.entry('γ', "gamma"),
            Map.entry('δ', "delta"),
            Map.entry('ε', "epsilon"),
            Map.entry('ζ', "zeta"),
            Map.entry('η', "eta"),
            Map.entry('θ', "theta"),
            Map.entry('ι', "iota"),
            Map.entry('κ', "kappa"),
            Map.entry('λ', "lambda"),
            Map.entry('μ', "mu"),
            Map.entry('ν', "nu"),
            Map.entry('ξ', "xi"),
            Map.entry('ο', "omicron"),
            Map.entry('π', "pi"),
            Map.entry('ρ', "rho"),
            Map.entry('σ', "sigma"),
            Map.entry('ς', "sigma"),
            Map.entry('τ', "tau"),
            Map.entry('υ', "upsilon"),
            Map.entry('φ', "phi"),
            Map.entry('χ', "chi"),
            Map.entry('ψ', "psi"),
            Map.entry('ω', "omega"));

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
        boolean numbered = Character.isDigit(base.charAt(base.length() - 1)) || base.endsWith("_");
        for (int i = 2; !taken.add(name); i++) {
            name = base + (numbered ? "_" : "") + i;
        }
        return name;
    }

    /** The name as Java spells it: subscripts as digits, and an underscore behind a word that Java keeps for itself. */
    static String identifier(String name) {
        StringBuilder digits = new StringBuilder();
        for (char c : name.toCharArray()) {
            digits.append(c >= '\u2080' && c <= '\u2089' ? (char) ('0' + c - '\u2080') : c);
        }
        String identifier = digits.toString();
        return SourceVersion.isKeyword(identifier) || identifier.equals("_") || identifier.equals("record")
                ? identifier + "_"
                : identifier;
    }

    /** The stem of the classes of a function, in ASCII letters and digits: {@code black_scholes} gives {@code BlackScholes}. */
    public static String classStem(String function) {
        StringBuilder stem = new StringBuilder();
        for (String word : identifier(function).split("_")) {
            String plain = ascii(word);
            if (!plain.isEmpty()) {
                stem.append(plain.substring(0, 1).toUpperCase(Locale.ROOT)).append(plain.substring(1));
            }
        }
        boolean startsWell = stem.length() > 0 && !Character.isDigit(stem.charAt(0));
        return startsWell ? stem.toString() : "F" + stem;
    }

    private static String ascii(String word) {
        StringBuilder plain = new StringBuilder();
        String apart = Normalizer.normalize(word, Normalizer.Form.NFD);
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            char lower = Character.toLowerCase(c);
            String letter = GREEK.get(lower);
            if (c < 128) {
                plain.append(c);
            } else if (letter != null) {
                boolean capital = lower != c || plain.length() > 0;
                plain.append(capital ? letter.substring(0, 1).toUpperCase(Locale.ROOT) + letter.substring(1) : letter);
            } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                plain.append('U').append(Integer.toHexString(c).toUpperCase(Locale.ROOT));
            }
        }
        return plain.toString();
    }
}
