package dev.adjc.ir;

/** How a definition gives its target a value. */
public enum Combine {
    /** The value is what the operator gives; once on every path. */
    SET,
    /** What the operator gives is added; the first one on a path sets. A target that nothing is added to is 0. */
    SUM
}
