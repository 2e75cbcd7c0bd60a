package dev.adjc.compile;

import dev.adjc.emit.Names;

/** What may name the package of generated classes. */
public final class PackageName {
    private PackageName() {}

    /** Whether Java takes the name, such as {@code a.b.c}, for a package. */
    public static boolean isLegal(String name) {
        return Names.isPackage(name);
    }
}
