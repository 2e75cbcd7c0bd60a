package dev.adjc.run;

import dev.adjc.ir.Arguments;
import dev.adjc.ir.Axis;
import dev.adjc.ir.Index;
import dev.adjc.ir.Output;
import dev.adjc.ir.Program;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The arrays that an object of a generated class keeps, or its methods are handed or fill, for certain arguments. */
final class WorkSpace {
    private final Program function;
    private final List<Array> arrays = new ArrayList<>();

    private record Array(String name, List<Index> extents, List<Long> numbers) {
        BigInteger count() {
            return RunFailure.count(numbers);
        }
    }

    WorkSpace(Program function, Map<String, Set<List<Index>>> arrays, Arguments at) {
        this.function = function;
        for (Output output : function.outputs()) {
            add(output.name(), output.axes().stream().map(Axis::to).toList(), at);
        }
        arrays.forEach((name, shapes) -> shapes.forEach(extents -> add(name, extents, at)));
    }

    private void add(String name, List<Index> extents, Arguments at) {
        arrays.add(new Array(name, extents, Coordinates.extents(function, at, extents)));
    }

    /** Refuses arrays that are larger than any array. */
    void check() {
        for (Array array : arrays) {
            if (!RunFailure.fits(array.numbers)) {
                throw tooLarge(array);
            }
        }
    }

    /** What there is to say when the memory is exhausted: which array is the largest. */
    RunFailure exhausted(OutOfMemoryError error) {
        return tooLarge(arrays.stream().max(Comparator.comparing(Array::count)).orElseThrow(() -> error));
    }

    private RunFailure tooLarge(Array array) {
        return RunFailure.tooLarge(function.name(), array.name, array.extents, array.numbers);
    }
}
