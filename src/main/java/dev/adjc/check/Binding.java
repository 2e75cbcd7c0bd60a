package dev.adjc.check;

import dev.adjc.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a name means from its definition to the next one. */
final class Binding {
    private final String name;
    private final Span span;
    private final Role role;
    private final Optional<Shape> shape;
    private final List<Binding> sources;
    private final List<Binding> flows;

    /** How the name came to be. */
    enum Role {
        /** A parameter with respect to which derivatives are taken. */
        PARAMETER,
        /** A parameter that is held fixed. */
        HELD,
        /** An integer parameter, or an array of integers. */
        INTEGER,
        /** A name in the brackets of a parameter. */
        SIZE,
        /** An index of a left-hand side or of a reduction. */
        INDEX,
        /** The index of a loop. */
        ROUND,
        DEFINITION,
        /** What a loop hands from one round to the next. */
        CARRIED
    }

    private Binding(
            String name, Span span, Role role, Optional<Shape> shape, List<Binding> sources, List<Binding> flows) {
        this.name = name;
        this.span = span;
        this.role = role;
        this.shape = shape;
        this.sources = sources;
        this.flows = flows;
    }

    static Binding parameter(String name, Span span, Role role, Optional<Shape> shape) {
        return new Binding(name, span, role, shape, List.of(), List.of());
    }

    /** A size, index or loop index; the parameter that a size is found from is its source. */
    static Binding integer(String name, Span span, Role role, List<Binding> sources) {
        return new Binding(name, span, role, Optional.of(Shape.NUMBER), sources, List.of());
    }

    /** A name of which a mistake hides what it is. */
    static Binding unknown(String name, Span span) {
        return new Binding(name, span, Role.DEFINITION, Optional.empty(), List.of(), List.of());
    }

    static Binding definition(String name, Span span, Optional<Shape> shape, Origin origin) {
        return new Binding(name, span, Role.DEFINITION, shape, origin.sources(), origin.flows());
    }

    /** What a name is at the start of a round and after the loop: the value before the loop, or that of a round. */
    static Binding carried(Binding before) {
        List<Binding> either = new ArrayList<>(List.of(before));
        return new Binding(before.name, before.span, Role.CARRIED, before.shape, either, either);
    }

    /** The value that a round leaves to the next one. */
    void carry(Binding last) {
        if (role != Role.CARRIED) {
            throw new IllegalStateException("`" + name + "` is not carried");
        }
        sources.add(last);
    }

    String name() {
        return name;
    }

    Span span() {
        return span;
    }

    Role role() {
        return role;
    }

    /** Nothing where a mistake hides it. */
    Optional<Shape> shape() {
        return shape;
    }

    /** The bindings that the value is computed from. */
    List<Binding> sources() {
        return sources;
    }

    /** Those sources through which a derivative flows into it. */
    List<Binding> flows() {
        return flows;
    }

    boolean isArray() {
        return shape.isPresent() && !shape.get().isNumber();
    }

    /** Whether it is an integer, or an array of integers. */
    boolean isInteger() {
        return switch (role) {
            case INTEGER, SIZE, INDEX, ROUND -> true;
            case PARAMETER, HELD, DEFINITION, CARRIED -> false;
        };
    }

    /** Whether it may be defined again. */
    boolean isDefinition() {
        return role == Role.DEFINITION || role == Role.CARRIED;
    }
}
