package dev.adjc.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short word for a content: other contents have other words. */
final class Fingerprint {
    /** That of a file which is not there, or cannot be read. */
    static final String ABSENT = "-";

    private Fingerprint() {}

    static String of(Path file) {
        try {
            return of(Files.readAllBytes(file));
        } catch (IOException absent) {
            return ABSENT;
        }
    }

    static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String of(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
