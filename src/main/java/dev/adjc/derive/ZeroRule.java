package dev.adjc.derive;

/** What a tangent or adjoint of exactly zero passes on through an operator whose partial may be infinite. */
public enum ZeroRule {
    /** Zero, so that forward and reverse mode agree where one entry of a gradient is infinite. */
    ABSORBING,
    /** What IEEE 754 says: zero times infinity is NaN. */
    IEEE
}
