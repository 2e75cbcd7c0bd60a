package dev.adjc.emit;

import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.ir.Value;
import dev.adjc.source.Span;

/** Thrown for a class whose work space, of which all sizes are literals, is larger than an array. */
public final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Diagnostic diagnostic;

    TooLarge(Span function, Value array) {
        super("the work space for `" + array + "` is too large");
        this.diagnostic = Diagnostic.at(function, Code.TOO_MANY_ELEMENTS, array.name());
    }

    public Diagnostic diagnostic() {
        return diagnostic;
    }
}
