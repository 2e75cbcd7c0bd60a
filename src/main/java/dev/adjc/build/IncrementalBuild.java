package dev.adjc.build;

import dev.adjc.compile.GeneratedFile;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.files.FileFault;
import dev.adjc.files.Publication;
import dev.adjc.files.Reading;
import dev.adjc.files.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps a folder of Java files in step with {@code .ad} files, for build tools.
 *
 * <p>Nothing is done if nothing has changed since the last time: no source, no file that one imports, no setting, not adjc
 * itself, and no output. Otherwise everything is compiled, but only files whose content changes are written, so that javac
 * has as little to do as can be. Outputs of sources that are gone disappear. Files that are not of adjc's making are never
 * touched. If anything is wrong, all is left as it is.
 *
 * @param output the folder in which packages begin
 * @param state the file in which the build remembers what it did: one of its own for each build
 */
public record IncrementalBuild(Settings settings, Path output, Path state) {

    /**
     * What has been done.
     *
     * @param written files that are new or have changed
     * @param deleted files that nothing generates any more
     * @param read all files of which the diagnostics speak, or might
     */
    public record Outcome(
            Kind kind, List<Diagnostic> diagnostics, List<Path> written, List<Path> deleted, Set<Path> read) {
        public Outcome {
            diagnostics = List.copyOf(diagnostics);
            read = Set.copyOf(read);
            written = List.copyOf(written);
            deleted = List.copyOf(deleted);
        }
    }

    /** How it went. */
    public enum Kind {
        /** Nothing had changed, and nothing was compiled. */
        UP_TO_DATE,
        /** The outputs are what the sources say. */
        COMPILED,
        /** The diagnostics say why not. */
        REFUSED
    }

    /** Carries the build out. */
    public Outcome run(List<SourceFile> files) {
        String fingerprint = Fingerprint.of(AdjcVersion.identity() + settings);
        BuildState before = BuildState.read(state);
        List<String> sources =
                files.stream().map(file -> file.path().toString()).toList();
        if (before.isCurrent(fingerprint, Set.copyOf(sources), output)) {
            return new Outcome(Kind.UP_TO_DATE, List.of(), List.of(), List.of(), before.files());
        }
        Reading reading = new Reading();
        Batch batch = new BatchCompiler(settings, doing -> {}).compile(files, reading);
        if (batch.isRefused()) {
            return new Outcome(Kind.REFUSED, batch.diagnostics(), List.of(), List.of(), reading.files());
        }
        List<Path> written = Publication.write(output, changed(batch.generated()));
        List<Path> deleted = delete(before, batch.generated());
        // warnings are told by each build, not only by the first
        String remembered = batch.diagnostics().isEmpty() ? fingerprint : "warnings";
        remember(remembered, sources, reading, batch.generated());
        return new Outcome(Kind.COMPILED, batch.diagnostics(), written, deleted, reading.files());
    }

    private List<GeneratedFile> changed(List<GeneratedFile> generated) {
        List<GeneratedFile> changed = new ArrayList<>();
        for (GeneratedFile file : generated) {
            Path place = Publication.place(output, file);
            if (!Fingerprint.of(place).equals(Fingerprint.of(file.text()))) {
                if (Files.exists(place) && !isOurs(place)) {
                    throw FileFault.writing(
                            place.toString(), new IOException("a file of other making is in its place"));
                }
                changed.add(file);
            }
        }
        return changed;
    }

    /** Outputs of the last time that nothing generates now, with the folders that they leave empty. */
    private List<Path> delete(BuildState before, List<GeneratedFile> generated) {
        Set<String> wanted = generated.stream().map(GeneratedFile::path).collect(Collectors.toSet());
        List<Path> deleted = new ArrayList<>();
        for (String path : before.outputs().keySet()) {
            Path place = output.resolve(path);
            if (!wanted.contains(path) && isOurs(place)) {
                try {
                    Files.delete(place);
                    deleteEmpty(place.resolveSibling(""));
                } catch (IOException e) {
                    throw FileFault.writing(place.toString(), e);
                }
                deleted.add(place);
            }
        }
        return deleted;
    }

    private void deleteEmpty(Path folder) throws IOException {
        Path emptied = folder;
        while (emptied.startsWith(output) && !emptied.equals(output) && isEmpty(emptied)) {
            Files.delete(emptied);
            emptied = emptied.resolveSibling("");
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }

    private static boolean isOurs(Path file) {
        try {
            return GeneratedFile.isText(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException absent) {
            return false;
        }
    }

    /** What was changed while it was compiled is compiled again the next time: its fingerprint is that of no content. */
    private void remember(String fingerprint, List<String> sources, Reading reading, List<GeneratedFile> generated) {
        Map<String, String> compiled = new LinkedHashMap<>();
        Map<String, String> imported = new LinkedHashMap<>();
        for (Path file : reading.files()) {
            String print = reading.isBehind(file) ? "changed" : Fingerprint.of(file);
            (sources.contains(file.toString()) ? compiled : imported).put(file.toString(), print);
        }
        reading.absent().forEach(file -> imported.put(file.toString(), Fingerprint.ABSENT));
        Map<String, String> outputs = new LinkedHashMap<>();
        generated.forEach(file -> outputs.put(file.path(), Fingerprint.of(file.text())));
        new BuildState(fingerprint, compiled, imported, outputs).write(state);
    }
}
