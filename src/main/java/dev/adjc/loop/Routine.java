package dev.adjc.loop;

import java.util.List;

/** A stretch of a program that is carried out in one go: a method of the generated class. */
public record Routine(List<Statement> statements) {
    public Routine {
        statements = List.copyOf(statements);
    }
}
