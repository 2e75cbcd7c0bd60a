package dev.adjc.lower;

import dev.adjc.ir.Axis;
import dev.adjc.ir.Domain;
import dev.adjc.ir.Index;
import dev.adjc.ir.Operand;
import dev.adjc.ir.Origin;
import dev.adjc.ir.Value;
import dev.adjc.operator.Choices;
import dev.adjc.syntax.Declaration;
import dev.adjc.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the parameters of an expanded function stand for in a call. */
final class Arguments {
    private final Body body;
    private final Frame frame;

    Arguments(Body body, Frame frame) {
        this.body = body;
        this.frame = frame;
    }

    /** The argument for a parameter; no derivative flows into one that is held fixed. */
    Meaning of(Expression argument, Declaration.Parameter parameter) {
        boolean fixed = parameter.kind() == Declaration.Parameter.Kind.CONST;
        Origin origin = frame.origins().apply(argument.span());
        if (!parameter.sizes().isEmpty()) {
            View view = array(argument);
            return new Meaning.Array(fixed ? stopped(view, parameter.name().text(), origin) : view);
        }
        if (parameter.kind() == Declaration.Parameter.Kind.INT) {
            return new Meaning.Whole(body.integer(argument, frame));
        }
        Operand number = new ExpressionWriter(body, frame).real(argument, Optional.empty());
        return new Meaning.Number(fixed ? stopped(number, origin) : number);
    }

    private View array(Expression argument) {
        return argument instanceof Expression.Name name
                ? ((Meaning.Array) frame.scope().get(name.text())).view()
                : slice((Expression.Access) argument);
    }

    /** The slice that an access with colons stands for. */
    private View slice(Expression.Access access) {
        View array = ((Meaning.Array) frame.scope().get(access.array().text())).view();
        List<Optional<Index>> places = new ArrayList<>();
        for (Expression.Access.Index index : access.indices()) {
            places.add(
                    index instanceof Expression.Access.At at
                            ? Optional.of(body.integer(at.position(), frame))
                            : Optional.empty());
        }
        new RangeChecks(body.steps(), frame).check(access, array, places);
        return array.slice(places);
    }

    /** The number, without what it depends on. */
    Operand stopped(Operand number, Origin origin) {
        return body.steps().isActive(number)
                ? body.steps()
                        .defineOnce(Optional.empty(), frame.domain(), origin, Choices.STOP_GRADIENT, List.of(number))
                : number;
    }

    private View stopped(View view, String name, Origin origin) {
        if (!body.steps().isActive(view.value())) {
            return view;
        }
        View stopped = body.steps().array(frame.domain(), name, Value.Role.TEMPORARY, view.extents());
        Domain domain = frame.domain();
        List<Index> places = new ArrayList<>();
        for (Axis axis : body.axes(view.extents(), frame.domain())) {
            domain = domain.along(axis);
            places.add(axis.place());
        }
        body.steps()
                .define(
                        Optional.of(stopped.at(places)),
                        domain,
                        origin,
                        Choices.STOP_GRADIENT,
                        List.of(view.at(places)));
        return stopped;
    }
}
