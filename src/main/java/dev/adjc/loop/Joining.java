package dev.adjc.loop;

/** Whether steps share nests that they need not share. */
public enum Joining {
    /** One nest a step, save for rounds: the plainest schedule, beside which others are held. */
    NONE,
    /** A nest for all that can be done at each of its places. */
    WHERE_POSSIBLE
}
