package dev.adjc.syntax;

import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.source.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.atn.PredictionMode;

/**
 * Reads a file.
 *
 * <p>Any text is read to its end: a mistake is reported and costs the statement, or the head of the function, that it is
 * in. What was meant by a foreign word or sign is guessed where there is no doubt, and costs nothing more.
 */
public final class Parser {
    private Parser() {}

    /** The tree of a file; one that is no UTF-8 is an empty tree with that mistake. */
    public static Parsed parse(Decoded file) {
        return file.mistake()
                .map(mistake -> new Parsed(
                        new SourceUnit(file.source(), Optional.empty(), List.of(), List.of(), List.of()),
                        List.of(mistake)))
                .orElseGet(() -> parse(file.source()));
    }

    /** The tree of a source, with the mistakes in order of their places. */
    public static Parsed parse(Source source) {
        return DeepStack.run(() -> parseDeeply(source));
    }

    private static Parsed parseDeeply(Source source) {
        Lexing lexing = Lexing.of(source);
        List<Diagnostic> diagnostics = new ArrayList<>(lexing.diagnostics());
        CommonTokenStream tokens = new CommonTokenStream(new ListTokenSource(lexing.tokens()));
        AdParser parser = new AdParser(tokens);
        parser.removeErrorListeners();
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        parser.setErrorHandler(new Recovery(source, diagnostics));
        TreeBuilder builder = new TreeBuilder(source, tokens, diagnostics);
        parser.afterStatement(builder::take);
        SourceUnit unit = builder.unit(parser.unit());
        dropWhatACommentSwallowed(diagnostics, lexing);
        diagnostics.sort(Comparator.comparingInt(d -> d.span().orElseThrow().start()));
        return new Parsed(unit, diagnostics);
    }

    /** A comment that is never closed swallows signs, and they are not missing on their own account. */
    private static void dropWhatACommentSwallowed(List<Diagnostic> diagnostics, Lexing lexing) {
        if (lexing.diagnostics().stream().anyMatch(each -> each.code() == Code.UNCLOSED_COMMENT)) {
            int end = lexing.end();
            diagnostics.removeIf(each -> !lexing.diagnostics().contains(each)
                    && each.span().orElseThrow().start() >= end);
        }
    }
}
