package dev.adjc.files;

import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** A file could not be read or written: no mistake of the program, and none of adjc. */
public final class FileFault extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Diagnostic diagnostic;

    private FileFault(Diagnostic diagnostic, IOException cause) {
        super(diagnostic.message(), cause);
        this.diagnostic = diagnostic;
    }

    public static FileFault reading(String file, IOException cause) {
        return new FileFault(Diagnostic.of(Code.FILE_NOT_READ, file, reason(cause)), cause);
    }

    public static FileFault writing(String file, IOException cause) {
        return new FileFault(Diagnostic.of(Code.FILE_NOT_WRITTEN, file, reason(cause)), cause);
    }

    static FileFault reading(Path file, IOException cause) {
        return reading(file.toString(), cause);
    }

    static FileFault writing(Path file, IOException cause) {
        return writing(file.toString(), cause);
    }

    /** In the locale C, for one, a JVM has no names beyond ASCII. */
    static IOException unspellable() {
        return new IOException("in this locale, no file can have this name");
    }

    /** What is told of it. */
    public Diagnostic diagnostic() {
        return diagnostic;
    }

    /** The reason in words: the JDK's own messages are bare paths where the kind of exception says it all. */
    private static String reason(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof NotDirectoryException || cause instanceof FileAlreadyExistsException) {
            return "a file stands where a folder is needed";
        }
        if (cause instanceof DirectoryNotEmptyException) {
            return "a folder stands in its place";
        }
        if (cause instanceof FileSystemLoopException) {
            return "its folders run in a circle";
        }
        if (cause instanceof CharacterCodingException) {
            return "it is not UTF-8";
        }
        String words = cause instanceof FileSystemException system ? system.getReason() : cause.getMessage();
        return words == null ? "the system does not say why" : decapitalised(words);
    }

    private static String decapitalised(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + words.substring(1);
    }
}
