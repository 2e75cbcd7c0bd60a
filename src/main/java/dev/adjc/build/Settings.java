package dev.adjc.build;

import dev.adjc.compile.Options;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;

/**
 * How files are compiled together.
 *
 * @param sourcePath folders in which imports are looked for, after each file's own source root
 */
public record Settings(Options options, Modes modes, List<Path> sourcePath, Charset encoding, Warnings warnings) {

    public Settings {
        sourcePath = List.copyOf(sourcePath);
    }

    /** What a warning does. */
    public enum Warnings {
        /** It is told, and the classes are written. */
        ARE_TOLD,
        /** It is as bad as an error. */
        ARE_REFUSED
    }
}
