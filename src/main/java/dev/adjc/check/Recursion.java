package dev.adjc.check;

import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.syntax.Declaration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds functions that call themselves. The rules of extern functions may: the value of one needs none of them. */
final class Recursion {
    private final Calls calls;
    private final Set<Declaration> done = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Declaration> onPath = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Frame> path = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    /** A function on the way from the first one, and how many of its calls have been followed. */
    private static final class Frame {
        private final Declaration function;
        private int followed;

        Frame(Declaration function) {
            this.function = function;
        }
    }

    private Recursion(Calls calls) {
        this.calls = calls;
    }

    /** One diagnostic for each call that closes a cycle, found depth first. */
    static List<Diagnostic> find(List<Declaration> functions, Calls calls) {
        Recursion search = new Recursion(calls);
        functions.forEach(search::from);
        return search.diagnostics;
    }

    private void from(Declaration start) {
        enter(start);
        while (!path.isEmpty()) {
            Frame last = path.get(path.size() - 1);
            List<Calls.Edge> edges =
                    last.function instanceof Declaration.Extern ? List.of() : calls.from(last.function);
            if (last.followed == edges.size()) {
                path.remove(path.size() - 1);
                onPath.remove(last.function);
            } else {
                Declaration next = edges.get(last.followed++).callee();
                if (onPath.contains(next)) {
                    report(next);
                } else {
                    enter(next);
                }
            }
        }
    }

    private void enter(Declaration function) {
        if (done.add(function)) {
            onPath.add(function);
            path.add(new Frame(function));
        }
    }

    private void report(Declaration again) {
        int first = 0;
        while (path.get(first).function != again) {
            first++;
        }
        List<Calls.Edge> cycle = path.subList(first, path.size()).stream()
                .map(frame -> calls.from(frame.function).get(frame.followed - 1))
                .collect(Collectors.toList());
        String spelled = cycle.stream()
                .map(edge -> edge.callee().name().text())
                .collect(Collectors.joining("` calls `", "`" + again.name().text() + "` calls `", "`"));
        Diagnostic diagnostic =
                Diagnostic.at(cycle.get(0).call(), Code.RECURSION, again.name().text(), spelled);
        for (Calls.Edge edge : cycle.subList(1, cycle.size())) {
            diagnostic = diagnostic.with(edge.call(), edge.callee().name().text());
        }
        diagnostics.add(diagnostic);
    }
}
