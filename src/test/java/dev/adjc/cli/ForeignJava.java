package dev.adjc.cli;

import java.io.IOException;

/** Java that programs of the tests name as extern functions, much of which generated code cannot call. */
public final class ForeignJava {
    private ForeignJava() {}

    public static double checked(double x) throws IOException {
        if (x < 0) {
            throw new IOException("x = " + x);
        }
        return x;
    }

    static double hidden(double x) {
        return x;
    }

    /** Never comes to an end for positive numbers. */
    public static double endless(double x) {
        return x > 0 ? 1 + endless(x + 1) : x;
    }

    public static final class Open {
        private Open() {}

        public static final class Inner {
            private Inner() {}

            public static double same(double x) {
                return x;
            }
        }
    }

    static final class Hidden {
        private Hidden() {}

        public static double open(double x) {
            return x;
        }
    }
}
