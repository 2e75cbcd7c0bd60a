package dev.adjc.check;

import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.ir.Axis;
import dev.adjc.ir.Index;
import dev.adjc.ir.Symbol;
import dev.adjc.syntax.Expression;
import dev.adjc.syntax.Identifier;
import java.util.List;
import java.util.Optional;

/** Enters the reach of indices and leaves it, and finds out what gives them their ranges. */
final class IndexScope {
    private final Context context;

    /** An index within its reach, and what its name meant outside. */
    record Entered(String name, Optional<Binding> outside) {}

    IndexScope(Context context) {
        this.context = context;
    }

    /** Whether the name may be an index here; if not, that is reported, once for each meaning that it has. */
    boolean isFree(Identifier name) {
        Optional<Binding> taken =
                context.scope().find(name.text()).filter(binding -> binding.role() != Binding.Role.INDEX);
        if (taken.isPresent()) {
            context.scope().suspect();
            if (context.clash(taken.get())) {
                context.report(Diagnostic.at(name.span(), Code.INDEX_NAME_TAKEN, name.text())
                        .with(taken.get().span()));
            }
        }
        return taken.isEmpty();
    }

    /** Two indices bear one name. */
    void twice(Identifier name, Identifier first) {
        context.scope().suspect();
        context.report(Diagnostic.at(name.span(), Code.INDEX_TWICE, name.text()).with(first.span()));
    }

    /** Enters the reach of an index whose name means something else. */
    Entered enterUnknown(Identifier name) {
        Entered entered = new Entered(name.text(), context.scope().find(name.text()));
        context.scope().bind(Binding.unknown(name.text(), name.span()));
        context.axes().enter(Optional.empty());
        return entered;
    }

    /** Enters the reach of an index; without bounds, if a mistake hides them. */
    Entered enter(Identifier name, Binding.Role role, Optional<Index> from, Optional<Index> to) {
        Entered entered = new Entered(name.text(), context.scope().find(name.text()));
        context.scope().bind(Binding.integer(name.text(), name.span(), role, List.of()));
        Axis.Order order = role == Binding.Role.ROUND ? Axis.Order.UP : Axis.Order.ANY;
        context.axes().enter(from.flatMap(first -> to.map(end -> new Axis(Symbol.of(name.text()), first, end, order))));
        return entered;
    }

    void leave(Entered entered) {
        context.axes().leave();
        context.scope().restore(entered.name(), entered.outside());
    }

    /** Where an index ends that bears no range; if nothing says so, a complaint that only holds if nothing else is wrong. */
    record Inferred(Optional<Index> end, Optional<Diagnostic> complaint) {}

    /** The extent of all dimensions in which the index stands bare; if they are not equal, that is reported. */
    Inferred infer(Identifier index, List<Expression> reach) {
        List<RangeInference.Use> uses = RangeInference.of(index.text(), reach);
        if (uses.isEmpty()) {
            return new Inferred(
                    Optional.empty(), Optional.of(Diagnostic.at(index.span(), Code.INDEX_WITHOUT_RANGE, index.text())));
        }
        Optional<RangeInference.Use> first =
                uses.stream().filter(use -> extent(use).isPresent()).findFirst();
        Optional<Index> extent = first.flatMap(this::extent);
        Optional<RangeInference.Use> other = uses.stream()
                .filter(use -> extent(use).isPresent() && !extent(use).equals(extent))
                .findFirst();
        other.ifPresent(use -> context.report(disagreement(index, first.orElseThrow(), use)));
        return new Inferred(other.isPresent() ? Optional.empty() : extent, Optional.empty());
    }

    private Optional<Index> extent(RangeInference.Use use) {
        return context.scope()
                .find(use.access().array().text())
                .flatMap(Binding::shape)
                .filter(shape -> shape.rank() == use.access().indices().size())
                .flatMap(shape -> shape.extents().get(use.dimension()));
    }

    private Diagnostic disagreement(Identifier index, RangeInference.Use first, RangeInference.Use other) {
        String one = first.access().array().text();
        String two = other.access().array().text();
        String both = one.equals(two) ? "two dimensions of `" + one + "`" : "`" + one + "` and `" + two + "`";
        return Diagnostic.at(other.access().span(), Code.SIZES_DIFFER, both, index.text(), text(other))
                .with(first.access().span(), text(first));
    }

    private String text(RangeInference.Use use) {
        return extent(use).orElseThrow().toString();
    }
}
