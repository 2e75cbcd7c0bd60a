package dev.adjc.ir;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * A whole number that says where an element stands or how many there are: {@code 2*i + 1}, {@code n - 1}, {@code obs[i]}.
 *
 * <p>A sum of products of {@link Atom}s in canonical form, so that equal forms are equal objects. Arithmetic is exact:
 * what leaves the range of a {@code long} throws an {@link ArithmeticException}.
 */
public final class Index {
    private static final Comparator<List<Atom>> BY_DEGREE = Index::compare;

    public static final Index ZERO = new Index(Map.of());
    public static final Index ONE = of(1);

    private final Map<List<Atom>, Long> terms;
    private final int hash;

    /** No coefficient is 0. */
    private Index(Map<List<Atom>, Long> terms) {
        this.terms = Collections.unmodifiableMap(terms);
        this.hash = terms.hashCode();
    }

    /** Products of more atoms come first; among others the text decides, atom by atom. */
    private static int compare(List<Atom> a, List<Atom> b) {
        if (a.size() != b.size()) {
            return b.size() - a.size();
        }
        for (int i = 0; i < a.size(); i++) {
            int order = compare(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int compare(Atom a, Atom b) {
        return a.equals(b) ? 0 : a.toString().compareTo(b.toString());
    }

    /** What a whole number is made of, beside literals. */
    public sealed interface Atom permits Symbol, Quotient, Remainder, Count, Entry, Extreme {

        /** The atom with others in place of its symbols and entries. */
        Index replace(Function<Atom, Optional<Index>> replacement);
    }

    /** {@code div(a, b)}, rounded down. */
    public record Quotient(Index dividend, Index divisor) implements Atom {
        @Override
        public Index replace(Function<Atom, Optional<Index>> replacement) {
            return dividend.replace(replacement).dividedBy(divisor.replace(replacement));
        }

        @Override
        public String toString() {
            return "div(" + dividend + ", " + divisor + ")";
        }
    }

    /** {@code mod(a, b)}, with the sign of the divisor. */
    public record Remainder(Index dividend, Index divisor) implements Atom {
        @Override
        public Index replace(Function<Atom, Optional<Index>> replacement) {
            return dividend.replace(replacement).modulo(divisor.replace(replacement));
        }

        @Override
        public String toString() {
            return "mod(" + dividend + ", " + divisor + ")";
        }
    }

    /** The number itself, or 0 if it is negative: how many places a range of that extent has. */
    public record Count(Index extent) implements Atom {
        @Override
        public Index replace(Function<Atom, Optional<Index>> replacement) {
            return extent.replace(replacement).count();
        }

        @Override
        public String toString() {
            return "max(0, " + extent + ")";
        }
    }

    /** An integer of the program, or an element of an array of integers. */
    public record Entry(Access access) implements Atom {
        @Override
        public Index replace(Function<Atom, Optional<Index>> replacement) {
            return of(new Entry(access.replace(replacement)));
        }

        @Override
        public String toString() {
            return access.toString();
        }
    }

    /** The least or the greatest entry of an array of integers, which bounds each of them; 0 if there is none. */
    public record Extreme(Value array, End end) implements Atom {
        /** Which of them it is. */
        public enum End {
            LEAST,
            GREATEST
        }

        @Override
        public Index replace(Function<Atom, Optional<Index>> replacement) {
            return Index.of(this);
        }

        /** The number, the entries being known. */
        public long of(double... entries) {
            DoubleStream all = DoubleStream.of(entries);
            return (long) (end == End.LEAST ? all.min() : all.max()).orElse(0);
        }

        @Override
        public String toString() {
            return (end == End.LEAST ? "min(" : "max(") + array + ")";
        }
    }

    public static Index of(long number) {
        return number == 0 ? ZERO : new Index(Map.of(List.of(), number));
    }

    public static Index of(Atom atom) {
        return new Index(Map.of(List.of(atom), 1L));
    }

    // ---- arithmetic

    public Index plus(Index other) {
        if (terms.isEmpty() || other.terms.isEmpty()) {
            return terms.isEmpty() ? other : this;
        }
        TreeMap<List<Atom>, Long> sum = new TreeMap<>(BY_DEGREE);
        sum.putAll(terms);
        other.terms.forEach((atoms, coefficient) -> add(atoms, coefficient, sum));
        return new Index(sum);
    }

    private static void add(List<Atom> atoms, long coefficient, Map<List<Atom>, Long> sum) {
        long all = Math.addExact(sum.getOrDefault(atoms, 0L), coefficient);
        if (all == 0) {
            sum.remove(atoms);
        } else {
            sum.put(atoms, all);
        }
    }

    public Index plus(long number) {
        return plus(of(number));
    }

    public Index minus(Index other) {
        return plus(other.times(-1));
    }

    public Index times(Index other) {
        OptionalLong number = literal();
        if (number.isPresent()) {
            return other.times(number.getAsLong());
        }
        OptionalLong numberOfOther = other.literal();
        if (numberOfOther.isPresent()) {
            return times(numberOfOther.getAsLong());
        }
        TreeMap<List<Atom>, Long> product = new TreeMap<>(BY_DEGREE);
        terms.forEach((atoms, coefficient) -> other.terms.forEach((further, factor) -> {
            List<Atom> all = new ArrayList<>(atoms);
            all.addAll(further);
            all.sort(Index::compare);
            add(List.copyOf(all), Math.multiplyExact(coefficient, factor), product);
        }));
        return new Index(product);
    }

    public Index times(long number) {
        if (number == 0 || number == 1) {
            return number == 0 ? ZERO : this;
        }
        return each(coefficient -> Math.multiplyExact(coefficient, number));
    }

    /** The same products with other coefficients, none of which is 0. */
    private Index each(LongUnaryOperator coefficient) {
        TreeMap<List<Atom>, Long> changed = new TreeMap<>(BY_DEGREE);
        terms.forEach((atoms, old) -> changed.put(atoms, coefficient.applyAsLong(old)));
        return new Index(changed);
    }

    /** The quotient, rounded down; the divisor is not the literal 0. */
    public Index dividedBy(Index divisor) {
        OptionalLong by = divisor.literal();
        if (by.isPresent() && terms.values().stream().allMatch(coefficient -> coefficient % by.getAsLong() == 0)) {
            return each(coefficient -> coefficient / by.getAsLong());
        }
        OptionalLong number = literal();
        return number.isPresent() && by.isPresent()
                ? of(Math.floorDiv(number.getAsLong(), by.getAsLong()))
                : of(new Quotient(this, divisor));
    }

    /** The remainder of {@link #dividedBy}. */
    public Index modulo(Index divisor) {
        OptionalLong by = divisor.literal();
        OptionalLong number = literal();
        return number.isPresent() && by.isPresent()
                ? of(Math.floorMod(number.getAsLong(), by.getAsLong()))
                : of(new Remainder(this, divisor));
    }

    /** How many places a range of this extent has: none if it is negative. */
    public Index count() {
        OptionalLong number = literal();
        if (number.isPresent()) {
            return of(Math.max(0, number.getAsLong()));
        }
        return Bounds.of(List.of()).isNeverNegative(this) ? this : of(new Count(this));
    }

    // ---- questions

    /** The number, if nothing else is in it. */
    public OptionalLong literal() {
        if (terms.isEmpty()) {
            return OptionalLong.of(0);
        }
        Long number = terms.get(List.of());
        return terms.size() == 1 && number != null ? OptionalLong.of(number) : OptionalLong.empty();
    }

    public boolean isLiteral(long number) {
        return literal().equals(OptionalLong.of(number));
    }

    /** The atom, if this is one and nothing else. */
    public Optional<Atom> atom() {
        if (terms.size() != 1) {
            return Optional.empty();
        }
        Map.Entry<List<Atom>, Long> only = terms.entrySet().iterator().next();
        return only.getKey().size() == 1 && only.getValue() == 1
                ? Optional.of(only.getKey().get(0))
                : Optional.empty();
    }

    /** Each product of atoms with its factor, that of the empty product last. */
    public Map<List<Atom>, Long> terms() {
        return terms;
    }

    /** The factor of an atom that stands alone in its product. */
    public long coefficient(Atom atom) {
        return terms.getOrDefault(List.of(atom), 0L);
    }

    /** All atoms, those within other atoms too. */
    public Set<Atom> atoms() {
        Optional<Atom> only = atom();
        if (only.isPresent() && within(only.get()).isEmpty()) {
            return Set.of(only.get());
        }
        Set<Atom> all = new LinkedHashSet<>();
        gather(all);
        return all;
    }

    private void gather(Set<Atom> all) {
        terms.keySet()
                .forEach(product -> product.forEach(atom -> {
                    all.add(atom);
                    within(atom).forEach(index -> index.gather(all));
                }));
    }

    /** What an atom is made of. */
    private static List<Index> within(Atom atom) {
        if (atom instanceof Quotient quotient) {
            return List.of(quotient.dividend, quotient.divisor);
        }
        if (atom instanceof Remainder remainder) {
            return List.of(remainder.dividend, remainder.divisor);
        }
        if (atom instanceof Count count) {
            return List.of(count.extent);
        }
        return atom instanceof Entry entry ? entry.access().at() : List.of();
    }

    public boolean mentions(Atom atom) {
        for (List<Atom> product : terms.keySet()) {
            for (Atom each : product) {
                if (mentions(each, atom)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether an atom is another one, or made of it. */
    static boolean mentions(Atom whole, Atom atom) {
        if (whole.equals(atom)) {
            return true;
        }
        for (Index index : within(whole)) {
            if (index.mentions(atom)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether arithmetic on 32 bits may leave their range on the way to the number: it is computed from integers that the
     * caller gives, or a product. What sizes and places add up to is taken to stay within it, as arrays do.
     */
    public boolean mayOverflow() {
        boolean computed = literal().isEmpty() && atom().isEmpty();
        return terms.entrySet().stream()
                        .anyMatch(term -> term.getValue() != term.getValue().intValue()
                                || term.getKey().size() > 1
                                || term.getKey().stream().anyMatch(Index::mayOverflow))
                || computed && atoms().stream().anyMatch(Entry.class::isInstance);
    }

    private static boolean mayOverflow(Atom atom) {
        if (atom instanceof Quotient quotient) {
            return quotient.dividend.mayOverflow() || quotient.divisor.mayOverflow();
        }
        if (atom instanceof Remainder remainder) {
            return remainder.divisor.mayOverflow();
        }
        return atom instanceof Count count && count.extent.mayOverflow();
    }

    /** The number, the symbols and entries being known. */
    public long evaluate(ToLongFunction<Atom> known) {
        long sum = 0;
        for (Map.Entry<List<Atom>, Long> term : terms.entrySet()) {
            long product = term.getValue();
            for (Atom atom : term.getKey()) {
                product = Math.multiplyExact(product, evaluate(atom, known));
            }
            sum = Math.addExact(sum, product);
        }
        return sum;
    }

    private static long evaluate(Atom atom, ToLongFunction<Atom> known) {
        if (atom instanceof Quotient quotient) {
            return Math.floorDiv(quotient.dividend.evaluate(known), quotient.divisor.evaluate(known));
        }
        if (atom instanceof Remainder remainder) {
            return Math.floorMod(remainder.dividend.evaluate(known), remainder.divisor.evaluate(known));
        }
        return atom instanceof Count count ? Math.max(0, count.extent.evaluate(known)) : known.applyAsLong(atom);
    }

    /** This with other numbers in place of symbols and entries; where there is none, they stay. */
    public Index replace(Function<Atom, Optional<Index>> replacement) {
        if (literal().isPresent()) {
            return this;
        }
        Index sum = ZERO;
        for (Map.Entry<List<Atom>, Long> term : terms.entrySet()) {
            Index product = of(term.getValue());
            for (Atom atom : term.getKey()) {
                product = product.times(replacement.apply(atom).orElseGet(() -> atom.replace(replacement)));
            }
            sum = sum.plus(product);
        }
        return sum;
    }

    public Index replace(Atom atom, Index by) {
        return replace(found -> found.equals(atom) ? Optional.of(by) : Optional.empty());
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Index index && hash == index.hash && terms.equals(index.terms);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        terms.forEach((atoms, coefficient) -> {
            boolean first = text.length() == 0;
            text.append(coefficient < 0 ? first ? "-" : " - " : first ? "" : " + ");
            long size = Math.abs(coefficient);
            if (size != 1 || atoms.isEmpty()) {
                text.append(size).append(atoms.isEmpty() ? "" : "*");
            }
            text.append(atoms.stream().map(Atom::toString).collect(Collectors.joining("*")));
        });
        return text.length() == 0 ? "0" : text.toString();
    }
}
