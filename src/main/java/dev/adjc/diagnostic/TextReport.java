package dev.adjc.diagnostic;

import dev.adjc.source.Source;
import dev.adjc.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Diagnostics for a reader at a terminal.
 *
 * <pre>{@code
 * error[E0121]: expected `)` before `;`
 *   --> umbc.ad:4:17
 *    |
 *  4 |   z = sin((a + b);
 *    |          -       ^
 *    |          this `(` is not closed
 * }</pre>
 */
public final class TextReport {
    /** Nobody reads more: of a hundred errors or warnings the rest is counted. */
    private static final int MOST = 100;

    private final Style style;

    public TextReport(Style style) {
        this.style = style;
    }

    /**
     * The first hundred errors and the first hundred warnings, with an empty line after each, and how many there are if that
     * is more than one.
     */
    public String of(List<Diagnostic> diagnostics) {
        StringBuilder text = new StringBuilder();
        Map<Severity, Integer> shown = new EnumMap<>(Severity.class);
        for (Diagnostic diagnostic : diagnostics) {
            if (shown.merge(diagnostic.severity(), 1, Integer::sum) <= MOST) {
                text.append(of(diagnostic)).append('\n');
            }
        }
        if (diagnostics.size() > 1) {
            text.append(summary(diagnostics)).append('\n');
        }
        return text.toString();
    }

    private String summary(List<Diagnostic> diagnostics) {
        long errors = diagnostics.stream()
                .filter(each -> each.severity() == Severity.ERROR)
                .count();
        long warnings = diagnostics.size() - errors;
        Severity worst = errors > 0 ? Severity.ERROR : Severity.WARNING;
        List<String> counts = new ArrayList<>();
        if (errors > 0) {
            counts.add(count(errors, "error"));
        }
        if (warnings > 0) {
            counts.add(count(warnings, "warning"));
        }
        return style.paint(Style.Colour.of(worst), worst.text()) + ": " + String.join(", ", counts);
    }

    private static String count(long number, String noun) {
        String all = number + " " + noun + (number == 1 ? "" : "s");
        return number <= MOST ? all : all + " (the first " + MOST + " are shown)";
    }

    /** One diagnostic; each of its lines ends with a line feed. */
    public String of(Diagnostic diagnostic) {
        StringBuilder text = new StringBuilder();
        Severity severity = diagnostic.severity();
        text.append(style.paint(
                        Style.Colour.of(severity),
                        severity.text() + "[" + diagnostic.code().label() + "]"))
                .append(style.paint(Style.Colour.SENTENCE, ": " + diagnostic.message()))
                .append('\n');
        diagnostic.span().ifPresent(span -> excerpts(diagnostic, span, text));
        diagnostic
                .help()
                .ifPresent(help -> text.append(style.paint(Style.Colour.HELP, "help"))
                        .append(": ")
                        .append(help)
                        .append('\n'));
        return text.toString();
    }

    private void excerpts(Diagnostic diagnostic, Span span, StringBuilder text) {
        List<Excerpt> excerpts = new ArrayList<>();
        add(excerpts, new Excerpt.Mark(span, '^', diagnostic.mark().orElse("")));
        for (Diagnostic.Related related : diagnostic.related()) {
            add(
                    excerpts,
                    new Excerpt.Mark(
                            related.span(), '-', diagnostic.mark(related).orElse("")));
        }
        int gutter = excerpts.stream()
                .mapToInt(excerpt -> String.valueOf(excerpt.line()).length())
                .max()
                .orElse(1);
        Source main = span.source();
        excerpts.sort(Comparator.comparing((Excerpt excerpt) -> excerpt.source() != main)
                .thenComparing(excerpt -> excerpt.source().name())
                .thenComparing(Excerpt::from));
        frame(text, gutter + 1, "-->").append(' ').append(span).append('\n');
        Source shown = main;
        int line = 0;
        for (Excerpt excerpt : excerpts) {
            if (excerpt.source() != shown) {
                shown = excerpt.source();
                frame(text, gutter + 1, ":::")
                        .append(' ')
                        .append(shown.name())
                        .append(':')
                        .append(excerpt.line())
                        .append('\n');
                line = 0;
            } else if (line > 0 && excerpt.line() > line + 1) {
                frame(text, 1, "...").append('\n');
            }
            if (line == 0) {
                frame(text, gutter + 2, "|").append('\n');
            }
            excerpt(excerpt, gutter, diagnostic.severity(), text);
            line = excerpt.line();
        }
    }

    private static void add(List<Excerpt> excerpts, Excerpt.Mark mark) {
        Excerpt excerpt = excerpts.stream()
                .filter(each -> each.holds(mark.span()))
                .findFirst()
                .orElseGet(() -> {
                    excerpts.add(new Excerpt(mark.span()));
                    return excerpts.get(excerpts.size() - 1);
                });
        excerpt.add(mark);
    }

    private void excerpt(Excerpt excerpt, int gutter, Severity severity, StringBuilder text) {
        String number = String.valueOf(excerpt.line());
        String line = excerpt.text().stripTrailing();
        frame(text, 0, " " + " ".repeat(gutter - number.length()) + number + " |")
                .append(line.isEmpty() ? "" : " " + line)
                .append('\n');
        for (String underline : excerpt.underlines(style, severity)) {
            frame(text, gutter + 2, "|").append(' ').append(underline).append('\n');
        }
    }

    private StringBuilder frame(StringBuilder text, int indent, String sign) {
        return text.append(" ".repeat(indent)).append(style.paint(Style.Colour.FRAME, sign));
    }
}
