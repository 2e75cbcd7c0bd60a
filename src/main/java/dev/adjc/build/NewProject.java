package dev.adjc.build;

import dev.adjc.compile.Compiler;
import dev.adjc.compile.Imports;
import dev.adjc.compile.InputFile;
import dev.adjc.compile.Options;
import dev.adjc.compile.PackageName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A Maven project to begin with: one function, a main that calls its generated class, a test of its gradient.
 *
 * @param artifact what Maven calls it
 * @param packageName the package of all that is in it, and Maven's group
 */
public record NewProject(String artifact, String packageName) {
    /** What Maven takes for the name of an artifact or a group. */
    private static final String MAVEN_NAME = "[A-Za-z0-9_][A-Za-z0-9_.-]*";

    public static boolean isArtifact(String name) {
        return name.matches(MAVEN_NAME);
    }

    /** Whether Maven, Java and {@code .ad} files all take the name. */
    public static boolean isPackage(String name) {
        if (!name.matches(MAVEN_NAME) || !PackageName.isLegal(name)) {
            return false;
        }
        byte[] program = ("package " + name + "; function f(x) -> y { y = x; }").getBytes(StandardCharsets.UTF_8);
        return !Compiler.compile(new InputFile("program.ad", program), Imports.none(), Options.DEFAULT)
                .hasErrors();
    }

    /** The texts of its files below a folder. */
    public Map<Path, String> files(Path folder) {
        String inside = packageName.replace('.', '/');
        Map<Path, String> files = new LinkedHashMap<>();
        files.put(folder.resolve(".gitignore"), text("gitignore"));
        files.put(folder.resolve("pom.xml"), text("pom.xml"));
        files.put(folder.resolve("src/main/ad/" + inside + "/rosenbrock.ad"), text("rosenbrock.ad"));
        files.put(folder.resolve("src/main/java/" + inside + "/Main.java"), text("Main.java"));
        files.put(folder.resolve("src/test/java/" + inside + "/RosenbrockTest.java"), text("RosenbrockTest.java"));
        return files;
    }

    private String text(String template) {
        try (InputStream in = NewProject.class.getResourceAsStream("/adjc/init/" + template)) {
            byte[] text = Objects.requireNonNull(in, template).readAllBytes();
            return new String(text, StandardCharsets.UTF_8)
                    .replace("@package@", packageName)
                    .replace("@artifact@", artifact)
                    .replace("@version@", AdjcVersion.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
