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

    Program program();

    /** All numbers in one run of the program. */
    record AtOnce(Kind kind, Program program) implements Product {}

    /**
     * One number a run. The program has one more parameter, last: which number, from 0; and one output, that number.
     *
     * @param count how many there are
     */
    record OneByOne(Kind kind, Program program, int count) implements Product {}
}
