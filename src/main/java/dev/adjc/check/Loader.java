package dev.adjc.check;

import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.diagnostic.Nearest;
import dev.adjc.syntax.Decoded;
import dev.adjc.syntax.Parsed;
import dev.adjc.syntax.Parser;
import dev.adjc.syntax.SourceUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads what a file imports, and what that imports; each file once. */
final class Loader {
    private final Sources sources;
    private final List<Diagnostic> diagnostics;
    private final Map<String, Unit> loaded = new LinkedHashMap<>();
    private final List<Step> open = new ArrayList<>();

    /** A file that is being read, by the name of its source and the name that messages call it. */
    private record Step(String source, String title) {}

    Loader(Sources sources, List<Diagnostic> diagnostics) {
        this.sources = sources;
        this.diagnostics = diagnostics;
    }

    /** The file with all it imports; syntax errors and imports that fail are reported. */
    Unit load(Parsed main) {
        return load(main, main.unit().source().name());
    }

    /** The main file and all others, each after those that it imports. */
    List<Unit> all() {
        return List.copyOf(loaded.values());
    }

    private Unit load(Parsed parsed, String title) {
        diagnostics.addAll(parsed.diagnostics());
        String source = parsed.unit().source().name();
        open.add(new Step(source, title));
        List<Unit.Imported> imports = new ArrayList<>();
        for (SourceUnit.Import each : parsed.unit().imports()) {
            load(each).ifPresent(imports::add);
        }
        open.remove(open.size() - 1);
        boolean missing = imports.size() < parsed.unit().imports().size();
        Unit unit = Unit.of(parsed, imports, missing);
        loaded.put(source, unit);
        return unit;
    }

    private Optional<Unit.Imported> load(SourceUnit.Import at) {
        String path = at.path().text();
        boolean library = Library.owns(path);
        Optional<Decoded> file = library ? Library.find(path) : sources.find(path);
        if (file.isEmpty()) {
            diagnostics.add(Diagnostic.at(at.path().span(), Code.IMPORT_NOT_FOUND, path.replace('.', '/') + ".ad")
                    .with(Nearest.to(path, Library.PATHS)));
            return Optional.empty();
        }
        String source = file.get().source().name();
        if (open.stream().anyMatch(step -> step.source().equals(source))) {
            diagnostics.add(Diagnostic.at(at.path().span(), Code.IMPORT_CYCLE, cycle(source)));
            return Optional.empty();
        }
        Unit unit = loaded.containsKey(source) ? loaded.get(source) : load(Parser.parse(file.get()), path);
        return Optional.of(new Unit.Imported(at, unit, library));
    }

    private String cycle(String source) {
        int first = 0;
        while (!open.get(first).source().equals(source)) {
            first++;
        }
        String start = "`" + open.get(first).title() + "`";
        return open.subList(first, open.size()).stream()
                .map(step -> "`" + step.title() + "`")
                .collect(Collectors.joining(" imports ", "", " imports " + start));
    }
}
