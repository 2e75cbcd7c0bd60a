package dev.adjc.check;

import java.util.List;

/**
 * What a value is computed from.
 *
 * @param flows those sources through which a derivative flows
 */
record Origin(List<Binding> sources, List<Binding> flows) {
    static final Origin NONE = new Origin(List.of(), List.of());
}
