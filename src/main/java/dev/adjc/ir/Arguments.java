package dev.adjc.ir;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a program is called with.
 *
 * @param numbers the elements of each parameter, in order of declaration, the last index running fastest
 * @param sizes the number that each size stands for
 */
public record Arguments(List<double[]> numbers, Map<Symbol, Long> sizes) {

    public Arguments {
        numbers = List.copyOf(numbers);
        sizes = Map.copyOf(sizes);
    }

    /** One number for each parameter. */
    public static Arguments of(double... numbers) {
        List<double[]> arrays = new ArrayList<>();
        Arrays.stream(numbers).forEach(number -> arrays.add(new double[] {number}));
        return new Arguments(arrays, Map.of());
    }

    /** These, with further ones behind them. */
    public Arguments with(List<double[]> further) {
        List<double[]> all = new ArrayList<>(numbers);
        all.addAll(further);
        return new Arguments(all, new LinkedHashMap<>(sizes));
    }
}
