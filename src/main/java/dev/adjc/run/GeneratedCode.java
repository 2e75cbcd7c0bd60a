package dev.adjc.run;

import dev.adjc.compile.CompiledFunction;
import dev.adjc.compile.GeneratedFile;
import dev.adjc.compile.Mode;
import dev.adjc.emit.Product;
import dev.adjc.ir.Arguments;
import dev.adjc.ir.Program;
import dev.adjc.loop.Scheduler;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The class of a function and a mode, compiled and ready to be called. */
public final class GeneratedCode {
    /** What generated code computes integers by. */
    private static final Set<String> EXACT = Set.of("multiplyExact", "toIntExact");

    private final Program function;
    private final GeneratedFile file;
    private final Class<?> type;

    private GeneratedCode(Program function, GeneratedFile file, Class<?> type) {
        this.function = function;
        this.file = file;
        this.type = type;
    }

    /** Generates the class, compiles it in memory and loads it. */
    public static GeneratedCode load(CompiledFunction function, Mode mode, ClassPath classPath) {
        GeneratedFile file = function.generate(mode);
        return new GeneratedCode(function.primal(), file, JavaInMemory.load(file, classPath));
    }

    /** The methods of the class, for these arguments. */
    public GeneratedMethods at(Arguments arguments) {
        return Scheduler.hasArrays(function)
                ? MethodsOfArrays.at(this, arguments, file.measures())
                : new MethodsOfNumbers(this, arguments);
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
        if (isOwn(trace, 1) && EXACT.contains(trace[0].getMethodName())) {
            return RunFailure.refused(function.name(), "an integer overflows");
        }
        return own && thrown instanceof IllegalArgumentException
                ? RunFailure.refused(function.name(), String.valueOf(thrown.getMessage()))
                : RunFailure.extern(function.name(), thrown);
    }

    private boolean isOwn(StackTraceElement[] trace, int depth) {
        return trace.length > depth && trace[depth].getClassName().startsWith(type.getName());
    }
}
