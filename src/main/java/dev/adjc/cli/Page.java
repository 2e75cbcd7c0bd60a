package dev.adjc.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of Markdown, with headings, paragraphs and programs, for a terminal. */
enum Page {
    PLAIN("", "", ""),
    COLOURED("\u001b[1m", "\u001b[36m", "\u001b[0m");

    private static final Pattern CODE = Pattern.compile("`[^`]+`");

    private final String heading;
    private final String code;
    private final String end;

    Page(String heading, String code, String end) {
        this.heading = heading;
        this.code = code;
        this.end = end;
    }

    /** The page with its headings bare and its programs set in by four columns. */
    String of(String markdown) {
        StringBuilder text = new StringBuilder();
        boolean program = false;
        for (String line : markdown.lines().toList()) {
            if (line.startsWith("```")) {
                program = !program;
            } else if (program || line.startsWith("    ")) {
                String indented = line.isEmpty() ? "" : "    " + line.replaceFirst("^    ", program ? "    " : "");
                text.append(code).append(indented).append(end).append('\n');
            } else if (line.startsWith("#")) {
                text.append(heading)
                        .append(line.replaceFirst("^#+ ", ""))
                        .append(end)
                        .append('\n');
            } else {
                String marked =
                        CODE.matcher(line).replaceAll(found -> Matcher.quoteReplacement(code + found.group() + end));
                text.append(marked).append('\n');
            }
        }
        return text.toString();
    }
}
