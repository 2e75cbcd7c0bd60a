package dev.adjc.ir;

/** A value, read or written: {@code z5}. */
public record Access(Value value) implements Operand {

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Access access && access.value == value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
