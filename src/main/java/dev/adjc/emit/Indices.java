package dev.adjc.emit;

import dev.adjc.ir.Index;
import dev.adjc.ir.Symbol;
import dev.adjc.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Writes whole numbers as Java expressions on {@code int}s, and where elements lie: {@code W[m * C + c]}, row-major, as one
 * would by hand.
 */
final class Indices {
    private static final int BITS = 7;
    private static final int SUM = 11;
    private static final int PRODUCT = 12;
    private static final int ATOM = 16;

    /** On {@code int}s, sums and products are right in their lowest 32 bits: all there is of a place that is in range. */
    private enum Width {
        INT,
        LONG
    }

    private final Map<Symbol, String> symbols;
    private final Function<Value, String> numbers;
    private final Map<Value, Array> arrays;

    /** An array in which a value lies from an offset on, and the extents that it has there. */
    record Array(String name, int offset, boolean isWhole, List<Index> extents) {

        /** An array in which nothing else lies. */
        static Array whole(String name, List<Index> extents) {
            return new Array(name, 0, true, extents);
        }

        /** A stretch of an array. */
        static Array from(String name, int offset, List<Index> extents) {
            return new Array(name, offset, false, extents);
        }
    }

    /**
     * A writer of indices.
     *
     * @param sizes the names of sizes; those of axes come and go
     * @param numbers the name of an integer
     * @param arrays where arrays lie
     */
    Indices(Map<Symbol, String> sizes, Function<Value, String> numbers, Map<Value, Array> arrays) {
        this.symbols = new HashMap<>(sizes);
        this.numbers = numbers;
        this.arrays = arrays;
    }

    /** A writer for programs without arrays. */
    static Indices of(Function<Value, String> numbers) {
        return new Indices(Map.of(), numbers, Map.of());
    }

    /** Gives the place of an axis a name. */
    void name(Symbol symbol, String name) {
        symbols.put(symbol, name);
    }

    private record Written(String code, int precedence) {
        String within(int needed) {
            return precedence < needed ? "(" + code + ")" : code;
        }

        boolean isNumber() {
            return code.chars().allMatch(Character::isDigit);
        }

        long number() {
            return Long.parseLong(code);
        }
    }

    String index(Index index) {
        return write(index).within(SUM);
    }

    /** The number as an expression on {@code long}s. */
    String inLongs(Index index) {
        return write(index, Width.LONG).within(SUM);
    }

    /** The number where its value counts, and not only its lowest 32 bits: on {@code long}s if it may need more. */
    String exact(Index index) {
        return write(index, exactWidth(index)).within(SUM);
    }

    /** The exact number as an operand. */
    String exactAtom(Index index) {
        return write(index, exactWidth(index)).within(ATOM);
    }

    private static Width exactWidth(Index index) {
        return index.mayOverflow() ? Width.LONG : Width.INT;
    }

    /** The number as what a cast can stand before. */
    String atom(Index index) {
        return write(index).within(ATOM);
    }

    /** How many elements there are, written as the product that it is. */
    String length(List<Index> extents) {
        List<Written> factors = new ArrayList<>();
        long number = 1;
        for (Index extent : extents) {
            if (extent.literal().isPresent()) {
                number *= extent.literal().getAsLong();
            } else {
                factors.add(write(extent));
            }
        }
        if (number != 1 || factors.isEmpty()) {
            factors.add(0, new Written(String.valueOf(number), ATOM));
        }
        int needed = factors.size() == 1 ? SUM : PRODUCT;
        return String.join(
                " * ", factors.stream().map(factor -> factor.within(needed)).toList());
    }

    boolean isArray(Value value) {
        return arrays.containsKey(value);
    }

    Array array(Value value) {
        Array array = arrays.get(value);
        if (array == null) {
            throw new IllegalStateException("`" + value + "` lies in no array");
        }
        return array;
    }

    /** The element at this place of its array. */
    String element(Value value, List<Index> at) {
        return array(value).name + "[" + place(value, at).code + "]";
    }

    /** Where in its array the first one of the elements lies that have these places in the first dimensions. */
    String begin(Value value, List<Index> at) {
        return place(value, at).within(SUM);
    }

    private Written place(Value value, List<Index> at) {
        Array array = array(value);
        Written place = new Written("0", ATOM);
        for (int k = 0; k < array.extents.size(); k++) {
            place = times(place, array.extents.get(k));
            place = k < at.size() ? plus(place, write(at.get(k))) : place;
        }
        return plus(new Written(String.valueOf(array.offset), ATOM), place);
    }

    private Written times(Written place, Index extent) {
        if (place.code.equals("0") || extent.isLiteral(1)) {
            return place;
        }
        if (place.code.equals("1")) {
            return write(extent);
        }
        if (place.isNumber() && extent.literal().isPresent()) {
            long product = Math.multiplyExact(place.number(), extent.literal().getAsLong());
            return new Written(String.valueOf(product), ATOM);
        }
        return new Written(place.within(PRODUCT) + " * " + write(extent).within(PRODUCT + 1), PRODUCT);
    }

    private static Written plus(Written a, Written b) {
        if (a.code.equals("0")) {
            return b;
        }
        if (a.isNumber() && b.isNumber()) {
            return new Written(String.valueOf(Math.addExact(a.number(), b.number())), ATOM);
        }
        return b.code.equals("0") ? a : new Written(a.within(SUM) + " + " + b.within(SUM), SUM);
    }

    private Written write(Index index) {
        return write(index, Width.INT);
    }

    /** The terms of the sum, one with a plus first. */
    private Written write(Index index, Width width) {
        if (index.literal().isPresent()) {
            long number = fitted(index.literal().getAsLong(), width);
            String code = (number < 0 ? "-" : "") + number(Math.abs(number), width);
            return new Written(code, number < 0 ? SUM : ATOM);
        }
        if (index.atom().orElse(null) instanceof Index.Remainder remainder && isParity(remainder)) {
            return parity(remainder);
        }
        List<Map.Entry<List<Index.Atom>, Long>> terms =
                new ArrayList<>(index.terms().entrySet());
        terms.sort((a, b) -> Boolean.compare(a.getValue() < 0, b.getValue() < 0));
        if (terms.get(0).getKey().isEmpty() && terms.size() > 1 && terms.get(1).getValue() > 0) {
            terms.add(terms.remove(0));
        }
        StringBuilder code = new StringBuilder();
        for (Map.Entry<List<Index.Atom>, Long> term : terms) {
            long factor = fitted(term.getValue(), width);
            boolean first = code.length() == 0;
            boolean wide = width == Width.LONG
                    && (term.getKey().size() > 1 || first && terms.size() > 1 && index.mayOverflow());
            code.append(first ? factor < 0 ? "-" : "" : factor < 0 ? " - " : " + ");
            code.append(product(Math.abs(factor), term.getKey(), width, wide));
        }
        Map.Entry<List<Index.Atom>, Long> only = terms.get(0);
        boolean atom = terms.size() == 1 && only.getKey().size() == 1 && only.getValue() == 1;
        boolean product = terms.size() == 1 && only.getValue() > 0;
        return new Written(code.toString(), atom ? ATOM : product ? PRODUCT : SUM);
    }

    private static long fitted(long number, Width width) {
        return width == Width.INT ? (int) number : number;
    }

    /** The number, which is not negative; in 32 bits, 2^31 is its own opposite. */
    private static String number(long number, Width width) {
        if (number == (int) number) {
            return String.valueOf(number);
        }
        return width == Width.LONG ? number + "L" : "Integer.MIN_VALUE";
    }

    /** The factors, the first of which makes the product a long one if that is wanted. */
    private String product(long factor, List<Index.Atom> atoms, Width width, boolean wide) {
        List<String> factors = new ArrayList<>();
        if (factor != 1 || atoms.isEmpty()) {
            String number = number(factor, width);
            factors.add(
                    width == Width.LONG && !number.endsWith("L") && (wide || !atoms.isEmpty()) ? number + "L" : number);
        }
        atoms.forEach(atom -> factors.add(atom(atom, width)));
        boolean cast = wide
                && factors.size() == atoms.size()
                && !Index.of(atoms.get(0)).mayOverflow();
        String product = cast ? "(long) " + factors.get(0) : factors.get(0);
        for (int k = 1; k < factors.size(); k++) {
            String next = factors.get(k);
            boolean checked = width == Width.LONG && k > 1;
            product = checked ? "Math.multiplyExact(" + product + ", " + next + ")" : product + " * " + next;
        }
        return product;
    }

    /** An integer parameter; in an array of inputs it lies among reals. */
    private String number(Value value) {
        String name = numbers.apply(value);
        return name.endsWith("]") ? "(int) " + name : name;
    }

    private String atom(Index.Atom atom, Width width) {
        if (atom instanceof Index.Quotient quotient) {
            return wholly("floorDiv", quotient.dividend(), quotient.divisor(), atom, width);
        }
        if (atom instanceof Index.Remainder remainder) {
            return isParity(remainder)
                    ? parity(remainder).within(ATOM)
                    : wholly("floorMod", remainder.dividend(), remainder.divisor(), atom, width);
        }
        if (atom instanceof Index.Count count) {
            return wholly("max", Index.ZERO, count.extent(), atom, width);
        }
        if (atom instanceof Index.Entry entry) {
            Value value = entry.access().value();
            return entry.access().isScalar()
                    ? number(value)
                    : element(value, entry.access().at());
        }
        String name = symbols.get((Symbol) atom);
        if (name == null) {
            throw new IllegalStateException("`" + atom + "` has no name here");
        }
        return name;
    }

    private static boolean isParity(Index.Remainder remainder) {
        return remainder.divisor().isLiteral(2);
    }

    /** The lowest bit: the remainder by 2, of a negative number too. */
    private Written parity(Index.Remainder remainder) {
        return new Written(write(remainder.dividend()).within(PRODUCT) + " & 1", BITS);
    }

    /** An atom that is a function and wants all bits of its arguments. */
    private String wholly(String method, Index first, Index second, Index.Atom atom, Width width) {
        String narrowed = Index.of(atom).mayOverflow() && width == Width.INT ? "(int) " : "";
        return narrowed + "Math." + method + "(" + exact(first) + ", " + exact(second) + ")";
    }
}
