package dev.adjc.compile;

import dev.adjc.derive.ForwardMode;
import dev.adjc.derive.ReverseMode;
import dev.adjc.derive.Seeds;
import dev.adjc.derive.Shadows;
import dev.adjc.emit.ClassPlan;
import dev.adjc.emit.Generator;
import dev.adjc.emit.Names;
import dev.adjc.emit.Product;
import dev.adjc.ir.Origin;
import dev.adjc.ir.Parameter;
import dev.adjc.ir.Program;
import dev.adjc.loop.Joining;
import dev.adjc.source.Span;
import dev.adjc.syntax.Declaration;
import dev.adjc.syntax.DeepStack;
import java.util.function.BiConsumer;

/** A function of a file without errors: its program, and what is derived and generated from it. */
public final class CompiledFunction {
    private final Declaration.Function declaration;
    private final Program lowered;
    private final Program primal;
    private final String packageName;
    private final Options options;

    CompiledFunction(Declaration.Function declaration, Program lowered, String packageName, Options options) {
        this.declaration = declaration;
        this.lowered = lowered;
        this.primal = Pipeline.primal(lowered, Pipeline.UNWATCHED);
        this.packageName = packageName;
        this.options = options;
    }

    public String name() {
        return declaration.name().text();
    }

    /** The function's head in the source. */
    public Span span() {
        return declaration.name().span();
    }

    /** The program as the author wrote it, a step an operation: what a trace shows. */
    public Program lowered() {
        return lowered;
    }

    /** The program that is differentiated. */
    public Program primal() {
        return primal;
    }

    /** Whether the function gives one number, and so has a gradient. */
    public boolean hasGradient() {
        return derivation().hasGradient();
    }

    /** What the class of a mode runs for a product: that product itself, or one that is repeated for each element. */
    public Product.Kind run(Mode mode, Product.Kind kind) {
        return derivation().run(mode, kind);
    }

    /** The program that computes a product, as it is scheduled. */
    public Program program(Mode mode, Product.Kind kind) {
        return derivation().program(mode, kind, Pipeline.UNWATCHED);
    }

    /** Shows the watcher the program after each stage of {@link Pipeline#stages()}, on the way to a product. */
    public void watch(Mode mode, Product.Kind kind, BiConsumer<String, Program> watch) {
        Pipeline.primal(lowered, watch);
        derivation().program(mode, kind, watch);
    }

    /** The derivative of the program as the author wrote it, a step an operation: tangents, or adjoints, of all values. */
    public Shadows derivative(Mode mode) {
        return mode == Mode.FORWARD
                ? ForwardMode.tangents(lowered, options.zeroRule())
                : ReverseMode.adjoints(lowered, new Origin(span(), span()), options.zeroRule());
    }

    /** As {@link #derivative}, but the tangents along one input alone. */
    public Shadows tangentsAlong(Parameter input) {
        return ForwardMode.along(input, lowered, options.zeroRule());
    }

    /** The class of a mode, without its package. */
    public String className(Mode mode) {
        return Names.classStem(name()) + mode.suffix();
    }

    /** The class of a mode, with its package. */
    public String qualifiedClassName(Mode mode) {
        return packageName.isEmpty() ? className(mode) : packageName + "." + className(mode);
    }

    /** The Java class of a mode. */
    public GeneratedFile generate(Mode mode) {
        return DeepStack.run(() -> generated(mode));
    }

    private GeneratedFile generated(Mode mode) {
        ClassPlan plan = new ClassPlan(
                packageName,
                className(mode),
                mode.word() + " mode",
                primal,
                declaration.doc(),
                span(),
                Seeds.tangents(primal),
                Seeds.adjoints(primal),
                derivation().products(mode),
                Joining.WHERE_POSSIBLE);
        String qualified = qualifiedClassName(mode);
        Generator.Generated type = Generator.generate(plan);
        return new GeneratedFile(
                qualified.replace('.', '/') + ".java", qualified, type.text(), type.measures(), type.arrays());
    }

    private Derivation derivation() {
        return new Derivation(primal, new Origin(span(), span()), options.zeroRule());
    }
}
