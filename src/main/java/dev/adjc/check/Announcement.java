package dev.adjc.check;

import dev.adjc.syntax.Statement;

/** Tells a scope which names are defined anywhere in a function, so that a use before that can be told from a misspelling. */
record Announcement(Scope scope) implements Statement.Visitor<Void> {

    @Override
    public Void definition(Statement.Definition definition) {
        scope.announce(definition.target().name());
        return null;
    }

    @Override
    public Void callDefinition(Statement.CallDefinition definition) {
        definition.targets().forEach(target -> scope.announce(target.name()));
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
        broken.names().forEach(name -> scope.pardon(name.text()));
        return null;
    }
}
