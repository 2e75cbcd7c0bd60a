package dev.adjc.ir;

/** An integer where a real number is wanted: {@code n} in {@code x / n}. */
public record IndexNumber(Index index) implements Operand {
    @Override
    public String toString() {
        return index.toString();
    }
}
