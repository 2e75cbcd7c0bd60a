package dev.adjc.compile;

/**
 * A Java file.
 *
 * @param path relative to the folder of the sources, with {@code /}: {@code lectures/UmbcReverse.java}
 * @param className with its package: {@code lectures.UmbcReverse}
 * @param text in ASCII
 */
public record GeneratedFile(String path, String className, String text) {}
