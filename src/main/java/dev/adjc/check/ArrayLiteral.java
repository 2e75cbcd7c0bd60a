package dev.adjc.check;

import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.ir.Index;
import dev.adjc.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks an array that is written out in brackets. */
final class ArrayLiteral {
    private final Context context;
    private final ExpressionCheck expressions;

    ArrayLiteral(Context context, ExpressionCheck expressions) {
        this.context = context;
        this.expressions = expressions;
    }

    /** The shape of an array all of whose rows have the same; nothing if they have not. */
    Optional<Shape> shape(Expression.Array array) {
        List<Optional<Shape>> rows = new ArrayList<>();
        for (Expression element : array.elements()) {
            if (element instanceof Expression.Array row) {
                rows.add(shape(row));
            } else {
                expressions.number(element);
                rows.add(Optional.of(Shape.NUMBER));
            }
        }
        Optional<Shape> first = rows.get(0);
        for (int i = 1; i < rows.size(); i++) {
            Optional<Shape> row = rows.get(i);
            if (first.isPresent() && row.isPresent() && !first.equals(row)) {
                context.report(
                        Diagnostic.at(array.elements().get(i).span(), Code.RAGGED_ARRAY, LoopCheck.text(row.get()))
                                .with(array.elements().get(0).span(), LoopCheck.text(first.get())));
                return Optional.empty();
            }
        }
        return rows.stream().allMatch(Optional::isPresent)
                ? first.map(row -> {
                    List<Optional<Index>> extents = new ArrayList<>();
                    extents.add(Optional.of(Index.of(rows.size())));
                    extents.addAll(row.extents());
                    return new Shape(extents);
                })
                : Optional.empty();
    }
}
