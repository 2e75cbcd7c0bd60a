package dev.adjc.harness;

import dev.adjc.ir.Access;
import dev.adjc.ir.Axis;
import dev.adjc.ir.Combine;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Domain;
import dev.adjc.ir.Guard;
import dev.adjc.ir.Index;
import dev.adjc.ir.Origin;
import dev.adjc.ir.Program;
import dev.adjc.ir.Reads;
import dev.adjc.ir.Step;
import dev.adjc.ir.Symbol;
import dev.adjc.ir.Value;
import dev.adjc.loop.Joining;
import dev.adjc.loop.Scheduler;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The parts of statements of which a schedule keeps more than it should: more than one row, for one element of the statement,
 * along the axes of a reduction that looks at the part twice, and two places of a product that is formed by rounds. What a
 * statement reads along further axes, outside those of the part, is the same for many elements, and may be kept for them. What
 * several statements read is none of a single one's: they share it, or read it for the name that was copied from it.
 */
public final class KeptParts {
    private final Program program;
    private final Origin origin;
    private final Map<Value, List<Definition>> definitions = new HashMap<>();
    private final Map<Value, List<Reader>> readers = new HashMap<>();

    private record Reader(Access access, Domain domain, Origin origin) {}

    private KeptParts(Program program, Origin origin) {
        this.program = program;
        this.origin = origin;
        for (Step step : program.steps()) {
            if (step instanceof Definition definition) {
                definitions
                        .computeIfAbsent(definition.value(), none -> new ArrayList<>())
                        .add(definition);
            }
            Reads.accesses(step).forEach(access -> read(access, step.domain(), step.origin()));
            for (Guard guard = step.domain().guard(); !guard.isAlways(); guard = guard.outer()) {
                read(guard.condition(), step.domain(), step.origin());
            }
        }
        program.outputs()
                .forEach(output -> Reads.accesses(output.operand())
                        .forEach(access -> read(access, new Domain(output.axes(), Guard.ALWAYS), origin)));
    }

    private void read(Access access, Domain domain, Origin origin) {
        readers.computeIfAbsent(access.value(), none -> new ArrayList<>()).add(new Reader(access, domain, origin));
    }

    /**
     * Their names, with the extents that are kept.
     *
     * @param origin of the function
     */
    public static List<String> of(Program program, Origin origin) {
        return Scheduler.hasArrays(program) ? new KeptParts(program, origin).find() : List.of();
    }

    private List<String> find() {
        List<String> found = new ArrayList<>();
        Scheduler.nested(program, Set.of(), origin, Joining.WHERE_POSSIBLE)
                .arrays()
                .forEach((value, extents) -> {
                    List<Definition> all = definitions.getOrDefault(value, List.of());
                    if (isOfOneStatement(value)
                            && all.stream().noneMatch(definition -> isAmong(extents, free(definition)))) {
                        found.add(value + " keeps " + extents + " of " + value.extents());
                    }
                });
        return found;
    }

    private boolean isOfOneStatement(Value value) {
        List<Definition> all = definitions.getOrDefault(value, List.of());
        return value.isPartOfStatement()
                && !all.isEmpty()
                && readers.getOrDefault(value, List.of()).stream()
                        .allMatch(reader -> reader.origin()
                                .statement()
                                .equals(all.get(0).origin().statement()));
    }

    /** The extents along which the part may be kept. */
    private List<Index> free(Definition part) {
        Set<Symbol> own = new HashSet<>();
        part.domain().axes().forEach(axis -> own.add(axis.symbol()));
        own.removeAll(reduced(part));
        readers.getOrDefault(part.value(), List.of()).forEach(reader -> own.retainAll(shared(part, reader)));
        List<Index> free = new ArrayList<>();
        for (int k = 0; k < part.target().at().size(); k++) {
            if (own.stream().noneMatch(part.target().at().get(k)::mentions)) {
                free.add(part.value().extents().get(k));
            }
        }
        return free;
    }

    /** The axes that a reduction of the statement runs along, or that a product has rounds along. */
    private Set<Symbol> reduced(Definition part) {
        Set<Symbol> reduced = new HashSet<>();
        for (List<Definition> all : definitions.values()) {
            for (Definition definition : all) {
                if (definition.origin().statement().equals(part.origin().statement())) {
                    definition.domain().axes().stream()
                            .filter(axis -> isReduced(axis, definition))
                            .forEach(axis -> reduced.add(axis.symbol()));
                }
            }
        }
        return reduced;
    }

    private boolean isReduced(Axis axis, Definition definition) {
        boolean isPlaced = definition.target().at().stream().anyMatch(place -> place.mentions(axis.symbol()));
        return definition.combine() != Combine.SET && !isPlaced
                || axis.isSequential() && definition.value().isPartOfStatement() && isBegunBefore(axis, definition);
    }

    /** Whether the rounds hand the value on: what it is before the first one is given outside of them. */
    private boolean isBegunBefore(Axis rounds, Definition definition) {
        return definitions.getOrDefault(definition.value(), List.of()).stream()
                .anyMatch(other -> !other.domain().axes().contains(rounds));
    }

    /** The axes of the part that its reader runs along as well, from the outermost on. */
    private static Set<Symbol> shared(Definition part, Reader reader) {
        Set<Symbol> shared = new HashSet<>();
        for (int k = 0; k < part.domain().axes().size(); k++) {
            Axis axis = part.domain().axes().get(k);
            if (k >= reader.domain().axes().size()) {
                break;
            }
            Axis other = reader.domain().axes().get(k);
            boolean same = axis.from().equals(other.from()) && axis.to().equals(other.to());
            for (int d = 0; d < part.target().at().size(); d++) {
                same &= !part.target().at().get(d).mentions(axis.symbol())
                        || reader.access().at().get(d).mentions(other.symbol());
            }
            if (!same) {
                break;
            }
            shared.add(axis.symbol());
        }
        return shared;
    }

    private static boolean isAmong(List<Index> extents, List<Index> free) {
        int found = 0;
        for (Index extent : free) {
            boolean fits = found < extents.size()
                    && (extents.get(found).equals(extent) || extents.get(found).isLiteral(2));
            found += fits ? 1 : 0;
        }
        return found == extents.size();
    }
}
