package dev.adjc.syntax;

import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.source.Source;
import dev.adjc.source.Span;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * The tokens of a source, comments among them on a hidden channel, with what is foreign to the language mended.
 *
 * <p>A foreign sign whose meaning is plain ({@code **}, {@code &&}, {@code .5}) is reported and becomes what was meant, so
 * that it has no consequences. Any other stays as a token that no rule of the grammar takes; the parser passes over it
 * without a message of its own.
 */
final class Lexing {
    private static final Set<String> DECLARATIONS =
            Set.of("let", "var", "val", "double", "float", "real", "auto", "local", "mut", "final");
    private static final Set<String> FUNCTIONS = Set.of("def", "fn", "fun", "func", "procedure");
    private static final Set<String> ELSE_IFS = Set.of("elif", "elseif", "elsif", "elsi");

    /** With room for what generated names add; the class files of Java hold 65,535 bytes. */
    private static final int LONGEST_NAME = 1_000;

    private final Source source;
    private final Places places;
    private final List<CommonToken> raw;
    private final List<Token> tokens = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final Set<String> misnamed = new HashSet<>();
    private int next;
    private int curlyDepth;
    private boolean barOpen;
    private int lastVisible = AdParser.SEMICOLON;

    private Lexing(Source source) {
        this.source = source;
        this.places = new Places(source);
        this.raw = rawTokens(source);
    }

    static Lexing of(Source source) {
        Lexing lexing = new Lexing(source);
        while (lexing.next < lexing.raw.size()) {
            lexing.mend(lexing.raw.get(lexing.next++));
        }
        return lexing;
    }

    List<Token> tokens() {
        return tokens;
    }

    List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** Where the last token ends that is not hidden. */
    int end() {
        int end = 0;
        for (Token token : tokens) {
            end = token.getChannel() == Token.DEFAULT_CHANNEL ? token.getStopIndex() + 1 : end;
        }
        return end;
    }

    /** Whether the token is one that has been reported and has no place in the grammar. */
    static boolean isReported(Token token) {
        return token.getType() == AdParser.OTHER;
    }

    /** Whether the token is a sign of another language that was reported and stands for the one that was meant. */
    static boolean isMended(Token token) {
        String literal = AdParser.VOCABULARY.getLiteralName(token.getType());
        return literal != null && !literal.equals("'" + token.getText() + "'");
    }

    private static List<CommonToken> rawTokens(Source source) {
        AdLexer lexer = new AdLexer(CharStreams.fromString(source.text(), source.name()));
        lexer.removeErrorListeners();
        List<CommonToken> raw = new ArrayList<>();
        for (Token token : lexer.getAllTokens()) {
            raw.add((CommonToken) token);
        }
        countInUnits(source.text(), raw);
        return raw;
    }

    /** ANTLR counts code points, a source counts UTF-16 units: the same unless there are surrogates. */
    private static void countInUnits(String text, List<CommonToken> raw) {
        int codePoint = 0;
        int unit = 0;
        if (text.codePointCount(0, text.length()) == text.length()) {
            return;
        }
        for (CommonToken token : raw) {
            token.setText(token.getText());
            unit = text.offsetByCodePoints(unit, token.getStartIndex() - codePoint);
            codePoint = token.getStopIndex() + 1;
            int end = text.offsetByCodePoints(unit, codePoint - token.getStartIndex());
            token.setStartIndex(unit);
            token.setStopIndex(end - 1);
            unit = end;
        }
    }

    private void mend(CommonToken token) {
        switch (token.getType()) {
            case AdLexer.UNCLOSED_COMMENT -> {
                report(new Span(source, token.getStartIndex(), token.getStartIndex() + 2), Code.UNCLOSED_COMMENT);
                keep(token);
            }
            case AdLexer.HASH -> {
                report(new Span(source, token.getStartIndex(), token.getStartIndex() + 1), Code.FOREIGN_COMMENT, "#");
                token.setChannel(Token.HIDDEN_CHANNEL);
                keep(token);
            }
            case AdLexer.UNCLOSED_STRING -> closeText(token);
            case AdLexer.NUMBER -> number(token);
            case AdLexer.POINT -> point(token);
            case AdLexer.NAME -> name(token);
            case AdLexer.CONST, AdLexer.INT -> {
                if (!startsStatement() || !dropDeclaration(token)) {
                    keep(token);
                }
            }
            case AdLexer.FOREIGN, AdLexer.OTHER -> foreign(token);
            default -> keep(token);
        }
    }

    private void keep(CommonToken token) {
        tokens.add(token);
        if (token.getChannel() == Token.DEFAULT_CHANNEL) {
            lastVisible = token.getType();
            if (lastVisible == AdParser.OPEN_CURLY) {
                curlyDepth++;
            } else if (lastVisible == AdParser.CLOSE_CURLY && curlyDepth > 0) {
                curlyDepth--;
            }
        }
    }

    private void keepAs(CommonToken token, int type) {
        token.setType(type);
        keep(token);
    }

    private void report(Span span, Code code, String... arguments) {
        diagnostics.add(Diagnostic.at(span, code, arguments));
    }

    /** A semicolon that the open text has swallowed is put behind it. */
    private void closeText(CommonToken token) {
        report(places.of(token), Code.UNCLOSED_TEXT);
        boolean swallowed = token.getText().endsWith(";");
        keepAs(token, AdParser.STRING);
        if (swallowed) {
            CommonToken semicolon = new CommonToken(token);
            semicolon.setType(AdParser.SEMICOLON);
            semicolon.setStartIndex(token.getStopIndex());
            semicolon.setStopIndex(token.getStopIndex());
            keep(semicolon);
        }
    }

    private void number(CommonToken token) {
        int from = next;
        while (next < raw.size() && Places.adjacent(raw.get(next - 1), raw.get(next)) && sticks(raw.get(next))) {
            next++;
        }
        String text =
                source.text().substring(token.getStartIndex(), raw.get(next - 1).getStopIndex() + 1);
        if (next > from) {
            token.setStopIndex(raw.get(next - 1).getStopIndex());
            malformed(token, text);
        } else if (text.length() > 3 && Double.isInfinite(Double.parseDouble(text))) {
            report(places.of(token), Code.NUMBER_OVERFLOW, ForeignSign.shortened(text));
            token.setText("1");
            keep(token);
        } else {
            keep(token);
        }
    }

    private static boolean sticks(Token token) {
        return switch (token.getType()) {
            case AdLexer.NUMBER, AdLexer.POINT, AdLexer.NAME, AdLexer.PI, AdLexer.INF -> true;
            default -> false;
        };
    }

    private void point(CommonToken token) {
        boolean startsNumber = next < raw.size()
                && raw.get(next).getType() == AdLexer.NUMBER
                && Places.adjacent(token, raw.get(next))
                && lastVisible != AdParser.NAME;
        if (startsNumber) {
            token.setType(AdParser.NUMBER);
            number(token);
        } else {
            keep(token);
        }
    }

    private void malformed(CommonToken token, String text) {
        NumberMend mend = NumberMend.of(text);
        diagnostics.add(Diagnostic.at(places.of(token), Code.MALFORMED_NUMBER, ForeignSign.shortened(text))
                .with(mend.help()));
        token.setText(mend.number());
        keepAs(token, AdParser.NUMBER);
    }

    private void name(CommonToken token) {
        if (curlyDepth > 0 && nextIsPart()) {
            qualified(token);
            return;
        }
        String text = Normalizer.normalize(token.getText(), Normalizer.Form.NFC);
        token.setText(text);
        for (int i = 0; i < text.length(); i++) {
            int type = text.charAt(i) < 0x80 ? Character.LOWERCASE_LETTER : Character.getType(text.codePointAt(i));
            boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
            if (mark && misnamed.add(text)) {
                report(places.of(token), Code.LOOSE_MARK, ForeignSign.show(text.codePointAt(i)));
                break;
            }
        }
        if (text.length() > LONGEST_NAME && misnamed.add(text)) {
            report(places.of(token), Code.TOO_LONG, "name", String.format(Locale.ROOT, "%,d", LONGEST_NAME));
        }
        if (startsStatement() && text.equals("return") && !nextIsEquals()) {
            report(places.of(token), Code.RETURN);
            keepAs(token, AdParser.OTHER);
        } else if (curlyDepth == 0 && FUNCTIONS.contains(text) && nextIsName() && startsStatement()) {
            report(places.of(token), Code.EXPECTED_DECLARATION, "`" + text + "`");
            keepAs(token, AdParser.FUNCTION);
        } else if (ELSE_IFS.contains(text) && endsOperand(lastVisible)) {
            report(places.of(token), Code.FOREIGN_OPERATOR, text, "else if");
            CommonToken second = new CommonToken(token);
            keepAs(token, AdParser.ELSE);
            keepAs(second, AdParser.IF);
        } else if (!DECLARATIONS.contains(text) || !dropDeclaration(token)) {
            keep(token);
        }
    }

    /** Whether a point and another word follow without a blank. */
    private boolean nextIsPart() {
        return next + 1 < raw.size()
                && raw.get(next).getType() == AdLexer.POINT
                && isWord(raw.get(next + 1).getType())
                && Places.adjacent(raw.get(next - 1), raw.get(next))
                && Places.adjacent(raw.get(next), raw.get(next + 1));
    }

    private static boolean isWord(int type) {
        return type == AdLexer.NAME || type == AdLexer.REDUCTION || type == AdLexer.PI || type == AdLexer.INF;
    }

    /** Of {@code Math.exp} the last part is meant. */
    private void qualified(CommonToken first) {
        CommonToken last = first;
        while (nextIsPart()) {
            last = raw.get(next + 1);
            next += 2;
        }
        boolean pi = last.getText().equals("PI");
        Span span = places.between(first, last);
        report(span, Code.QUALIFIED_NAME, ForeignSign.shortened(span.text()), pi ? "pi" : last.getText());
        if (pi) {
            keepAs(last, AdParser.PI);
        } else {
            mend(last);
        }
    }

    /** Whether the token was a word before a definition or a parameter that stands there in other languages. */
    private boolean dropDeclaration(CommonToken token) {
        boolean statement = startsStatement() && curlyDepth > 0;
        boolean parameter = lastVisible == AdParser.OPEN
                || lastVisible == AdParser.COMMA
                || lastVisible == AdParser.CONST
                || lastVisible == AdParser.INT;
        if (!nextIsName() || !(statement || parameter)) {
            return false;
        }
        CommonToken last = token;
        while (DECLARATIONS.contains(raw.get(next).getText())
                && isWord(raw.get(next + 1).getType())) {
            last = raw.get(next++);
        }
        Span span = places.between(token, last);
        String name = raw.get(next).getText();
        report(span, Code.NEEDLESS_DECLARATION, span.text(), statement ? name + " = …;" : name);
        return true;
    }

    private boolean startsStatement() {
        return lastVisible == AdParser.SEMICOLON
                || lastVisible == AdParser.OPEN_CURLY
                || lastVisible == AdParser.CLOSE_CURLY;
    }

    private boolean nextIsName() {
        return next < raw.size()
                && (raw.get(next).getType() == AdLexer.NAME || raw.get(next).getType() == AdLexer.REDUCTION);
    }

    /** A name that is being defined may be one that other languages reserve. */
    private boolean nextIsEquals() {
        return raw.subList(next, raw.size()).stream()
                .filter(token -> token.getChannel() == Token.DEFAULT_CHANNEL)
                .findFirst()
                .map(token -> token.getType() == AdLexer.EQUALS)
                .orElse(false);
    }

    private static boolean endsOperand(int type) {
        return type == AdParser.NAME
                || type == AdParser.NUMBER
                || type == AdParser.CLOSE
                || type == AdParser.CLOSE_SQUARE
                || type == AdParser.PI
                || type == AdParser.INF;
    }

    /** Whether the sign is one of the bars around an absolute value, which is read as if in brackets. */
    private boolean isBar(CommonToken token) {
        if (!text(token).equals("|")) {
            return false;
        }
        if (barOpen) {
            keepAs(token, AdParser.CLOSE);
            barOpen = false;
            return true;
        }
        if (endsOperand(lastVisible) || !anotherBarFollows()) {
            return false;
        }
        report(places.of(token), Code.FOREIGN_OPERATOR, "|", "abs(…)");
        keepAs(token, AdParser.OPEN);
        barOpen = true;
        return true;
    }

    private boolean anotherBarFollows() {
        for (int i = next; i < raw.size(); i++) {
            switch (raw.get(i).getType()) {
                case AdLexer.SEMICOLON, AdLexer.OPEN_CURLY, AdLexer.CLOSE_CURLY -> {
                    return false;
                }
                default -> {
                    if (text(raw.get(i)).equals("|")) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private void foreign(CommonToken token) {
        if (isBar(token)) {
            return;
        }
        String first = text(token);
        while (next < raw.size()
                && Places.adjacent(token, raw.get(next))
                && ForeignSign.continues(first, text(raw.get(next)))) {
            token.setStopIndex(raw.get(next++).getStopIndex());
        }
        if (text(token).equals("'")) {
            toClosingQuote(token);
        }
        ForeignSign sign = ForeignSign.of(text(token));
        diagnostics.add(sign.diagnostic(places.of(token), previousText(token)));
        sign.meant().ifPresent(type -> keepAs(token, type));
        if (sign.meant().isEmpty() && !sign.isBlank()) {
            keepAs(token, AdParser.OTHER);
        }
    }

    /** A text in single quotes is one mistake. */
    private void toClosingQuote(CommonToken token) {
        for (int i = next; i < raw.size() && raw.get(i).getLine() == token.getLine(); i++) {
            if (text(raw.get(i)).equals("'")) {
                token.setStopIndex(raw.get(i).getStopIndex());
                next = i + 1;
                return;
            }
        }
    }

    private String text(Token token) {
        return source.text().substring(token.getStartIndex(), token.getStopIndex() + 1);
    }

    /** The name before a sign, so that a help can speak of it. */
    private String previousText(Token token) {
        for (int i = tokens.size() - 1; i >= 0; i--) {
            Token previous = tokens.get(i);
            if (previous.getChannel() == Token.DEFAULT_CHANNEL) {
                return previous.getType() == AdParser.NAME && previous.getStartIndex() < token.getStartIndex()
                        ? previous.getText()
                        : "…";
            }
        }
        return "…";
    }
}
