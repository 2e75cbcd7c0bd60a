package dev.adjc.compile;

import static dev.adjc.compile.ArrayProgram.over;
import static dev.adjc.compile.ArrayProgram.size;

import dev.adjc.ir.Access;
import dev.adjc.ir.Axis;
import dev.adjc.ir.Combine;
import dev.adjc.ir.Domain;
import dev.adjc.ir.Guard;
import dev.adjc.ir.Index;
import dev.adjc.ir.Literal;
import dev.adjc.ir.Parameter.Kind;
import dev.adjc.ir.Value;
import dev.adjc.operator.Exponentials;
import dev.adjc.operator.Operators;
import dev.adjc.operator.Trigonometry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What nests and arrays must give: the same as the interpreter, with the program as it was written. */
class ArrayProgramsTest {

    /** y = sum[m](tanh(sum[d](V[m,d] * x[d]))^2). */
    @Test
    void sumsOfProductsBecomeInnerNests() {
        ArrayProgram program = new ArrayProgram("layer");
        Value v = program.input("V", Kind.ACTIVE, size("M"), size("D"));
        Value x = program.input("x", Kind.ACTIVE, size("D"));
        Axis m = program.axis("m", size("M"));
        Axis d = program.axis("d", size("D"));
        Value q = program.array("q", size("M"));
        Value h = program.array("h", size("M"));
        Value y = program.array("y");
        Access t = program.part(over(m, d), Operators.MULTIPLY, v.at(over(m, d).places()), x.at(over(d).places()));
        program.sum(q.at(over(m).places()), over(m, d), t);
        program.define(h.at(over(m).places()), over(m), Combine.SET, Trigonometry.TANH, q.at(over(m).places()));
        Access square = program.part(over(m), Operators.MULTIPLY, h.at(over(m).places()), h.at(over(m).places()));
        program.sum(y.read(), over(m), square);
        program.output("y", y);
        ArrayTrial.run(program.build(), sizes("M", 3, "D", 4), Map.of());
        ArrayTrial.run(program.build(), sizes("M", 0, "D", 4), Map.of());
    }

    /** y[i] = x[idx[i]]^2. */
    @Test
    void gathersScatter() {
        ArrayProgram program = new ArrayProgram("gather");
        Value x = program.input("x", Kind.ACTIVE, size("n"));
        Value idx = program.input("idx", Kind.INTEGER, size("k"));
        Axis i = program.axis("i", size("k"));
        Value y = program.array("y", size("k"));
        Access read = x.at(List.of(Index.of(new Index.Entry(idx.at(over(i).places())))));
        program.define(y.at(over(i).places()), over(i), Combine.SET, Operators.MULTIPLY, read, read);
        program.output("y", y);
        ArrayTrial.run(program.build(), sizes("n", 3, "k", 5), Map.of("idx", new double[] {2, 0, 2, 1, 0}));
    }

    /** d[i] = (x[i+1] - x[i])^2, s = sum[i](d[i] * d[0]). */
    @Test
    void shiftsDoNotShareAPlace() {
        ArrayProgram program = new ArrayProgram("shift");
        Value x = program.input("x", Kind.ACTIVE, size("n"));
        Axis j = program.axis("j", size("n"));
        Axis i = program.axis("i", size("n").plus(-1));
        Value e = program.array("e", size("n"));
        Value s = program.array("s");
        program.define(e.at(over(j).places()), over(j), Combine.SET, Exponentials.EXP, x.at(over(j).places()));
        Access difference =
                program.part(over(i), Operators.SUBTRACT, e.at(List.of(i.place().plus(1))), e.at(over(i).places()));
        Access square = program.part(over(i), Operators.MULTIPLY, difference, difference);
        Access first = program.part(over(i), Operators.MULTIPLY, square, e.at(List.of(Index.ZERO)));
        program.sum(s.read(), over(i), first);
        program.output("s", s);
        ArrayTrial.run(program.build(), sizes("n", 6), Map.of());
        ArrayTrial.run(program.build(), sizes("n", 1), Map.of());
    }

    /** s = sum[i, j < i](L[i,j]^2), of an array of literal size. */
    @Test
    void trianglesEndAtTheirRow() {
        ArrayProgram program = new ArrayProgram("triangle");
        Value l = program.input("L", Kind.ACTIVE, Index.of(4), Index.of(4));
        Axis i = program.axis("i", Index.of(4));
        Axis j = program.axis("j", i.place());
        Value s = program.array("s");
        Access element = l.at(over(i, j).places());
        Access square = program.part(over(i, j), Operators.MULTIPLY, element, element);
        Access sine = program.part(over(i, j), Trigonometry.SIN, square);
        program.sum(s.read(), over(i, j), sine);
        program.output("s", s);
        ArrayTrial.run(program.build(), Map.of(), Map.of());
    }

    /** h[0] = x; h[t+1] = tanh(w * h[t]) for t < T; y = h[T]. */
    @Test
    void roundsFollowOneAnother() {
        ArrayProgram program = new ArrayProgram("recurrence");
        Value x = program.input("x", Kind.ACTIVE);
        Value w = program.input("w", Kind.ACTIVE);
        Value rounds = program.input("T", Kind.INTEGER);
        Index times = Index.of(new Index.Entry(rounds.read()));
        Axis t = program.rounds("t", times, Axis.Order.UP);
        Value h = program.array("h", times.plus(1));
        Value y = program.array("y");
        program.define(h.at(List.of(Index.ZERO)), Domain.POINT, Combine.SET, Operators.COPY, x.read());
        Access product = program.part(over(t), Operators.MULTIPLY, w.read(), h.at(over(t).places()));
        program.define(h.at(List.of(t.place().plus(1))), over(t), Combine.SET, Trigonometry.TANH, product);
        program.define(y.read(), Domain.POINT, Combine.SET, Operators.COPY, h.at(List.of(times)));
        program.output("y", y);
        ArrayTrial.run(program.build(), Map.of(), Map.of("T", new double[] {5}));
        ArrayTrial.run(program.build(), Map.of(), Map.of("T", new double[] {0}));
    }

    /** y[i] = if x[i] > 1 then log(x[i]) else x[i] * c, s = max[i](y[i]). */
    @Test
    void branchesAreTakenElementByElement() {
        ArrayProgram program = new ArrayProgram("branch");
        Value x = program.input("x", Kind.ACTIVE, size("n"));
        Value c = program.input("c", Kind.ACTIVE);
        Axis i = program.axis("i", size("n"));
        Value y = program.array("y", size("n"));
        Access element = x.at(over(i).places());
        Access condition = program.part(over(i), Operators.GREATER, element, Literal.of(1));
        Domain then = new Domain(List.of(i), Guard.ALWAYS.and(condition, true));
        Domain otherwise = new Domain(List.of(i), Guard.ALWAYS.and(condition, false));
        program.define(y.at(over(i).places()), then, Combine.SET, Exponentials.LOG, element);
        program.define(y.at(over(i).places()), otherwise, Combine.SET, Operators.MULTIPLY, element, c.read());
        program.output("y", y);
        ArrayTrial.run(program.build(), sizes("n", 7), Map.of());
    }

    private static Map<String, Integer> sizes(String one, int size) {
        return Map.of(one, size);
    }

    private static Map<String, Integer> sizes(String one, int size, String other, int further) {
        Map<String, Integer> sizes = new java.util.LinkedHashMap<>();
        sizes.put(one, size);
        sizes.put(other, further);
        return sizes;
    }
}
