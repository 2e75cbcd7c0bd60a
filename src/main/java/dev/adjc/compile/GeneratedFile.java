package dev.adjc.compile;

import dev.adjc.emit.Generator;
import dev.adjc.ir.Index;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A Java file.
 *
 * @param path relative to the folder of the sources, with {@code /}: {@code lectures/UmbcReverse.java}
 * @param className with its package: {@code lectures.UmbcReverse}
 * @param text in ASCII
 * @param measures what the constructor takes; nothing where all methods are static
 * @param arrays those that an object keeps, with the extents of what lies in them, now one and now another
 */
public record GeneratedFile(
        String path, String className, String text, List<Index> measures, Map<String, Set<List<Index>>> arrays) {

    public GeneratedFile {
        measures = List.copyOf(measures);
        arrays = Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
    }

    /** A class of static methods. */
    public GeneratedFile(String path, String className, String text) {
        this(path, className, text, List.of(), Map.of());
    }

    /** Whether a file of this text is of adjc's making. */
    public static boolean isText(String text) {
        return text.startsWith("// " + Generator.HEAD);
    }
}
