package dev.adjc.random;

import static java.util.Objects.requireNonNull;

import dev.adjc.random.IndexedCalls.Callee;
import dev.adjc.random.IndexedDraft.Variable;
import dev.adjc.random.IndexedProgram.Function;
import dev.adjc.random.IndexedProgram.Parameter;
import dev.adjc.random.IndexedProgram.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;

/** Draws programs of arrays: functions, the last of which calls the others and the library, and is tried. */
final class IndexedGenerator {
    private static final List<Callee> OF_LIBRARY = IndexedLibrary.callees();

    private final long seed;
    private final Random random;
    private final Map<IndexedConstruct, Integer> coverage;
    private final List<Callee> callees = new ArrayList<>();

    /**
     * A generator.
     *
     * @param coverage counts what is drawn
     */
    IndexedGenerator(long seed, Map<IndexedConstruct, Integer> coverage) {
        this.seed = seed;
        this.random = new Random(new SplittableRandom(seed).nextLong());
        this.coverage = coverage;
    }

    /** A program. */
    IndexedProgram draw() {
        List<Function> functions = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            callees.add(OF_LIBRARY.get(random.nextInt(OF_LIBRARY.size())));
        }
        for (int i = Math.max(0, random.nextInt(4) - 1); i > 0; i--) {
            functions.add(function("part" + i, 1 + random.nextInt(2), 1 + random.nextInt(3)));
        }
        functions.add(function("model", 1 + random.nextInt(3), 1 + random.nextInt(5)));
        return new IndexedProgram(seed, functions);
    }

    /** A function, which those after it may call. */
    private Function function(String name, int arrays, int size) {
        IndexedDraft draft = new IndexedDraft(random, coverage, List.copyOf(callees));
        IndexedParameters parameters = new IndexedParameters(draft);
        List<Map<String, Integer>> sizes = parameters.sizes();
        List<Parameter> drawn = parameters.draw(sizes, arrays);
        draft.begin(drawn, sizes);
        draft.commit();
        IndexedStatements statements = new IndexedStatements(draft, new IndexedExpressions(draft));
        for (int i = 0; i < size; i++) {
            statement(draft, statements);
        }
        List<Tree> outputs = new IndexedOutputs(draft).draw();
        draft.commit();
        Function function = new Function(name, drawn, outputs, draft.statements(), sizes);
        callees.add(new Callee(
                function,
                outputs.stream()
                        .map(output -> requireNonNull(draft.variables().get(output.text())))
                        .toList()));
        return function;
    }

    /** Draws statements until one can be carried out, for some time. */
    private static void statement(IndexedDraft draft, IndexedStatements statements) {
        Map<String, Variable> before = new LinkedHashMap<>(draft.variables());
        for (int tried = 0; tried < 8; tried++) {
            List<Statement> body = statements.draw(draft.outside());
            if (!body.isEmpty() && draft.take(body)) {
                draft.commit();
                return;
            }
            draft.retract(before);
        }
    }
}
