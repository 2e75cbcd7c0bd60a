package dev.adjc.cli;

import dev.adjc.build.AdjcVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code adjc --version} prints. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"adjc " + AdjcVersion.text()};
    }
}
