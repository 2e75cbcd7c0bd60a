package dev.adjc.compile;

/**
 * A file that is read for a compilation.
 *
 * @param name as messages call it
 */
public record InputFile(String name, byte[] content) {}
