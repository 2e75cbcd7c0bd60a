package dev.adjc.emit;

/** The source's words, made fit for a Java file: nothing in them ends a comment, escapes, or is taken for a tag. */
final class Texts {
    private Texts() {}

    /** A statement on one line, for a comment behind two slashes; of a long one only so many characters. */
    static String comment(String text, int longest) {
        String line = text.replace('\\', '/').strip().replaceAll("\\s+", " ");
        if (line.length() > longest) {
            return Letters.text(line.substring(0, longest).strip()) + " ...";
        }
        return Letters.text(line.endsWith(";") ? line.substring(0, line.length() - 1) : line);
    }

    /** A text as a literal of Java, without what JavaPoet takes for the end of a line. */
    static String quoted(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                case '\u0085', '\u2028', '\u2029' -> literal.append(String.format("\\u%04x", (int) c));
                default -> literal.append(c < ' ' ? String.format("\\%03o", (int) c) : String.valueOf(c));
            }
        }
        return literal.append('"').toString();
    }

    /** A text for Javadoc. */
    static String javadoc(String text) {
        // signs are spelled before tags are escaped: some become < or >, and a point before a slash would end the
        // comment
        return Letters.text(text.replace("&", "&amp;").replace("\\", "&#92;"))
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace("*/", "*&#47;");
    }

    /** The whole file in ASCII, every other character as its escape. */
    static String ascii(String file) {
        StringBuilder ascii = new StringBuilder(file.length());
        for (int i = 0; i < file.length(); i++) {
            char c = file.charAt(i);
            if (c < 128) {
                ascii.append(c);
            } else {
                ascii.append(String.format("\\u%04x", (int) c));
            }
        }
        return ascii.toString();
    }
}
