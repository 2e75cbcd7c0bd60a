package dev.adjc.random;

import dev.adjc.check.Sources;
import dev.adjc.compile.Compilation;
import dev.adjc.compile.CompiledFunction;
import dev.adjc.compile.Compiler;
import dev.adjc.compile.Options;
import dev.adjc.derive.ZeroRule;
import dev.adjc.harness.JavaMethods;
import dev.adjc.syntax.Decoded;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A program that was drawn, as the compiler understands it. */
final class Compiled {
    private Compiled() {}

    /** The function of this name; that the program is a legal one is part of the trial. */
    static CompiledFunction function(String name, String program, String packageName) {
        Decoded file = Decoded.of("random.ad", program.getBytes(StandardCharsets.UTF_8));
        Options options = new Options(ZeroRule.ABSORBING, Optional.of(packageName));
        Compilation compilation = Compiler.compile(file, Sources.none(), options, new JavaMethods());
        if (compilation.hasErrors()) {
            throw new Failure("has no errors", compilation.diagnostics().toString());
        }
        return compilation.function(name).orElseThrow();
    }
}
