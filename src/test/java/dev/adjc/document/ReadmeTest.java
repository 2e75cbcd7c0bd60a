package dev.adjc.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.adjc.build.AdjcVersion;
import dev.adjc.compile.GeneratedFile;
import dev.adjc.compile.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    @ValueSource(
            strings = {"README.md", "docs/tutorial.md", "docs/classes.md", "docs/maven.md", "docs/without-maven.md"})
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
                case "session" -> Page.fence("console", compiledAndRun(words[1], Path.of(words[2])));
                case "init" -> Page.fence("console", begun(words[1]));
                case "api" -> Page.fence("console", runWithAdjc(Path.of(words[1])));
                case "plugin" -> Page.fence("xml", plugin(Path.of(words[1])));
                case "goals" -> GoalTable.of(List.of(what.split(" ")).subList(1, words.length));
                default -> throw new IllegalArgumentException("no such part: " + what);
            };
        });
    }

    /** What the project itself writes is run, and nothing else is there to be copied. */
    @Test
    void everyBlockOfTheTutorialIsRun() throws IOException {
        String byHand = Page.withoutParts(Files.readString(Path.of("docs/tutorial.md")));
        assertFalse(byHand.contains("```"), byHand);
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
        return runAgainstOut(java);
    }

    private String runAgainstOut(Path java) throws IOException {
        return "$ javac -d out/classes -sourcepath out " + java + "\n$ java -cp out/classes " + name(java) + "\n"
                + JavaMain.printed(scratch, java, name(java));
    }

    /** What a reader types to compile another program and to run a Java file against its classes. */
    private String compiledAndRun(String program, Path java) throws IOException {
        String arguments = "compile " + program + " -d ";
        String written = CommandText.printed(arguments + scratch).replace(scratch.toString(), "out");
        return "$ ./adjc " + arguments + "out\n" + written + runAgainstOut(java);
    }

    /** What a reader types to run a Java file that calls adjc itself. */
    private String runWithAdjc(Path java) throws IOException {
        return "$ javac -cp target/adjc.jar -d out/classes " + java + "\n$ java -cp out/classes:target/adjc.jar "
                + name(java) + "\n" + JavaMain.printed(scratch, java, name(java));
    }

    /** A project that {@code init} writes, from the first command to what its main prints. */
    private String begun(String shown) throws IOException {
        Path project = scratch.resolve("project");
        String written = CommandText.printed("init " + project);
        CommandText.printed("compile " + project + "/src/main/ad -d " + scratch);
        Path main = project.resolve("src/main/java/example/Main.java");
        return "$ ./adjc init " + shown + "\n" + written.replace(project.toString(), shown) + "$ cd " + shown
                + "\n$ mvn -q verify\n$ java -cp target/classes example.Main\n"
                + JavaMain.printed(scratch, main, "example.Main");
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
}
