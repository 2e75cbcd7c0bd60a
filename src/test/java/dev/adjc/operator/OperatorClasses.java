package dev.adjc.operator;

import static java.util.Objects.requireNonNull;

import dev.adjc.compile.GeneratedFile;
import dev.adjc.compile.Mode;
import dev.adjc.compile.Pipeline;
import dev.adjc.derive.ForwardMode;
import dev.adjc.derive.ReverseMode;
import dev.adjc.derive.ZeroRule;
import dev.adjc.emit.ClassPlan;
import dev.adjc.emit.Generator;
import dev.adjc.emit.Product;
import dev.adjc.harness.Classes;
import dev.adjc.harness.GeneratedCode;
import dev.adjc.ir.Combine;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Domain;
import dev.adjc.ir.Guard;
import dev.adjc.ir.Literal;
import dev.adjc.ir.Operand;
import dev.adjc.ir.Origin;
import dev.adjc.ir.Output;
import dev.adjc.ir.Parameter;
import dev.adjc.ir.Program;
import dev.adjc.ir.Step;
import dev.adjc.ir.Value;
import dev.adjc.ir.Values;
import dev.adjc.loop.Joining;
import dev.adjc.operator.Operator.Family;
import dev.adjc.operator.Operator.Trait;
import dev.adjc.source.Source;
import dev.adjc.source.Span;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** For each row a program that applies the operator to its inputs and does nothing else, and its generated classes. */
final class OperatorClasses {
    private static final Span SPAN = new Span(new Source("table.ad", "f"), 0, 1);
    private static final Origin ORIGIN = new Origin(SPAN, SPAN);

    private final Map<Operator, Map<Mode, GeneratedCode>> classes = new HashMap<>();

    OperatorClasses(List<Operator> rows) {
        List<GeneratedFile> files = new ArrayList<>();
        Map<Operator, Program> programs = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Program program = program(rows.get(i));
            programs.put(rows.get(i), program);
            for (Mode mode : Mode.values()) {
                String name = "Row" + i + mode.suffix();
                String text = Generator.generate(new ClassPlan(
                                "",
                                name,
                                mode.word(),
                                program,
                                Optional.empty(),
                                SPAN,
                                List.of(),
                                List.of(),
                                products(program, mode),
                                Joining.WHERE_POSSIBLE))
                        .text();
                files.add(new GeneratedFile(name + ".java", name, text));
            }
        }
        Classes compiled = Classes.compile(files);
        for (int i = 0; i < rows.size(); i++) {
            Map<Mode, GeneratedCode> modes = new EnumMap<>(Mode.class);
            for (Mode mode : Mode.values()) {
                Class<?> type = compiled.load("Row" + i + mode.suffix());
                modes.put(mode, new GeneratedCode(type, requireNonNull(programs.get(rows.get(i)))));
            }
            classes.put(rows.get(i), modes);
        }
    }

    GeneratedCode of(Operator operator, Mode mode) {
        return requireNonNull(requireNonNull(classes.get(operator)).get(mode));
    }

    private static List<Product> products(Program program, Mode mode) {
        List<Product> products = new ArrayList<>();
        products.add(product(Product.Kind.VALUE, program));
        if (!program.activeParameters().isEmpty()) {
            Program gradient = mode == Mode.FORWARD
                    ? ForwardMode.gradient(program, ORIGIN, ZeroRule.ABSORBING)
                    : ReverseMode.gradient(program, ORIGIN, ZeroRule.ABSORBING);
            products.add(product(Product.Kind.GRADIENT, gradient));
        }
        return products;
    }

    private static Product product(Product.Kind kind, Program program) {
        return new Product.AtOnce(kind, Pipeline.finished(program, Pipeline.UNWATCHED));
    }

    /** Whether the row has formulas for partials that a program can be derived with. */
    static boolean hasPartials(Operator operator) {
        return !operator.partials().isEmpty();
    }

    /** {@code r = operator(x0, x1, …)}; conditions come in as numbers that are not 0, and go out as 1 and 0. */
    static Program program(Operator operator) {
        Values values = new Values();
        List<Step> steps = new ArrayList<>();
        List<Parameter> parameters = new ArrayList<>();
        List<Operand> operands = new ArrayList<>();
        int inputs = operator.arity();
        for (int i = 0; i < inputs; i++) {
            if (operator.is(Trait.LITERAL_LAST) && i == inputs - 1) {
                operands.add(Literal.of(operator.samples().get(i)[0]));
                continue;
            }
            Value input = values.real("x" + i, Value.Role.NAMED);
            Parameter.Kind kind = hasPartials(operator) ? Parameter.Kind.ACTIVE : Parameter.Kind.PASSIVE;
            parameters.add(new Parameter("x" + i, input, kind, ""));
            if (operator.family() == Family.LOGICAL) {
                Value condition = values.make("c", Value.Type.CONDITION, Value.Role.TEMPORARY);
                steps.add(set(condition, Guard.ALWAYS, Operators.UNEQUAL, input.read(), Literal.ZERO));
                operands.add(condition.read());
            } else {
                operands.add(input.read());
            }
        }
        Value result = values.real("r", Value.Role.NAMED);
        if (operator.givesCondition()) {
            Value condition = values.make("c", Value.Type.CONDITION, Value.Role.TEMPORARY);
            steps.add(set(condition, Guard.ALWAYS, operator, operands.toArray(Operand[]::new)));
            steps.add(set(result, Guard.ALWAYS.and(condition.read(), true), Operators.COPY, Literal.ONE));
            steps.add(set(result, Guard.ALWAYS.and(condition.read(), false), Operators.COPY, Literal.ZERO));
        } else {
            steps.add(set(result, Guard.ALWAYS, operator, operands.toArray(Operand[]::new)));
        }
        Output output = new Output("r", result.read(), Output.Kind.VALUE);
        return new Program("f", parameters, steps, List.of(output), values);
    }

    private static Definition set(Value target, Guard guard, Operator operator, Operand... operands) {
        return new Definition(target.read(), Domain.where(guard), Combine.SET, operator, List.of(operands), ORIGIN);
    }
}
