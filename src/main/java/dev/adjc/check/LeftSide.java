package dev.adjc.check;

import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.ir.Index;
import dev.adjc.ir.Symbol;
import dev.adjc.syntax.Binder;
import dev.adjc.syntax.Expression;
import dev.adjc.syntax.Identifier;
import dev.adjc.syntax.Range;
import dev.adjc.syntax.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The left-hand sides of one statement, from their indices to the shapes that they give.
 *
 * <p>Indices of loops around the statement collect; any other index is the statement's own, and its name is known on the
 * right-hand side alone.
 */
final class LeftSide {
    private final Context context;
    private final ExpressionCheck expressions;
    private final IndexScope indices;
    private final Map<String, Round> rounds = new LinkedHashMap<>();
    private final Map<String, List<Binder>> own = new LinkedHashMap<>();
    private final Map<Binder, String> arrays = new HashMap<>();
    private final Map<String, Optional<Index>> ends = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final List<IndexScope.Entered> entered = new ArrayList<>();
    private final List<Diagnostic> complaints = new ArrayList<>();
    private final int mistakes;
    private final int suspects;

    private LeftSide(Context context, ExpressionCheck expressions) {
        this.context = context;
        this.expressions = expressions;
        this.indices = new IndexScope(context);
        this.mistakes = context.diagnostics().size();
        this.suspects = context.scope().suspects();
    }

    /** Checks the indices and enters their reach, until {@link #leave}; their ranges come from the right-hand side. */
    static LeftSide enter(
            Context context, ExpressionCheck expressions, List<Round> loops, List<Target> targets, Expression right) {
        LeftSide side = new LeftSide(context, expressions);
        targets.forEach(target -> side.sort(target, loops));
        side.own.values().forEach(binders -> side.bound(binders, right));
        side.own.values().forEach(binders -> side.enter(binders.get(0).name()));
        targets.forEach(side::complete);
        return side;
    }

    void leave() {
        for (int i = entered.size(); i > 0; i--) {
            indices.leave(entered.get(i - 1));
        }
        context.scope().trust(suspects);
    }

    /** Reports indices without a range, if nothing else is wrong with the statement. */
    void complain() {
        context.reportUnless(mistakes, complaints);
    }

    /** The loops that the targets collect over, from the outermost one. */
    List<Round> collecting(Target target) {
        List<Round> on = new ArrayList<>();
        rounds.forEach((name, round) -> {
            boolean stands = target.indices().stream()
                    .anyMatch(index -> index instanceof Binder binder
                            && binder.name().text().equals(name));
            if (stands) {
                on.add(round);
            }
        });
        return on;
    }

    // ---- indices

    private void sort(Target target, List<Round> loops) {
        Map<String, Identifier> seen = new HashMap<>();
        for (Target.Index index : target.indices()) {
            if (index instanceof Binder binder) {
                Identifier name = binder.name();
                arrays.put(binder, target.name().text());
                Identifier first = seen.putIfAbsent(name.text(), name);
                if (first != null) {
                    indices.twice(name, first);
                    ends.put(name.text(), Optional.empty());
                    continue;
                }
                Optional<Round> round = loops.stream()
                        .filter(each -> binder.range().isEmpty() && each.name().equals(name.text()))
                        .findFirst();
                if (round.isPresent()) {
                    rounds.put(name.text(), round.get());
                } else {
                    own.computeIfAbsent(name.text(), none -> new ArrayList<>()).add(binder);
                }
            }
        }
    }

    /** Finds where an index ends, which stands in one or several of the targets. */
    private void bound(List<Binder> binders, Expression right) {
        Identifier name = binders.get(0).name();
        boolean free = indices.isFree(name);
        List<Binder> explicit =
                binders.stream().filter(binder -> binder.range().isPresent()).toList();
        Optional<Index> end = Optional.empty();
        for (Binder binder : explicit) {
            Optional<Index> given = explicit(binder, binder.range().orElseThrow());
            if (end.isPresent() && given.isPresent() && !end.equals(given)) {
                context.report(Diagnostic.at(
                                binder.span(),
                                Code.SIZES_DIFFER,
                                "two ranges",
                                name.text(),
                                given.get().toString())
                        .with(explicit.get(0).span(), end.get().toString()));
            }
            end = end.or(() -> given);
        }
        if (explicit.isEmpty() && free) {
            IndexScope.Inferred inferred = indices.infer(name, List.of(right));
            inferred.complaint().ifPresent(complaints::add);
            end = inferred.end();
        }
        end.ifPresent(context::fix);
        for (Binder binder : binders) {
            if (binder.range().isEmpty()) {
                end.ifPresent(found -> context.shapes().end(binder, found));
            }
        }
        if (!free) {
            taken.add(name.text());
        }
        ends.putIfAbsent(name.text(), free ? end : Optional.empty());
    }

    private Optional<Index> explicit(Binder binder, Range written) {
        Optional<Binder> other = Stream.concat(written.from().names().stream(), written.to().names().stream())
                .map(Expression.Name::text)
                .filter(name -> context.scope().find(name).isEmpty())
                .flatMap(name -> own.getOrDefault(name, List.of()).stream())
                .findFirst();
        if (other.isPresent()) {
            Identifier index = other.get().name();
            context.report(Diagnostic.at(
                            written.span(),
                            Code.EXTENT_VARIES,
                            arrays.getOrDefault(binder, ""),
                            written.span().text(),
                            index.text())
                    .with(index.span()));
            return Optional.empty();
        }
        ExpressionCheck.Ends range = expressions.range(written, IntegerCheck.Wanted.FIXED, Code.NOT_FIXED);
        Optional<Index> wrong = range.from().filter(from -> !from.isLiteral(0));
        if (wrong.isPresent()) {
            context.report(Diagnostic.at(
                    binder.range().get().from().span(),
                    Code.RANGE_FROM,
                    wrong.get().toString()));
            return Optional.empty();
        }
        Optional<Index> negative = range.to().filter(to -> to.literal().orElse(0) < 0);
        negative.ifPresent(
                to -> context.report(Diagnostic.at(binder.range().get().span(), Code.NEGATIVE_EXTENT, to.toString())));
        return negative.isPresent() ? Optional.empty() : range.to();
    }

    private void enter(Identifier name) {
        entered.add(
                taken.contains(name.text())
                        ? indices.enterUnknown(name)
                        : indices.enter(name, Binding.Role.INDEX, Optional.of(Index.ZERO), end(name)));
    }

    private Optional<Index> end(Identifier name) {
        return ends.getOrDefault(name.text(), Optional.empty());
    }

    /** Each target of a call has all indices over which the call is carried out. */
    private void complete(Target target) {
        own.forEach((name, binders) -> {
            boolean has = binders.stream().anyMatch(binder -> target.indices().contains(binder));
            if (!has) {
                context.report(Diagnostic.at(
                                target.span(), Code.INDEX_MISSING, target.name().text(), name)
                        .with(binders.get(0).span()));
            }
        });
    }

    // ---- shapes

    /** The shape that a target has, given what its right-hand side gives; nothing, if a mistake hides it. */
    Optional<Shape> shape(Target target, Optional<Shape> result) {
        long colons =
                target.indices().stream().filter(Target.Colon.class::isInstance).count();
        if (target.indices().isEmpty()) {
            return result;
        }
        if (result.isPresent() && result.get().rank() != colons) {
            String taken = colons == 0 ? "a number" : "an array of rank " + colons;
            context.report(Diagnostic.at(
                    target.span(),
                    Code.RESULT_RANK,
                    target.span().text(),
                    taken,
                    result.get().rankText()));
            return Optional.empty();
        }
        List<Optional<Index>> extents = new ArrayList<>();
        int next = 0;
        for (Target.Index index : target.indices()) {
            if (index instanceof Binder binder) {
                Round round = rounds.get(binder.name().text());
                extents.add(round == null ? end(binder.name()) : round.to());
            } else {
                int dimension = next++;
                extents.add(result.flatMap(shape -> shape.extents().get(dimension))
                        .filter(extent -> isFixed(target, extent)));
            }
        }
        return Optional.of(new Shape(extents));
    }

    private boolean isFixed(Target target, Index extent) {
        Optional<String> varying = own.keySet().stream()
                .filter(name -> extent.mentions(Symbol.of(name)))
                .findFirst();
        varying.ifPresent(name -> context.report(
                Diagnostic.at(target.span(), Code.EXTENT_VARIES, target.name().text(), extent.toString(), name)));
        return varying.isEmpty();
    }
}
