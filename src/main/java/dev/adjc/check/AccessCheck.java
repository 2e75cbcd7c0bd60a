package dev.adjc.check;

import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.ir.Index;
import dev.adjc.source.Span;
import dev.adjc.syntax.Expression;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Checks what stands between the brackets of an array. */
final class AccessCheck {
    private final Context context;
    private final ExpressionCheck expressions;

    AccessCheck(Context context, ExpressionCheck expressions) {
        this.context = context;
        this.expressions = expressions;
    }

    /** The value of a name is read; whoever reads a size needs what it is found from. */
    void read(Binding binding) {
        if (binding.role() == Binding.Role.SIZE) {
            context.usage().use(binding.sources());
        } else {
            expressions.reading().read(binding);
        }
    }

    /** An element of an array. */
    ExpressionCheck.Kind element(Expression.Access access) {
        Optional<Shape> left = shape(access);
        if (left.isPresent() && !left.get().isNumber()) {
            context.report(Diagnostic.at(
                    access.span(), Code.SLICE_AS_NUMBER, access.span().text()));
        }
        return left.filter(Shape::isNumber).isPresent() ? ExpressionCheck.Kind.NUMBER : ExpressionCheck.Kind.UNKNOWN;
    }

    /** What is left of the array's dimensions, those at a colon; nothing if there is a mistake in the access. */
    Optional<Shape> shape(Expression.Access access) {
        List<Optional<Index>> positions = new ArrayList<>();
        for (Expression.Access.Index index : access.indices()) {
            positions.add(
                    index instanceof Expression.Access.At at
                            ? expressions.index(at.position(), IntegerCheck.Wanted.ANY, Code.REAL_AS_INTEGER)
                            : Optional.empty());
        }
        Optional<Binding> array =
                context.lookUp(access.array().text(), access.array().span(), Code.UNDEFINED_NAME);
        array.ifPresent(this::read);
        Optional<Shape> shape = array.flatMap(Binding::shape);
        if (shape.isEmpty()) {
            return Optional.empty();
        }
        Optional<Diagnostic> misfit = misfit(access, array.get(), shape.get());
        if (misfit.isPresent()) {
            context.report(misfit.get());
            return Optional.empty();
        }
        List<Optional<Index>> left = new ArrayList<>();
        for (int i = 0; i < positions.size(); i++) {
            Optional<Index> extent = shape.get().extents().get(i);
            if (access.indices().get(i) instanceof Expression.Access.Whole) {
                left.add(extent);
            } else {
                inRange(access, access.indices().get(i).span(), positions.get(i), extent, array.get());
            }
        }
        return Optional.of(new Shape(left));
    }

    private static Optional<Diagnostic> misfit(Expression.Access access, Binding array, Shape shape) {
        int given = access.indices().size();
        if (shape.isNumber()) {
            return Optional.of(Diagnostic.at(access.array().span(), Code.NOT_AN_ARRAY, array.name())
                    .with(array.span()));
        }
        return shape.rank() == given
                ? Optional.empty()
                : Optional.of(Diagnostic.at(
                                access.span(),
                                Code.RANK_MISMATCH,
                                array.name(),
                                String.valueOf(shape.rank()),
                                given == 1 ? "1 index" : given + " indices",
                                indices(shape.rank()))
                        .with(array.span()));
    }

    /** The last index, if there is one for sure. */
    private static Optional<String> last(Index extent) {
        return extent.isLiteral(0)
                ? Optional.empty()
                : Optional.of(extent.plus(-1).toString());
    }

    private void inRange(
            Expression.Access access, Span at, Optional<Index> position, Optional<Index> extent, Binding array) {
        if (position.isEmpty() || extent.isEmpty()) {
            return;
        }
        context.axes()
                .outside(position.get(), extent.get())
                .ifPresent(reached -> context.report(Diagnostic.at(
                                at,
                                Code.OUT_OF_RANGE,
                                access.array().text(),
                                reached.toString(),
                                extent.get().toString())
                        .with(last(extent.get()))
                        .with(array.span())));
    }

    /** What to say of an array's name where a number is wanted. */
    Diagnostic arrayAsNumber(Span span, Binding array) {
        int rank = array.shape().orElseThrow().rank();
        return Diagnostic.at(span, Code.ARRAY_AS_NUMBER, array.name(), String.valueOf(rank), indices(rank));
    }

    /** As many indices as there are dimensions. */
    private static String indices(int rank) {
        return String.join(", ", List.of("i", "j", "k", "l").subList(0, Math.min(rank, 4)))
                + String.join("", Collections.nCopies(Math.max(0, rank - 4), ", …"));
    }
}
