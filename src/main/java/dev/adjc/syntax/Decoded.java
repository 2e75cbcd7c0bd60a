package dev.adjc.syntax;

import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.source.Source;
import dev.adjc.source.Span;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The bytes of a file as a text.
 *
 * @param mistake where they are not UTF-8; the source then holds replacement characters
 */
public record Decoded(Source source, Optional<Diagnostic> mistake) {
    private static final char BYTE_ORDER_MARK = '\ufeff';

    /** The text of a file in UTF-8, without its byte-order mark if it has one. */
    public static Decoded of(String name, byte[] bytes) {
        CharsetDecoder strict = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = strict.decode(in, out, true);
        String legal = out.flip().toString();
        int mark = !legal.isEmpty() && legal.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
        if (!result.isError()) {
            return new Decoded(new Source(name, legal.substring(mark)), Optional.empty());
        }
        String replaced = new String(bytes, StandardCharsets.UTF_8);
        Source source = new Source(name, replaced.substring(mark));
        int at = legal.length() - mark;
        String offending = String.format("%02x", bytes[in.position()]);
        Span span = new Span(source, at, at + 1);
        return new Decoded(source, Optional.of(Diagnostic.at(span, Code.NOT_UTF_8, offending)));
    }
}
