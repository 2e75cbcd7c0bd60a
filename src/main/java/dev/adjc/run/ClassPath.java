package dev.adjc.run;

import dev.adjc.compile.CompiledFunction;
import dev.adjc.compile.ExternCode;
import dev.adjc.compile.ExternMethod;
import dev.adjc.compile.Mode;
import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Program;
import dev.adjc.ir.Step;
import dev.adjc.operator.Operator;
import dev.adjc.operator.Spelling;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.WrongMethodTypeException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Folders and archives with the Java of extern functions. */
public final class ClassPath implements ExternCode {
    private final List<Path> entries;
    private final ClassLoader loader;
    private final Map<String, Diagnostic> missing = new LinkedHashMap<>();

    public ClassPath(List<Path> entries) {
        this.entries = List.copyOf(entries);
        URL[] urls = this.entries.stream().map(ClassPath::url).toArray(URL[]::new);
        this.loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    }

    private static URL url(Path entry) {
        try {
            return entry.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("no place for classes: " + entry, e);
        }
    }

    List<Path> entries() {
        return entries;
    }

    ClassLoader loader() {
        return loader;
    }

    /** The extern functions that a function or its derivatives call and that are not there. */
    public List<Diagnostic> missing(CompiledFunction function) {
        Program program = function.derivative(Mode.REVERSE).program();
        Set<String> called = new LinkedHashSet<>();
        for (Step step : program.steps()) {
            if (step instanceof Definition definition
                    && definition.operator().spelling() instanceof Spelling.ExternMethod method) {
                called.add(method.className() + "." + method.method());
            }
        }
        return called.stream().filter(missing::containsKey).map(missing::get).collect(Collectors.toList());
    }

    /** Runs the method; where there is none, {@link #missing} will say so. */
    @Override
    public Operator.Evaluation of(ExternMethod method) {
        Optional<MethodHandle> found = find(method);
        if (found.isEmpty()) {
            String name = method.className() + "." + method.method();
            missing.put(name, Diagnostic.at(method.span(), Code.EXTERN_NOT_FOUND, name));
            return arguments -> Double.NaN;
        }
        MethodHandle spread = found.get()
                .asType(MethodType.genericMethodType(method.parameters().size()).changeReturnType(double.class))
                .asSpreader(Object[].class, method.parameters().size());
        return arguments -> call(method, spread, arguments);
    }

    /** The method that a Java call with such arguments would mean. */
    private Optional<MethodHandle> find(ExternMethod method) {
        MethodType wanted = MethodType.methodType(double.class, method.parameters());
        for (Method candidate : methods(method.className())) {
            boolean fits = candidate.getName().equals(method.method())
                    && Modifier.isStatic(candidate.getModifiers())
                    && candidate.getParameterCount() == wanted.parameterCount()
                    && Arrays.stream(candidate.getExceptionTypes()).allMatch(ClassPath::isUnchecked);
            if (fits) {
                try {
                    return Optional.of(
                            MethodHandles.publicLookup().unreflect(candidate).asType(wanted));
                } catch (IllegalAccessException | WrongMethodTypeException takesSomethingElse) {
                    // Another one of that name may fit.
                }
            }
        }
        return Optional.empty();
    }

    /** Generated code catches nothing. */
    private static boolean isUnchecked(Class<?> exception) {
        return RuntimeException.class.isAssignableFrom(exception) || Error.class.isAssignableFrom(exception);
    }

    /** The methods of a class that Java source names so. */
    private Method[] methods(String className) {
        return type(className)
                .filter(type -> className.equals(type.getCanonicalName()) && isOpen(type))
                .map(Class::getMethods)
                .orElse(new Method[0]);
    }

    private static boolean isOpen(Class<?> type) {
        Class<?> around = type.getEnclosingClass();
        return Modifier.isPublic(type.getModifiers()) && (around == null || isOpen(around));
    }

    /** An inner class has a dollar sign in the name of its file, where source has a point. */
    private Optional<Class<?>> type(String className) {
        try {
            return Optional.of(Class.forName(className, true, loader));
        } catch (ClassNotFoundException | LinkageError notThere) {
            int point = className.lastIndexOf('.');
            return point < 0
                    ? Optional.empty()
                    : type(className.substring(0, point) + "$" + className.substring(point + 1));
        }
    }

    private static double call(ExternMethod method, MethodHandle handle, double[] arguments) {
        Object[] boxed = new Object[arguments.length];
        try {
            for (int i = 0; i < arguments.length; i++) {
                boolean integer = method.parameters().get(i) == int.class;
                boxed[i] = integer ? (Object) Math.toIntExact((long) arguments[i]) : (Object) arguments[i];
            }
            return (double) handle.invoke(boxed);
        } catch (Throwable thrown) {
            throw RunFailure.extern(method.function(), thrown);
        }
    }
}
