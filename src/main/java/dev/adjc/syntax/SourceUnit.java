package dev.adjc.syntax;

import dev.adjc.source.Source;
import dev.adjc.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * One {@code .ad} file.
 *
 * @param unreadable the names of functions whose head has a mistake: they are not among the declarations, but a call to
 *     one of them is no mistake of its own
 */
public record SourceUnit(
        Source source,
        Optional<Path> packageName,
        List<Import> imports,
        List<Declaration> declarations,
        List<Identifier> unreadable) {

    public SourceUnit {
        imports = List.copyOf(imports);
        declarations = List.copyOf(declarations);
        unreadable = List.copyOf(unreadable);
    }

    /** A dotted name, {@code a.b.c}. */
    public record Path(List<Identifier> parts, Span span) {
        public Path {
            parts = List.copyOf(parts);
        }

        /** The parts with points between them. */
        public String text() {
            StringBuilder text = new StringBuilder();
            for (Identifier part : parts) {
                text.append(text.isEmpty() ? "" : ".").append(part.text());
            }
            return text.toString();
        }
    }

    /** {@code import path.name;} */
    public record Import(Path path, Span span) {}
}
