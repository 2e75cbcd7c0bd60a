package dev.adjc.ir;

import dev.adjc.operator.Operator;
import dev.adjc.operator.Operator.Family;
import dev.adjc.operator.Operator.Trait;
import dev.adjc.operator.Operators;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds what is wrong with a program, whatever pass left it so: each value is given before it is read on every path on
 * which it is read, and complete by then; operators have as many operands as they take, of the right types.
 *
 * <p>Paths are told apart by the conditions of guards, {@code and}, {@code or} and {@code not} understood: a value that is
 * set under {@code if c} and under {@code not c} is complete where neither guard holds. What is only added to is 0 where
 * nothing is added.
 */
public final class Verifier {
    private final Program program;
    private final Paths paths = new Paths();
    private final Map<Value, Integer> given = new HashMap<>();
    private final Map<Value, Integer> read = new HashMap<>();
    private final Map<Value, Combine> combines = new HashMap<>();
    private final Map<Integer, Value> numbers = new HashMap<>();
    private final Set<Guard> checked = new HashSet<>();
    private final Set<Symbol> sizes = new HashSet<>();
    private final List<String> faults = new ArrayList<>();
    private String place = "";
    private boolean inRounds;

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
        int number = 0;
        for (Step step : program.steps()) {
            number++;
            place = "step " + number + ", ";
            inRounds = step.domain().axes().stream().anyMatch(Axis::isSequential);
            guard(step.domain().guard());
            Placement.faults(step, sizes).forEach(this::fault);
            step.match(this::definition, this::requirement);
        }
        program.outputs().forEach(this::output);
    }

    private void fault(String sentence) {
        faults.add(place + sentence);
    }

    private void parameter(Parameter parameter) {
        place = "parameter `" + parameter.name() + "`: ";
        Value value = parameter.value();
        boolean integer = parameter.kind() == Parameter.Kind.INTEGER;
        Value.Type wanted = integer ? Value.Type.INTEGER : Value.Type.REAL;
        if (value.type() != wanted) {
            fault("`" + value + "` is " + word(value.type()) + ", not " + word(wanted));
        }
        own(value);
        value.extents().forEach(this::sizes);
        if (given.put(value, Paths.ALL) != null) {
            fault("`" + value + "` is another parameter already");
        }
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
        boolean first = !given.containsKey(definition.value());
        give(definition, here);
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

    private void give(Definition definition, int here) {
        Value target = definition.value();
        own(target);
        Combine combine = combines.get(target);
        int before = given.getOrDefault(target, Paths.NONE);
        if (combine == null && before != Paths.NONE) {
            fault("`" + target + "` is a parameter");
        } else if (combine != null && combine != definition.combine()) {
            fault("`" + target + "` is both set and added to");
        } else if (definition.combine() == Combine.SET
                && target.rank() == 0
                && paths.and(before, here) != Paths.NONE) {
            fault("`" + target + "` is set twice" + onPath(paths.and(before, here)));
        }
        int late = paths.and(read.getOrDefault(target, Paths.NONE), here);
        if (definition.combine() != Combine.SET && target.rank() == 0 && late != Paths.NONE) {
            fault("`" + target + "` is read before this is added" + onPath(late));
        }
        combines.put(target, definition.combine());
        given.put(target, paths.or(before, here));
    }

    private void read(Operand operand, int here) {
        if (!(operand instanceof Access access)) {
            return;
        }
        Value value = access.value();
        own(value);
        if (value.rank() > 0) {
            arrayRead(value);
            return;
        }
        boolean maybeMissing = combines.get(value) == Combine.SUM && !value.isPrimal();
        int missing = paths.without(here, given.getOrDefault(value, Paths.NONE));
        if (missing != Paths.NONE && !maybeMissing) {
            fault("`" + value + "` is read before it is given" + onPath(missing));
        }
        if (maybeMissing) {
            read.merge(value, here, paths::or);
        }
    }

    /** An element may be given in a later step of an earlier round. */
    private void arrayRead(Value value) {
        if (!given.containsKey(value) && !inRounds) {
            fault("`" + value + "` is read before it is given");
        }
    }

    private String onPath(int set) {
        return set == Paths.ALL ? "" : ", where " + paths.example(set);
    }

    /** Values of two programs bear the same numbers. */
    private void own(Value value) {
        Value same = numbers.putIfAbsent(value.hashCode(), value);
        if (same != null && same != value) {
            fault("`" + value + "` and `" + same + "` are not of one program");
        }
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
                : operand instanceof IndexNumber ? wanted == Value.Type.REAL : wanted != Value.Type.CONDITION || operand.isLiteral(0) || operand.isLiteral(1);
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
