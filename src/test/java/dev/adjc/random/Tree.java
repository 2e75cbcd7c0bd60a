package dev.adjc.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An expression of a random program.
 *
 * @param text a number, a name, the function that is called or the relation; empty elsewhere
 */
record Tree(Form form, String text, List<Tree> parts) {

    static final Tree ZERO = number("0");
    static final Tree ONE = number("1");

    /** What an expression is, and how tightly it binds. */
    enum Form {
        NUMBER(9),
        NAME(9),
        CALL(9),
        /** An element: {@code x[i + 1]}, or where {@link #ALL} is among the places, a slice. */
        ACCESS(9),
        ALL(9),
        /** A reduction: its body, then its indices. */
        REDUCTION(9),
        /** An index whose range is not written; its parts are the range that it has. */
        EACH(9),
        /** An index from its first part to before its second. */
        BEFORE(9),
        /** An index from its first part to its second. */
        UP_TO(9),
        ARRAY(9),
        POWER(8),
        NEGATE(7),
        PLUS(7),
        MULTIPLY(6),
        DIVIDE(6),
        ADD(5),
        SUBTRACT(5),
        COMPARE(4),
        NOT(3),
        AND(2),
        OR(1),
        IF(0);

        private final int binding;

        Form(int binding) {
            this.binding = binding;
        }

        boolean isCondition() {
            return this == COMPARE || this == NOT || this == AND || this == OR;
        }
    }

    Tree {
        parts = List.copyOf(parts);
    }

    static Tree of(Form form, Tree... parts) {
        return new Tree(form, "", List.of(parts));
    }

    static Tree number(String text) {
        return text.startsWith("-")
                ? of(Form.NEGATE, new Tree(Form.NUMBER, text.substring(1), List.of()))
                : new Tree(Form.NUMBER, text, List.of());
    }

    /** A number that is easy to read. */
    static Tree number(double number) {
        return number(
                number == Math.rint(number) && Math.abs(number) < 1e6
                        ? Long.toString((long) number)
                        : Double.toString(number).replace("E", "e"));
    }

    static Tree name(String text) {
        return new Tree(Form.NAME, text, List.of());
    }

    static Tree call(String function, Tree... arguments) {
        return new Tree(Form.CALL, function, List.of(arguments));
    }

    static Tree compare(String relation, Tree left, Tree right) {
        return new Tree(Form.COMPARE, relation, List.of(left, right));
    }

    /** An element of an array, or a slice of it. */
    static Tree access(String array, List<Tree> places) {
        return new Tree(Form.ACCESS, array, places);
    }

    /** What takes the place of a whole dimension. */
    static Tree all() {
        return of(Form.ALL);
    }

    /** An index from a number to before another one. */
    static Tree before(String index, Tree from, Tree to) {
        return new Tree(Form.BEFORE, index, List.of(from, to));
    }

    /** The tree, plus a whole number. */
    static Tree plus(Tree tree, int number) {
        if (tree.form == Form.NUMBER) {
            return number(Integer.parseInt(tree.text) + number);
        }
        return of(number < 0 ? Form.SUBTRACT : Form.ADD, tree, number(Math.abs(number)));
    }

    Tree part(int position) {
        return parts.get(position);
    }

    Tree with(int position, Tree part) {
        List<Tree> changed = new ArrayList<>(parts);
        changed.set(position, part);
        return new Tree(form, text, changed);
    }

    /** Adds the names of all functions that are called in it. */
    void calls(Set<String> called) {
        if (form == Form.CALL) {
            called.add(text);
        }
        parts.forEach(part -> part.calls(called));
    }

    /** Whether this is the exponent of a power that is multiplied out. */
    boolean isWholeLiteral() {
        Tree unsigned = form == Form.NEGATE || form == Form.PLUS ? part(0) : this;
        return unsigned.form == Form.NUMBER && unsigned.text.matches("[0-9]+");
    }

    /** As it stands where a whole expression may stand. */
    @Override
    public String toString() {
        return switch (form) {
            case NUMBER, NAME -> text;
            case CALL -> text + list(parts, "(", ")");
            case ACCESS -> text + list(parts, "[", "]");
            case ALL -> ":";
            case REDUCTION -> text + list(parts.subList(1, parts.size()), "[", "]") + "(" + part(0) + ")";
            case EACH -> text;
            case BEFORE -> text + " in " + part(0).within(5) + "..<" + part(1).within(5);
            case UP_TO -> text + " in " + part(0).within(5) + ".." + part(1).within(5);
            case ARRAY -> list(parts, "[", "]");
            case POWER -> part(0).within(9) + "^" + exponent(part(1));
            case NEGATE -> "-" + part(0).within(7);
            case PLUS -> "+" + part(0).within(7);
            case MULTIPLY -> part(0).within(6) + " * " + part(1).within(7);
            case DIVIDE -> part(0).within(6) + " / " + part(1).within(7);
            case ADD -> part(0).within(5) + " + " + part(1).within(6);
            case SUBTRACT -> part(0).within(5) + " - " + part(1).within(6);
            case COMPARE -> part(0).within(5) + " " + text + " " + part(1).within(5);
            case NOT -> "not " + part(0).within(3);
            case AND -> part(0).within(2) + " and " + part(1).within(3);
            case OR -> part(0).within(1) + " or " + part(1).within(2);
            case IF -> "if " + part(0).within(1) + " then " + part(1) + " else " + part(2);
        };
    }

    private static String list(List<Tree> parts, String open, String close) {
        return parts.stream().map(Tree::toString).collect(Collectors.joining(", ", open, close));
    }

    private static String exponent(Tree exponent) {
        return exponent.form == Form.NEGATE && exponent.part(0).form.binding >= 8
                ? exponent.toString()
                : exponent.within(8);
    }

    private String within(int needed) {
        return form.binding < needed ? "(" + this + ")" : toString();
    }
}
