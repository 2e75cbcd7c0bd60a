package dev.adjc.compile;

import dev.adjc.operator.Operator;

/** How extern functions are run. */
@FunctionalInterface
public interface ExternCode {

    Operator.Evaluation of(ExternMethod method);

    /** For who only compiles. */
    ExternCode ABSENT = method -> arguments -> {
        throw new UnsupportedOperationException("nothing runs `" + method.function() + "` here");
    };
}
