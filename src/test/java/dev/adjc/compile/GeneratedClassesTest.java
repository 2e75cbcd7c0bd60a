package dev.adjc.compile;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjc.check.Sources;
import dev.adjc.emit.Product;
import dev.adjc.harness.Generated;
import dev.adjc.harness.GeneratedCode;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Interpreter;
import dev.adjc.ir.Program;
import dev.adjc.operator.Choices;
import dev.adjc.operator.LogisticFunctions;
import dev.adjc.operator.Operator;
import dev.adjc.operator.Operators;
import dev.adjc.syntax.Decoded;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Small programs whose classes once were, or easily could be, wrong: each class gives what is worked out by hand. */
class GeneratedClassesTest {

    /** At the point, both classes have this value and this gradient, exactly. */
    private static void check(String program, double[] point, double value, double... gradient) {
        Generated generated = Generated.of(program);
        for (Mode mode : Mode.values()) {
            GeneratedCode.Numbers numbers = requireNonNull(generated.code(mode)).gradient(point);
            assertEquals(
                    value,
                    numbers.values()[0],
                    () -> mode + "\n" + generated.texts().get(mode));
            assertArrayEquals(
                    gradient,
                    numbers.derivatives(),
                    () -> mode + "\n" + generated.texts().get(mode));
        }
    }

    private static double[] at(double... point) {
        return point;
    }

    // ---- calls are carried out once, but only equal ones

    @Test
    void choiceIsNotTakenForItsLastBranch() {
        check("""
                function square(x) -> y {
                  y = x * x;
                }
                function f(a) -> y {
                  b = if a > 1 then 2 else a;
                  y = square(a) + square(b);
                }
                """, at(3), 13, 6);
    }

    @Test
    void branchIsNotTakenForAnEqualExpressionOutsideOfIt() {
        check("""
                function square(x) -> y {
                  y = x * x;
                }
                function f(a) -> y {
                  b = if a > 1 then a else 2 * a;
                  c = 2 * a;
                  y = square(b) + square(c);
                }
                """, at(3), 45, 30);
    }

    // ---- what only a branch not taken reads passes no derivative on, whatever its partials

    @Test
    void quotientReadInTheOtherBranchPassesNothingOn() {
        check("""
                function f(x) -> y {
                  t = 1 / x;
                  y = if x == 0 then x else t;
                }
                """, at(0), 0, 1);
    }

    @Test
    void whatIsComputedForTheOtherBranchPassesNothingOn() {
        check("""
                function f(x) -> y {
                  t = sin(1 / x);
                  u = t * exp(800 - x);
                  y = if x == 0 then x else u / x;
                }
                """, at(0), 0, 1);
    }

    @Test
    void valueReadInBranchesOfSeveralChoicesPassesNothingOnWhereNoneIsTaken() {
        check("""
                function f(x, y) -> z {
                  t = 1 / x;
                  u = t * t;
                  a = if x != 0 then u else 1 * x;
                  b = if y > 0 then u * x else y;
                  c = if x != 0 and y > 1 then t else 3 * y;
                  z = a + b + c;
                }
                """, at(0, -1), -4, 1, 4);
    }

    @Test
    void valueReadInBothBranchesPassesItsDerivativeOn() {
        check("""
                function f(x) -> y {
                  t = x * x;
                  y = if x > 1 then (if x > 2 then t else 2 * t) else 3 * t;
                }
                """, at(1.5), 4.5, 6);
    }

    @Test
    void choiceReadInABranchOfAnotherConditionPassesItsDerivativeOn() {
        check("""
                function f(x, y) -> z {
                  t = if x > 0 then x * x else 1 / x;
                  z = if y > 0 then t else y;
                }
                """, at(3, 1), 9, 6, 0);
    }

    // ---- integers

    private static final String INTEGERS = """
            function power(x, int n) -> y {
              y = x^n;
            }
            function f(x, int n, int m) -> y {
              y = power(x, %s);
            }
            """;

    @ParameterizedTest
    @CsvSource({
        "'div(n, 2)', 7, 0, 3",
        "'div(-n, 2)', 7, 0, -4",
        "'div(n, m)', 7, -2, -4",
        "'mod(n, m)', 7, 4, 3",
        "'mod(-n, m)', 7, 4, 1",
        "'mod(n, -m)', 7, 4, -1",
        "'n - 2 * m + 1', 7, 3, 2",
        "'-(n - m) * 2', 3, 2, -2",
        "'div(n * n, mod(m, 5) + 1) - 1', 5, 7, 7",
        "'+n', 2, 0, 2",
        "'3', 0, 0, 3",
    })
    void integerExpressionsMayStandForIntegers(String argument, int n, int m, int exponent) {
        check(
                String.format(INTEGERS, argument),
                at(2, n, m),
                Math.pow(2, exponent),
                exponent * Math.pow(2, exponent - 1));
    }

    @Test
    void integerExpressionsPassThroughSeveralCalls() {
        check(
                INTEGERS.replace("power(x, %s)", "half(x, div(n, m)) + half(x, n - 1)") + """
                        function half(x, int n) -> y {
                          y = power(x, div(n, 2) + mod(n, 2));
                        }
                        """,
                at(2, 9, 2),
                Math.pow(2, 2) + Math.pow(2, 4),
                2 * 2 + 4 * 8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"div", "mod"})
    void nothingIsDividedByAnIntegerThatIsZero(String function) {
        Generated generated = Generated.of(String.format(INTEGERS, function + "(n, m - 1)"));
        String words = "the divisor of " + function + " is 0: m = 1";
        for (Mode mode : Mode.values()) {
            IllegalArgumentException thrown = assertThrows(
                    IllegalArgumentException.class,
                    () -> requireNonNull(generated.code(mode)).gradient(at(2, 7, 1)));
            assertEquals(words, thrown.getMessage());
        }
    }

    // ---- what is held fixed

    @Test
    void whatIsHeldFixedHasNoNameForThat() {
        Generated generated = Generated.of("""
                extern function scaled(const c, x, int k) = "java.lang.Math.fma" {
                  d x = c;
                }
                function times(x, const c) -> y {
                  y = x * c;
                }
                function f(x, int n, const a) -> y {
                  y = times(x, sin(a)) + times(x, exp(x)) + stop_gradient(x * x) * x + scaled(x, x, div(n, 2));
                }
                """);
        generated.texts().values().forEach(text -> {
            String code = text.lines().filter(line -> !line.contains("//")).collect(Collectors.joining("\n"));
            assertFalse(code.contains("stop"), text);
        });
    }

    // ---- conditions

    @Test
    void conditionsWithinConditionsHaveTheirNamesInReach() {
        check("""
                function f(a, b) -> y {
                  y = if a > 2 or (b > 2 or a > b) then a else b;
                }
                """, at(1, 0.5), 1, 1, 0);
    }

    @Test
    void armsBehindOneThatIsAlwaysTakenVanish() {
        check("""
                function f(a, b) -> y {
                  y = if a == 1 then 2 else if 1 <= 1 then 3 * a else if a < 0 then 4 else if a < -1 then 5
                      else if a < -2 then 6 else if a < -3 then 7 else if a < -4 then 8 else if a < -5 then 9 else b;
                }
                """, at(7, 5), 21, 3, 0);
    }

    @Test
    void branchThatIsNeverTakenPassesNothingOn() {
        check("""
                function f(a) -> y {
                  y = if 2^3 >= pi then 0.75 else a;
                }
                """, at(7), 0.75, 0);
    }

    // ---- names and constants

    @Test
    void constantThatCallsASpecialFunctionFindsItsTablesFilled() {
        check("""
                function f(a) -> y {
                  y = a * (1 + erf(0));
                }
                """, at(3), 3, 1);
    }

    @Test
    void constantsAreNotCalledLikeTablesOrWorkSpace() {
        check("""
                function f(a) -> y {
                  work = exp(0);
                  y = if erf(0) != work then a * exp(work) else 1;
                }
                """, at(0), 0, Math.exp(1));
    }

    @Test
    void longStatementsAreCutBetweenCharacters() {
        check("""
                function f(ж) -> y {
                  y = ж + ж + ж + ж + ж + ж + ж + ж + ж + ж + ж + ж + ж + ж + ж + ж + ж + ж + ж + ж + ж + ж + ж + ж + ж;
                }
                """, at(3), 75, 25);
    }

    // ---- derivatives without ornament

    @Test
    void equalContributionsOfOneAreANumber() {
        Generated generated = Generated.of("""
                function f(a) -> y {
                  y = if 1 >= a then 1 else a - 3 + a;
                }
                """);
        generated.texts().forEach((mode, text) -> assertFalse(text.contains("2 * 1"), text));
        assertEquals(
                2, requireNonNull(generated.code(Mode.REVERSE)).gradient(at(5)).derivatives()[0]);
    }

    @Test
    void sigmoidAndItsSlopeTakeOneExponential() {
        Program gradient = Generated.of("""
                function f(w, const x) -> y {
                  y = sigmoid(w * x);
                }
                """).function().program(Mode.REVERSE, Product.Kind.GRADIENT);
        List<Operator> operators = gradient.steps().stream()
                .map(step -> ((Definition) step).operator())
                .toList();
        assertEquals(
                List.of(
                        Operators.MULTIPLY,
                        LogisticFunctions.LOGISTIC_TAIL,
                        LogisticFunctions.SIGMOID_OF_TAIL,
                        LogisticFunctions.SIGMOID_DX_OF_TAIL,
                        Operators.MULTIPLY),
                operators);
    }

    @Test
    void adjointsAreNamedAfterTheirValues() {
        String reverse = text(Mode.REVERSE, """
                function f(double, b) -> y {
                  x = double * b;
                  x = x * sin(x);
                  y = x * (b + double)^2 + cos(b + double) * x;
                }
                """);
        assertContains(reverse, "double x2_bar = ");
        assertContains(reverse, "double x_bar = ");
        assertContains(reverse, "double double_bar = ");
    }

    @Test
    void zerosAreTestedForOnlyWhereADerivativeMayBeInfinite() {
        String tested = "a_dot == 0 ? 0 : ";
        assertContains(text(Mode.REVERSE, "function f(a, b) -> y { y = sqrt(a) * b; }"), tested);
        String plain = text(Mode.REVERSE, "function f(a, b) -> y { y = sin(a) * b; }");
        assertContains(plain, " * a_dot + ");
        assertFalse(plain.contains("== 0"), plain);
    }

    @Test
    void firstContributionOnAPathIsNotAdded() {
        String reverse = text(Mode.REVERSE, """
                function f(a, b) -> y {
                  c = if a > b then a * sin(b) else b;
                  y = c * c + (if b > 0 then sin(a) else 1);
                }
                """);
        assertContains(reverse, "double a_bar = 0;\n        // 3: y = c * c + (if b > 0 then sin(a) else 1)");
        assertContains(reverse, "a_bar = Math.cos(a)");
        assertContains(reverse, "a_bar += ");
    }

    @Test
    void linesBreakBeforeTheOutermostOperator() {
        assertContains(text(Mode.FORWARD, """
                function f(first_argument, second_argument) -> result {
                  result = first_argument * (second_argument + sin(first_argument * second_argument))
                      + second_argument * (first_argument + cos(first_argument * second_argument));
                }
                """), "\n                + second_argument * ");
    }

    // ---- Javadoc

    @Test
    void javadocSaysWhatArraysHoldAndWhatHoldsAtEdges() {
        String reverse = text(Mode.REVERSE, """
                function f(a, const b, c) -> y {
                  require b > 0 : "b";
                  y = abs(a) * b + c;
                }
                """);
        assertContains(reverse, "@param gradient takes the derivatives by {@code a}, {@code c}");
        assertContains(reverse, "<li>{@code abs}: " + Choices.ABS.note());
        assertContains(reverse, "@throws IllegalArgumentException");
    }

    @Test
    void wordsOfTheSourceAreNoTagsAndEndNoComment() {
        String reverse = text(Mode.REVERSE, "/** c ≤ d → y & a·/b. */ function f(a) -> y { y = a^2; }");
        assertContains(reverse, " * c &lt;= d -&gt; y &amp; a*&#47;b.");
    }

    private static String text(Mode mode, String program) {
        return requireNonNull(Generated.of(program).texts().get(mode));
    }

    private static void assertContains(String text, String part) {
        assertTrue(text.contains(part), text);
    }

    // ---- requirements

    @Test
    void refusalShowsIntegersAndConstantsAsTheyAre() {
        Generated generated = Generated.of("""
                function f(a, int k) -> y {
                  c = 2^3;
                  require k < c * a : "too large";
                  y = a * k;
                }
                """);
        double[] point = at(0.5, 9);
        String words = "too large: k = 9, c = 8.0, a = 0.5";
        Interpreter.Refused refused = assertThrows(
                Interpreter.Refused.class,
                () -> Interpreter.run(generated.function().lowered(), point));
        assertEquals(words, refused.getMessage());
        for (Mode mode : Mode.values()) {
            IllegalArgumentException thrown = assertThrows(
                    IllegalArgumentException.class,
                    () -> requireNonNull(generated.code(mode)).value(point));
            assertEquals(words, thrown.getMessage());
        }
    }

    // ---- size

    @Test
    void derivativeOfAnExtremeGrowsInProportionToItsArguments() {
        String arguments = IntStream.range(0, 1_000).mapToObj(i -> "x * " + i).collect(Collectors.joining(", "));
        CompiledFunction function = Compiler.compile(
                        Decoded.of(
                                "f.ad",
                                ("function f(x) -> y { y = max(" + arguments + "); }")
                                        .getBytes(StandardCharsets.UTF_8)),
                        Sources.none(),
                        Options.DEFAULT)
                .functions()
                .get(0);
        for (Mode mode : Mode.values()) {
            List<Integer> sizes = new ArrayList<>();
            function.watch(
                    mode,
                    Product.Kind.GRADIENT,
                    (stage, program) -> sizes.add(program.steps().size()));
            assertTrue(sizes.stream().allMatch(size -> size < 10_000), () -> mode + ": " + sizes);
        }
    }

    @Test
    void integersOfDividedProgramsAreReadAsTheDoublesThatTheyLieAs() {
        StringBuilder program = new StringBuilder("function f(a, int k) -> y {\n  x = a;\n");
        for (int i = 0; i < 800; i++) {
            program.append("  x = sin(x * k) + a / (k + ").append(i + 2).append(");\n");
        }
        Generated generated = Generated.of(program.append("  y = x + k;\n}\n").toString());
        double expected = Interpreter.run(generated.function().lowered(), 0.5, 3)
                .outputs(generated.function().lowered())[0];
        for (Mode mode : Mode.values()) {
            assertEquals(
                    expected,
                    requireNonNull(generated.code(mode)).gradient(at(0.5, 3)).values()[0]);
        }
    }
}
