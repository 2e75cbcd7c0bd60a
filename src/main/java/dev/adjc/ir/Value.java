package dev.adjc.ir;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that a program computes or is given: a number, or an array of numbers. A value is itself alone: names are for
 * people, and two values may bear the same one; printers and the emitter tell them apart.
 */
public final class Value implements Comparable<Value> {

    /** What a value is a number of. */
    public enum Type {
        REAL,
        INTEGER,
        CONDITION
    }

    /** Why a value exists. */
    public enum Role {
        /** The program's author gave it its name. */
        NAMED,
        /** The author gave it its name within a function that was expanded in place. */
        INNER,
        /** A part of an expression. */
        TEMPORARY,
        /** A derivative of something named in the direction of the inputs' tangents. */
        TANGENT,
        /** A derivative of the outputs with respect to something named. */
        ADJOINT,
        /** A part of a derivative. */
        PARTIAL
    }

    private final String name;
    private final Type type;
    private final Role role;
    private final List<Index> extents;
    private final int number;
    private final Access access;
    private final @Nullable Value primal;

    /** The number orders the values of one program; see {@link Values}. */
    Value(String name, Type type, Role role, List<Index> extents, int number, @Nullable Value primal) {
        this.name = name;
        this.type = type;
        this.role = role;
        this.extents = List.copyOf(extents);
        this.number = number;
        this.primal = primal;
        this.access = new Access(this, List.of());
    }

    /** The name wanted for it: {@code z5}, {@code z5_bar}. */
    public String name() {
        return name;
    }

    public Type type() {
        return type;
    }

    public Role role() {
        return role;
    }

    /** What it is the tangent or adjoint of; its name is that one's, with an ending. */
    public Optional<Value> primal() {
        return Optional.ofNullable(primal);
    }

    /** The name wanted for a derivative where the value that it belongs to bears this one. */
    public String name(String ofPrimal) {
        return primal == null ? name : ofPrimal + name.substring(primal.name.length());
    }

    /** Whether it belongs to the function itself, every bit of which is kept, rather than to a derivative. */
    public boolean isPrimal() {
        return role == Role.NAMED || role == Role.INNER || role == Role.TEMPORARY;
    }

    /** Whether nobody waits for it by its name, so that it may be written where it is read. */
    public boolean isUnnamed() {
        return role == Role.INNER || role == Role.TEMPORARY || role == Role.PARTIAL;
    }

    /** Whether the author has no name for it: a part of an expression, or of its derivative. */
    public boolean isPartOfStatement() {
        return role == Role.TEMPORARY || role == Role.PARTIAL && (primal == null || primal.isPartOfStatement());
    }

    /** How many elements there are in each dimension; none for a number. */
    public List<Index> extents() {
        return extents;
    }

    /** How many dimensions there are. */
    public int rank() {
        return extents.size();
    }

    /** The number, read as it is. */
    public Access read() {
        if (!extents.isEmpty()) {
            throw new IllegalStateException("`" + name + "` is an array");
        }
        return access;
    }

    /** The element at this place. */
    public Access at(List<Index> places) {
        if (places.size() != extents.size()) {
            throw new IllegalStateException("`" + name + "` has rank " + rank() + ", not " + places.size());
        }
        return places.isEmpty() ? access : new Access(this, places);
    }

    @Override
    public int compareTo(Value other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public int hashCode() {
        return number;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public String toString() {
        return name;
    }
}
