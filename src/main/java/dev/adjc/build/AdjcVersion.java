package dev.adjc.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Objects;
import java.util.Properties;

/** Which adjc this is. */
public final class AdjcVersion {
    private AdjcVersion() {}

    /** The version that the build wrote down. */
    public static String text() {
        Properties properties = new Properties();
        try (InputStream in = AdjcVersion.class.getResourceAsStream("/adjc/version.properties")) {
            properties.load(Objects.requireNonNull(in, "the build wrote no version"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }

    /** The version and, since a snapshot may change under its name, a fingerprint of the archive it runs from. */
    static String identity() {
        CodeSource source = AdjcVersion.class.getProtectionDomain().getCodeSource();
        try {
            Path place = Path.of(source.getLocation().toURI());
            return text() + (Files.isRegularFile(place) ? " " + Fingerprint.of(place) : "");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
