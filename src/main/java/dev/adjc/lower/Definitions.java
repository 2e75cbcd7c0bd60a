package dev.adjc.lower;

import dev.adjc.syntax.Statement;
import dev.adjc.syntax.Target;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names that statements define, those within loops too, in order. */
record Definitions(Set<String> names) implements Statement.Visitor<Void> {

    static Set<String> in(List<Statement> statements) {
        Definitions definitions = new Definitions(new LinkedHashSet<>());
        statements.forEach(statement -> statement.accept(definitions));
        return definitions.names;
    }

    @Override
    public Void definition(Statement.Definition definition) {
        names.add(definition.target().name().text());
        return null;
    }

    @Override
    public Void callDefinition(Statement.CallDefinition definition) {
        for (Target target : definition.targets()) {
            names.add(target.name().text());
        }
        return null;
    }

    @Override
    public Void loop(Statement.Loop loop) {
        loop.body().forEach(statement -> statement.accept(this));
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
