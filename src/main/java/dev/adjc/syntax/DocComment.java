package dev.adjc.syntax;

import java.util.Optional;
import java.util.stream.Collectors;

/** The text of a documentation comment. */
final class DocComment {
    private DocComment() {}

    /** What a {@code /** … *}{@code /} says, without the stars at the margin; nothing for any other comment. */
    static Optional<String> text(String comment) {
        if (!comment.startsWith("/**") || comment.length() < 5 || !comment.endsWith("*/")) {
            return Optional.empty();
        }
        String text = comment.substring(3, comment.length() - 2)
                .lines()
                .map(line -> line.strip().replaceFirst("^\\*+ ?", "").stripTrailing())
                .collect(Collectors.joining("\n"))
                .strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
