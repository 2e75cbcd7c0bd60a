package dev.adjc.check;

import java.util.ArrayList;
import java.util.List;

/** Gathers what a value is computed from while it is checked. */
final class Reading {
    private List<Binding> sources = new ArrayList<>();
    private List<Binding> flows = new ArrayList<>();

    void read(Binding binding) {
        sources.add(binding);
        if (!binding.isInteger()) {
            flows.add(binding);
        }
    }

    /** A place in what has been read so far. */
    int mark() {
        return flows.size();
    }

    /** Through which of what has been read since a place a derivative flows. */
    List<Binding> since(int mark) {
        return List.copyOf(flows.subList(mark, flows.size()));
    }

    /** No derivative flows through what has been read since a place. */
    void stop(int mark) {
        flows.subList(mark, flows.size()).clear();
    }

    /** All that has been read; what follows is another value. */
    Origin take() {
        Origin origin = new Origin(sources, flows);
        sources = new ArrayList<>();
        flows = new ArrayList<>();
        return origin;
    }
}
