package dev.adjc.check;

import dev.adjc.syntax.Binder;
import dev.adjc.syntax.Identifier;
import dev.adjc.syntax.Statement;
import dev.adjc.syntax.Target;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the body of a loop defines: names that are whole at once, and those of which each round gives a slab. */
final class LoopTargets implements Statement.Visitor<Void> {
    private final String loop;
    private final Set<String> outer;
    private final Set<String> inner = new LinkedHashSet<>();
    private final Set<String> whole = new LinkedHashSet<>();
    private final Map<String, Identifier> collected = new LinkedHashMap<>();

    private LoopTargets(String loop, Set<String> outer) {
        this.loop = loop;
        this.outer = outer;
    }

    static LoopTargets of(Statement.Loop loop, Set<String> outer) {
        LoopTargets targets = new LoopTargets(loop.index().text(), outer);
        loop.body().forEach(statement -> statement.accept(targets));
        return targets;
    }

    /** The names that some statement defines as a whole. */
    Set<String> whole() {
        return whole;
    }

    /** Where the names stand that are collected over this loop and over none around it. */
    Map<String, Identifier> collected() {
        return collected;
    }

    private void add(Target target) {
        boolean ofOuter = target.indices().stream().anyMatch(index -> isIn(index, outer));
        if (target.indices().stream().anyMatch(index -> isIn(index, Set.of(loop)))) {
            if (!ofOuter) {
                collected.putIfAbsent(target.name().text(), target.name());
            }
        } else if (!ofOuter && target.indices().stream().noneMatch(index -> isIn(index, inner))) {
            whole.add(target.name().text());
        }
    }

    private static boolean isIn(Target.Index index, Set<String> loops) {
        return index instanceof Binder binder
                && binder.range().isEmpty()
                && loops.contains(binder.name().text());
    }

    @Override
    public Void definition(Statement.Definition definition) {
        add(definition.target());
        return null;
    }

    @Override
    public Void callDefinition(Statement.CallDefinition definition) {
        definition.targets().forEach(this::add);
        return null;
    }

    @Override
    public Void loop(Statement.Loop nested) {
        boolean fresh = inner.add(nested.index().text());
        List<Statement> body = nested.body();
        body.forEach(statement -> statement.accept(this));
        if (fresh) {
            inner.remove(nested.index().text());
        }
        return null;
    }

    @Override
    public Void require(Statement.Require require) {
        return null;
    }

    @Override
    public Void broken(Statement.Broken broken) {
        return null;
    }
}
