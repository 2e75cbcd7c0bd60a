package dev.adjc.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** A record of the files that a compilation reads, and of those that it looks for in vain. */
public final class Reading {
    private static final FileTime NEVER = FileTime.from(Instant.MIN);

    private final Map<Path, FileTime> read = new LinkedHashMap<>();
    private final Set<Path> absent = new LinkedHashSet<>();

    /** Notes a file that is about to be read. */
    void note(Path file) {
        read.putIfAbsent(file, lastChange(file));
    }

    void noteAbsent(Path file) {
        absent.add(file);
    }

    /** What was read. */
    public Set<Path> files() {
        return Collections.unmodifiableSet(read.keySet());
    }

    /** Where something was looked for and there was nothing: a file that came there would be read. */
    public Set<Path> absent() {
        return Collections.unmodifiableSet(absent);
    }

    /** Whether any of the files has been changed since it was read. */
    public boolean isBehind() {
        return read.keySet().stream().anyMatch(this::isBehind);
    }

    /** Whether a file that was read has been changed since. */
    public boolean isBehind(Path file) {
        return !lastChange(file).equals(read.get(file));
    }

    /** When a file was changed last; a time of its own stands for a file that is not there. */
    private static FileTime lastChange(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return NEVER;
        }
    }
}
