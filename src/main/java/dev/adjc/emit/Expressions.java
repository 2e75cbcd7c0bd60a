package dev.adjc.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.adjc.ir.Value;
import dev.adjc.loop.Term;
import dev.adjc.operator.Operator;
import dev.adjc.operator.Operators;
import dev.adjc.operator.Spelling;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Writes terms as Java expressions, with the brackets that Java needs and no more. */
final class Expressions {
    private static final int TERNARY = 1;
    private static final int COMPARED = 8;
    private static final int UNARY = 14;
    private static final int ATOM = 16;

    private final Function<Value, String> names;
    private final Set<String> copied;

    /**
     * A writer of expressions.
     *
     * @param names what a value is called, or where it lies
     * @param copied takes note of each special function that is called
     */
    Expressions(Function<Value, String> names, Set<String> copied) {
        this.names = names;
        this.copied = copied;
    }

    /** A number. */
    CodeBlock real(Term term) {
        return write(term, false).code;
    }

    /** A condition. */
    CodeBlock condition(Term term) {
        return write(term, true).code;
    }

    private record Written(CodeBlock code, int precedence) {
        CodeBlock within(int needed) {
            return precedence < needed ? CodeBlock.of("($L)", code) : code;
        }
    }

    private Written write(Term term, boolean asCondition) {
        if (term instanceof Term.Number number) {
            return asCondition
                    ? new Written(CodeBlock.of(number.number() != 0 ? "true" : "false"), ATOM)
                    : number(number.number());
        }
        if (term instanceof Term.Read read) {
            String name = names.apply(read.value());
            boolean stored = asCondition && name.endsWith("]");
            return stored
                    ? new Written(CodeBlock.of("$L != 0", name), COMPARED)
                    : new Written(CodeBlock.of("$L", name), ATOM);
        }
        Term.Apply apply = (Term.Apply) term;
        return apply(apply.operator(), apply.operands());
    }

    /** The literal of a number, whole ones without a point: all arithmetic is on doubles, whichever side stands alone. */
    static CodeBlock literal(double number) {
        if (Double.isNaN(number)) {
            return CodeBlock.of("$T.NaN", Double.class);
        }
        if (Double.isInfinite(number)) {
            return CodeBlock.of(number > 0 ? "$T.POSITIVE_INFINITY" : "$T.NEGATIVE_INFINITY", Double.class);
        }
        if (number == Math.PI) {
            return CodeBlock.of("$T.PI", Math.class);
        }
        boolean whole = number == Math.rint(number) && Math.abs(number) < 1e7;
        boolean negativeZero = number == 0 && 1 / number < 0;
        return CodeBlock.of("$L", whole && !negativeZero ? Long.toString((long) number) : Double.toString(number));
    }

    private static Written number(double number) {
        boolean signed = number < 0 || number == 0 && 1 / number < 0;
        return new Written(literal(number), signed && !Double.isInfinite(number) ? UNARY : ATOM);
    }

    private Written apply(Operator operator, List<Term> operands) {
        Spelling spelling = operator.spelling();
        boolean logical = operator.family() == Operator.Family.LOGICAL;
        if (operator == Operators.REAL) {
            return widened(operands.get(0));
        }
        if (operator == Operators.COPY || operator == Operators.STOP_GRADIENT) {
            return write(operands.get(0), false);
        }
        if (spelling instanceof Spelling.Infix infix) {
            return operands.size() == 1
                    ? prefix(infix, operands.get(0), logical)
                    : infix(infix, operands.get(0), operands.get(1), logical);
        }
        if (spelling instanceof Spelling.UnlessZero) {
            CodeBlock first = write(operands.get(0), false).within(COMPARED + 1);
            CodeBlock second = write(operands.get(1), false).within(TERNARY);
            return new Written(CodeBlock.of("$L == 0 ? 0$W: $L", first, second), TERNARY);
        }
        if (spelling instanceof Spelling.Choice choice) {
            CodeBlock first = write(operands.get(0), false).within(COMPARED + 1);
            CodeBlock second = write(operands.get(1), false).within(COMPARED + 1);
            return new Written(CodeBlock.of("$L $L $L ? 1 : 0", first, choice.symbol(), second), TERNARY);
        }
        if (spelling instanceof Spelling.Nested nested) {
            Term inner = operands.get(0);
            for (Term operand : operands.subList(1, operands.size())) {
                inner = new Term.Apply(nested.ofTwo(), List.of(inner, operand));
            }
            return write(inner, false);
        }
        return new Written(call(spelling, operands), ATOM);
    }

    /** An integer argument, as a double; what lies in an array is one already. */
    private Written widened(Term term) {
        Written operand = write(term, false);
        boolean stored = operand.code.toString().endsWith("]");
        return stored || !(term instanceof Term.Read)
                ? operand
                : new Written(CodeBlock.of("(double) $L", operand.code), UNARY);
    }

    private Written prefix(Spelling.Infix infix, Term operand, boolean logical) {
        CodeBlock code = write(operand, logical).within(infix.precedence() + 1);
        return new Written(CodeBlock.of("$L$L", infix.symbol(), code), infix.precedence());
    }

    private Written infix(Spelling.Infix infix, Term left, Term right, boolean logical) {
        CodeBlock a = write(left, logical).within(infix.precedence());
        CodeBlock b = write(right, logical).within(infix.precedence() + 1);
        return new Written(CodeBlock.of("$L $L$W$L", a, infix.symbol(), b), infix.precedence());
    }

    private CodeBlock call(Spelling spelling, List<Term> operands) {
        CodeBlock arguments =
                operands.stream().map(operand -> write(operand, false).code).collect(CodeBlock.joining(",$W"));
        if (spelling instanceof Spelling.CopiedMethod method) {
            copied.add(method.method());
            return CodeBlock.of("$L($L)", method.method(), arguments);
        }
        Spelling.StaticMethod method = (Spelling.StaticMethod) spelling;
        return CodeBlock.of("$T.$L($L)", ClassName.bestGuess(method.className()), method.method(), arguments);
    }
}
