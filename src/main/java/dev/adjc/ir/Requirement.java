package dev.adjc.ir;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What must hold when the program runs.
 *
 * <p>Printed {@code require c : "sigma must be positive"}.
 *
 * @param message what is said where it does not hold
 * @param shown what the condition speaks of, by name, for the message to show
 */
public record Requirement(Domain domain, Operand condition, String message, List<Shown> shown, Origin origin)
        implements Step {

    /**
     * A number that the message shows, and how the program calls it.
     *
     * @param type of the name: an integer is shown without a point, also where a real stands for it
     */
    public record Shown(String name, Operand operand, Value.Type type) {

        /** What the operand is from the start. */
        public static Shown of(String name, Operand operand) {
            boolean integer = operand instanceof IndexNumber
                    || operand instanceof Access access && access.value().type() == Value.Type.INTEGER;
            return new Shown(name, operand, integer ? Value.Type.INTEGER : Value.Type.REAL);
        }

        /** The same name and type, with what stands for it now. */
        public Shown with(Operand other) {
            return new Shown(name, other, type);
        }
    }

    public Requirement {
        shown = List.copyOf(shown);
    }

    @Override
    public Requirement where(Guard guard) {
        return new Requirement(domain.with(guard), condition, message, shown, origin);
    }

    @Override
    public Requirement reading(UnaryOperator<Operand> current) {
        List<Shown> renewed = shown.stream()
                .map(one -> one.with(current.apply(one.operand())))
                .toList();
        return new Requirement(domain.reading(current), current.apply(condition), message, renewed, origin);
    }

    public Guard guard() {
        return domain.guard();
    }
}
