package dev.adjc.run;

import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.ir.Index;
import dev.adjc.ir.Interpreter;
import dev.adjc.source.Span;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** A function cannot be evaluated at a point, and it is no fault of adjc. */
public final class RunFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Arrays of the JVM have some elements less than there are positive integers. */
    private static final BigInteger LONGEST = BigInteger.valueOf(Integer.MAX_VALUE - 8);

    private static final BigInteger GIGABYTE = BigInteger.ONE.shiftLeft(30);

    private final transient Diagnostic diagnostic;

    RunFailure(Diagnostic diagnostic) {
        super(diagnostic.message());
        this.diagnostic = diagnostic;
    }

    /** A {@code require} of the program does not hold; the sentence is the program's, with the offending values. */
    static RunFailure refused(String function, String sentence) {
        return new RunFailure(Diagnostic.of(Code.REFUSED, function, sentence));
    }

    /** The interpreter does not carry the function out. */
    public static RunFailure of(String function, Interpreter.Refused refused) {
        RunFailure failure = refused.array()
                .map(array ->
                        tooLarge(function, array.value().name(), array.value().extents(), array.extents()))
                .orElseGet(() -> refused(function, String.valueOf(refused.getMessage())));
        return refused.origin().map(origin -> failure.at(origin.shown())).orElse(failure);
    }

    /** The Java of an extern function throws. */
    static RunFailure extern(String function, Throwable thrown) {
        return new RunFailure(Diagnostic.of(Code.EXTERN_FAILED, function, String.valueOf(thrown)));
    }

    /** An array of doubles is larger than any array, or than the memory that is left. */
    static RunFailure tooLarge(String function, String array, List<Index> extents, List<Long> numbers) {
        boolean literal = extents.stream().allMatch(extent -> extent.literal().isPresent());
        String form = literal ? numbers.toString() : extents + " = " + numbers;
        BigInteger bytes = count(numbers).multiply(BigInteger.valueOf(Double.BYTES));
        Diagnostic diagnostic = Diagnostic.of(Code.TOO_LARGE_AT_POINT, function, array, form, bytes.toString());
        // as much again for what else there is
        BigInteger gigabytes = bytes.multiply(BigInteger.TWO).divide(GIGABYTE).add(BigInteger.ONE);
        return new RunFailure(diagnostic.with(fits(numbers) ? Optional.of(gigabytes.toString()) : Optional.empty()));
    }

    /** Whether there are arrays of these extents, if there is memory for them. */
    static boolean fits(List<Long> extents) {
        return count(extents).compareTo(LONGEST) <= 0;
    }

    /** How many elements there are. */
    static BigInteger count(List<Long> extents) {
        return extents.stream().map(BigInteger::valueOf).reduce(BigInteger.ONE, BigInteger::multiply);
    }

    /** The same, with its place in the source, unless it has one. */
    public RunFailure at(Span place) {
        return diagnostic.span().isPresent()
                ? this
                : new RunFailure(new Diagnostic(
                        diagnostic.code(), Optional.of(place), diagnostic.arguments(), diagnostic.related()));
    }

    public Diagnostic diagnostic() {
        return diagnostic;
    }
}
