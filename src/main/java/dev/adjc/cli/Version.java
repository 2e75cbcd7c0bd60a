package dev.adjc.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote down. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("/adjc/version.properties")) {
            properties.load(java.util.Objects.requireNonNull(in, "the build wrote no version"));
        }
        return new String[] {"adjc " + properties.getProperty("version")};
    }
}
