package dev.adjc.diagnostic;

import dev.adjc.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One mistake, at one place.
 *
 * @param span the smallest stretch of text that is wrong; nothing if the mistake is in no text
 * @param arguments what the sentences of the code speak of
 * @param related other places that explain this one
 */
public record Diagnostic(Code code, Optional<Span> span, List<String> arguments, List<Related> related) {

    public Diagnostic {
        arguments = List.copyOf(arguments);
        related = List.copyOf(related);
    }

    /** A further place, with the arguments of what is said there. */
    public record Related(Span span, List<String> arguments) {
        public Related {
            arguments = List.copyOf(arguments);
        }
    }

    public static Diagnostic at(Span span, Code code, String... arguments) {
        return new Diagnostic(code, Optional.of(span), List.of(arguments), List.of());
    }

    /** A mistake that is in no text: a file that cannot be read, say. */
    public static Diagnostic of(Code code, String... arguments) {
        return new Diagnostic(code, Optional.empty(), List.of(arguments), List.of());
    }

    /** Each of them once, however often a shared import brought it up. */
    public static List<Diagnostic> distinct(List<Diagnostic> diagnostics) {
        Map<String, Diagnostic> distinct = new LinkedHashMap<>();
        diagnostics.forEach(each -> distinct.putIfAbsent(JsonReport.of(each), each));
        return List.copyOf(distinct.values());
    }

    /** This diagnostic with a further place; without arguments, those of the diagnostic hold there too. */
    public Diagnostic with(Span span, String... itsArguments) {
        List<Related> more = new ArrayList<>(related);
        more.add(new Related(span, itsArguments.length == 0 ? arguments : List.of(itsArguments)));
        return new Diagnostic(code, this.span, arguments, more);
    }

    /** This diagnostic with one more argument, if there is one: that of a help which needs it, for instance. */
    public Diagnostic with(Optional<String> argument) {
        if (argument.isEmpty()) {
            return this;
        }
        List<String> more = new ArrayList<>(arguments);
        more.add(argument.get());
        return new Diagnostic(code, span, more, related);
    }

    public Severity severity() {
        return code.severity();
    }

    /** The sentence that says what is wrong. */
    public String message() {
        return Wording.fill(code.wording().sentence(), arguments)
                .orElseThrow(() -> new IllegalStateException(code + " needs more arguments than " + arguments));
    }

    /** What stands beside the underlined place. */
    public Optional<String> mark() {
        return Wording.fill(code.wording().mark(), arguments);
    }

    /** What stands beside a further place. */
    public Optional<String> mark(Related place) {
        return Wording.fill(code.wording().related(), place.arguments());
    }

    /** The likely mend. */
    public Optional<String> help() {
        return Wording.fill(code.wording().help(), arguments)
                .or(() -> Wording.fill(code.wording().otherwise(), arguments));
    }

    /** Severity, code, place and sentence, in one line. */
    @Override
    public String toString() {
        return code.label() + " " + span.map(Span::toString).orElse("-") + " " + message();
    }
}
