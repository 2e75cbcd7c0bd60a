package dev.adjc.emit;

import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Index;
import dev.adjc.ir.Program;
import dev.adjc.ir.Step;
import dev.adjc.ir.Symbol;
import dev.adjc.ir.Value;
import dev.adjc.loop.Schedule;
import dev.adjc.source.Span;
import java.util.Set;

/** Thrown for a class that no object can have the work space of: it is too large, or its size is not known before a call. */
public final class NoWorkSpace extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Diagnostic diagnostic;

    private NoWorkSpace(Diagnostic diagnostic) {
        super(diagnostic.toString());
        this.diagnostic = diagnostic;
    }

    /** The extents are literals, and their product is more than an array has elements. */
    static NoWorkSpace tooLarge(Span function, Value array) {
        return new NoWorkSpace(Diagnostic.at(function, Code.TOO_MANY_ELEMENTS, array.name()));
    }

    /** Refuses arrays whose extents are made of anything but sizes and integer parameters. */
    static void refuse(Schedule schedule, Program program, Set<Symbol> sizes, Span function) {
        schedule.arrays()
                .forEach((value, extents) -> extents.stream()
                        .filter(extent -> !extent.atoms().stream().allMatch(atom -> isKnown(atom, sizes)))
                        .findFirst()
                        .ifPresent(unknown -> {
                            Span place = origin(value, program, function);
                            throw new NoWorkSpace(Diagnostic.at(place, Code.UNKNOWN_WORK_SPACE, unknown.toString()));
                        }));
    }

    /** Whether the number is known when an object is made. */
    private static boolean isKnown(Index.Atom atom, Set<Symbol> sizes) {
        if (atom instanceof Index.Entry entry) {
            return entry.access().isScalar();
        }
        return !(atom instanceof Index.Extreme) && !(atom instanceof Symbol symbol && !sizes.contains(symbol));
    }

    private static Span origin(Value value, Program program, Span function) {
        for (Step step : program.steps()) {
            if (step instanceof Definition definition && definition.value().equals(value)) {
                return definition.origin().shown();
            }
        }
        return function;
    }

    public Diagnostic diagnostic() {
        return diagnostic;
    }
}
