package dev.adjc.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTest {

    @Test
    void columnsStandBelowEachOtherAndLinesEndWithoutSpaces() {
        String text = new Table()
                .row("a", "", "value")
                .row("long", "= x", "1")
                .row("σ₁")
                .print("  ");
        assertEquals("  a          value\n  long  = x  1\n  σ₁\n", text);
    }

    @ParameterizedTest
    @CsvSource({
        "4, 4",
        "-1.4, -1.4",
        "1.6094379124341003, 1.609437912",
        "0.1, 0.1",
        "-0.0, -0",
        "1e14, 100000000000000",
        "1e15, 1e15",
        "1.23456789012e-7, 1.23456789e-7",
        "0.00001234, 0.00001234",
        "Infinity, Infinity",
        "4.9e-324, 4.940656458e-324"
    })
    void figuresHaveTenDigitsAtMost(double number, String text) {
        assertEquals(text, Figures.of(number));
    }
}
