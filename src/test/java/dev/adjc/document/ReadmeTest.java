package dev.adjc.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjc.build.AdjcVersion;
import dev.adjc.compile.GeneratedFile;
import dev.adjc.compile.Mode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the README and the pages on generated classes and on builds show is what adjc gives. */
class ReadmeTest {
    private static final Path UMBC = Path.of("samples/lectures/umbc.ad");

    private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`\n]*`");

    /** A link to a file of the project. */
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#)([^)#]+)");

    @TempDir
    Path scratch;

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/classes.md", "docs/maven.md", "docs/without-maven.md"})
    void partsAreWhatTheyShow(Path page) throws IOException {
        Page.assertCurrent(page, what -> {
            String[] words = what.split(" ", 4);
            return switch (words[0]) {
                case "file" -> file(Path.of(words[1]));
                case "class" ->
                    Page.fence("java", generated(Path.of(words[1]), words[2]).text());
                case "method" ->
                    Page.fence("java", Example.of(Path.of(words[1])).method(Example.mode(words[2]), words[3]));
                case "members" ->
                    Page.fence(
                            "java",
                            members(generated(Path.of(words[1]), words[2]).text()));
                case "adjc" -> CommandText.session(what.substring("adjc ".length()));
                case "run" -> Page.fence("console", run(Path.of(words[1])));
                case "api" -> Page.fence("console", runWithAdjc(Path.of(words[1])));
                case "plugin" -> Page.fence("xml", plugin(Path.of(words[1])));
                case "goals" -> GoalTable.of(List.of(what.split(" ")).subList(1, words.length));
                default -> throw new IllegalArgumentException("no such part: " + what);
            };
        });
    }

    @Test
    void linksLeadSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        List<Path> pages = new ArrayList<>(List.of(Path.of("README.md")));
        try (Stream<Path> documents = Files.list(Path.of("docs"))) {
            documents.sorted().forEach(pages::add);
        }
        for (Path page : pages) {
            Matcher link = LINK.matcher(CODE.matcher(Files.readString(page)).replaceAll(""));
            while (link.find()) {
                if (!Files.exists(page.resolveSibling(link.group(1)))) {
                    broken.add(page + " links " + link.group(1));
                }
            }
        }
        assertEquals(List.of(), broken);
    }

    private static GeneratedFile generated(Path file, String mode) throws IOException {
        return Example.of(file).generated(Example.mode(mode));
    }

    private static String file(Path file) throws IOException {
        String name = file.getFileName().toString();
        return Page.fence(name.substring(name.lastIndexOf('.') + 1), Files.readString(file));
    }

    /** The heads of the public members, each on a line. */
    private static String members(String java) {
        String plain = java.replaceAll("(?s)/\\*\\*.*?\\*/", "").replaceAll("\n {12,}", " ");
        return plain.lines()
                .filter(line -> line.startsWith("    public "))
                .map(line -> line.strip().replaceFirst(" \\{$", ";"))
                .collect(Collectors.joining("\n"));
    }

    /** What a reader types to run a Java file against the classes of the first example, and what comes of it. */
    private String run(Path java) throws IOException {
        for (Mode mode : Mode.values()) {
            GeneratedFile generated = Example.of(UMBC).generated(mode);
            Path file = scratch.resolve(generated.path());
            Files.createDirectories(file.getParent());
            Files.writeString(file, generated.text());
        }
        return "$ javac -d out/classes -sourcepath out " + java + "\n$ java -cp out/classes " + name(java) + "\n"
                + printed(java);
    }

    /** What a reader types to run a Java file that calls adjc itself. */
    private String runWithAdjc(Path java) throws IOException {
        return "$ javac -cp target/adjc.jar -d out/classes " + java + "\n$ java -cp out/classes:target/adjc.jar "
                + name(java) + "\n" + printed(java);
    }

    private static String name(Path java) {
        return java.getFileName().toString().replace(".java", "");
    }

    /** The plugin's part of a project. */
    private static String plugin(Path pom) throws IOException {
        String text = Files.readString(pom).replace("@project.version@", AdjcVersion.text());
        int from = text.lastIndexOf('\n', text.indexOf("<plugin>")) + 1;
        return text.substring(from, text.indexOf("</plugin>")).stripIndent() + "</plugin>";
    }

    /** What the program of a Java file prints. */
    private String printed(Path java) throws IOException {
        Path classes = scratch.resolve("classes");
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        classes.toString(),
                        "-sourcepath",
                        scratch.toString(),
                        java.toString());
        assertEquals(0, failed, () -> java + " does not compile");
        return printed(classes, name(java));
    }

    private static String printed(Path classes, String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream console = System.out;
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            Method main = Class.forName(name, true, loader).getDeclaredMethod("main", String[].class);
            main.setAccessible(true);
            System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
            main.invoke(null, (Object) new String[0]);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        } finally {
            System.setOut(console);
        }
        String printed = bytes.toString(StandardCharsets.UTF_8);
        assertTrue(!printed.isEmpty(), () -> name + " prints nothing");
        return printed;
    }
}
