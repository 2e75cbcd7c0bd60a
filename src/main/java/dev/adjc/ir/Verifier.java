package dev.adjc.ir;

import dev.adjc.operator.Operator;
import dev.adjc.operator.Operator.Family;
import dev.adjc.operator.Operator.Trait;
import dev.adjc.operator.Operators;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is wrong with a program, whatever pass left it so: each value is given before it is read on every path on
 * which it is read, and complete by then; operators have as many operands as they take, of the right types.
 *
 * <p>Paths are told apart by the conditions of guards, {@code and}, {@code or} and {@code not} understood: a value that is
 * set under {@code if c} and under {@code not c} is complete where neither guard holds. What is only added to is 0 where
 * nothing is added.
 *
 * <p>Of an array's elements it looks at each step alone: where they stand, and that none is set twice there. That each is
 * given before it is read is the {@link Interpreter}'s to find.
 */
public final class Verifier {
    private final Program program;
    private final Paths paths = new Paths();
    private final ValueMap<State> states = new ValueMap<>();
    private final Set<Guard> checked = new HashSet<>();
    private final Set<Symbol> sizes = new HashSet<>();
    private final List<String> faults = new ArrayList<>();
    private String place = "";
    private boolean inRounds;
    private int step;

    /** What is known of a value. */
    private static final class State {
        private final Value value;
        private int given = Paths.NONE;
        private int read = Paths.NONE;
        private @Nullable Combine combine;

        State(Value value) {
            this.value = value;
        }
    }

    private Verifier(Program program) {
        this.program = program;
    }

    /** A sentence for each fault, in order; none if the program is sound. */
    public static List<String> faults(Program program) {
        Verifier verifier = new Verifier(program);
        verifier.run();
        return List.copyOf(verifier.faults);
    }

    private void run() {
        program.parameters().forEach(this::parameter);
        for (Step next : program.steps()) {
            step++;
            inRounds = next.domain().axes().stream().anyMatch(Axis::isSequential);
            guard(next.domain().guard());
            Placement.faults(next, sizes).forEach(this::fault);
            next.match(this::definition, this::requirement);
        }
        step = 0;
        program.outputs().forEach(this::output);
    }

    private void fault(String sentence) {
        faults.add((step > 0 ? "step " + step + ", " : place) + sentence);
    }

    private void parameter(Parameter parameter) {
        place = "parameter `" + parameter.name() + "`: ";
        Value value = parameter.value();
        boolean integer = parameter.kind() == Parameter.Kind.INTEGER;
        Value.Type wanted = integer ? Value.Type.INTEGER : Value.Type.REAL;
        if (value.type() != wanted) {
            fault("`" + value + "` is " + word(value.type()) + ", not " + word(wanted));
        }
        value.extents().forEach(this::sizes);
        State state = state(value);
        if (state.given == Paths.ALL) {
            fault("`" + value + "` is another parameter already");
        }
        state.given = Paths.ALL;
    }

    private void sizes(Index extent) {
        extent.atoms().forEach(atom -> {
            if (atom instanceof Symbol symbol) {
                sizes.add(symbol);
            }
        });
    }

    private void output(Output output) {
        place = "output `" + output.name() + "`: ";
        inRounds = false;
        type(output.operand(), Value.Type.REAL);
        read(output.operand(), Paths.ALL);
    }

    /** The conditions of a guard must be known where they are asked for. */
    private void guard(Guard guard) {
        if (guard.isAlways() || !checked.add(guard)) {
            return;
        }
        guard(guard.outer());
        type(guard.condition(), Value.Type.CONDITION);
        read(guard.condition(), paths.where(guard.outer()));
    }

    private Requirement requirement(Requirement requirement) {
        int here = paths.where(requirement.guard());
        type(requirement.condition(), Value.Type.CONDITION);
        read(requirement.condition(), here);
        int refused = paths.without(here, holds(requirement.condition()));
        requirement.shown().forEach(shown -> read(shown.operand(), refused));
        return requirement;
    }

    private Definition definition(Definition definition) {
        int here = paths.where(definition.guard());
        shape(definition);
        for (int i = 0; i < definition.operands().size(); i++) {
            read(definition.operand(i), i == 1 ? paths.and(here, second(definition)) : here);
        }
        State target = state(definition.value());
        boolean first = target.combine == null && target.given == Paths.NONE;
        give(target, definition, here);
        if (definition.value().type() == Value.Type.CONDITION) {
            if (!first) {
                fault("the condition `" + definition.value() + "` has more than one definition");
            }
            condition(definition);
        }
        return definition;
    }

    /** Where the second operand is read. */
    private int second(Definition definition) {
        Operator operator = definition.operator();
        if (operator.family() != Family.LOGICAL) {
            return Paths.ALL;
        }
        int first = holds(definition.operand(0));
        return operator.is(Trait.DECIDED_BY_NONZERO) ? paths.not(first) : first;
    }

    /** What the operator says of the condition that it gives. */
    private void condition(Definition definition) {
        Operator operator = definition.operator();
        if (definition.operands().size() != operator.arity()) {
            return;
        }
        if (operator == Operators.NOT) {
            paths.define(definition.target(), paths.not(holds(definition.operand(0))));
        } else if (operator == Operators.COPY) {
            paths.define(definition.target(), holds(definition.operand(0)));
        } else if (operator == Operators.AND) {
            paths.define(definition.target(), paths.and(holds(definition.operand(0)), holds(definition.operand(1))));
        } else if (operator == Operators.OR) {
            paths.define(definition.target(), paths.or(holds(definition.operand(0)), holds(definition.operand(1))));
        }
    }

    private int holds(Operand condition) {
        return condition instanceof Literal literal
                ? literal.number() == 0 ? Paths.NONE : Paths.ALL
                : paths.where((Access) condition);
    }

    private void give(State target, Definition definition, int here) {
        if (target.combine == null && target.given != Paths.NONE) {
            fault("`" + target.value + "` is a parameter");
        } else if (target.combine != null && target.combine != definition.combine()) {
            fault("`" + target.value + "` is both set and added to");
        } else if (definition.combine() == Combine.SET
                && target.value.rank() == 0
                && paths.and(target.given, here) != Paths.NONE) {
            fault("`" + target.value + "` is set twice" + onPath(paths.and(target.given, here)));
        }
        int late = paths.and(target.read, here);
        if (definition.combine() != Combine.SET && target.value.rank() == 0 && late != Paths.NONE) {
            fault("`" + target.value + "` is read before this is added" + onPath(late));
        }
        target.combine = definition.combine();
        target.given = paths.or(target.given, here);
    }

    private void read(Operand operand, int here) {
        if (!(operand instanceof Access access)) {
            return;
        }
        Value value = access.value();
        State state = state(value);
        if (value.rank() > 0) {
            if (here != Paths.NONE) {
                arrayRead(state);
            }
            return;
        }
        boolean maybeMissing = state.combine == Combine.SUM && !value.isPrimal();
        int missing = paths.without(here, state.given);
        if (missing != Paths.NONE && !maybeMissing) {
            fault("`" + value + "` is read before it is given" + onPath(missing));
        }
        if (maybeMissing) {
            state.read = paths.or(state.read, here);
        }
    }

    /** An element may be given in a later step of an earlier round. */
    private void arrayRead(State array) {
        if (array.given == Paths.NONE && !inRounds) {
            fault("`" + array.value + "` is read before it is given");
        }
    }

    private String onPath(int set) {
        return set == Paths.ALL ? "" : ", where " + paths.example(set);
    }

    /** What is known of the value. Values of two programs bear the same numbers. */
    private State state(Value value) {
        State known = states.get(value);
        if (known != null && known.value == value) {
            return known;
        }
        State fresh = new State(value);
        if (known == null) {
            states.put(value, fresh);
        } else {
            fault("`" + value + "` and `" + known.value + "` are not of one program");
        }
        return fresh;
    }

    /** The number of operands, and the types of all. */
    private void shape(Definition definition) {
        Operator operator = definition.operator();
        List<Operand> operands = definition.operands();
        if (operands.size() != operator.arity()) {
            fault("`" + operator + "` takes " + operator.arity() + " operands, not " + operands.size());
            return;
        }
        Value.Type given = definition.value().type();
        boolean copiesCondition = operator == Operators.COPY && given == Value.Type.CONDITION;
        Value.Type gives = operator.givesCondition() || copiesCondition ? Value.Type.CONDITION : Value.Type.REAL;
        if (given != gives || definition.combine() != Combine.SET && given != Value.Type.REAL) {
            fault("`" + operator + "` gives " + word(gives) + ", but `" + definition.value() + "` is " + word(given));
        }
        boolean takesConditions = operator.family() == Family.LOGICAL || copiesCondition;
        Value.Type takes = takesConditions ? Value.Type.CONDITION : Value.Type.REAL;
        operands.forEach(operand -> type(operand, takes));
        if (operator.is(Trait.LITERAL_LAST)
                && !(operands.get(operands.size() - 1) instanceof Literal last && isExponent(last.number()))) {
            fault("`" + operator + "` takes a whole number of at least 1 as its last operand");
        }
    }

    private static boolean isExponent(double number) {
        return number >= 1 && number == Math.rint(number);
    }

    private void type(Operand operand, Value.Type wanted) {
        boolean fits = operand instanceof Access access
                ? access.value().type() == wanted
                : operand instanceof IndexNumber
                        ? wanted == Value.Type.REAL
                        : wanted != Value.Type.CONDITION || operand.isLiteral(0) || operand.isLiteral(1);
        if (!fits) {
            fault("`" + operand + "` is not " + word(wanted));
        }
    }

    private static String word(Value.Type type) {
        return switch (type) {
            case REAL -> "a real";
            case INTEGER -> "an integer";
            case CONDITION -> "a condition";
        };
    }
}
