package dev.adjc.emit;

import dev.adjc.ir.Program;

/** What a generated class offers: a function's values or derivatives, and the program that computes them. */
public sealed interface Product {

    /** Which numbers are computed. */
    enum Kind {
        VALUE("value"),
        GRADIENT("gradient"),
        JVP("jvp"),
        VJP("vjp");

        private final String method;

        Kind(String method) {
            this.method = method;
        }

        /** The name of the generated methods. */
        public String method() {
            return method;
        }
    }

    Kind kind();

    /** All numbers in one run of a program. */
    record AtOnce(Kind kind, Program program) implements Product {}

    /** One run of another product's program, that of {@code base}, for each active input or each output. */
    record Repeated(Kind kind, Kind base) implements Product {}
}
