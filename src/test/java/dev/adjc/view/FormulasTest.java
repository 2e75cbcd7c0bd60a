package dev.adjc.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjc.check.Sources;
import dev.adjc.compile.Compiler;
import dev.adjc.compile.Options;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Program;
import dev.adjc.ir.Step;
import dev.adjc.ir.Value;
import dev.adjc.syntax.Decoded;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulasTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a + b - c",
                "a - (b - c)",
                "a / b / c",
                "a / (b * c)",
                "(a + b) * c",
                "-a * b",
                "(-a)^2",
                "-a^2",
                "(a^b)^c",
                "a^b^c",
                "sin(a + b) * 2",
                "stop_gradient(a + b)",
                "max(a, b, c)",
                "atan2(a, -b)"
            })
    void formulaReadsAsTheSourceDoes(String expression) {
        String text = "function f(a, b, c) -> y { y = " + expression + "; }";
        Program program = Compiler.compile(
                        Decoded.of("f.ad", text.getBytes(StandardCharsets.UTF_8)), Sources.none(), Options.DEFAULT)
                .functions()
                .get(0)
                .lowered();
        Map<Value, Definition> parts = new HashMap<>();
        for (Step step : program.steps()) {
            Definition definition = (Definition) step;
            parts.put(definition.value(), definition);
        }
        Formulas formulas = new Formulas(Value::name, parts);
        assertEquals(expression, formulas.of(program.outputs().get(0).operand()));
    }
}
