package dev.adjc.syntax;

import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.source.Source;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ANTLRErrorStrategy;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/**
 * How the parser goes on after a mistake: a missing closing sign is added in thought; anything else costs the statement,
 * or the head of the function, in which it stands.
 */
final class Recovery implements ANTLRErrorStrategy {
    private final Places places;
    private final Mistakes mistakes;
    private final List<Diagnostic> diagnostics;
    private boolean skipping;
    private int reportedAt = -1;

    Recovery(Source source, List<Diagnostic> diagnostics) {
        this.places = new Places(source);
        this.mistakes = new Mistakes(places);
        this.diagnostics = diagnostics;
    }

    @Override
    public void reset(Parser parser) {
        skipping = false;
        reportedAt = -1;
    }

    /** Tokens that are passed over become error nodes of the tree, in which the names of a broken statement are found. */
    @Override
    public boolean inErrorRecoveryMode(Parser parser) {
        return skipping;
    }

    @Override
    public void reportMatch(Parser parser) {}

    /** Where one token must come and another does: goes on as if it were there, if that is plain. */
    @Override
    public Token recoverInline(Parser parser) {
        IntervalSet expected = parser.getATN().nextTokens(parser.getATN().states.get(parser.getState()));
        Token found = parser.getCurrentToken();
        if (expected.size() == 1 && !Lexing.isReported(found)) {
            int type = expected.getMinElement();
            if (type == AdParser.EQUALS && found.getType() == AdParser.EQUAL) {
                report(found, Diagnostic.at(places.of(found), Code.COMPARISON_AS_DEFINITION));
                return parser.consume();
            }
            Optional<Diagnostic> missing = mistakes.missing(type, parser);
            if (missing.isPresent()) {
                report(found, missing.get());
                if (type == AdParser.CLOSE || type == AdParser.CLOSE_SQUARE) {
                    markBroken(parser);
                }
                return missing(type, found);
            }
        }
        throw new InputMismatchException(parser);
    }

    /** Where a bracket ends is a guess: nothing is concluded from the statement. */
    private static void markBroken(Parser parser) {
        ParserRuleContext rule = parser.getContext();
        while (rule != null && rule.getRuleIndex() != AdParser.RULE_statement) {
            rule = rule.getParent();
        }
        if (rule != null) {
            rule.exception = new InputMismatchException(parser);
        }
    }

    private static Token missing(int type, Token found) {
        CommonToken token = new CommonToken(type);
        token.setStartIndex(found.getStartIndex());
        token.setStopIndex(found.getStartIndex() - 1);
        return token;
    }

    /** Of several mistakes at one token only the first is its own. */
    private void report(Token found, Diagnostic diagnostic) {
        if (found.getTokenIndex() > reportedAt) {
            diagnostics.add(diagnostic);
            reportedAt = found.getTokenIndex();
        }
    }

    @Override
    public void reportError(Parser parser, RecognitionException mistake) {
        Token found = mistake.getOffendingToken();
        if (found.getTokenIndex() > reportedAt) {
            if (!Lexing.isReported(found) && !Lexing.isMended(found)) {
                mistakes.describe(mistake, parser).ifPresent(diagnostics::add);
            }
            reportedAt = found.getTokenIndex();
        }
    }

    /** Gives up the rule; the one that is a whole statement or declaration passes over the rest of it. */
    @Override
    public void recover(Parser parser, RecognitionException mistake) {
        switch (parser.getContext().getRuleIndex()) {
            case AdParser.RULE_statement,
                    AdParser.RULE_partial,
                    AdParser.RULE_packageDeclaration,
                    AdParser.RULE_importDeclaration ->
                skipStatement(parser, parser.getContext().getStart());
            case AdParser.RULE_declaration -> skipDeclaration(parser);
            default -> throw mistake;
        }
    }

    /** Before each round of a loop of the grammar: what can begin no statement or declaration is passed over here. */
    @Override
    public void sync(Parser parser) {
        switch (parser.getContext().getRuleIndex()) {
            case AdParser.RULE_block, AdParser.RULE_partials -> syncStatement(parser);
            case AdParser.RULE_unit -> syncDeclaration(parser);
            default -> {}
        }
    }

    private void syncStatement(Parser parser) {
        boolean inFunction = parser.getContext().getRuleIndex() == AdParser.RULE_block;
        while (true) {
            Token found = parser.getCurrentToken();
            switch (found.getType()) {
                case AdParser.NAME, AdParser.CLOSE_CURLY -> {
                    return;
                }
                case AdParser.OPEN, AdParser.FOR, AdParser.REQUIRE -> {
                    if (inFunction) {
                        return;
                    }
                    syncReport(found, mistakes.statement(parser));
                    skipStatement(parser, found);
                }
                case AdParser.SEMICOLON -> {
                    syncReport(found, Diagnostic.at(places.of(found), Code.EMPTY_STATEMENT));
                    parser.consume();
                }
                default -> {
                    if (endsBody(found)) {
                        return;
                    }
                    syncReport(found, mistakes.statement(parser));
                    skipStatement(parser, found);
                }
            }
        }
    }

    private void syncReport(Token found, Diagnostic diagnostic) {
        if (!Lexing.isReported(found)) {
            report(found, diagnostic);
        }
    }

    private void syncDeclaration(Parser parser) {
        while (true) {
            Token found = parser.getCurrentToken();
            Optional<Diagnostic> mistake = mistakes.declaration((AdParser.UnitContext) parser.getContext(), found);
            if (mistake.isEmpty()) {
                return;
            }
            syncReport(found, mistake.get());
            if (found.getType() == AdParser.PACKAGE || found.getType() == AdParser.IMPORT) {
                parser.consume();
                skipStatement(parser, found);
            } else {
                skipDeclaration(parser);
            }
        }
    }

    /** To behind the next semicolon, but not beyond the body, nor into what clearly is the statement after the first token's. */
    private void skipStatement(Parser parser, Token first) {
        skipping = true;
        int open = 0;
        while (true) {
            Token token = parser.getCurrentToken();
            int type = token.getType();
            boolean next = token.getTokenIndex() > first.getTokenIndex() && beginsStatement(parser);
            boolean ends = endsBody(token) || open == 0 && (type == AdParser.CLOSE_CURLY || next);
            if (ends) {
                break;
            }
            parser.consume();
            open += type == AdParser.OPEN_CURLY ? 1 : type == AdParser.CLOSE_CURLY ? -1 : 0;
            boolean block =
                    type == AdParser.CLOSE_CURLY && parser.getInputStream().LA(1) != AdParser.ELSE;
            if (open == 0 && (type == AdParser.SEMICOLON || block)) {
                break;
            }
        }
        if (parser.getInputStream().LA(-1) == AdParser.CLOSE_CURLY
                && parser.getInputStream().LA(1) == AdParser.SEMICOLON) {
            parser.consume();
        }
        skipping = false;
    }

    private void skipDeclaration(Parser parser) {
        skipping = true;
        while (!endsBody(parser.getCurrentToken())) {
            parser.consume();
        }
        skipping = false;
    }

    /** What stands only outside of functions. */
    private static boolean endsBody(Token token) {
        return switch (token.getType()) {
            case AdParser.FUNCTION, AdParser.EXTERN, AdParser.PACKAGE, AdParser.IMPORT, Token.EOF -> true;
            default -> false;
        };
    }

    private static boolean beginsStatement(Parser parser) {
        Token token = parser.getCurrentToken();
        Token previous = parser.getInputStream().LT(-1);
        boolean onNewLine = previous != null && token.getLine() > previous.getLine();
        return onNewLine
                && switch (token.getType()) {
                    case AdParser.FOR, AdParser.REQUIRE -> true;
                    case AdParser.NAME -> parser.getInputStream().LA(2) == AdParser.EQUALS;
                    default -> false;
                };
    }
}
