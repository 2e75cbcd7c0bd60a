package dev.adjc.syntax;

import java.util.function.Consumer;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.TokenStream;

/**
 * What the generated parser extends: it refuses to go deeper than the language permits, and hands over each statement as
 * soon as it is read, so that ANTLR's tree, a hundred times the size of the text, never holds more than one of them.
 */
abstract class NestingParser extends Parser {
    /** How many brackets, signs, powers and inner {@code if}s may stand inside one another. */
    static final int LIMIT = 1_000;

    /** A function's body and the whole of an expression are entered before any of these. */
    private static final int OUTERMOST = 2;

    private int depth;
    private Consumer<AdParser.StatementContext> afterStatement = statement -> {};

    NestingParser(TokenStream input) {
        super(input);
    }

    /** What is done with each statement when it has been read, whole or broken. */
    void afterStatement(Consumer<AdParser.StatementContext> action) {
        afterStatement = action;
    }

    /** Thrown where the limit is passed. */
    static final class TooDeep extends RecognitionException {
        private static final long serialVersionUID = 1;

        TooDeep(Parser parser) {
            super(parser, parser.getInputStream(), parser.getContext());
            setOffendingToken(parser.getCurrentToken());
        }
    }

    @Override
    public void enterRule(ParserRuleContext context, int state, int rule) {
        if (nests(rule)) {
            if (depth == LIMIT + OUTERMOST) {
                throw new TooDeep(this);
            }
            depth++;
        }
        super.enterRule(context, state, rule);
    }

    @Override
    public void exitRule() {
        ParserRuleContext left = getContext();
        if (nests(left.getRuleIndex())) {
            depth--;
        }
        super.exitRule();
        if (left instanceof AdParser.StatementContext statement) {
            afterStatement.accept(statement);
        }
    }

    private static boolean nests(int rule) {
        return rule == AdParser.RULE_expression || rule == AdParser.RULE_array || rule == AdParser.RULE_block;
    }
}
