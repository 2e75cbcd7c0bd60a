package dev.adjc.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a command has of the world, apart from files.
 *
 * @param out what was asked for and nothing else
 * @param err diagnostics and progress
 * @param terminals which of the two are read by a person
 * @param changes when files change
 */
public record Console(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        Set<Stream> terminals,
        Changes changes) {

    /** The two ways out. */
    public enum Stream {
        OUT,
        ERR
    }

    public Console {
        environment = Map.copyOf(environment);
        terminals = Set.copyOf(terminals);
    }

    /** Colours are for people at a terminal who do not object (no-color.org). */
    boolean hasColours(Stream stream) {
        boolean refused = !environment.getOrDefault("NO_COLOR", "").isEmpty()
                || environment.getOrDefault("TERM", "").equals("dumb");
        return terminals.contains(stream) && !refused;
    }

    /** Whether the reader can be expected to see letters beyond ASCII, by the usual variables of the locale. */
    boolean hasUnicode() {
        for (String variable : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
            String locale = environment.getOrDefault(variable, "");
            if (!locale.isEmpty()) {
                String name = locale.toLowerCase(Locale.ROOT);
                return name.contains("utf-8") || name.contains("utf8");
            }
        }
        return false;
    }

    /** A stream that writes UTF-8, whatever the locale: scripts rely on it. */
    static PrintStream utf8(java.io.OutputStream stream) {
        return new PrintStream(stream, false, StandardCharsets.UTF_8);
    }
}
