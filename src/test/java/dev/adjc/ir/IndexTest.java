package dev.adjc.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class IndexTest {

    @Test
    void aFactorOfSeveralArgumentsIsPrintedAsItIs() {
        Index rounds = Index.of(Symbol.of("T")).plus(-1).count();
        assertEquals("max(0, T - 1)*n", Index.of(Symbol.of("n")).times(rounds).toString());
    }
}
