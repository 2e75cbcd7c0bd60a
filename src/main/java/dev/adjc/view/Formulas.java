package dev.adjc.view;

import dev.adjc.ir.Access;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Index;
import dev.adjc.ir.IndexNumber;
import dev.adjc.ir.Literal;
import dev.adjc.ir.Operand;
import dev.adjc.ir.Reads;
import dev.adjc.ir.Symbol;
import dev.adjc.ir.Value;
import dev.adjc.operator.Exponentials;
import dev.adjc.operator.Operator;
import dev.adjc.operator.Operators;
import dev.adjc.operator.Spelling;
import dev.adjc.view.Composites.Composite;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Definitions as formulas, near the source's own notation, with no more brackets than they need. */
final class Formulas {
    private static final int LOOSEST = 0;
    private static final int SUM = 11;
    private static final int PRODUCT = 12;
    private static final int SIGN = 14;
    private static final int POWER = 15;

    private static final Pattern WORD = Pattern.compile("[a-z]\\w*");
    private static final Pattern BRACKETS = Pattern.compile("\\([^()]*\\)");

    private final Function<Value, String> names;
    private final Map<Value, Definition> inlined;

    /**
     * Formulas over named values.
     *
     * @param inlined values that have no name of their own: where they are read, their definition is written
     */
    Formulas(Function<Value, String> names, Map<Value, Definition> inlined) {
        this.names = names;
        this.inlined = inlined;
    }

    /** What the definition computes. */
    String of(Definition definition) {
        return of(definition, LOOSEST);
    }

    /** The reduction as the source has it. */
    String of(Composite composite) {
        return composite.name() + composite.axes() + "(" + of(composite.term()) + ")";
    }

    /** What a term's adjoint gets of the reduction's: {@code d v1/d x[i] * v1_bar}. */
    String share(Composite composite) {
        Access result = composite.result().target();
        String adjoint = element(result).replaceFirst("^" + names.apply(result.value()), "$0_bar");
        return "d " + element(result) + "/d " + of(composite.term(), POWER + 1) + " * " + adjoint;
    }

    /** All values of which elements are read where the definition is written out. */
    Stream<Value> read(Definition definition) {
        return Reads.of(definition).stream().flatMap(value -> {
            Definition part = inlined.get(value);
            return part == null ? Stream.of(value) : read(part);
        });
    }

    String of(Operand operand) {
        return of(operand, LOOSEST);
    }

    /** The operand, in brackets if it binds less tightly than what is around it. */
    private String of(Operand operand, int around) {
        if (operand instanceof Literal literal) {
            return bracketed(literal.toString(), literal.number() < 0 ? SIGN : POWER + 1, around);
        }
        if (operand instanceof IndexNumber number) {
            String text = of(number.index());
            return bracketed(text, precedence(text), around);
        }
        Access access = (Access) operand;
        Definition definition = inlined.get(access.value());
        return definition != null && definition.target().at().equals(access.at())
                ? of(definition, around)
                : element(access);
    }

    /** An element by its name: {@code W[i, 2*j]}. */
    String element(Access access) {
        String name = names.apply(access.value());
        return access.at().isEmpty()
                ? name
                : access.at().stream().map(this::of).collect(Collectors.joining(", ", name + "[", "]"));
    }

    /** An index, with each value that it reads under the name that it has here. */
    String of(Index index) {
        return index.replace(atom -> atom instanceof Index.Entry entry
                        ? Optional.of(Index.of(Symbol.of(element(entry.access()))))
                        : Optional.empty())
                .toString();
    }

    private String of(Definition definition, int around) {
        List<String> reduced = reduced(definition);
        return reduced.isEmpty()
                ? term(definition, around)
                : definition.combine().name().toLowerCase(Locale.ROOT) + reduced + "(" + term(definition, LOOSEST)
                        + ")";
    }

    /** The axes along which terms are added up, or compared. */
    private static List<String> reduced(Definition definition) {
        Set<Index.Atom> mentioned = definition.target().at().stream()
                .flatMap(place -> place.atoms().stream())
                .collect(Collectors.toSet());
        return definition.domain().axes().stream()
                .filter(axis -> !mentioned.contains(axis.symbol()))
                .map(axis -> axis.symbol().toString())
                .collect(Collectors.toList());
    }

    private String term(Definition definition, int around) {
        Operator operator = definition.operator();
        if (operator == Operators.COPY) {
            return of(definition.operand(0), around);
        }
        if (operator == Operators.UNLESS_ZERO) {
            return of(definition.operand(1), around);
        }
        if (operator == Exponentials.POWER || operator == Exponentials.POW) {
            return definition.operand(1).isLiteral(1)
                    ? of(definition.operand(0), around)
                    : infix(definition, "^", POWER, around);
        }
        if (operator == Operators.NEGATE) {
            return bracketed("-" + of(definition.operand(0), PRODUCT), PRODUCT, around);
        }
        if (operator.spelling() instanceof Spelling.Infix infix) {
            boolean logical = operator.family() == Operator.Family.LOGICAL;
            String symbol = logical ? operator.name() : infix.symbol();
            return definition.operands().size() == 1
                    ? bracketed(symbol + " " + of(definition.operand(0), SIGN), SIGN, around)
                    : infix(definition, " " + symbol + " ", infix.precedence(), around);
        }
        if (!operator.formula().isEmpty()) {
            return substituted(definition, around);
        }
        return operator.name()
                + definition.operands().stream().map(this::of).collect(Collectors.joining(", ", "(", ")"));
    }

    /** What programs cannot call is shown as they would write it. */
    private String substituted(Definition definition, int around) {
        List<String> arguments = definition.operator().arguments();
        String text = WORD.matcher(definition.operator().formula()).replaceAll(word -> {
            int position = arguments.indexOf(word.group());
            return Matcher.quoteReplacement(position < 0 ? word.group() : of(definition.operand(position), POWER + 1));
        });
        return bracketed(text, precedence(text), around);
    }

    /** How tightly a formula holds together: as its loosest operator outside of brackets does. */
    private static int precedence(String formula) {
        String bare = formula;
        for (String inner = "";
                !inner.equals(bare);
                bare = BRACKETS.matcher(bare).replaceAll("")) {
            inner = bare;
        }
        boolean isChoice = bare.startsWith("if ");
        boolean isSum = bare.contains(" + ") || bare.contains(" - ");
        boolean isProduct = bare.startsWith("-") || bare.contains("*") || bare.contains("/");
        return isChoice ? LOOSEST : isSum ? SUM : isProduct ? PRODUCT : bare.contains("^") ? POWER : POWER + 1;
    }

    /** Left-associative, but for powers. */
    private String infix(Definition definition, String symbol, int precedence, int around) {
        boolean fromRight = precedence == POWER;
        String left = of(definition.operand(0), fromRight ? precedence + 1 : precedence);
        String right = of(definition.operand(1), fromRight ? precedence : precedence + 1);
        return bracketed(left + symbol + right, precedence, around);
    }

    private static String bracketed(String text, int precedence, int around) {
        return precedence < around ? "(" + text + ")" : text;
    }
}
