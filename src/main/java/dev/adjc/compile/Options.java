package dev.adjc.compile;

import dev.adjc.derive.ZeroRule;
import java.util.Optional;

/**
 * How programs are compiled.
 *
 * @param packageName the package of the generated classes, instead of what the file says
 */
public record Options(ZeroRule zeroRule, Optional<String> packageName) {

    /** The conventions' zero rule, and the file's own package. */
    public static final Options DEFAULT = new Options(ZeroRule.ABSORBING, Optional.empty());
}
