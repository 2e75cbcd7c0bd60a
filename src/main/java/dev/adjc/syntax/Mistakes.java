package dev.adjc.syntax;

import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.source.Span;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** What to say where the parser cannot go on: from the rule it is in, the token before and the token found. */
final class Mistakes {
    private final Places places;
    private final Set<String> misnamed = new HashSet<>();

    Mistakes(Places places) {
        this.places = places;
    }

    /** What to say if a sign that closes something is plainly missing, so that reading can go on as if it were there. */
    Optional<Diagnostic> missing(int expected, Parser parser) {
        Token found = parser.getCurrentToken();
        Token previous = parser.getInputStream().LT(-1);
        return switch (expected) {
            case AdParser.SEMICOLON ->
                beginsAnew(found, previous)
                        ? Optional.of(Diagnostic.at(places.behind(previous), Code.MISSING_SEMICOLON))
                        : Optional.empty();
            case AdParser.CLOSE, AdParser.CLOSE_SQUARE ->
                found.getType() == AdParser.SEMICOLON
                                || found.getType() == AdParser.OPEN_CURLY
                                || isClosing(found.getType())
                                || beginsAnew(found, previous) && found.getType() != AdParser.OPEN
                        ? unclosed(expected, found, parser)
                        : Optional.empty();
            case AdParser.CLOSE_CURLY -> unclosed(expected, found, parser);
            default -> Optional.empty();
        };
    }

    private Optional<Diagnostic> unclosed(int expected, Token found, Parser parser) {
        int opening = expected == AdParser.CLOSE
                ? AdParser.OPEN
                : expected == AdParser.CLOSE_SQUARE ? AdParser.OPEN_SQUARE : AdParser.OPEN_CURLY;
        return opening(parser.getContext(), opening)
                .map(open -> Diagnostic.at(
                                places.of(found),
                                Code.MISSING_CLOSING,
                                Found.spelling(expected),
                                Found.spelling(opening),
                                Found.of(found))
                        .with(places.of(open)));
    }

    private static Optional<Token> opening(ParserRuleContext rule, int type) {
        for (int i = rule.getChildCount() - 1; i >= 0; i--) {
            if (rule.getChild(i) instanceof TerminalNode node
                    && node.getSymbol().getType() == type) {
                return Optional.of(node.getSymbol());
            }
        }
        return Optional.empty();
    }

    /** Whether the token belongs to what follows the statement. */
    private static boolean beginsAnew(Token found, Token previous) {
        return switch (found.getType()) {
            case AdParser.CLOSE_CURLY, AdParser.FUNCTION, AdParser.EXTERN, AdParser.IMPORT, AdParser.PACKAGE -> true;
            case Token.EOF, AdParser.REQUIRE -> true;
            case AdParser.NAME, AdParser.FOR, AdParser.OPEN, AdParser.REDUCTION -> found.getLine() > previous.getLine();
            default -> false;
        };
    }

    private static boolean isClosing(int type) {
        return type == AdParser.CLOSE || type == AdParser.CLOSE_SQUARE || type == AdParser.CLOSE_CURLY;
    }

    /** The sentence for what the parser stumbles over; nothing if that is a word that was refused as a name before. */
    Optional<Diagnostic> describe(RecognitionException mistake, Parser parser) {
        Diagnostic diagnostic = sentence(mistake, parser);
        boolean names = diagnostic.code() == Code.KEYWORD_AS_NAME || diagnostic.code() == Code.REDUCTION_AS_NAME;
        if (names || diagnostic.code() == Code.REDUCTION_WITHOUT_INDEX) {
            boolean again = misnamed.contains(diagnostic.arguments().get(0));
            misnamed.add(diagnostic.arguments().get(0));
            return again ? Optional.empty() : Optional.of(diagnostic);
        }
        return Optional.of(diagnostic);
    }

    private Diagnostic sentence(RecognitionException mistake, Parser parser) {
        Token found = mistake.getOffendingToken();
        if (mistake instanceof NestingParser.TooDeep) {
            return Diagnostic.at(places.of(found), Code.TOO_DEEP);
        }
        Token previous = parser.getInputStream().LT(-1);
        ParserRuleContext rule = parser.getContext();
        Optional<Diagnostic> habit = brackets(rule, previous, found);
        if (habit.isPresent()) {
            return habit.get();
        }
        return switch (rule.getRuleIndex()) {
            case AdParser.RULE_primary, AdParser.RULE_expression, AdParser.RULE_value, AdParser.RULE_subscript ->
                operand(rule, previous, found);
            case AdParser.RULE_conditional -> conditional(rule, found, parser);
            case AdParser.RULE_parameter -> parameter(previous, found, parser);
            case AdParser.RULE_output, AdParser.RULE_loop, AdParser.RULE_word ->
                nameOr(Code.UNEXPECTED, previous, found, parser);
            case AdParser.RULE_parameters, AdParser.RULE_target, AdParser.RULE_binder ->
                inBrackets(rule, previous, found, parser);
            case AdParser.RULE_targetIndex -> nameOr(Code.INDEX_ON_LEFT, previous, found, parser);
            case AdParser.RULE_definition -> definition(previous, found, parser);
            case AdParser.RULE_function, AdParser.RULE_extern ->
                found.getType() == AdParser.OPEN_CURLY && previous.getType() == AdParser.CLOSE
                        ? Diagnostic.at(places.of(found), Code.MISSING_OUTPUTS)
                        : previous.getType() == AdParser.OPEN
                                ? parameterOr(found, parser)
                                : nameOr(Code.UNEXPECTED, previous, found, parser);
            case AdParser.RULE_require ->
                found.getType() == AdParser.SEMICOLON
                        ? Diagnostic.at(places.of(rule.getStart()), Code.REQUIRE_WITHOUT_TEXT)
                        : unexpected(found, parser);
            default -> unexpected(found, parser);
        };
    }

    /** How other languages write indices and ranges. */
    private Optional<Diagnostic> brackets(ParserRuleContext rule, Token previous, Token found) {
        int index = rule.getRuleIndex();
        int type = found.getType();
        int before = previous == null ? Token.EOF : previous.getType();
        if (type == AdParser.OPEN_SQUARE && before == AdParser.CLOSE_SQUARE) {
            return Optional.of(Diagnostic.at(places.of(found), Code.SPLIT_INDICES));
        }
        if (type == AdParser.CLOSE_SQUARE && before == AdParser.OPEN_SQUARE) {
            return Optional.of(Diagnostic.at(places.between(previous, found), Code.EMPTY_BRACKETS));
        }
        if (index == AdParser.RULE_subscripts && (type == AdParser.COLON || before == AdParser.COLON)) {
            return Optional.of(
                    Diagnostic.at(places.of(type == AdParser.COLON ? found : previous), Code.PART_OF_DIMENSION));
        }
        if (index == AdParser.RULE_range && type == AdParser.COLON) {
            return Optional.of(Diagnostic.at(places.of(found), Code.RANGE_WANTED, ":", "..<"));
        }
        if (index == AdParser.RULE_range && previous != null && rule.getChildCount() == 1) {
            Span end = places.between(rule.getStart(), previous);
            return Optional.of(Diagnostic.at(end, Code.RANGE_WANTED, end.text(), "0..<" + end.text()));
        }
        boolean reduces = index == AdParser.RULE_primary && rule.getStart().getType() == AdParser.REDUCTION;
        if (reduces && type == AdParser.EQUALS) {
            return Optional.of(Diagnostic.at(places.of(found), Code.UNEXPECTED, "`in`", Found.of(found)));
        }
        return reduces && before == AdParser.CLOSE_SQUARE
                ? Optional.of(Diagnostic.at(
                        places.of(found),
                        Code.REDUCTION_WITHOUT_BRACKETS,
                        rule.getStart().getText()))
                : Optional.empty();
    }

    private Diagnostic operand(ParserRuleContext rule, Token previous, Token found) {
        Span span = places.of(found);
        if (rule.getStart().getType() == AdParser.REDUCTION && rule.getStart() == previous) {
            return Diagnostic.at(places.of(previous), Code.REDUCTION_WITHOUT_INDEX, previous.getText());
        }
        if (previous.getType() == AdParser.COMMA && (isClosing(found.getType()) || isSemicolon(found))) {
            return Diagnostic.at(places.of(previous), Code.TRAILING_COMMA);
        }
        return switch (found.getType()) {
            case AdParser.IF -> Diagnostic.at(span, Code.BARE_CONDITIONAL);
            case AdParser.OPEN_SQUARE -> Diagnostic.at(span, Code.ARRAY_IN_EXPRESSION);
            case AdParser.CONST, AdParser.INT, AdParser.IN ->
                Diagnostic.at(span, Code.KEYWORD_AS_NAME, found.getText());
            case AdParser.FOR,
                    AdParser.REQUIRE,
                    AdParser.FUNCTION,
                    AdParser.EXTERN,
                    AdParser.PACKAGE,
                    AdParser.IMPORT ->
                found.getLine() == previous.getLine()
                        ? Diagnostic.at(span, Code.KEYWORD_AS_NAME, found.getText())
                        : Diagnostic.at(places.behind(previous), Code.UNEXPECTED, "an expression", Found.of(found));
            default -> Diagnostic.at(span, Code.UNEXPECTED, "an expression", Found.of(found));
        };
    }

    private Diagnostic conditional(ParserRuleContext rule, Token found, Parser parser) {
        boolean atElse = parser.getExpectedTokens().contains(AdParser.ELSE);
        boolean ends = isSemicolon(found)
                || isClosing(found.getType())
                || found.getType() == AdParser.COMMA
                || beginsAnew(found, parser.getInputStream().LT(-1));
        return atElse && ends ? Diagnostic.at(places.of(lastIf(rule)), Code.MISSING_ELSE) : unexpected(found, parser);
    }

    private static Token lastIf(ParserRuleContext rule) {
        return opening(rule, AdParser.IF).orElse(rule.getStart());
    }

    /** Integers are held fixed, with or without a word. */
    private Diagnostic parameter(Token previous, Token found, Parser parser) {
        boolean both = previous.getType() == AdParser.CONST && found.getType() == AdParser.INT
                || previous.getType() == AdParser.INT && found.getType() == AdParser.CONST;
        return both
                ? Diagnostic.at(places.between(previous, found), Code.NEEDLESS_DECLARATION, "const", "int")
                : nameOr(Code.UNEXPECTED, previous, found, parser);
    }

    /** Where a name is introduced: what was found may be a word that cannot be one. */
    private Diagnostic nameOr(Code otherwise, Token previous, Token found, Parser parser) {
        boolean wantsName = parser.getExpectedTokens().contains(AdParser.NAME);
        if (wantsName && Found.isKeyword(found)) {
            return Diagnostic.at(places.of(found), Code.KEYWORD_AS_NAME, found.getText());
        }
        if (wantsName && found.getType() == AdParser.REDUCTION) {
            return Diagnostic.at(places.of(found), Code.REDUCTION_AS_NAME, found.getText());
        }
        if (wantsName && previous.getType() == AdParser.COMMA && isClosing(found.getType())) {
            return Diagnostic.at(places.of(previous), Code.TRAILING_COMMA);
        }
        return otherwise == Code.UNEXPECTED ? unexpected(found, parser) : Diagnostic.at(places.of(found), otherwise);
    }

    /** Behind the bracket that opens a head. */
    private Diagnostic parameterOr(Token found, Parser parser) {
        if (Found.isKeyword(found)) {
            return Diagnostic.at(places.of(found), Code.KEYWORD_AS_NAME, found.getText());
        }
        return found.getType() == AdParser.REDUCTION
                ? Diagnostic.at(places.of(found), Code.REDUCTION_AS_NAME, found.getText())
                : unexpected(found, parser);
    }

    /** In the brackets of a target, `i + 1` is what one tries to write. */
    private Diagnostic inBrackets(ParserRuleContext rule, Token previous, Token found, Parser parser) {
        boolean arithmetic = switch (found.getType()) {
            case AdParser.PLUS, AdParser.MINUS, AdParser.TIMES, AdParser.DIVIDE, AdParser.OPEN -> true;
            default -> false;
        };
        return arithmetic && rule.getRuleIndex() == AdParser.RULE_target
                ? Diagnostic.at(places.of(previous).to(places.of(found)), Code.INDEX_ON_LEFT)
                : nameOr(Code.UNEXPECTED, previous, found, parser);
    }

    private Diagnostic definition(Token previous, Token found, Parser parser) {
        boolean atEquals = parser.getExpectedTokens().contains(AdParser.EQUALS)
                && !parser.getExpectedTokens().contains(AdParser.SEMICOLON);
        if (atEquals && previous.getText().equals("while")) {
            return Diagnostic.at(places.of(previous), Code.FOREIGN_OPERATOR, previous.getText());
        }
        if (atEquals && found.getType() == AdParser.OPEN) {
            return Diagnostic.at(places.of(previous).to(places.of(found)), Code.CALL_AS_STATEMENT, previous.getText());
        }
        Token next = parser.getInputStream().LT(2);
        boolean doubled = (found.getType() == AdParser.PLUS || found.getType() == AdParser.MINUS)
                && next.getType() == found.getType()
                && Places.adjacent(found, next);
        if (atEquals && doubled) {
            String name = previous.getText();
            String sign = found.getText();
            return Diagnostic.at(
                    places.between(found, next),
                    Code.ASSIGNMENT_OPERATOR,
                    sign + sign,
                    name + " = " + name + " " + sign + " 1;");
        }
        if (!atEquals && isClosing(found.getType())) {
            return Diagnostic.at(places.of(found), Code.UNMATCHED_CLOSING, found.getText());
        }
        return unexpected(found, parser);
    }

    /** What to say of a token that begins no statement. */
    Diagnostic statement(Parser parser) {
        Token found = parser.getCurrentToken();
        Span span = places.of(found);
        int after = parser.getInputStream().LA(2);
        boolean defined = after == AdParser.EQUALS || after == AdParser.OPEN_SQUARE;
        if (found.getType() == AdParser.IF && !defined) {
            return Diagnostic.at(span, Code.IF_AS_STATEMENT);
        }
        if (isClosing(found.getType())) {
            return Diagnostic.at(span, Code.UNMATCHED_CLOSING, found.getText());
        }
        if (defined && (Found.isKeyword(found) || found.getType() == AdParser.REDUCTION)) {
            misnamed.add(found.getText());
        }
        if (defined && found.getType() == AdParser.REDUCTION) {
            return Diagnostic.at(span, Code.REDUCTION_AS_NAME, found.getText());
        }
        if (defined && Found.isKeyword(found)) {
            return Diagnostic.at(span, Code.KEYWORD_AS_NAME, found.getText());
        }
        return Diagnostic.at(span, Code.UNEXPECTED, "a statement", Found.of(found));
    }

    /** What to say of a token that begins no declaration, or not at that place. */
    Optional<Diagnostic> declaration(AdParser.UnitContext unit, Token found) {
        Span span = places.of(found);
        Optional<ParseTree> last =
                unit.getChildCount() == 0 ? Optional.empty() : Optional.of(unit.getChild(unit.getChildCount() - 1));
        return switch (found.getType()) {
            case AdParser.FUNCTION, AdParser.EXTERN, Token.EOF -> Optional.empty();
            case AdParser.IMPORT ->
                unit.declaration().isEmpty()
                        ? Optional.empty()
                        : Optional.of(Diagnostic.at(span, Code.MISPLACED_HEADER, "import", "a function"));
            case AdParser.PACKAGE ->
                last.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Diagnostic.at(
                                span,
                                Code.MISPLACED_HEADER,
                                "package",
                                unit.declaration().isEmpty()
                                        ? unit.packageDeclaration() == null ? "an `import`" : "another line of the kind"
                                        : "a function"));
            default ->
                Optional.of(
                        isClosing(found.getType())
                                ? Diagnostic.at(span, Code.UNMATCHED_CLOSING, found.getText())
                                : Diagnostic.at(span, Code.EXPECTED_DECLARATION, Found.of(found)));
        };
    }

    private Diagnostic unexpected(Token found, Parser parser) {
        Token previous = parser.getInputStream().LT(-1);
        boolean onNextLine = previous != null && found.getLine() > previous.getLine();
        return Diagnostic.at(
                onNextLine || found.getType() == Token.EOF ? places.behind(previous) : places.of(found),
                Code.UNEXPECTED,
                Found.anyOf(parser.getExpectedTokens()),
                Found.of(found));
    }

    private static boolean isSemicolon(Token token) {
        return token.getType() == AdParser.SEMICOLON;
    }
}
