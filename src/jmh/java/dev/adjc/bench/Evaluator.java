package dev.adjc.bench;

/** Computes a function of several numbers, or its value and gradient. */
public interface Evaluator {

    double value(double[] x);

    /** Gives the value and writes the gradient. */
    double gradient(double[] x, double[] gradient);
}
