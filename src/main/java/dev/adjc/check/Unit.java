package dev.adjc.check;

import dev.adjc.diagnostic.Code;
import dev.adjc.syntax.Declaration;
import dev.adjc.syntax.Identifier;
import dev.adjc.syntax.Parsed;
import dev.adjc.syntax.SourceUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A file with those it imports.
 *
 * @param functions by name; of several with one name the first
 * @param damaged whether functions may be missing, so that a call of an unknown one is no mistake of its own
 */
record Unit(SourceUnit tree, Map<String, Declaration> functions, List<Imported> imports, boolean damaged) {

    /** An import that was found; {@code library} tells the project's own files from the user's. */
    record Imported(SourceUnit.Import at, Unit unit, boolean library) {}

    static Unit of(Parsed parsed, List<Imported> imports, boolean importsMissing) {
        Map<String, Declaration> functions = new LinkedHashMap<>();
        for (Declaration each : parsed.unit().declarations()) {
            functions.putIfAbsent(each.name().text(), each);
        }
        boolean importsDamaged = imports.stream().anyMatch(each -> each.unit().damaged());
        return new Unit(
                parsed.unit(),
                functions,
                List.copyOf(imports),
                importsMissing || importsDamaged || hasBrokenHead(parsed) || hasBrokenEnd(parsed));
    }

    /** Whether a mistake stands before the first function, where the imports are. */
    private static boolean hasBrokenHead(Parsed parsed) {
        int head = parsed.unit().declarations().stream()
                .mapToInt(first -> first.name().span().start())
                .findFirst()
                .orElse(Integer.MAX_VALUE);
        return parsed.diagnostics().stream()
                .anyMatch(each -> each.span().orElseThrow().start() < head);
    }

    /** Whether functions may stand in a comment that is never closed. */
    private static boolean hasBrokenEnd(Parsed parsed) {
        return parsed.diagnostics().stream().anyMatch(each -> each.code() == Code.UNCLOSED_COMMENT);
    }

    Optional<Declaration> function(String name) {
        return Optional.ofNullable(functions.get(name));
    }

    /** Whether there is a function of that name whose head could not be read. */
    boolean hasUnreadable(String name) {
        return tree.unreadable().stream().map(Identifier::text).anyMatch(name::equals)
                || imports.stream()
                        .anyMatch(each -> each.unit().tree().unreadable().stream()
                                .map(Identifier::text)
                                .anyMatch(name::equals));
    }

    /** The imports that have a function of that name, the library's or the others; a file that is named twice once. */
    List<Imported> importsWith(String name, boolean library) {
        List<Imported> found = new ArrayList<>();
        for (Imported each : imports) {
            boolean known = found.stream().anyMatch(other -> other.unit() == each.unit());
            if (each.library() == library
                    && !known
                    && each.unit().function(name).isPresent()) {
                found.add(each);
            }
        }
        return found;
    }

    /** The names of all functions that can be called here but for the built-in ones. */
    Set<String> names() {
        Set<String> names = new TreeSet<>(functions.keySet());
        imports.forEach(each -> names.addAll(each.unit().functions().keySet()));
        return names;
    }
}
