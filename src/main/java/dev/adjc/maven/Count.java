package dev.adjc.maven;

/** Numbers of things, in words. */
final class Count {
    private Count() {}

    static String of(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
