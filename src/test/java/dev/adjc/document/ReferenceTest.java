package dev.adjc.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjc.compile.Mode;
import dev.adjc.emit.Product;
import dev.adjc.ir.Interpreter;
import dev.adjc.ir.Program;
import dev.adjc.operator.Formula;
import dev.adjc.operator.Operator;
import dev.adjc.syntax.Declaration;
import dev.adjc.syntax.Decoded;
import dev.adjc.syntax.Parser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The reference says of functions what their rows say, and shows what programs give. */
class ReferenceTest {

    @Test
    void languageIsCurrent() throws IOException {
        assertCurrent("docs/language.md");
    }

    @Test
    void conventionsAreCurrent() throws IOException {
        assertCurrent("docs/conventions.md");
    }

    @Test
    void commandLineIsCurrent() throws IOException {
        assertCurrent("docs/command-line.md");
    }

    /** The tables' words are read back as programs. The tolerance leaves room for formulas that cancel. */
    @Test
    void derivativesInTheTableAreTheRowsOwn() {
        for (Operator operator : FunctionTable.rows()) {
            DerivativeText words = new DerivativeText(operator);
            for (int position = 0; position < operator.arity(); position++) {
                String derivative = words.by(position);
                if (!derivative.contains("tetragamma")) {
                    String head = "function f(" + words.call().replaceFirst(".*\\(", "") + " -> r ";
                    Program program = program(head + "{ r = " + derivative + "; }");
                    double[] point = point(operator);
                    double expected =
                            ((Formula) operator.partials().get(position)).evaluate(point, operator.evaluate(point));
                    assertEquals(
                            expected,
                            Interpreter.run(program, point).outputs(program)[0],
                            1e-12 * Math.max(1, Math.abs(expected)),
                            () -> words.call() + ": " + derivative);
                }
            }
        }
    }

    private static void assertCurrent(String page) throws IOException {
        Page.assertCurrent(Path.of(page), what -> {
            String rest = what.substring(what.indexOf(' ') + 1);
            return switch (what.replaceFirst(" .*", "")) {
                case "functions" -> FunctionTable.functions();
                case "points" -> FunctionTable.points();
                case "rectifiers" -> rectifiers();
                case "library" -> library();
                case "adjc" -> CommandText.session(rest);
                case "help" -> CommandText.help(rest);
                default -> throw new IllegalArgumentException("no such part: " + what);
            };
        });
    }

    /** Three ways to write a rectifier, at its kink. */
    private static String rectifiers() {
        StringBuilder text = new StringBuilder("\n| program | value at 0 | derivative at 0 |\n|---|---|---|\n");
        for (String expression : List.of("relu(x)", "max(x, 0)", "if x > 0 then x else 0")) {
            Program gradient = Example.of("kink.ad", bytes("function f(x) -> y { y = " + expression + "; }"))
                    .function()
                    .program(Mode.REVERSE, Product.Kind.GRADIENT);
            double[] outputs = Interpreter.run(gradient, 0).outputs(gradient);
            text.append("| `y = ").append(expression).append(";` | ");
            text.append(outputs[0]).append(" | ").append(outputs[1]).append(" |\n");
        }
        return text.append('\n').toString();
    }

    /** Each function of the library with the first sentence of its comment. */
    private static String library() throws IOException {
        StringBuilder text = new StringBuilder();
        for (String name : List.of("nn", "linalg", "prob")) {
            text.append("\n| `std.").append(name).append("` | |\n|---|---|\n");
            byte[] file = Files.readAllBytes(Path.of("src/main/resources/adjc/std/" + name + ".ad"));
            for (Declaration declaration :
                    Parser.parse(Decoded.of(name + ".ad", file)).unit().declarations()) {
                Declaration.Function function = (Declaration.Function) declaration;
                String parameters = function.parameters().stream()
                        .map(parameter -> parameter.name().text())
                        .collect(Collectors.joining(", "));
                text.append("| `")
                        .append(function.name().text())
                        .append('(')
                        .append(parameters)
                        .append(")` | ");
                text.append(sentence(function.doc().orElseThrow()).replace("|", "\\|"));
                text.append(" |\n");
            }
        }
        return text.append('\n').toString();
    }

    /** The lines up to one that ends with a full stop. */
    private static String sentence(String comment) {
        StringBuilder sentence = new StringBuilder();
        for (String line : comment.lines().toList()) {
            sentence.append(sentence.isEmpty() ? "" : " ").append(line);
            if (line.endsWith(".")) {
                break;
            }
        }
        return sentence.toString();
    }

    private static Program program(String text) {
        return Example.of("derivative.ad", bytes(text)).function().lowered();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A third of the way into each argument's interval. */
    private static double[] point(Operator operator) {
        return operator.samples().stream()
                .mapToDouble(interval -> interval[0] + (interval[1] - interval[0]) / 3)
                .toArray();
    }
}
