package dev.adjc.bench;

/** By what means a function and its gradient are computed. */
public enum Way {
    BY_HAND,
    FORWARD,
    REVERSE,
    HIPPARCHUS
}
