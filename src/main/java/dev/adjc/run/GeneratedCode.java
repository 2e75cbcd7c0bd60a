package dev.adjc.run;

import dev.adjc.compile.CompiledFunction;
import dev.adjc.compile.GeneratedFile;
import dev.adjc.compile.Mode;
import dev.adjc.emit.NoWorkSpace;
import dev.adjc.emit.Product;
import dev.adjc.ir.Arguments;
import dev.adjc.ir.Program;
import dev.adjc.ir.Requirement;
import dev.adjc.loop.Scheduler;
import dev.adjc.source.Span;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The class of a function and a mode, compiled and ready to be called. */
public final class GeneratedCode {
    /** What generated code computes integers by. */
    private static final Set<String> EXACT = Set.of("multiplyExact", "toIntExact");

    private final Program function;
    private final Span place;
    private final GeneratedFile file;
    private final Class<?> type;

    private GeneratedCode(Program function, Span place, GeneratedFile file, Class<?> type) {
        this.function = function;
        this.place = place;
        this.file = file;
        this.type = type;
    }

    /** Generates the class, compiles it in memory and loads it. */
    public static GeneratedCode load(CompiledFunction function, Mode mode, ClassPath classPath) {
        GeneratedFile file;
        try {
            file = function.generate(mode);
        } catch (NoWorkSpace none) {
            throw new RunFailure(none.diagnostic());
        }
        return new GeneratedCode(function.primal(), function.span(), file, JavaInMemory.load(file, classPath));
    }

    /** The methods of the class, for these arguments. */
    public GeneratedMethods at(Arguments arguments) {
        if (!Scheduler.hasArrays(function)) {
            return new MethodsOfNumbers(this, arguments);
        }
        try {
            WorkSpace space = new WorkSpace(function, file.arrays(), arguments);
            return MethodsOfArrays.at(this, arguments, file.measures(), space);
        } catch (RunFailure failure) {
            throw placed(failure);
        }
    }

    /** The failure with the function's place, unless it has one of its own. */
    RunFailure placed(RunFailure failure) {
        return failure.at(place);
    }

    Program function() {
        return function;
    }

    Class<?> type() {
        return type;
    }

    /** Calls a method; what it returns, NaN if that is no number. */
    double invoke(@Nullable Object receiver, Product.Kind kind, List<Class<?>> types, List<Object> arguments) {
        try {
            Object result = type.getMethod(kind.method(), types.toArray(new Class<?>[0]))
                    .invoke(receiver, arguments.toArray());
            return result instanceof Double number ? number : Double.NaN;
        } catch (InvocationTargetException e) {
            throw failure(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no method " + kind.method() + types + " in " + type, e);
        }
    }

    /** A requirement speaks from the class itself; what else is thrown comes from an extern function. */
    RuntimeException failure(InvocationTargetException e) {
        Throwable thrown = Objects.requireNonNull(e.getCause());
        if (thrown instanceof OutOfMemoryError exhausted) {
            throw exhausted;
        }
        StackTraceElement[] trace = thrown.getStackTrace();
        boolean own = isOwn(trace, 0);
        if (own && thrown instanceof IndexOutOfBoundsException) {
            throw new IllegalStateException("an index of " + type.getName() + " is out of range", thrown);
        }
        int calls = (int) Stream.of(trace)
                .takeWhile(frame -> frame.getClassName().equals(Math.class.getName()))
                .count();
        if (isOwn(trace, calls) && calls > 0 && EXACT.contains(trace[0].getMethodName())) {
            return placed(RunFailure.refused(function.name(), "an integer overflows"));
        }
        String sentence = String.valueOf(thrown.getMessage());
        return own && thrown instanceof IllegalArgumentException
                ? RunFailure.refused(function.name(), sentence).at(placeOf(sentence))
                : placed(RunFailure.extern(function.name(), thrown));
    }

    /** Where the one requirement stands that says this; the function, if several may have said it. */
    private Span placeOf(String sentence) {
        List<Span> places = function.steps().stream()
                .filter(Requirement.class::isInstance)
                .map(Requirement.class::cast)
                .filter(requirement ->
                        sentence.equals(requirement.message()) || sentence.startsWith(requirement.message() + ": "))
                .map(requirement -> requirement.origin().shown())
                .distinct()
                .toList();
        return places.size() == 1 ? places.get(0) : place;
    }

    private boolean isOwn(StackTraceElement[] trace, int depth) {
        return trace.length > depth && trace[depth].getClassName().startsWith(type.getName());
    }
}
