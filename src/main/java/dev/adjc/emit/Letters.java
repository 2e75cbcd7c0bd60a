package dev.adjc.emit;

import java.text.Normalizer;
import java.util.Map;

/** Letters and signs of mathematics in ASCII, as one types them: {@code σ₁²} is {@code sigma1^2}. */
final class Letters {
    private Letters() {}

    private static final Map<Character, String> SPELLED = Map.ofEntries(
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
            Map.entry('µ', "mu"),
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

    private static final Map<Character, String> SIGNS = Map.ofEntries(
            Map.entry('²', "^2"),
            Map.entry('³', "^3"),
            Map.entry('−', "-"),
            Map.entry('–', "-"),
            Map.entry('—', "-"),
            Map.entry('·', "*"),
            Map.entry('×', "*"),
            Map.entry('÷', "/"),
            Map.entry('±', "+-"),
            Map.entry('≤', "<="),
            Map.entry('≥', ">="),
            Map.entry('≠', "!="),
            Map.entry('≈', "~"),
            Map.entry('→', "->"),
            Map.entry('√', "sqrt"),
            Map.entry('∞', "inf"),
            Map.entry('∂', "d"),
            Map.entry('∑', "sum"),
            Map.entry('∏', "prod"),
            Map.entry('½', "1/2"),
            Map.entry('¼', "1/4"),
            Map.entry('°', "deg"),
            Map.entry('…', "..."),
            Map.entry('“', "\""),
            Map.entry('”', "\""),
            Map.entry('‘', "'"),
            Map.entry('’', "'"),
            Map.entry('′', "'"));

    /** A name in letters and digits; a letter that has no spelling becomes its number, {@code U4E2D}. */
    static String ascii(String name) {
        return ascii(name, Map.of(), "U%04X");
    }

    /** A text; a character that has no spelling becomes Java's escape for it. */
    static String text(String text) {
        return ascii(text, SIGNS, "\\u%04x");
    }

    private static String ascii(String text, Map<Character, String> signs, String otherwise) {
        StringBuilder ascii = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String apart = c < 128 ? "" : Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
            char letter = apart.isEmpty() ? c : apart.charAt(0);
            char small = Character.toLowerCase(letter);
            if (c < 128) {
                ascii.append(c);
            } else if (c >= '\u2080' && c <= '\u2089') {
                ascii.append((char) ('0' + c - '\u2080'));
            } else if (signs.containsKey(c)) {
                ascii.append(signs.get(c));
            } else if (SPELLED.containsKey(small)) {
                String word = SPELLED.getOrDefault(small, "");
                ascii.append(small == letter ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
            } else {
                ascii.append(letter < 128 ? String.valueOf(letter) : String.format(otherwise, (int) c));
            }
        }
        return ascii.toString();
    }
}
