package dev.adjc.compile;

import dev.adjc.emit.Generator;
import dev.adjc.ir.Index;
import java.util.List;

/**
 * A Java file.
 *
 * @param path relative to the folder of the sources, with {@code /}: {@code lectures/UmbcReverse.java}
 * @param className with its package: {@code lectures.UmbcReverse}
 * @param text in ASCII
 * @param measures what the constructor takes; nothing where all methods are static
 */
public record GeneratedFile(String path, String className, String text, List<Index> measures) {

    public GeneratedFile {
        measures = List.copyOf(measures);
    }

    /** A class of static methods. */
    public GeneratedFile(String path, String className, String text) {
        this(path, className, text, List.of());
    }

    /** Whether a file of this text is of adjc's making. */
    public static boolean isText(String text) {
        return text.startsWith("// " + Generator.HEAD);
    }
}
