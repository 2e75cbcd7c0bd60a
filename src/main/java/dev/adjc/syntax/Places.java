package dev.adjc.syntax;

import dev.adjc.source.Source;
import dev.adjc.source.Span;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Where tokens and rules stand in their source. */
record Places(Source source) {

    Span of(Token token) {
        int end = source.text().length();
        return token.getType() == Token.EOF
                ? new Span(source, end, end)
                : new Span(source, token.getStartIndex(), token.getStopIndex() + 1);
    }

    Span of(ParserRuleContext rule) {
        return between(rule.getStart(), rule.getStop());
    }

    /** From the start of one token to the end of another; a rule that matched nothing ends before it starts. */
    Span between(Token first, Token last) {
        Span start = of(first);
        return last == null || last.getTokenIndex() < first.getTokenIndex() ? start : start.to(of(last));
    }

    /** The place just behind a token. */
    Span behind(Token token) {
        int end = of(token).end();
        return new Span(source, end, end);
    }

    /** Whether no character stands between the two. */
    static boolean adjacent(Token left, Token right) {
        return left.getStopIndex() + 1 == right.getStartIndex();
    }
}
