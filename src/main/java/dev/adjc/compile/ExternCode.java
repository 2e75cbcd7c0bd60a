package dev.adjc.compile;

import dev.adjc.operator.Operator;
import dev.adjc.syntax.Declaration;

/** How extern functions are run. */
@FunctionalInterface
public interface ExternCode {

    Operator.Evaluation of(Declaration.Extern extern);

    /** For who only compiles. */
    ExternCode ABSENT = extern -> arguments -> {
        throw new UnsupportedOperationException("nothing runs `" + extern.name() + "` here");
    };
}
