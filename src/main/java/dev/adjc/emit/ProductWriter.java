package dev.adjc.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.adjc.ir.Program;
import dev.adjc.ir.Value;
import dev.adjc.loop.Schedule;
import dev.adjc.loop.Scheduler;
import dev.adjc.loop.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Writes the methods of one product: one that returns a record, one that writes into the caller's arrays, and, where the
 * program is too large for one method, one that takes the work space too.
 */
final class ProductWriter {
    private final GeneratedClass owner;
    private final Product.Kind kind;
    private final boolean wide;

    ProductWriter(GeneratedClass owner, Product.Kind kind) {
        this.owner = owner;
        this.kind = kind;
        this.wide = owner.isWide();
    }

    /** Adds the methods of a product that runs once to the class. */
    void write(Product.AtOnce product) {
        Program program = product.program();
        Signature inputs = Signature.of(program, wide, owner.scope());
        if (!isPlainValue()) {
            new RecordWriter(owner, kind).write(inputs);
        }
        if (owner.isBase(kind) || !Scheduler.fitsOneRoutine(program)) {
            divided(program, inputs, Scheduler.divided(program, DividedProgram.placed(program, inputs)));
        } else {
            whole(program, inputs, Scheduler.whole(program, inputs.placed()));
        }
    }

    /** Adds the methods of a product that runs another one's program several times. */
    void write(Product.Repeated product) {
        DividedProgram base = owner.divided(product.base());
        Program program = base.seeded(kind);
        Signature inputs = Signature.of(program, wide, owner.scope());
        new RecordWriter(owner, kind).write(inputs);
        Signature filled = inputs.copy();
        Outlets outlets = new Outlets(kind, owner.function(), filled);
        withoutWork(filled, base.program(), base.runs(kind));
        String work = filled.array("work", Docs.WORK);
        JavaText text = new JavaText();
        filled.checks(text);
        new Repetition(base, inputs, outlets, filled.names(), work, text).write(kind);
        add(filled, text.toString(), base.program(), base.runs(kind));
    }

    private boolean isPlainValue() {
        return kind == Product.Kind.VALUE && owner.function().outputs().size() == 1;
    }

    private void whole(Program program, Signature inputs, Schedule schedule) {
        owner.constants(schedule.constants());
        Signature filled = inputs.copy();
        Outlets outlets = new Outlets(kind, owner.function(), filled);
        JavaText checks = new JavaText();
        filled.checks(checks);
        RoutineWriter writer = new RoutineWriter(
                filled.names().inner(),
                value -> place(value, inputs),
                delivery -> outlets.array(delivery.kind()) + "[" + delivery.position() + "] =",
                Indices.of(value -> place(value, inputs)),
                RoutineWriter.UNDIVIDED,
                owner.copied(),
                owner.plan().origin());
        writer.write(schedule.routines().get(0));
        List<Statement.Deliver> results = new ArrayList<>(schedule.results());
        if (outlets.oneValue()) {
            Statement.Deliver value = results.remove(0);
            writer.deliver(results);
            writer.giveBack(value.term());
        } else {
            writer.deliver(results);
        }
        add(filled, checks + writer.body(), program, 1);
    }

    private String place(Value value, Signature inputs) {
        String argument = inputs.arguments().get(value);
        return argument == null ? owner.constant(value) : argument;
    }

    private void divided(Program program, Signature inputs, Schedule schedule) {
        owner.constants(schedule.constants());
        DividedProgram divided = new DividedProgram(owner, kind, program, schedule, wide);
        owner.addDivided(kind, divided);
        divided.writeParts();
        Signature filled = inputs.copy();
        Outlets outlets = new Outlets(kind, owner.function(), filled);
        withoutWork(filled, program, 1);
        String work = filled.array("work", Docs.WORK);
        JavaText text = new JavaText();
        filled.checks(text);
        divided.enter(inputs, work, text);
        divided.seed(inputs, work, text);
        divided.run(inputs, work, text);
        divided.leave(outlets, work, text);
        add(filled, text.toString(), program, 1);
    }

    /** The method that makes a work space of its own. */
    private void withoutWork(Signature filled, Program program, int runs) {
        String call = kind.method() + "(" + filled.pass(List.of("new double[WORK]")) + ")";
        boolean returns = owner.function().outputs().size() == 1;
        JavaText text = new JavaText();
        text.statement(returns ? "return " + call : call);
        add(filled, text.toString(), program, runs);
    }

    private void add(Signature signature, String body, Program program, long runs) {
        boolean returns = owner.function().outputs().size() == 1;
        owner.add(MethodSpec.methodBuilder(kind.method())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc(Docs.filling(owner.plan(), kind, program, runs, signature))
                .returns(returns ? TypeName.DOUBLE : TypeName.VOID)
                .addParameters(signature.specs())
                .addCode(CodeBlock.of("$L", body))
                .build());
    }
}
