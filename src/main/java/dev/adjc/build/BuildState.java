package dev.adjc.build;

import dev.adjc.files.Publication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a build did last: the fingerprints of all that it depends on, and of what it wrote.
 *
 * <pre>{@code
 * settings 4f0c…
 * source   91be… /home/ada/model/src/main/ad/lectures/umbc.ad
 * import   07aa… /home/ada/model/src/main/ad/lectures/more.ad
 * import   -     /home/ada/model/src/main/ad/lectures/other.ad
 * output   c3d2… lectures/UmbcReverse.java
 * }</pre>
 *
 * @param settings of adjc itself and of what it was told
 * @param sources the files that were to be compiled
 * @param imports the files that were read besides, and those that were looked for in vain
 * @param outputs by their paths below the folder of outputs
 */
record BuildState(
        String settings, Map<String, String> sources, Map<String, String> imports, Map<String, String> outputs) {

    /** That of a build which has never been carried out. */
    static final BuildState NONE = new BuildState("", Map.of(), Map.of(), Map.of());

    /** The state that a file holds; where there is none, or something else, no build was carried out. */
    static BuildState read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException none) {
            return NONE;
        }
        BuildState state = new BuildState("", new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        for (String line : lines) {
            String[] words = line.split(" ", 3);
            if (words.length < 2) {
                return NONE;
            }
            String name = words.length == 3 ? words[2] : "";
            if (!isPath(name)) {
                return NONE;
            }
            switch (words[0]) {
                case "settings" -> state = new BuildState(words[1], state.sources, state.imports, state.outputs);
                case "source" -> state.sources.put(name, words[1]);
                case "import" -> state.imports.put(name, words[1]);
                case "output" -> state.outputs.put(name, words[1]);
                default -> {
                    return NONE;
                }
            }
        }
        return state;
    }

    /** In another locale, names may be none. */
    private static boolean isPath(String name) {
        try {
            return Path.of(name).toString().equals(name);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** All files that were read. */
    Set<Path> files() {
        return Stream.of(sources, imports)
                .flatMap(files -> files.entrySet().stream())
                .filter(file -> !file.getValue().equals(Fingerprint.ABSENT))
                .map(file -> Path.of(file.getKey()))
                .collect(Collectors.toSet());
    }

    void write(Path file) {
        List<String> lines = new ArrayList<>(List.of("settings " + settings));
        sources.forEach((path, print) -> lines.add("source " + print + " " + path));
        imports.forEach((path, print) -> lines.add("import " + print + " " + path));
        outputs.forEach((path, print) -> lines.add("output " + print + " " + path));
        Publication.write(file, String.join("\n", lines) + "\n");
    }

    /** Whether the same build, of these sources into this folder, would find and give the same. */
    boolean isCurrent(String itsSettings, Set<String> itsSources, Path folder) {
        return settings.equals(itsSettings)
                && sources.keySet().equals(itsSources)
                && stand(sources, Path.of(""))
                && stand(imports, Path.of(""))
                && stand(outputs, folder);
    }

    private static boolean stand(Map<String, String> files, Path folder) {
        return files.entrySet().stream()
                .allMatch(file -> Fingerprint.of(folder.resolve(file.getKey())).equals(file.getValue()));
    }
}
