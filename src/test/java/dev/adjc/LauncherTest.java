package dev.adjc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script {@code adjc} at the top, on its own: Maven and Java are stand-ins that note how they were called.
 *
 * <p>The path holds these and the few commands that the script may use, and has a space in it.
 */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class LauncherTest {
    private static final List<String> COMMANDS =
            List.of("cat cksum cp dirname find head ln mkdir mv readlink rm sleep touch tr".split(" "));

    private static final String MAVEN = """
            #!/bin/sh
            echo "noise of the build"
            echo "$@" >>"$HOUSE/builds"
            cat >>"$HOUSE/read-by-maven"
            [ ! -e "$HOUSE/gate" ] || read -r go <"$HOUSE/gate"
            [ ! -e "$HOUSE/broken" ] || exit 1
            for argument; do
                case $argument in
                    -Dbuild.folder=*) folder=${argument#*=} ;;
                esac
            done
            mkdir -p "$folder"
            echo jar >"$folder/adjc.jar"
            """;

    private static final String JAVA = """
            #!/bin/sh
            for argument; do
                case $argument in
                    -XX:ArchiveClassesAtExit=*) echo archive >"${argument#*=}"; exit ;;
                esac
            done
            echo "locale $LC_ALL"
            for argument; do
                echo "$argument"
            done
            cat
            exit 42
            """;

    @TempDir
    Path temporary;

    private Path house;
    private final List<Process> started = new ArrayList<>();

    private record Outcome(int code, List<String> out, List<String> err) {}

    @BeforeEach
    void layOut() throws IOException {
        house = Files.createDirectories(temporary.toRealPath().resolve("a house"));
        Files.createDirectories(house.resolve("bin"));
        for (String command : COMMANDS) {
            Path tool = Stream.of("/usr/bin", "/bin")
                    .map(folder -> Path.of(folder, command))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow();
            script("bin/" + command, "#!/bin/sh\nexec " + tool + " \"$@\"\n");
        }
        script("bin/mvn", MAVEN);
        script("jdk/bin/java", JAVA);
        write("jdk/release", "JAVA_VERSION=\"17\"\n");
        script("adjc", Files.readString(Path.of("adjc")));
        write("pom.xml", "<project/>\n");
        write("src/main/java/A.java", "class A {}\n");
    }

    @AfterEach
    void endWhatStillRuns() {
        for (Process process : started) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    @Test
    void firstCallBuildsAndTheSecondDoesNot() throws Exception {
        assertEquals(42, run("eval").code());
        assertEquals(1, builds());
        Outcome second = run("eval");
        assertEquals(1, builds());
        assertEquals(List.of(), second.err());
    }

    @Test
    void argumentsExitCodeAndStandardInputAreThoseOfJava() throws Exception {
        Outcome outcome = run("eval", "a file.ad", "", "--at", "-", "$HOME *");
        assertEquals(42, outcome.code());
        int jar = outcome.out().indexOf("-jar");
        assertEquals(
                List.of(house + "/target/launcher/adjc.jar", "eval", "a file.ad", "", "--at", "-", "$HOME *", "point"),
                outcome.out().subList(jar + 1, outcome.out().size()));
        assertEquals("", Files.readString(house.resolve("read-by-maven")));
    }

    @Test
    void standardOutputHoldsNothingOfTheBuild() throws Exception {
        Outcome outcome = run();
        assertFalse(
                String.join("\n", outcome.out()).contains("noise"),
                () -> outcome.out().toString());
        assertTrue(outcome.out().contains("-Xlog:disable"), () -> outcome.out().toString());
    }

    @Test
    void whereNoLocaleIsSetOneIsThatKnowsAllLetters() throws Exception {
        assertTrue(run("eval").out().contains("locale C.UTF-8"));
    }

    @Test
    void newerSourceIsBuiltAgain() throws Exception {
        run();
        Files.setLastModifiedTime(
                house.resolve("src/main/java/A.java"),
                FileTime.from(Instant.now().plusSeconds(60)));
        run();
        assertEquals(2, builds());
    }

    @Test
    void deletedSourceIsNoticed() throws Exception {
        run();
        Files.setLastModifiedTime(
                house.resolve("target/launcher/stamp"),
                FileTime.from(Instant.now().minusSeconds(60)));
        Files.delete(house.resolve("src/main/java/A.java"));
        ageAllBut("src/main/java");
        run();
        assertEquals(2, builds());
    }

    @Test
    void symbolicLinksLeadHome() throws Exception {
        Path elsewhere = Files.createDirectories(temporary.resolve("else where/bin"));
        Files.createSymbolicLink(elsewhere.resolve("one"), Path.of("../two"));
        Files.createSymbolicLink(elsewhere.resolve("../two"), house.resolve("adjc"));
        Outcome outcome = finish(start(elsewhere.resolve("one")));
        assertEquals(42, outcome.code());
        assertTrue(outcome.out().contains(house + "/target/launcher/adjc.jar"));
    }

    @Test
    void failedBuildShowsItsLogAndEndsWith70() throws Exception {
        write("broken", "");
        Outcome outcome = run("eval");
        assertEquals(70, outcome.code());
        assertEquals(List.of(), outcome.out());
        assertTrue(
                outcome.err().contains("noise of the build"),
                () -> outcome.err().toString());
        Files.delete(house.resolve("broken"));
        assertEquals(42, run("eval").code());
    }

    @Test
    void releaseHasItsJarAndBuildsNothing() throws Exception {
        script("release/bin/adjc", Files.readString(Path.of("adjc")));
        write("release/lib/adjc.jar", "jar");
        Outcome outcome = finish(start(house.resolve("release/bin/adjc"), "eval"));
        assertEquals(42, outcome.code());
        assertFalse(Files.exists(house.resolve("builds")));
        assertTrue(
                outcome.out().contains(house + "/release/lib/adjc.jar"),
                () -> outcome.out().toString());
        assertEquals(1, archivesUsed(outcome).size());
    }

    @Test
    void missingMavenIsSaidInOneLine() throws Exception {
        Files.delete(house.resolve("bin/mvn"));
        Outcome outcome = run();
        assertEquals(3, outcome.code());
        assertEquals(1, outcome.err().size());
        assertTrue(
                outcome.err().get(0).contains("no Maven"), () -> outcome.err().toString());
    }

    @Test
    void twoAtOnceBuildOnce() throws Exception {
        Path gate = house.resolve("gate");
        assertEquals(0, new ProcessBuilder("mkfifo", gate.toString()).start().waitFor());
        Process first = start(house.resolve("adjc"));
        BufferedReader firstSays = first.errorReader();
        assertTrue(firstSays.readLine().contains("building"));
        Process second = start(house.resolve("adjc"));
        BufferedReader secondSays = second.errorReader();
        String waits = secondSays.readLine();
        assertTrue(waits.contains("waiting for process " + first.pid()), waits);
        Files.writeString(gate, "go\n");
        assertEquals(42, first.waitFor());
        assertEquals(42, second.waitFor());
        assertEquals(1, builds());
    }

    @Test
    void lockOfADeadProcessIsTakenOver() throws Exception {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Path place = Files.createDirectories(house.resolve("target/launcher"));
        Files.createSymbolicLink(place.resolve("lock"), Path.of(Long.toString(dead.pid())));
        assertEquals(42, run().code());
        assertFalse(Files.isSymbolicLink(place.resolve("lock")));
    }

    @Test
    void archiveIsMadeOncePerJdkAndAgainAfterABuild() throws Exception {
        assertEquals(1, archivesUsed(run()).size());
        String first = archivesUsed(run()).get(0);
        write("jdk/release", "JAVA_VERSION=\"25\"\n");
        String second = archivesUsed(run()).get(0);
        assertFalse(first.equals(second), first);
        Files.delete(house.resolve("target/launcher/adjc.jar"));
        run();
        assertFalse(Files.exists(Path.of(first)), "an archive of the jar before was kept");
    }

    private static List<String> archivesUsed(Outcome outcome) {
        String option = "-XX:SharedArchiveFile=";
        return outcome.out().stream()
                .filter(line -> line.startsWith(option))
                .map(line -> line.substring(option.length()))
                .toList();
    }

    private long builds() throws IOException {
        return Files.readAllLines(house.resolve("builds")).size();
    }

    /** Sets everything but one folder back in time, so that this folder alone is newer than the last build. */
    private void ageAllBut(String folder) throws IOException {
        FileTime longAgo = FileTime.from(Instant.now().minusSeconds(3600));
        try (Stream<Path> files = Files.walk(house.resolve("src"))) {
            for (Path file :
                    files.filter(file -> !file.equals(house.resolve(folder))).toList()) {
                Files.setLastModifiedTime(file, longAgo);
            }
        }
        Files.setLastModifiedTime(house.resolve("pom.xml"), longAgo);
    }

    private Outcome run(String... arguments) throws Exception {
        return finish(start(house.resolve("adjc"), arguments));
    }

    private Process start(Path launcher, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(launcher.toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().clear();
        builder.environment().put("PATH", house.resolve("bin").toString());
        builder.environment().put("JAVA_HOME", house.resolve("jdk").toString());
        builder.environment().put("HOUSE", house.toString());
        builder.redirectInput(
                Files.writeString(house.resolve("input"), "point\n").toFile());
        Process process = builder.start();
        started.add(process);
        return process;
    }

    /** What the process says is a few lines, so that one pipe can wait while the other is read. */
    private static Outcome finish(Process process) throws Exception {
        List<String> out = process.inputReader().lines().toList();
        List<String> err = process.errorReader().lines().toList();
        return new Outcome(process.waitFor(), out, err);
    }

    private void script(String name, String text) throws IOException {
        Files.setPosixFilePermissions(write(name, text), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Path write(String name, String text) throws IOException {
        Path file = house.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
