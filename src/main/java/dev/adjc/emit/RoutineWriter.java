package dev.adjc.emit;

import com.palantir.javapoet.CodeBlock;
import dev.adjc.ir.Origin;
import dev.adjc.ir.Output;
import dev.adjc.ir.Value;
import dev.adjc.loop.Routine;
import dev.adjc.loop.Statement;
import dev.adjc.loop.Term;
import dev.adjc.operator.Operators;
import dev.adjc.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Writes the statements of one routine as the body of a method. */
final class RoutineWriter {
    private static final int LONGEST_COMMENT = 76;

    private final Names names;
    private final Function<Value, String> places;
    private final Map<Output.Kind, String> results;
    private final Map<Value, String> locals = new HashMap<>();
    private final Expressions expressions;
    private final CodeBlock.Builder code = CodeBlock.builder();
    private Span commented;

    /**
     * A writer of one method.
     *
     * @param names the names in the method's scope so far
     * @param places the argument, slot or field in which a value lies that the routine has no name for
     * @param results the arrays into which outputs are delivered
     */
    RoutineWriter(
            Names names,
            Function<Value, String> places,
            Map<Output.Kind, String> results,
            Set<String> copied,
            Span function) {
        this.names = names;
        this.places = places;
        this.results = results;
        this.commented = function;
        this.expressions = new Expressions(this::name, copied);
    }

    CodeBlock write(Routine routine) {
        statements(routine.statements());
        return code.build();
    }

    /** Writes outputs into the arrays for them. */
    CodeBlock deliver(List<Statement.Deliver> deliveries) {
        CodeBlock.Builder block = CodeBlock.builder();
        for (Statement.Deliver delivery : deliveries) {
            block.addStatement("$L", delivery(delivery));
        }
        return block.build();
    }

    /** The expression of an output. */
    CodeBlock expression(Term term) {
        return expressions.real(term);
    }

    private String name(Value value) {
        String local = locals.get(value);
        return local == null ? places.apply(value) : local;
    }

    private String introduce(Value value) {
        String name = names.allocate(value.name());
        locals.put(value, name);
        return name;
    }

    private void statements(List<Statement> statements) {
        for (Statement statement : statements) {
            comment(statement);
            statement(statement);
        }
    }

    private void statement(Statement statement) {
        if (statement instanceof Statement.Assign assign) {
            assign(assign);
        } else if (statement instanceof Statement.Branch branch) {
            branch(branch);
        } else if (statement instanceof Statement.Declare declare) {
            String type = type(declare.value());
            String initial = declare.value().type() == Value.Type.CONDITION ? "false" : "0";
            String name = introduce(declare.value());
            if (declare.zeroed()) {
                code.addStatement("$L $L = $L", type, name, initial);
            } else {
                code.addStatement("$L $L", type, name);
            }
        } else if (statement instanceof Statement.Load load) {
            String place = places.apply(load.value());
            code.addStatement("$L $L = $L", type(load.value()), introduce(load.value()), stored(load.value(), place));
        } else if (statement instanceof Statement.Store store) {
            code.addStatement("$L = $L", places.apply(store.value()), number(store.value(), name(store.value())));
        } else if (statement instanceof Statement.Clear clear) {
            code.addStatement("$L = 0", places.apply(clear.value()));
        } else if (statement instanceof Statement.Deliver deliver) {
            code.addStatement("$L", delivery(deliver));
        } else {
            check((Statement.Check) statement);
        }
    }

    private void assign(Statement.Assign assign) {
        Value target = assign.target();
        boolean condition = target.type() == Value.Type.CONDITION;
        CodeBlock term = condition ? expressions.condition(assign.term()) : expressions.real(assign.term());
        if (assign.kind() == Statement.Kind.LET) {
            code.addStatement("$L $L =$W$L", type(target), introduce(target), term);
            return;
        }
        boolean place = !locals.containsKey(target);
        CodeBlock stored = condition && place ? CodeBlock.of("$L ? 1 : 0", term) : term;
        code.addStatement("$L $L$W$L", name(target), assign.kind() == Statement.Kind.ADD ? "+=" : "=", stored);
    }

    private void branch(Statement.Branch branch) {
        code.beginControlFlow("if ($L)", expressions.condition(branch.condition()));
        statements(branch.then());
        if (!branch.otherwise().isEmpty()) {
            code.nextControlFlow("else");
            statements(branch.otherwise());
        }
        code.endControlFlow();
    }

    private void check(Statement.Check check) {
        Term not = new Term.Apply(Operators.NOT, List.of(check.condition()));
        code.beginControlFlow("if ($L)", expressions.condition(not));
        List<CodeBlock> parts = new ArrayList<>();
        String text = check.message();
        String separator = ": ";
        for (Statement.Shown shown : check.shown()) {
            CodeBlock term = expressions.real(shown.term());
            parts.add(CodeBlock.of("$S", text + separator + shown.name() + " = "));
            parts.add(shown.term() instanceof Term.Apply ? CodeBlock.of("($L)", term) : term);
            text = "";
            separator = ", ";
        }
        if (parts.isEmpty()) {
            parts.add(CodeBlock.of("$S", text));
        }
        code.addStatement(
                "throw new $T($L)",
                IllegalArgumentException.class,
                parts.stream().collect(CodeBlock.joining(" +$W")));
        code.endControlFlow();
    }

    private CodeBlock delivery(Statement.Deliver deliver) {
        return CodeBlock.of(
                "$L[$L] =$W$L",
                results.getOrDefault(deliver.kind(), "values"),
                deliver.position(),
                expressions.real(deliver.term()));
    }

    private static String type(Value value) {
        return value.type() == Value.Type.CONDITION ? "boolean" : "double";
    }

    /** What lies in a place, as a value of its type. */
    private static String stored(Value value, String place) {
        return value.type() == Value.Type.CONDITION ? place + " != 0" : place;
    }

    /** A value of its type, as what lies in a place. */
    private static String number(Value value, String name) {
        return value.type() == Value.Type.CONDITION ? name + " ? 1 : 0" : name;
    }

    /** Above the first derivative that comes from a line of the source. */
    private void comment(Statement statement) {
        if (statement instanceof Statement.Assign assign
                && !assign.target().isPrimal()
                && !assign.origin().statement().equals(commented)) {
            commented = assign.origin().statement();
            code.add("// $L\n", line(assign.origin()));
        }
    }

    private static String line(Origin origin) {
        Span statement = origin.statement();
        String text = Texts.comment(statement.text());
        String cut = text.length() > LONGEST_COMMENT ? text.substring(0, LONGEST_COMMENT) + " ..." : text;
        return statement.line() + ": " + cut;
    }
}
