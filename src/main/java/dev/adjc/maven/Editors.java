package dev.adjc.maven;

import javax.inject.Inject;
import org.sonatype.plexus.build.incremental.BuildContext;
import org.sonatype.plexus.build.incremental.DefaultBuildContext;

/** Whether an IDE runs the build: it brings a build context of its own, which marks places in its editors. */
final class Editors {
    private final boolean present;

    @Inject
    Editors(BuildContext context) {
        this.present = context.getClass() != DefaultBuildContext.class;
    }

    boolean arePresent() {
        return present;
    }
}
