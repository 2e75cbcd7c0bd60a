package dev.adjc.cli;

import java.io.InputStream;
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
        Outlet out,
        Outlet err,
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
}
