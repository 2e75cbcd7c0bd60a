package dev.adjc.check;

import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.syntax.Expression;
import dev.adjc.syntax.Target;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** What to say of {@code y = A[i, :]}, which is written with an index of its own for each colon. */
final class SliceCopy {
    private SliceCopy() {}

    static Diagnostic byElements(Expression.Access slice, Target target, Scope scope) {
        Iterator<String> free = Stream.concat(
                        Stream.of("i", "j", "k", "l", "m", "p", "q")
                                .filter(name -> scope.find(name).isEmpty()),
                        Stream.generate(() -> "…"))
                .iterator();
        List<String> right = new ArrayList<>();
        List<String> fresh = new ArrayList<>();
        for (Expression.Access.Index index : slice.indices()) {
            if (index instanceof Expression.Access.Whole) {
                fresh.add(free.next());
                right.add(fresh.get(fresh.size() - 1));
            } else {
                right.add(index.span().text());
            }
        }
        List<String> left = new ArrayList<>();
        Iterator<String> next = fresh.iterator();
        for (Target.Index index : target.indices()) {
            left.add(
                    index instanceof Target.Colon && next.hasNext()
                            ? next.next()
                            : index.span().text());
        }
        next.forEachRemaining(left::add);
        return Diagnostic.at(
                slice.span(),
                Code.SLICE_AS_ARRAY,
                slice.span().text(),
                element(target.name().text(), left),
                element(slice.array().text(), right));
    }

    private static String element(String array, List<String> indices) {
        return array + "[" + String.join(", ", indices) + "]";
    }
}
