package dev.adjc.harness;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import dev.adjc.compile.GeneratedFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Generated classes, compiled as their users would at the strictest: release 17, every warning an error, nothing else there. */
public final class Classes {
    private static final List<String> OPTIONS =
            List.of("--release", "17", "-Xlint:all", "-Werror", "-proc:none", "-cp", "", "-implicit:none");

    private final SortedMap<String, byte[]> compiled;
    private final ClassLoader loader;

    private Classes(SortedMap<String, byte[]> compiled) {
        this.compiled = compiled;
        this.loader = new ClassLoader(ClassLoader.getPlatformClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] code = compiled.get(name);
                if (code == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, code, 0, code.length);
            }
        };
    }

    /**
     * Compiles all files in one go.
     *
     * @throws AssertionError with the compiler's words if it has any
     */
    public static Classes compile(Collection<GeneratedFile> files) {
        return compile(files, file -> {});
    }

    /**
     * Compiles all files in one go.
     *
     * @param reader is given each file as it was parsed
     * @throws AssertionError with the compiler's words if it has any
     */
    public static Classes compile(Collection<GeneratedFile> files, Consumer<CompilationUnitTree> reader) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<JavaFileObject> units = new ArrayList<>();
        files.forEach(file -> units.add(new Unit(file)));
        try (StandardJavaFileManager standard = compiler.getStandardFileManager(diagnostics, Locale.ROOT, null);
                Memory memory = new Memory(standard)) {
            JavacTask task = (JavacTask) compiler.getTask(null, memory, diagnostics, OPTIONS, null, units);
            task.addTaskListener(new TaskListener() {
                @Override
                public void finished(TaskEvent event) {
                    if (event.getKind() == TaskEvent.Kind.PARSE) {
                        reader.accept(event.getCompilationUnit());
                    }
                }
            });
            if (!task.call() || !diagnostics.getDiagnostics().isEmpty()) {
                throw new Refused(diagnostics.getDiagnostics());
            }
            return new Classes(memory.compiled());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The compiler's complaints. */
    public static final class Refused extends AssertionError {
        private static final long serialVersionUID = 1L;

        private Refused(List<javax.tools.Diagnostic<? extends JavaFileObject>> diagnostics) {
            super(text(diagnostics));
        }

        private static String text(List<javax.tools.Diagnostic<? extends JavaFileObject>> diagnostics) {
            StringBuilder text = new StringBuilder();
            diagnostics.stream()
                    .limit(20)
                    .forEach(diagnostic -> text.append(diagnostic).append('\n'));
            return text.toString();
        }
    }

    /** Whether the class is among them. */
    public boolean has(String name) {
        return compiled.containsKey(name);
    }

    /** A class, initialised. */
    public Class<?> load(String name) {
        try {
            return Class.forName(name, true, loader);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** The class file of a class, and those of the records in it, by the names of their classes. */
    public Map<String, byte[]> files(String name) {
        return compiled.subMap(name, name + (char) ('$' + 1));
    }

    /** The name of the class that a file given to the compiler is for. */
    static String className(JavaFileObject file) {
        String path = file.toUri().getPath();
        return path.substring(1, path.length() - JavaFileObject.Kind.SOURCE.extension.length())
                .replace('/', '.');
    }

    private static final class Unit extends SimpleJavaFileObject {
        private final GeneratedFile file;

        Unit(GeneratedFile file) {
            super(URI.create("memory:///" + file.path()), Kind.SOURCE);
            this.file = file;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return file.text();
        }
    }

    private static final class Code extends SimpleJavaFileObject {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Code(String className) {
            super(URI.create("memory:///" + className.replace('.', '/') + ".class"), Kind.CLASS);
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }
    }

    private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, Code> written = new HashMap<>();

        Memory(JavaFileManager standard) {
            super(standard);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, @Nullable FileObject sibling) {
            return written.computeIfAbsent(className, Code::new);
        }

        SortedMap<String, byte[]> compiled() {
            SortedMap<String, byte[]> compiled = new TreeMap<>();
            written.forEach((name, code) -> compiled.put(name, code.bytes.toByteArray()));
            return compiled;
        }
    }
}
