package dev.adjc.check;

import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.ir.Index;
import dev.adjc.source.Span;
import dev.adjc.syntax.Identifier;
import dev.adjc.syntax.Statement;
import dev.adjc.syntax.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Knows the loops around a statement: what they carry from round to round, and what they collect. */
final class LoopCheck {
    private final Context context;
    private final ExpressionCheck expressions;
    private final IndexScope indices;
    private final List<Round> open = new ArrayList<>();

    LoopCheck(Context context, ExpressionCheck expressions) {
        this.context = context;
        this.expressions = expressions;
        this.indices = new IndexScope(context);
    }

    /** The loops around the present place, from the outermost one. */
    List<Round> open() {
        return open;
    }

    /** Checks a loop; the visitor checks the statements of its body. */
    void check(Statement.Loop loop, Statement.Visitor<Void> body) {
        ExpressionCheck.Ends ends = expressions.range(loop.range(), IntegerCheck.Wanted.FIXED, Code.LOOP_BOUND);
        context.usage().use(expressions.origin().sources());
        ends.from().ifPresent(context::fix);
        ends.to().ifPresent(context::fix);
        int suspects = context.scope().suspects();
        boolean free = indices.isFree(loop.index());
        Map<String, Binding> before = context.scope().snapshot();
        Round round = Round.of(loop.index(), ends);
        LoopTargets targets =
                LoopTargets.of(loop, open.stream().map(Round::name).collect(Collectors.toSet()));
        carry(targets.whole(), round);
        targets.collected().values().stream()
                .filter(name -> context.scope().find(name.text()).isEmpty())
                .forEach(name -> context.scope().collect(name, loop.index()));
        IndexScope.Entered entered = free
                ? indices.enter(loop.index(), Binding.Role.ROUND, ends.from(), ends.to())
                : indices.enterUnknown(loop.index());
        open.add(round);
        loop.body().forEach(statement -> statement.accept(body));
        open.remove(open.size() - 1);
        indices.leave(entered);
        context.scope().trust(suspects);
        end(round, before.keySet());
    }

    private void carry(Set<String> names, Round round) {
        for (String name : names) {
            Optional<Binding> before = context.scope().find(name).filter(binding -> !binding.isInteger());
            if (before.isPresent()) {
                Binding carried = context.usage().carried(before.get());
                round.carried().put(name, carried);
                context.scope().bind(carried);
            }
        }
    }

    private void end(Round round, Set<String> before) {
        round.carried().forEach((name, carried) -> {
            context.scope().find(name).filter(last -> last != carried).ifPresent(carried::carry);
            context.scope().bind(carried);
        });
        context.scope().snapshot().forEach((name, binding) -> {
            if (!before.contains(name)) {
                context.scope().leave(new Identifier(name, binding.span()), round.index());
            }
        });
        round.collected().values().forEach(context.scope()::bind);
    }

    /** Checks the shape of a definition against what a loop around it carries, and gives the name its meaning. */
    Binding define(Identifier name, Optional<Shape> shape, Origin origin) {
        for (Round round : open) {
            Optional<Binding> carried = Optional.ofNullable(round.carried().get(name.text()))
                    .filter(before -> differs(before.shape(), shape));
            if (carried.isPresent()) {
                context.report(Diagnostic.at(
                                name.span(),
                                Code.CARRIED_SHAPE,
                                name.text(),
                                round.name(),
                                text(carried.get().shape().orElseThrow()),
                                text(shape.orElseThrow()))
                        .with(carried.get().span()));
                break;
            }
        }
        Binding binding = context.usage().definition(name, shape, origin);
        context.scope().bind(binding);
        return binding;
    }

    private static boolean differs(Optional<Shape> one, Optional<Shape> two) {
        return one.isPresent() && two.isPresent() && !one.get().agreesWith(two.get());
    }

    static String text(Shape shape) {
        return shape.isNumber() ? "a number" : "`" + shape + "`";
    }

    /** A definition that gives one slab in each round of the loops whose indices are on its left. */
    Binding collect(Target target, List<Round> on, Optional<Shape> shape, Origin origin) {
        Identifier name = target.name();
        Round outermost = on.stream()
                .min((one, two) -> Integer.compare(open.indexOf(one), open.indexOf(two)))
                .orElseThrow();
        Optional<Binding> visible = context.scope().find(name.text());
        Binding collected = outermost.collected().get(name.text());
        if (visible.isPresent()) {
            context.report(Diagnostic.at(name.span(), Code.COLLECTED_DEFINED, name.text(), outermost.name())
                    .with(visible.get().span()));
            context.scope().pardon(name.text());
        } else if (collected != null) {
            context.report(twice(name, collected.span()));
        } else {
            place(target, on, outermost);
        }
        Optional<Shape> fixed = shape.filter(all -> isFixed(target, all, outermost));
        Binding binding = context.usage().definition(name, fixed, origin);
        if (visible.isEmpty()) {
            outermost.collected().putIfAbsent(name.text(), binding);
        }
        return binding;
    }

    /** The definition as a whole of a name that a loop around it collects; nothing if it is not. */
    Optional<Diagnostic> collectedAlready(Identifier name) {
        return open.stream()
                .map(round -> round.collected().get(name.text()))
                .filter(binding -> binding != null)
                .findFirst()
                .map(binding -> twice(name, binding.span()));
    }

    private static Diagnostic twice(Identifier name, Span first) {
        return Diagnostic.at(name.span(), Code.COLLECTED_TWICE, name.text()).with(first);
    }

    /** Each round has a place of its own, and places are counted from 0. */
    private void place(Target target, List<Round> on, Round outermost) {
        String name = target.name().text();
        for (Round round : open.subList(open.indexOf(outermost), open.size())) {
            if (!on.contains(round)) {
                context.report(Diagnostic.at(target.span(), Code.COLLECTED_WITHOUT, name, round.name())
                        .with(round.index().span()));
            } else if (round.from().filter(from -> !from.isLiteral(0)).isPresent()) {
                context.report(Diagnostic.at(
                                target.span(),
                                Code.COLLECTED_FROM,
                                name,
                                round.name(),
                                round.from().get().toString())
                        .with(round.index().span()));
            }
        }
    }

    private boolean isFixed(Target target, Shape shape, Round outermost) {
        for (Round round : open.subList(open.indexOf(outermost), open.size())) {
            for (Optional<Index> extent : shape.extents()) {
                if (extent.isPresent() && extent.get().mentions(round.symbol())) {
                    context.report(Diagnostic.at(
                                    target.span(),
                                    Code.EXTENT_VARIES,
                                    target.name().text(),
                                    extent.get().toString(),
                                    round.name())
                            .with(round.index().span()));
                    return false;
                }
            }
        }
        return true;
    }
}
