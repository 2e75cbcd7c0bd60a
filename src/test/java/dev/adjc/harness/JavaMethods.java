package dev.adjc.harness;

import dev.adjc.compile.ExternCode;
import dev.adjc.compile.ExternMethod;
import dev.adjc.operator.Operator;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** Runs extern functions that stand for methods of the JDK. */
public final class JavaMethods implements ExternCode {

    @Override
    public Operator.Evaluation of(ExternMethod method) {
        return arguments -> run(method.className(), method.method(), arguments);
    }

    /** Runs a method of doubles. */
    public static double run(String className, String method, double... arguments) {
        Class<?>[] types = new Class<?>[arguments.length];
        Object[] boxed = new Object[arguments.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = double.class;
            boxed[i] = arguments[i];
        }
        try {
            Method found = Class.forName(className).getMethod(method, types);
            return (Double) found.invoke(null, boxed);
        } catch (InvocationTargetException e) {
            throw new LinkageError(String.valueOf(e.getCause()), e);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(String.valueOf(e), e);
        }
    }
}
