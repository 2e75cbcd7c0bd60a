package dev.adjc.emit;

import dev.adjc.ir.Index;
import dev.adjc.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The arrays that an object owns. Its products run one at a time, so that they draw their arrays from the same fields: one of
 * the name and the length that is wanted, or else one of the name, which is then as long as the longest that lies in it.
 */
final class WorkArrays {
    private final Names names;
    private final List<Field> fields = new ArrayList<>();
    private final Map<String, Field> apart = new LinkedHashMap<>();

    /** A field, the name that was wanted for it, and the extents of what lies in it, now one and now another. */
    record Field(String wanted, String name, Set<List<Index>> shapes) {

        /** The array of the field in which these extents lie. */
        Indices.Array array(List<Index> extents) {
            return shapes.size() == 1 ? Indices.Array.whole(name, extents) : Indices.Array.from(name, 0, extents);
        }
    }

    /** No arrays so far; their names are not among these. */
    WorkArrays(Names names) {
        this.names = names;
    }

    /** A field for each array of one product. */
    Map<Value, Field> draw(Map<Value, List<Index>> arrays) {
        Map<Value, Field> drawn = new HashMap<>();
        Set<String> used = new HashSet<>();
        arrays.forEach((value, extents) -> find(value.name(), used, field -> field.shapes.contains(extents))
                .ifPresent(field -> drawn.put(value, field)));
        arrays.forEach((value, extents) -> {
            if (!drawn.containsKey(value)) {
                Field field = find(value.name(), used, any -> true).orElseGet(() -> add(value.name(), used));
                field.shapes.add(extents);
                drawn.put(value, field);
            }
        });
        return drawn;
    }

    /** The field of this name, in which nothing else ever lies. */
    Field ofItsOwn(String wanted, List<Index> extents) {
        return apart.computeIfAbsent(wanted, none -> new Field(wanted, names.allocate(wanted), Set.of(extents)));
    }

    private Optional<Field> find(String wanted, Set<String> used, Predicate<Field> fits) {
        Optional<Field> found = fields.stream()
                .filter(field -> field.wanted.equals(wanted) && !used.contains(field.name) && fits.test(field))
                .findFirst();
        found.ifPresent(field -> used.add(field.name));
        return found;
    }

    private Field add(String wanted, Set<String> used) {
        Field field = new Field(wanted, names.allocate(wanted), new LinkedHashSet<>());
        fields.add(field);
        used.add(field.name);
        return field;
    }

    /** The fields by name, with the extents of what lies in them. */
    Map<String, Set<List<Index>>> shapes() {
        Map<String, Set<List<Index>>> shapes = new LinkedHashMap<>();
        fields.forEach(field -> shapes.put(field.name, field.shapes));
        apart.values().forEach(field -> shapes.put(field.name, field.shapes));
        return shapes;
    }
}
