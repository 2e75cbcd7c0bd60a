package dev.adjc.random;

import java.util.Arrays;

/** The numbers of an array, the last index running fastest; a single one where there is no extent. */
record Grid(int[] extents, double[] numbers) {

    /** An array of zeros. */
    static Grid of(int... extents) {
        return new Grid(extents, new double[count(extents)]);
    }

    static Grid number(double number) {
        return new Grid(new int[0], new double[] {number});
    }

    static int count(int... extents) {
        return Arrays.stream(extents).reduce(1, Math::multiplyExact);
    }

    int rank() {
        return extents.length;
    }

    double at(int... places) {
        return numbers[position(places)];
    }

    void set(double number, int... places) {
        numbers[position(places)] = number;
    }

    private int position(int... places) {
        int position = 0;
        for (int i = 0; i < extents.length; i++) {
            if (places[i] < 0 || places[i] >= extents[i]) {
                throw new OutOfRange(places[i] + " of " + extents[i]);
            }
            position = position * extents[i] + places[i];
        }
        return position;
    }

    /** An access that is none of the array's elements. */
    static final class OutOfRange extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OutOfRange(String words) {
            super(words);
        }
    }
}
