package dev.adjc.random;

import dev.adjc.random.Tree.Form;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Where an expression stands: the indices around it, and all their places at each point where the program is tried, under the
 * conditions around it.
 *
 * @param evaluators one for each point: the integers of arrays are known
 * @param binders the indices with their ranges, the outermost first
 * @param loops how many of them are loops
 */
record Surroundings(
        List<IndexedEvaluator> evaluators, List<Tree> binders, int loops, List<List<Map<String, Double>>> places) {
    private static final int MOST_PLACES = 260;

    /** Outside of everything; sizes and integers are known. */
    static Surroundings of(List<IndexedEvaluator> evaluators, List<Map<String, Double>> integers) {
        return new Surroundings(
                evaluators, List.of(), 0, integers.stream().map(List::of).collect(Collectors.toList()));
    }

    /** Where there is a further index. */
    Surroundings along(Tree binder) {
        List<List<Map<String, Double>>> longer = new ArrayList<>();
        for (int p = 0; p < evaluators.size(); p++) {
            IndexedEvaluator evaluator = evaluators.get(p);
            List<Map<String, Double>> all = new ArrayList<>();
            for (Map<String, Double> place : places.get(p)) {
                evaluator.along(List.of(binder), 0, new HashMap<>(place), inner -> all.add(new HashMap<>(inner)));
            }
            longer.add(all);
        }
        List<Tree> all = new ArrayList<>(binders);
        all.add(binder);
        return new Surroundings(evaluators, all, loops, longer);
    }

    /** Inside a loop over the last index. */
    Surroundings inLoop() {
        return new Surroundings(evaluators, binders, binders.size(), places);
    }

    /** Where the condition, which speaks of integers alone, comes out so. */
    Surroundings where(Tree condition, double expected) {
        List<List<Map<String, Double>>> fewer = IntStream.range(0, evaluators.size())
                .mapToObj(p -> places.get(p).stream()
                        .filter(place -> evaluators.get(p).number(condition, place) == expected)
                        .collect(Collectors.toList()))
                .collect(Collectors.toList());
        return new Surroundings(evaluators, binders, loops, fewer);
    }

    boolean isWithinReductions() {
        return binders.size() > loops;
    }

    boolean isNowhere() {
        return places.stream().allMatch(List::isEmpty);
    }

    boolean isTooLarge() {
        return places.stream().anyMatch(each -> each.size() > MOST_PLACES);
    }

    /** Whether the index is one of an extent, wherever it is read. */
    boolean isWithin(Tree index, Tree extent) {
        for (int p = 0; p < evaluators.size(); p++) {
            for (Map<String, Double> place : places.get(p)) {
                try {
                    long number = evaluators.get(p).integer(index, place);
                    if (number < 0 || number >= evaluators.get(p).integer(extent, place)) {
                        return false;
                    }
                } catch (Grid.OutOfRange none) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The range of the index. */
    Tree binder(String index) {
        return binders.stream()
                .filter(binder -> binder.text().equals(index))
                .findFirst()
                .orElseThrow();
    }

    /** Whether the index runs over the whole extent, as it is written. */
    static boolean runsOver(Tree binder, Tree extent) {
        return binder.form() != Form.UP_TO
                && binder.part(0).toString().equals("0")
                && binder.part(1).toString().equals(extent.toString());
    }
}
