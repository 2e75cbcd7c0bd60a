package dev.adjc.emit;

import dev.adjc.ir.Axis;
import dev.adjc.ir.Index;
import dev.adjc.ir.Origin;
import dev.adjc.ir.Value;
import dev.adjc.loop.Routine;
import dev.adjc.loop.Statement;
import dev.adjc.loop.Term;
import dev.adjc.operator.Operators;
import dev.adjc.source.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes the statements of one routine as the body of a method. */
final class RoutineWriter {
    /** For routines that have no parts. */
    static final BiFunction<Statement.Part, Indices, String> UNDIVIDED = (part, indices) -> {
        throw new IllegalStateException("a part of a routine without loops");
    };

    private static final int LONGEST_COMMENT = 76;

    private final Names names;
    private final Function<Value, String> places;
    private final Function<Statement.Deliver, String> results;
    private final Indices indices;
    private final BiFunction<Statement.Part, Indices, String> parts;
    private final Map<Value, String> locals = new HashMap<>();
    private final Map<String, String> loops = new HashMap<>();
    private final Map<String, Integer> running = new HashMap<>();
    private final Expressions expressions;
    private final JavaText text = new JavaText();
    private final Span function;
    private Span commented;

    /**
     * A writer of one method.
     *
     * @param names the names in the method's scope so far
     * @param places the argument, slot or field in which a value lies that the routine has no name for
     * @param results the element of an array into which an output is delivered, and how
     * @param indices where arrays lie, and the names of sizes
     * @param parts the call of a method for a part of the routine, given the names of places
     * @param copied takes note of each special function that is called
     * @param function the function's head, which needs no comment to be found
     */
    RoutineWriter(
            Names names,
            Function<Value, String> places,
            Function<Statement.Deliver, String> results,
            Indices indices,
            BiFunction<Statement.Part, Indices, String> parts,
            Set<String> copied,
            Span function) {
        this.names = names;
        this.places = places;
        this.results = results;
        this.indices = indices;
        this.parts = parts;
        this.function = function;
        this.commented = function;
        this.expressions = new Expressions(this::name, indices, copied);
    }

    void write(Routine routine) {
        routine.statements().forEach(this::nameLoops);
        statements(routine.statements());
    }

    /** Lets loops have the names that the program gives to their indices, before anything that it does not name. */
    private void nameLoops(Statement statement) {
        if (statement instanceof Statement.Loop loop) {
            index(loop.axis().symbol().name(), 1);
            loop.body().forEach(this::nameLoops);
        } else if (statement instanceof Statement.Accumulate accumulate) {
            nameLoops(accumulate.loop());
        } else if (statement instanceof Statement.Branch branch) {
            branch.then().forEach(this::nameLoops);
            branch.otherwise().forEach(this::nameLoops);
        }
    }

    /** The name of an index with so many loops of its name around it, its own among them. */
    private String index(String wanted, int depth) {
        return loops.computeIfAbsent(wanted + " " + depth, none -> names.allocate(wanted));
    }

    /** Writes outputs to where they are delivered. */
    void deliver(List<Statement.Deliver> deliveries) {
        deliveries.forEach(this::statement);
    }

    /** Ends the method with the value of a term. */
    void giveBack(Term term) {
        text.statement("return " + expressions.real(term));
    }

    /** The body. */
    String body() {
        return text.toString();
    }

    private String name(Value value) {
        String local = locals.get(value);
        return local == null ? places.apply(value) : local;
    }

    private String introduce(Value value) {
        String name = names.allocate(
                value.primal().map(primal -> beside(primal, value)).orElse(value.name()));
        locals.put(value, name);
        return name;
    }

    /** A derivative is named after its value as this method calls it: {@code h2_bar} is the adjoint of {@code h2}. */
    private String beside(Value primal, Value derivative) {
        String local = locals.get(primal);
        if (local == null) {
            return primal.role() == Value.Role.NAMED ? derivative.name() : "t";
        }
        boolean renamed = local.endsWith("_") && !primal.name().endsWith("_");
        return derivative.name(renamed ? local.substring(0, local.length() - 1) : local);
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
            declare(declare);
        } else if (statement instanceof Statement.Loop loop) {
            loop(loop);
        } else if (statement instanceof Statement.Accumulate accumulate) {
            accumulate(accumulate);
        } else if (statement instanceof Statement.Part part) {
            text.statement(parts.apply(part, indices));
        } else if (statement instanceof Statement.Load load) {
            String place = places.apply(load.value());
            String stored = isCondition(load.value()) ? place + " != 0" : place;
            text.statement(type(load.value()) + " " + introduce(load.value()) + " = " + stored);
        } else if (statement instanceof Statement.Store store) {
            String name = name(store.value());
            String number = isCondition(store.value()) ? name + " ? 1 : 0" : name;
            text.statement(places.apply(store.value()) + " = " + number);
        } else if (statement instanceof Statement.Clear clear) {
            clear(clear);
        } else if (statement instanceof Statement.Deliver deliver) {
            text.statement(results.apply(deliver) + " " + expressions.real(deliver.term()));
        } else {
            check((Statement.Check) statement);
        }
    }

    private void declare(Statement.Declare declare) {
        String initial = "";
        if (declare.initial().isPresent()) {
            initial = isCondition(declare.value())
                    ? " = false"
                    : " = " + number(declare.initial().getAsDouble());
        }
        text.statement(type(declare.value()) + " " + introduce(declare.value()) + initial);
    }

    private String number(double number) {
        return expressions.real(new Term.Number(number));
    }

    private void clear(Statement.Clear clear) {
        if (!indices.isArray(clear.value())) {
            text.statement(places.apply(clear.value()) + " = " + number(clear.number()));
            return;
        }
        Indices.Array array = indices.array(clear.value());
        List<Index> cleared =
                array.extents().subList(clear.at().size(), array.extents().size());
        if (cleared.isEmpty()) {
            text.statement(indices.element(clear.value(), clear.at()) + " = " + number(clear.number()));
            return;
        }
        String begin = indices.begin(clear.value(), clear.at());
        // over a range without places there is nothing to clear, however far its end lies before its beginning
        String length = indices.length(cleared.stream().map(Index::count).toList());
        String end = begin.equals("0") ? length : begin + " + " + length;
        String range = array.isWhole() && clear.at().isEmpty() ? "" : begin + ", " + end + ", ";
        text.statement("java.util.Arrays.fill(" + array.name() + ", " + range + number(clear.number()) + ")");
    }

    /** A loop's index bears the name that the program gives it, unless a loop around it does. */
    private void loop(Statement.Loop loop) {
        Axis axis = loop.axis();
        String wanted = axis.symbol().name();
        int depth = running.merge(wanted, 1, Integer::sum);
        String i = index(wanted, depth);
        indices.name(axis.symbol(), i);
        if (axis.order() == Axis.Order.DOWN) {
            String last = indices.index(axis.to().plus(-1));
            text.open(
                    "for (int " + i + " = " + last + "; " + i + " >= " + indices.index(axis.from()) + "; " + i + "--)");
        } else {
            text.open("for (int " + i + " = " + indices.index(axis.from()) + "; " + i + end(axis.to()) + "; " + i
                    + "++)");
        }
        statements(loop.body());
        text.close();
        running.merge(wanted, -1, Integer::sum);
    }

    /** Up to which place a loop runs: {@code < n}, and {@code <= i} rather than {@code < i + 1}. */
    private String end(Index to) {
        boolean last = to.literal().isEmpty() && to.terms().getOrDefault(List.of(), 0L) == 1;
        return last ? " <= " + indices.index(to.plus(-1)) : " < " + indices.index(to);
    }

    private void accumulate(Statement.Accumulate accumulate) {
        for (Statement.Accumulator one : accumulate.accumulators()) {
            text.statement("double " + introduce(one.value()) + " = " + number(one.initial()));
        }
        loop(accumulate.loop());
        for (Statement.Accumulator one : accumulate.accumulators()) {
            String sum = name(one.value());
            locals.remove(one.value());
            update(one.store(), indices.element(one.value(), one.at()), sum);
        }
    }

    private void update(Statement.Kind kind, String place, String term) {
        text.statement(
                switch (kind) {
                    case ADD -> place + " += " + term;
                    case SUBTRACT -> place + " -= " + term;
                    case MAX -> place + " = Math.max(" + place + ", " + term + ")";
                    case MIN -> place + " = Math.min(" + place + ", " + term + ")";
                    default -> place + " = " + term;
                });
    }

    private void assign(Statement.Assign assign) {
        Value target = assign.target();
        boolean condition = isCondition(target);
        String term = condition ? expressions.condition(assign.term()) : expressions.real(assign.term());
        if (assign.kind() == Statement.Kind.LET) {
            text.statement(type(target) + " " + introduce(target) + " = " + term);
            return;
        }
        boolean stored = condition && !locals.containsKey(target);
        boolean element = indices.isArray(target) && !locals.containsKey(target);
        update(
                assign.kind(),
                element ? indices.element(target, assign.at()) : name(target),
                stored ? term + " ? 1 : 0" : term);
    }

    private void branch(Statement.Branch branch) {
        text.open("if (" + expressions.condition(branch.condition()) + ")");
        statements(branch.then());
        List<Statement> otherwise = branch.otherwise();
        while (otherwise.size() == 1 && otherwise.get(0) instanceof Statement.Branch next) {
            text.next("else if (" + expressions.condition(next.condition()) + ")");
            statements(next.then());
            otherwise = next.otherwise();
        }
        if (!otherwise.isEmpty()) {
            text.next("else");
            statements(otherwise);
        }
        text.close();
    }

    private void check(Statement.Check check) {
        Term not = new Term.Apply(Operators.NOT, List.of(check.condition()));
        text.open("if (" + expressions.condition(not) + ")");
        StringBuilder message = new StringBuilder();
        String words = check.message();
        String separator = ": ";
        for (Statement.Shown shown : check.shown()) {
            String term = shown(shown.term());
            message.append(Texts.quoted(words + separator + shown.name() + " = "))
                    .append(" + ")
                    .append(shown.term() instanceof Term.Apply ? "(" + term + ")" : term)
                    .append(" + ");
            words = "";
            separator = ", ";
        }
        String all = message.length() == 0 ? Texts.quoted(words) : message.substring(0, message.length() - 3);
        text.statement("throw new IllegalArgumentException(" + all + ")");
        text.close();
    }

    /** What a message shows: a real with a point, an integer without one, wherever it lies. */
    private String shown(Term term) {
        if (term instanceof Term.Number literal && Double.isFinite(literal.number())) {
            return Double.toString(literal.number());
        }
        return term instanceof Term.Whole whole ? indices.exactAtom(whole.index()) : expressions.real(term);
    }

    private static String type(Value value) {
        return isCondition(value) ? "boolean" : "double";
    }

    private static boolean isCondition(Value value) {
        return value.type() == Value.Type.CONDITION;
    }

    /** Above the first derivative that comes from a line of the source, or the branch that it is in. */
    private void comment(Statement statement) {
        Origin origin = derivativeIn(statement);
        if (origin != null
                && !origin.statement().equals(commented)
                && !origin.statement().equals(function)) {
            commented = origin.statement();
            text.comment(line(commented));
        }
    }

    private static @Nullable Origin derivativeIn(Statement statement) {
        if (statement instanceof Statement.Assign assign && !assign.target().isPrimal()) {
            return assign.origin();
        }
        if (statement instanceof Statement.Branch branch && !branch.then().isEmpty()) {
            return derivativeIn(branch.then().get(0));
        }
        if (statement instanceof Statement.Loop loop) {
            return derivativeIn(loop.body().get(0));
        }
        if (statement instanceof Statement.Accumulate accumulate) {
            return derivativeIn(accumulate.loop());
        }
        return null;
    }

    /** The statement, of a loop the head. */
    private static String line(Span statement) {
        int end = Math.min(statement.end(), statement.start() + 4 * LONGEST_COMMENT);
        String words =
                statement.source().text().substring(statement.start(), end).replaceFirst("(?s)\\{.*", "");
        return statement.line() + ": " + Texts.comment(words, LONGEST_COMMENT);
    }
}
