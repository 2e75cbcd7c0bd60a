package dev.adjc.compile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.adjc.check.Sources;
import dev.adjc.harness.Classes;
import dev.adjc.harness.JavaMethods;
import dev.adjc.ir.Value;
import dev.adjc.loop.Joining;
import dev.adjc.loop.Schedule;
import dev.adjc.loop.Scheduler;
import dev.adjc.syntax.Decoded;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a user of a generated class with arrays meets. */
class ArrayClassesTest {
    private static final String MLP = """
            function mlp(const X[N,D], const Y[N,C], W[M,C], V[D,M]) -> nll {
              Q[n,m] = sum[d](X[n,d] * V[d,m]);
              Z[n,m] = sigmoid(Q[n,m]);
              U[n,c] = sum[m](Z[n,m] * W[m,c]);
              nll = -mean[n](sum[c](U[n,c] * Y[n,c]) - logsumexp[c](U[n,c]));
            }
            """;
    private static final int N = 3;
    private static final int D = 2;
    private static final int C = 2;
    private static final int M = 4;

    private static CompiledFunction compiled(String program) {
        Compilation compilation = Compiler.compile(
                Decoded.of("test.ad", program.getBytes(StandardCharsets.UTF_8)),
                Sources.none(),
                Options.DEFAULT,
                new JavaMethods());
        assertTrue(!compilation.hasErrors(), () -> compilation.diagnostics().toString());
        return compilation.uncalled().get(0);
    }

    private static Class<?> loaded(String program, Mode mode) {
        GeneratedFile file = compiled(program).generate(mode);
        return Classes.compile(List.of(file)).load(file.className());
    }

    private static Object made(Class<?> type, int... sizes) throws Throwable {
        Constructor<?> constructor = type.getConstructors()[0];
        try {
            return constructor.newInstance(Arrays.stream(sizes).boxed().toArray());
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static double[] ramp(int length) {
        double[] numbers = new double[length];
        Arrays.setAll(numbers, i -> 0.1 * (i + 1) - 0.01 * i * i);
        return numbers;
    }

    private static double[][] rows(double[] flat, int columns) {
        double[][] rows = new double[flat.length / columns][];
        Arrays.setAll(rows, i -> Arrays.copyOfRange(flat, i * columns, (i + 1) * columns));
        return rows;
    }

    /** The method of six flat arrays. */
    private static MethodHandle flat(Object made, String name) throws ReflectiveOperationException {
        Class<?>[] arrays = new Class<?>[6];
        Arrays.fill(arrays, double[].class);
        return MethodHandles.publicLookup()
                .findVirtual(made.getClass(), name, MethodType.methodType(double.class, arrays))
                .bindTo(made);
    }

    @Test
    void sizesAreToldInOrderOfAppearance() {
        Constructor<?> constructor = loaded(MLP, Mode.REVERSE).getConstructors()[0];
        String text = compiled(MLP).generate(Mode.REVERSE).text();
        assertEquals(4, constructor.getParameterCount());
        assertTrue(text.contains("public MlpReverse(int N, int D, int C, int M)"), text);
    }

    @Test
    void integersThatFixALengthAreToldOnceToo() {
        String program = """
                function repeated(x, int rounds) -> y {
                  y = x;
                  for t in 0..<rounds { y = sin(y); }
                }
                """;
        assertTrue(compiled(program).generate(Mode.REVERSE).text().contains("public RepeatedReverse(int rounds)"));
    }

    @Test
    void aWrongLengthIsRefusedWithTheSizesThatItComesFrom() throws Throwable {
        MethodHandle gradient = flat(made(loaded(MLP, Mode.REVERSE), N, D, C, M), "gradient");
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> gradient.invoke(
                        ramp(N * D), ramp(N * C), ramp(5), ramp(D * M), new double[M * C], new double[D * M]));
        assertEquals("W: expected 8 numbers (M * C, with N = 3, D = 2, C = 2, M = 4), found 5", refused.getMessage());
    }

    @Test
    void impossibleSizesAreRefused() {
        Class<?> type = loaded(MLP, Mode.REVERSE);
        IllegalArgumentException negative = assertThrows(IllegalArgumentException.class, () -> made(type, N, -1, C, M));
        assertEquals("D: expected no less than 0, found -1", negative.getMessage());
        IllegalArgumentException large =
                assertThrows(IllegalArgumentException.class, () -> made(type, 1 << 20, 1 << 20, C, M));
        assertEquals("X: more than 2^31 - 1 elements, [1048576, 1048576]", large.getMessage());
    }

    @Test
    void arraysForResultsAreDescribedWithTheirShapes() {
        String text = compiled(MLP).generate(Mode.REVERSE).text();
        assertTrue(text.contains("     * @param gradW takes the derivative by {@code W}, {@code [M, C]}\n"), text);
        assertTrue(text.contains("     * @param V_bar takes the adjoint of {@code V}, {@code [D, M]}\n"), text);
        assertTrue(
                text.contains("     * @throws IllegalArgumentException if an array has not the length of its sizes"),
                text);
        assertFalse(text.lines().anyMatch(line -> line.length() > 130), text);
    }

    @Test
    void theTangentOfOneNumberTakesOneSweep() {
        String text = compiled(MLP).generate(Mode.REVERSE).text();
        String jvp = text.substring(text.indexOf("double runJvp("));
        assertTrue(jvp.contains("double value = runVjp(X, Y, W, V, 1, each_W_bar, each_V_bar);"), jvp);
        assertFalse(text.contains("unit_"), text);
    }

    @Test
    void eachLengthIsComputedOnce() {
        String text = compiled(MLP).generate(Mode.REVERSE).text();
        assertTrue(text.contains("length(\"W\", M, C);"), text);
        assertFalse(text.contains("length(\"gradW\", M, C);"), text);
    }

    @Test
    void theCallerChoosesWhetherGradientsAreAddedTo() throws Throwable {
        Object made = made(loaded(MLP, Mode.REVERSE), N, D, C, M);
        double[] set = new double[M * C];
        double[] added = new double[M * C];
        double[] other = new double[D * M];
        Arrays.fill(set, 7);
        Arrays.fill(added, 7);
        double value =
                (double) flat(made, "gradient").invoke(ramp(N * D), ramp(N * C), ramp(M * C), ramp(D * M), set, other);
        double again = (double)
                flat(made, "addGradient").invoke(ramp(N * D), ramp(N * C), ramp(M * C), ramp(D * M), added, other);
        assertEquals(value, again);
        Arrays.setAll(set, i -> 7 + set[i]);
        assertArrayEquals(set, added, 1e-14, "two orders of the same additions");
    }

    @Test
    void arraysOfRowsAreCopied() throws Throwable {
        Object made = made(loaded(MLP, Mode.REVERSE), N, D, C, M);
        Class<?> rows = double[][].class;
        Object record = made.getClass()
                .getMethod("gradient", rows, rows, rows, rows)
                .invoke(made, rows(ramp(N * D), D), rows(ramp(N * C), C), rows(ramp(M * C), C), rows(ramp(D * M), M));
        double[] expected = new double[M * C];
        double value = (double) flat(made, "gradient")
                .invoke(ramp(N * D), ramp(N * C), ramp(M * C), ramp(D * M), expected, new double[D * M]);
        assertEquals(value, record.getClass().getMethod("value").invoke(record));
        assertArrayEquals(expected, (double[]) record.getClass().getMethod("W").invoke(record));
    }

    @Test
    void arraysOfMoreThanEightDimensionsAreFlatAlone() {
        assertEquals(2, values("x[a,b,c,d,e,f,g,h]", "x[0,0,0,0,0,0,0,0]"));
        assertEquals(1, values("x[a,b,c,d,e,f,g,h,i]", "x[0,0,0,0,0,0,0,0,0]"));
    }

    /** In how many forms a function of this parameter gives its value. */
    private static long values(String parameter, String value) {
        Class<?> type = loaded("function f(" + parameter + ") -> y { y = " + value + "; }", Mode.REVERSE);
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals("value"))
                .count();
    }

    @Test
    void callsAllocateNothing() throws Throwable {
        Object made = made(loaded(MLP, Mode.REVERSE), N, D, C, M);
        MethodHandle gradient = flat(made, "gradient");
        double[][] arrays = {ramp(N * D), ramp(N * C), ramp(M * C), ramp(D * M), new double[M * C], new double[D * M]};
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        double sum = 0;
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long before = threads.getThreadAllocatedBytes(thread);
            for (int i = 0; i < 1000; i++) {
                sum += (double) gradient.invokeExact(arrays[0], arrays[1], arrays[2], arrays[3], arrays[4], arrays[5]);
            }
            least = Math.min(least, threads.getThreadAllocatedBytes(thread) - before);
        }
        assertTrue(sum != 0);
        // The bean's own answer is what little is left; an array a call would be 16,000 bytes at the least.
        assertTrue(least < 1000, least + " bytes in 1,000 calls");
    }

    @Test
    void theTextIsAsLongForAMillionElementsAsForAHundred() {
        assertEquals(lines("100"), lines("1000000"));
    }

    private static long lines(String size) {
        String program = """
                function chain(x[%s], w) -> y {
                  e[i] = exp(w * x[i]);
                  y = sum[i in 0..<%s - 1]((e[i + 1] - e[i])^2);
                }
                """.formatted(size, size);
        return compiled(program).generate(Mode.REVERSE).text().lines().count();
    }

    @Test
    void noTemporaryOfAStatementIsAnArray() {
        CompiledFunction function = compiled(MLP);
        Schedule schedule =
                Scheduler.nested(function.primal(), Set.of(), ArrayProgram.origin(), Joining.WHERE_POSSIBLE);
        assertEquals(
                List.of(),
                schedule.arrays().keySet().stream()
                        .filter(value -> value.role() == Value.Role.TEMPORARY
                                && !value.name().equals("stop_gradient"))
                        .toList());
        assertTrue(schedule.arrays().values().stream().allMatch(extents -> extents.size() == 1), schedule::toString);
    }
}
