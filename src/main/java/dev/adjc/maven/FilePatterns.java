package dev.adjc.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.codehaus.plexus.util.MatchPatterns;

/** Says which files are meant, by Ant patterns for their paths below a folder. */
record FilePatterns(MatchPatterns includes, MatchPatterns excludes) {
    static FilePatterns of(List<String> includes, List<String> excludes) {
        return new FilePatterns(patterns(includes), patterns(excludes));
    }

    /** As everywhere in Maven, a pattern that ends with a slash means all that is below. */
    private static MatchPatterns patterns(List<String> texts) {
        return MatchPatterns.from(texts.stream()
                .map(text -> text.strip().replace('/', File.separatorChar).replace('\\', File.separatorChar))
                .map(text -> text.endsWith(File.separator) ? text + "**" : text)
                .toList());
    }

    boolean include(Path file) {
        return includes.matches(file.toString(), true) && !excludes.matches(file.toString(), true);
    }
}
