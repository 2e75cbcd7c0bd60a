package dev.adjc.operator;

import static dev.adjc.operator.special.Power.powi;

/** The values of the operators that Java writes with symbols; conditions are 1 and 0. */
final class Arithmetic {
    private Arithmetic() {}

    static double add(double a, double b) {
        return a + b;
    }

    static double subtract(double a, double b) {
        return a - b;
    }

    static double multiply(double a, double b) {
        return a * b;
    }

    static double divide(double a, double b) {
        return a / b;
    }

    static double negate(double a) {
        return -a;
    }

    static double copy(double a) {
        return a;
    }

    static double nothing(double a, double b) {
        return 0;
    }

    static double second(double a, double b) {
        return b;
    }

    static double less(double a, double b) {
        return a < b ? 1 : 0;
    }

    static double lessOrEqual(double a, double b) {
        return a <= b ? 1 : 0;
    }

    static double greater(double a, double b) {
        return a > b ? 1 : 0;
    }

    static double greaterOrEqual(double a, double b) {
        return a >= b ? 1 : 0;
    }

    static double equal(double a, double b) {
        return a == b ? 1 : 0;
    }

    static double unequal(double a, double b) {
        return a != b ? 1 : 0;
    }

    static double and(double a, double b) {
        return a != 0 && b != 0 ? 1 : 0;
    }

    static double or(double a, double b) {
        return a != 0 || b != 0 ? 1 : 0;
    }

    static double not(double a) {
        return a == 0 ? 1 : 0;
    }

    static double ties(double a, double b) {
        return a == b ? 1 : 0;
    }

    static double reciprocalPower(double x, double n) {
        return powi(x, -n);
    }

    static double unlessZero(double a, double b) {
        return a == 0 ? 0 : b;
    }

    static double largest(double a, double b, double c) {
        return Math.max(Math.max(a, b), c);
    }

    static double largest(double[] numbers) {
        double largest = numbers[0];
        for (double number : numbers) {
            largest = Math.max(largest, number);
        }
        return largest;
    }

    static double smallest(double a, double b, double c) {
        return Math.min(Math.min(a, b), c);
    }

    static double smallest(double[] numbers) {
        double smallest = numbers[0];
        for (double number : numbers) {
            smallest = Math.min(smallest, number);
        }
        return smallest;
    }
}
