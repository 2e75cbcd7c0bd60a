package dev.adjc.operator;

import static com.google.testing.compile.Compiler.javac;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.adjc.operator.SpecialSource.Kind;
import dev.adjc.operator.SpecialSource.Member;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** The special functions keep the discipline that lets their text be copied, and the copies are as good. */
class SpecialSourceTest {
    private static final Path FOLDER = Path.of("src/main/java/dev/adjc/operator/special");
    private static final List<Double> POINTS = List.of(
            0.3,
            2.6,
            9.1,
            0.0,
            1e-9,
            7.7,
            Double.POSITIVE_INFINITY,
            0.49,
            1.0,
            300.0,
            1e300,
            0.8,
            1.7,
            5.2,
            26.9,
            1e10,
            1e-300,
            Double.MIN_VALUE);

    private static Map<String, String> files() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file :
                    files.filter(file -> !file.endsWith("package-info.java")).toList()) {
                texts.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
        }
        return texts;
    }

    private static Map<String, Method> publicMethods() throws IOException, ClassNotFoundException {
        Map<String, Method> methods = new TreeMap<>();
        for (String file : files().keySet()) {
            for (Method method :
                    Class.forName("dev.adjc.operator.special." + file).getDeclaredMethods()) {
                if (Modifier.isPublic(method.getModifiers())) {
                    methods.put(method.getName(), method);
                }
            }
        }
        return methods;
    }

    @Test
    void listOfFilesIsComplete() throws IOException {
        assertEquals(files().keySet(), new TreeSet<>(SpecialSource.FILES), "mend SpecialSource.FILES");
    }

    @Test
    void filesHoldStaticMembersOfTheJdksMathematicsAlone() throws IOException {
        List<String> faults = new ArrayList<>();
        files().forEach((file, text) -> {
            String code = text.replaceAll("(?s)/\\*.*?\\*/", "");
            Map<String, String> forbidden = new HashMap<>();
            forbidden.put("//[^\\n]*", "a comment that is no Javadoc: the copy would lose or keep it by chance");
            forbidden.put(
                    "\\b(?:new|this|class|record|interface|enum)\\b(?! " + file + " \\{)", "not of a static method");
            forbidden.put("(?m)^import (?!static dev\\.adjc\\.operator\\.special\\.).*$", "the copy has no imports");
            forbidden.put("\\][ ]*[-+*/]?=(?!=)[^\\n]*", "arrays are only read");
            forbidden.put(
                    "\\b(?!Math\\b|Double\\b|" + file + "\\b)[A-Z]\\w*[a-z]\\w*(?=\\.)(?<!\\.[A-Z]\\w{0,40})",
                    "a type of which the copy knows nothing");
            forbidden.put(
                    "(?m)^    (?!}|private " + file + "\\(\\) \\{}|(?:public )?static )\\S.*$", "no static member");
            forbidden.put("(?m)^    (?:public )?static (?!final )[^(]*[=;].*$", "a field that is not final");
            forbidden.forEach((pattern, reason) -> Pattern.compile(pattern)
                    .matcher(code.replaceAll("import static dev\\.adjc\\.operator\\.special\\.\\w+\\.\\w+;", ""))
                    .results()
                    .map(MatchResult::group)
                    .forEach(found -> faults.add(file + ": `" + found + "` " + reason)));
            if (text.contains("{@link")) {
                faults.add(file + ": a link that the copy would break");
            }
        });
        assertTrue(faults.isEmpty(), () -> String.join("\n", faults));
    }

    @Test
    void namesStandOnceAndEveryMemberServesAPublicMethod() throws Exception {
        List<String> names = new ArrayList<>();
        for (String file : SpecialSource.FILES) {
            Class<?> owner = Class.forName("dev.adjc.operator.special." + file);
            Stream.of(owner.getDeclaredMethods())
                    .filter(method -> !method.isSynthetic())
                    .forEach(method -> names.add(method.getName()));
            Stream.of(owner.getDeclaredFields())
                    .filter(field -> !field.isSynthetic())
                    .forEach(field -> names.add(field.getName()));
        }
        assertEquals(names.size(), new HashSet<>(names).size(), () -> "a name stands twice in " + names);
        Set<String> reached = new TreeSet<>();
        SpecialSource.closure(publicMethods().keySet()).forEach(member -> reached.add(member.name()));
        assertEquals(new TreeSet<>(names), reached, "what no public method needs, or what the slicer misses");
    }

    @Test
    void membersComeFieldsFirstEachOnceWithTheirJavadoc() {
        List<Member> members = SpecialSource.closure(List.of("exp2", "sigmoid", "normpdf"));
        assertEquals(
                List.of("ONE_OVER_ROOT_TWO_PI", "sigmoid", "logisticTail", "sigmoidOfTail", "exp2", "gauss", "normpdf"),
                members.stream().map(Member::name).toList());
        assertEquals(Kind.FIELD, members.get(0).kind());
        assertEquals("""
                /** 1/(1 + exp(-x)), from exp(-|x|). */
                private static double sigmoid(double x) {
                    return sigmoidOfTail(x, logisticTail(x));
                }""", members.get(1).text());
    }

    @Test
    void unknownFunctionIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> SpecialSource.closure(List.of("gamma")));
    }

    @Test
    void copiesCompileWithoutWarningsAndGiveTheSameBits() throws Exception {
        Map<String, Method> originals = publicMethods();
        Map<String, Class<?>> copies = compiled(originals.keySet());
        for (Map.Entry<String, Method> original : originals.entrySet()) {
            Method copy = Stream.of(Objects.requireNonNull(copies.get("Copy_" + original.getKey()))
                            .getDeclaredMethods())
                    .filter(method -> method.getName().equals(original.getKey()))
                    .findFirst()
                    .orElseThrow();
            copy.setAccessible(true);
            for (Object[] arguments : grid(copy.getParameterCount())) {
                assertArrayEquals(
                        new double[] {(double) original.getValue().invoke(null, arguments)},
                        new double[] {(double) copy.invoke(null, arguments)},
                        () -> original.getKey() + Arrays.toString(arguments));
            }
        }
    }

    private static Map<String, Class<?>> compiled(Set<String> methods) throws Exception {
        List<JavaFileObject> sources = methods.stream()
                .map(name -> JavaFileObjects.forSourceString(
                        "Copy_" + name,
                        SpecialSource.closure(List.of(name)).stream()
                                .map(Member::text)
                                .collect(joining("\n", "final class Copy_" + name + " {\n", "\n}\n"))))
                .toList();
        Compilation compilation =
                javac().withOptions("-Xlint:all", "-Werror", "--release", "17").compile(sources);
        assertEquals(
                Compilation.Status.SUCCESS,
                compilation.status(),
                () -> compilation.diagnostics().toString());
        Map<String, byte[]> bytes = new HashMap<>();
        for (JavaFileObject file : compilation.generatedFiles()) {
            if (file.getKind() == JavaFileObject.Kind.CLASS) {
                try (InputStream stream = file.openInputStream()) {
                    bytes.put(
                            Path.of(file.getName()).getFileName().toString().replace(".class", ""),
                            stream.readAllBytes());
                }
            }
        }
        ClassLoader loader = new ClassLoader(null) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] code = bytes.get(name);
                if (code == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, code, 0, code.length);
            }
        };
        Map<String, Class<?>> classes = new HashMap<>();
        for (String name : bytes.keySet()) {
            classes.put(name, loader.loadClass(name));
        }
        return classes;
    }

    /** All tuples of NaN and the points with either sign; of the first few where there are three arguments. */
    private static List<Object[]> grid(int arity) {
        List<Double> column = new ArrayList<>(List.of(Double.NaN));
        for (double point : arity < 3 ? POINTS : POINTS.subList(0, 7)) {
            column.add(point);
            column.add(-point);
        }
        List<Object[]> tuples = List.<Object[]>of(new Object[0]);
        for (int k = 0; k < arity; k++) {
            tuples = tuples.stream()
                    .flatMap(tuple -> column.stream().map(next -> {
                        Object[] longer = Arrays.copyOf(tuple, tuple.length + 1);
                        longer[tuple.length] = next;
                        return longer;
                    }))
                    .toList();
        }
        return tuples;
    }

    @Test
    void methodsAreShortEnoughToBeCompiledWell() throws Exception {
        ToolProvider javap = ToolProvider.findFirst("javap").orElseThrow();
        for (String file : SpecialSource.FILES) {
            Class<?> owner = Class.forName("dev.adjc.operator.special." + file);
            Path classes = Path.of(
                    owner.getProtectionDomain().getCodeSource().getLocation().toURI());
            StringWriter listing = new StringWriter();
            PrintWriter out = new PrintWriter(listing);
            javap.run(
                    out,
                    out,
                    "-p",
                    "-c",
                    classes.resolve("dev/adjc/operator/special/" + file + ".class")
                            .toString());
            for (String member : listing.toString().split("\n\n")) {
                int bytes = Pattern.compile("(?m)^ +(\\d+): \\w+")
                        .matcher(member)
                        .results()
                        .mapToInt(found -> Integer.parseInt(found.group(1)))
                        .max()
                        .orElse(0);
                assertTrue(
                        bytes < 1500 || member.contains("static {}"),
                        () -> file + ": " + bytes + " bytes of " + member);
            }
        }
    }
}
