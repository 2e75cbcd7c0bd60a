package dev.adjc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Recognizer;
import org.junit.jupiter.api.Test;

/**
 * The house has floors: a package imports packages of lower floors only, and each library has one home.
 *
 * <p>The picture is the two tables below; the {@code import} lines of the sources are held against them. A sub-package
 * such as {@code operator.special} stands on its parent's floor, and the parent may use it, but not the reverse.
 */
class FloorsTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/adjc");

    /** From the ground up. */
    private static final List<Set<String>> FLOORS = List.of(
            Set.of("source", "operator"),
            Set.of("diagnostic", "ir"),
            Set.of("syntax", "simplify", "derive", "loop"),
            Set.of("check", "emit"),
            Set.of("lower"),
            Set.of("compile"),
            Set.of("run", "files"),
            Set.of("view", "build"),
            Set.of("cli", "maven"));

    /** What is not of the plain JDK, and the packages that may know of it. */
    private static final Map<String, Set<String>> HOMES = Map.of(
            "org.antlr.", Set.of("syntax"),
            "com.palantir.javapoet.", Set.of("emit"),
            "javax.lang.model.", Set.of("emit", "run"),
            "javax.tools.", Set.of("run"),
            "com.google.gson.", Set.of("run"),
            "picocli.", Set.of("cli"),
            "org.apache.maven.", Set.of("maven"),
            "org.codehaus.plexus.", Set.of("maven"),
            "org.sonatype.plexus.", Set.of("maven"),
            "javax.inject.", Set.of("maven"));

    /** A package in the README's picture, behind its floor. */
    private static final Pattern PICTURE = Pattern.compile("^  (\\d)  (\\w+)  ", Pattern.MULTILINE);

    private static final Pattern IMPORT = Pattern.compile("^import (?:static )?([\\w.*]+);", Pattern.MULTILINE);
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);
    private static final Pattern CONSOLE = Pattern.compile("\\bSystem\\.(out|err|in|exit)\\b|\\.printStackTrace\\(");
    private static final Pattern WORLD = Pattern.compile(
            "\\bSystem\\.(getenv|getProperty|nanoTime|currentTimeMillis)\\b|^import java\\.(io\\.File|nio\\.file\\.Files|time|net)\\b",
            Pattern.MULTILINE);

    /** A source file as the rules see it; {@code home} is its package below {@code dev.adjc}, dots between. */
    private record Unit(String home, String file, String text) {
        String floorHome() {
            return home.replaceFirst("\\..*", "");
        }
    }

    @Test
    void everyPackageImportsLowerFloorsOnly() throws IOException {
        List<String> faults = new ArrayList<>();
        for (Unit unit : units()) {
            faults.addAll(faults(unit));
        }
        assertTrue(faults.isEmpty(), () -> String.join("\n", faults));
    }

    @Test
    void everyPackageStandsOnAFloor() throws IOException {
        Set<String> unknown = new TreeSet<>();
        for (Unit unit : units()) {
            if (floor(unit.floorHome()) < 0) {
                unknown.add(unit.floorHome());
            }
        }
        assertTrue(
                unknown.isEmpty(),
                () -> "no floor is named for " + unknown + ": add it to FLOORS in FloorsTest "
                        + "and to the picture of the packages in the README");
    }

    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        Set<Path> silent = new TreeSet<>();
        for (Path file : files(SOURCES, ".java")) {
            Path words = file.resolveSibling("package-info.java");
            if (!Files.exists(words) || !isExplained(Files.readString(words))) {
                silent.add(words);
            }
        }
        assertTrue(
                silent.isEmpty(),
                () -> "what a package is for, what it must not know, its central types and an example stand in its "
                        + "package-info.java, and that it is @NullMarked: write " + silent);
    }

    private static boolean isExplained(String words) {
        return words.startsWith("/**") && words.contains("\n@NullMarked\n");
    }

    @Test
    void readmeShowsEveryPackageOnItsFloor() throws IOException {
        Set<String> shown = PICTURE.matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(line -> line.group(1) + " " + line.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> built = new TreeSet<>();
        for (Unit unit : units()) {
            built.add(floor(unit.floorHome()) + " " + unit.floorHome());
        }
        assertEquals(built, shown, "floors and packages in the README's picture");
    }

    /** Lexer and parser are not ours: ANTLR writes them. */
    @Test
    void noPackageHoldsAMutableStatic() throws Exception {
        List<String> faults = new ArrayList<>();
        Path classes = Path.of(dev.adjc.source.Source.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        for (Path file : files(classes, ".class")) {
            String name = classes.relativize(file).toString().replaceFirst("\\.class$", "");
            Class<?> type = Class.forName(
                    name.replaceAll("[/\\\\]", "."), false, getClass().getClassLoader());
            for (Field field : type.getDeclaredFields()) {
                int modifiers = field.getModifiers();
                boolean ours = !field.isSynthetic() && !Recognizer.class.isAssignableFrom(type);
                if (ours && Modifier.isStatic(modifiers) && !Modifier.isFinal(modifiers)) {
                    faults.add(field + " is a mutable static: pass the value along instead, or make it final");
                }
            }
        }
        assertTrue(faults.isEmpty(), () -> String.join("\n", faults));
    }

    @Test
    void importOfAHigherFloorIsAFault() {
        assertFault("derive", "import dev.adjc.emit.Names;", "floor 2", "dev.adjc.emit.Names");
    }

    @Test
    void importOfANeighbourOnTheSameFloorIsAFault() {
        assertFault("simplify", "import static dev.adjc.derive.Linearizer.*;", "dev.adjc.derive.Linearizer");
    }

    @Test
    void importOfALowerFloorAndOfItsSubPackageIsFine() {
        assertEquals(
                List.of(), faults(unit("derive", "import dev.adjc.operator.special.Gamma;\nimport java.util.List;")));
    }

    @Test
    void parentUsesItsSubPackageButNotTheReverse() {
        assertEquals(List.of(), faults(unit("operator", "import dev.adjc.operator.special.Gamma;")));
        assertFault("loop.storage", "import dev.adjc.loop.Nest;", "floor 2");
    }

    @Test
    void specialFunctionsImportTheJdkOnly() {
        assertFault("operator.special", "import dev.adjc.operator.Operator;", "class path");
        assertFault("operator.special", "import org.jspecify.annotations.Nullable;", "class path");
        assertEquals(List.of(), faults(unit("operator.special", "import java.util.Arrays;")));
    }

    @Test
    void libraryOutsideItsHomeIsAFault() {
        assertFault("check", "import org.antlr.v4.runtime.Token;", "syntax");
        assertFault("emit", "import javax.tools.JavaCompiler;", "run");
        assertFault("check", "import org.apache.commons.Lang;", "HOMES");
        assertEquals(List.of(), faults(unit("syntax", "import org.antlr.v4.runtime.Token;")));
    }

    @Test
    void onlyCompileAndBelowKnowSyntax() {
        assertFault("cli", "import dev.adjc.syntax.Parser;", "dev.adjc.compile");
        assertEquals(List.of(), faults(unit("compile", "import dev.adjc.syntax.Parser;")));
    }

    @Test
    void onlyCliSpeaksToTheConsole() {
        assertFault("compile", "  void f() { System.out.println(); }", "cli");
        assertFault("maven", "  void f() { System.exit(1); }", "cli");
        assertEquals(List.of(), faults(unit("cli", "  void f() { System.err.println(); }")));
        assertEquals(List.of(), faults(unit("ir", "  /** Not for System.out. */")));
    }

    @Test
    void nothingBelowRunTouchesFilesClockOrEnvironment() {
        assertFault("compile", "import java.nio.file.Files;", "run");
        assertFault("emit", "  long t = System.nanoTime();", "run");
        assertEquals(List.of(), faults(unit("cli", "import java.nio.file.Files;")));
    }

    private static void assertFault(String home, String text, String... mentioned) {
        List<String> faults = faults(unit(home, text));
        assertEquals(1, faults.size(), () -> "faults of " + text + ": " + faults);
        for (String part : mentioned) {
            assertTrue(faults.get(0).contains(part), () -> part + " is not in: " + faults.get(0));
        }
    }

    private static Unit unit(String home, String text) {
        return new Unit(home, "Example.java", text);
    }

    private static List<String> faults(Unit unit) {
        String code = COMMENT.matcher(unit.text).replaceAll("");
        List<String> faults = new ArrayList<>();
        IMPORT.matcher(code)
                .results()
                .map(found -> faultOf(unit, found.group(1)))
                .forEach(faults::addAll);
        if (!unit.floorHome().equals("cli")) {
            report(
                    CONSOLE,
                    code,
                    faults,
                    found -> unit.file + " says " + found
                            + ", but only cli speaks to the console: return the value, or take what to call from above");
        }
        if (floor(unit.floorHome()) < floor("run")) {
            report(
                    WORLD,
                    code,
                    faults,
                    found -> unit.file + " says " + found
                            + ", but nothing below run touches files, clock or environment: take the value as an argument");
        }
        return faults;
    }

    private static void report(Pattern pattern, String code, List<String> faults, UnaryOperator<String> sentence) {
        Matcher matcher = pattern.matcher(code);
        while (matcher.find()) {
            faults.add(sentence.apply("`" + matcher.group() + "`"));
        }
    }

    private static List<String> faultOf(Unit unit, String imported) {
        String fault = unit.file + " imports " + imported + ", but ";
        if (unit.home.equals("operator.special")) {
            boolean allowed = imported.startsWith("java.")
                    || imported.startsWith("dev.adjc.operator.special.")
                    || unit.file.endsWith("package-info.java");
            return allowed
                    ? List.of()
                    : List.of(fault + "its text is copied into generated classes, which have an empty class path: "
                            + "use the JDK alone");
        }
        return imported.startsWith("dev.adjc.") ? ownFault(unit, imported, fault) : libraryFault(unit, imported, fault);
    }

    private static List<String> ownFault(Unit unit, String imported, String fault) {
        String target = imported.substring("dev.adjc.".length()).replaceFirst("\\..*", "");
        int own = floor(unit.floorHome());
        if (target.equals("syntax") && own > floor("compile")) {
            return List.of(fault + "above lower only compile knows syntax: let dev.adjc.compile offer what is wanted");
        }
        boolean inside = imported.startsWith("dev.adjc." + unit.home + ".");
        boolean below = floor(target) >= 0 && floor(target) < own;
        if (inside || below) {
            return List.of();
        }
        return List.of(fault + unit.floorHome() + " stands on floor " + own + " and may import only what is below: "
                + FLOORS.subList(0, Math.max(own, 0)).stream()
                        .flatMap(Set::stream)
                        .sorted()
                        .collect(Collectors.joining(", "))
                + ". Move what both need down, or take the value as an argument");
    }

    private static List<String> libraryFault(Unit unit, String imported, String fault) {
        for (Map.Entry<String, Set<String>> entry : HOMES.entrySet()) {
            if (imported.startsWith(entry.getKey())) {
                return entry.getValue().contains(unit.floorHome())
                        ? List.of()
                        : List.of(fault + "that library's home is " + entry.getValue()
                                + ": let the home offer what is wanted, in the project's own types");
            }
        }
        return imported.startsWith("java.") || imported.startsWith("org.jspecify.")
                ? List.of()
                : List.of(fault + "that library has no home: name one in HOMES of FloorsTest, or do without it");
    }

    private static int floor(String home) {
        for (int floor = 0; floor < FLOORS.size(); floor++) {
            if (FLOORS.get(floor).contains(home)) {
                return floor;
            }
        }
        return -1;
    }

    private static List<Unit> units() throws IOException {
        List<Unit> units = new ArrayList<>();
        for (Path file : files(SOURCES, ".java")) {
            Path inner = SOURCES.relativize(file);
            String home = inner.getParent().toString().replaceAll("[/\\\\]", ".");
            units.add(new Unit(home, inner.toString(), Files.readString(file)));
        }
        return units;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> found = all.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
            assertTrue(!found.isEmpty(), () -> "no " + ending + " below " + folder.toAbsolutePath());
            return found;
        }
    }
}
