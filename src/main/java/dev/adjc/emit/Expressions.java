package dev.adjc.emit;

import static java.util.Objects.requireNonNull;

import dev.adjc.ir.Index;
import dev.adjc.ir.Value;
import dev.adjc.loop.Term;
import dev.adjc.operator.Operator;
import dev.adjc.operator.Operators;
import dev.adjc.operator.Spelling;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;

/** Writes terms as Java expressions, with the brackets that Java needs and no more. */
final class Expressions {
    private static final int TERNARY = 1;
    private static final int COMPARED = 8;
    private static final int ORDERED = 9;
    private static final int PRODUCT = 12;
    private static final int UNARY = 14;
    private static final int ATOM = 16;

    /** What holds where a comparison does not, unless NaN is compared. */
    private static final Map<Operator, Operator> OPPOSITE = Map.of(
            Operators.LESS, Operators.GREATER_OR_EQUAL,
            Operators.LESS_OR_EQUAL, Operators.GREATER,
            Operators.GREATER, Operators.LESS_OR_EQUAL,
            Operators.GREATER_OR_EQUAL, Operators.LESS,
            Operators.EQUAL, Operators.UNEQUAL,
            Operators.UNEQUAL, Operators.EQUAL);

    /** The same comparison with its sides exchanged; the others read alike from both sides. */
    private static final Map<Operator, Operator> MIRRORED = Map.of(
            Operators.LESS, Operators.GREATER,
            Operators.LESS_OR_EQUAL, Operators.GREATER_OR_EQUAL,
            Operators.GREATER, Operators.LESS,
            Operators.GREATER_OR_EQUAL, Operators.LESS_OR_EQUAL);

    private final Function<Value, String> names;
    private final Indices indices;
    private final Set<String> copied;

    /**
     * A writer of expressions.
     *
     * @param names what a value is called, or where it lies
     * @param indices where elements lie
     * @param copied takes note of each special function that is called
     */
    Expressions(Function<Value, String> names, Indices indices, Set<String> copied) {
        this.names = names;
        this.indices = indices;
        this.copied = copied;
    }

    /** A number. */
    String real(Term term) {
        return write(term, false).code;
    }

    /** A condition. */
    String condition(Term term) {
        return write(term, true).code;
    }

    private record Written(String code, int precedence) {
        String within(int needed) {
            return precedence < needed ? "(" + code + ")" : code;
        }
    }

    private Written write(Term term, boolean asCondition) {
        if (term instanceof Term.Number number) {
            return asCondition ? new Written(number.number() != 0 ? "true" : "false", ATOM) : number(number.number());
        }
        if (term instanceof Term.Read read) {
            String name = names.apply(read.value());
            boolean stored = asCondition && name.endsWith("]");
            return stored ? new Written(name + " != 0", COMPARED) : new Written(name, ATOM);
        }
        if (term instanceof Term.Element element) {
            String code = indices.element(element.value(), element.at());
            return asCondition ? new Written(code + " != 0", COMPARED) : new Written(code, ATOM);
        }
        if (term instanceof Term.Whole whole) {
            return whole(whole.index());
        }
        Term.Apply apply = (Term.Apply) term;
        return apply(apply.operator(), apply.operands());
    }

    /** The literal of a number, whole ones without a point: all arithmetic is on doubles, whichever side stands alone. */
    private static Written number(double number) {
        boolean negative = number < 0 || number == 0 && 1 / number < 0;
        int precedence = negative ? UNARY : ATOM;
        if (Double.isNaN(number)) {
            return new Written("Double.NaN", ATOM);
        }
        if (Double.isInfinite(number)) {
            return new Written(number > 0 ? "Double.POSITIVE_INFINITY" : "Double.NEGATIVE_INFINITY", ATOM);
        }
        if (Math.abs(number) == Math.PI) {
            return new Written(negative ? "-Math.PI" : "Math.PI", precedence);
        }
        boolean whole = number == Math.rint(number) && Math.abs(number) < 1e7 && !(number == 0 && negative);
        return new Written(whole ? Long.toString((long) number) : Double.toString(number), precedence);
    }

    private Written apply(Operator operator, List<Term> operands) {
        Spelling spelling = operator.spelling();
        boolean logical = operator.family() == Operator.Family.LOGICAL;
        if (operator == Operators.COPY) {
            return write(operands.get(0), false);
        }
        if (operator == Operators.NOT && isOfWholes(operands.get(0))) {
            return opposite((Term.Apply) operands.get(0));
        }
        if (spelling instanceof Spelling.Infix infix) {
            return operands.size() == 1
                    ? prefix(infix, operands.get(0), logical)
                    : infix(infix, operands.get(0), operands.get(1), logical);
        }
        if (spelling instanceof Spelling.UnlessZero) {
            String first = write(operands.get(0), false).within(COMPARED + 1);
            String second = write(operands.get(1), false).within(TERNARY);
            return new Written(first + " == 0 ? 0 : " + second, TERNARY);
        }
        if (spelling instanceof Spelling.Choice choice) {
            String first = write(operands.get(0), false).within(COMPARED + 1);
            String second = write(operands.get(1), false).within(COMPARED + 1);
            return new Written(first + " " + choice.symbol() + " " + second + " ? 1 : 0", TERNARY);
        }
        if (spelling instanceof Spelling.Nested nested) {
            Term inner = operands.get(0);
            for (Term operand : operands.subList(1, operands.size())) {
                inner = new Term.Apply(nested.ofTwo(), List.of(inner, operand));
            }
            return write(inner, false);
        }
        return new Written(
                spelling instanceof Spelling.ExternMethod method ? call(method, operands) : call(spelling, operands),
                ATOM);
    }

    /** A whole number as a real; what lies among reals is one already. */
    private Written whole(Index index) {
        if (index.literal().isPresent()) {
            return number((double) index.literal().getAsLong());
        }
        if (index.atom().orElse(null) instanceof Index.Entry entry
                && entry.access().isScalar()) {
            String name = names.apply(entry.access().value());
            return name.endsWith("]") ? new Written(name, ATOM) : new Written("(double) " + name, UNARY);
        }
        return new Written(
                "(double) " + (index.mayOverflow() ? "(" + indices.inLongs(index) + ")" : indices.atom(index)), UNARY);
    }

    /** Whether a comparison is of whole numbers, among which there is no NaN. */
    private static boolean isOfWholes(Term condition) {
        return condition instanceof Term.Apply compared
                && OPPOSITE.containsKey(compared.operator())
                && compared.operands().stream().allMatch(Expressions::isWhole)
                && compared.operands().stream().anyMatch(Term.Whole.class::isInstance);
    }

    /** The comparison that holds where this one does not, a literal on its right. */
    private Written opposite(Term.Apply comparison) {
        Operator opposite = requireNonNull(OPPOSITE.get(comparison.operator()));
        List<Term> operands = comparison.operands();
        return operands.get(0) instanceof Term.Number
                ? apply(MIRRORED.getOrDefault(opposite, opposite), List.of(operands.get(1), operands.get(0)))
                : apply(opposite, operands);
    }

    /** The sign of a product is that of its first factor, {@code -a * b}, unless that may be the integer 0. */
    private Written prefix(Spelling.Infix infix, Term operand, boolean logical) {
        Written inner = write(operand, logical);
        boolean product = inner.precedence == PRODUCT && !inner.code.startsWith("-") && !beginsWithWhole(operand);
        return product
                ? new Written(infix.symbol() + inner.code, PRODUCT)
                : new Written(infix.symbol() + inner.within(infix.precedence() + 1), infix.precedence());
    }

    private Written infix(Spelling.Infix infix, Term left, Term right, boolean logical) {
        String a = side(left, right, logical, infix.precedence(), 0);
        String b = side(right, left, logical, infix.precedence(), 1);
        return new Written(a + " " + infix.symbol() + " " + b, infix.precedence());
    }

    /** An operand; a whole number beside a real is one without saying so, and two of them compare as integers. */
    private String side(Term term, Term other, boolean logical, int precedence, int further) {
        boolean compared = precedence <= ORDERED && isWhole(other);
        if (compared && other instanceof Term.Whole && term instanceof Term.Number literal) {
            double number = literal.number();
            return number == (int) number ? Integer.toString((int) number) : number(number).code;
        }
        if (term instanceof Term.Whole whole
                && (compared || isReal(other) && !whole.index().mayOverflow())) {
            String code = indices.exact(whole.index());
            return whole.index().atom().isPresent() || compared ? code : "(" + code + ")";
        }
        return write(term, logical).within(precedence + further);
    }

    private static boolean beginsWithWhole(Term term) {
        return term instanceof Term.Apply apply
                ? beginsWithWhole(apply.operands().get(0))
                : isWhole(term);
    }

    private static boolean isWhole(Term term) {
        return term instanceof Term.Whole
                || term instanceof Term.Number number && number.number() == Math.rint(number.number());
    }

    private static boolean isReal(Term term) {
        return term instanceof Term.Element element && element.value().type() == Value.Type.REAL
                || term instanceof Term.Read read && read.value().type() == Value.Type.REAL;
    }

    private String call(Spelling spelling, List<Term> operands) {
        StringJoiner arguments = new StringJoiner(", ", "(", ")");
        operands.forEach(operand -> arguments.add(write(operand, false).code));
        if (spelling instanceof Spelling.CopiedMethod method) {
            copied.add(method.method());
            return method.method() + arguments;
        }
        Spelling.StaticMethod method = (Spelling.StaticMethod) spelling;
        String owner = method.className().equals("java.lang.Math") ? "Math" : method.className();
        return owner + "." + method.method() + arguments;
    }

    /** A call of the user's method: an overload for the other kind of number is not to be met. */
    private String call(Spelling.ExternMethod method, List<Term> operands) {
        StringJoiner arguments = new StringJoiner(", ", "(", ")");
        for (int i = 0; i < operands.size(); i++) {
            Term operand = operands.get(i);
            boolean integer = method.parameters().get(i) == int.class;
            if (operand instanceof Term.Number number) {
                arguments.add(integer ? integer(number.number()) : Double.toString(number.number()));
            } else {
                arguments.add(integer ? narrowed(operand) : write(operand, false).code);
            }
        }
        return method.className() + "." + method.method() + arguments;
    }

    private static String integer(double number) {
        return number == (int) number ? Integer.toString((int) number) : "Math.toIntExact(" + (long) number + "L)";
    }

    /** A whole number as an integer, which it may have been before it was made a real; one that is too large is refused. */
    private String narrowed(Term term) {
        if (term instanceof Term.Whole whole) {
            Index index = whole.index();
            return index.mayOverflow() ? "Math.toIntExact(" + indices.inLongs(index) + ")" : indices.index(index);
        }
        return "Math.toIntExact((long) " + write(term, false).within(UNARY) + ")";
    }
}
