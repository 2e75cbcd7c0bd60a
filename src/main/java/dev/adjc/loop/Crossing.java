package dev.adjc.loop;

import dev.adjc.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the methods of a routine leave to each other: each such value has a slot; a method that reads it more than once
 * brings it under a name of its own.
 *
 * @param slots the slot of each of these values
 */
record Crossing(List<Statement> statements, Map<Value, Integer> slots) {

    /** The statements with slots for what crosses from one part to another. */
    static Crossing of(List<Statement> statements, List<Statement.Deliver> results) {
        Walk walk = new Walk();
        walk.survey(statements);
        results.forEach(result -> walk.survey(result, 0));
        return walk.crossing(statements);
    }

    /** Who introduces, gives and reads a value: methods are numbered, those within others between these and the next. */
    private static final class Uses {
        private final TreeSet<Integer> givers = new TreeSet<>();
        private final TreeMap<Integer, Integer> readers = new TreeMap<>();
        private boolean introduced;
        private int given;

        boolean cross() {
            TreeSet<Integer> all = new TreeSet<>(givers);
            all.addAll(readers.keySet());
            return introduced && all.size() > 1;
        }
    }

    private static final class Walk {
        private final Map<Value, Uses> uses = new LinkedHashMap<>();
        private final Map<Value, Integer> slots = new LinkedHashMap<>();
        private final Map<Integer, Integer> ends = new HashMap<>();
        private int methods;

        // ---- who uses what

        void survey(List<Statement> statements) {
            survey(statements, 0);
            ends.put(0, methods);
        }

        private List<Statement> survey(List<Statement> statements, int method) {
            statements.forEach(statement -> survey(statement, method));
            return statements;
        }

        void survey(Statement statement, int method) {
            statement.terms().forEach(term -> survey(term, method));
            if (statement instanceof Statement.Declare declare) {
                Uses declared = of(declare.value());
                declared.introduced = true;
                declared.givers.add(method);
            } else if (statement instanceof Statement.Assign assign) {
                Uses target = of(assign.target());
                target.introduced |= assign.kind() == Statement.Kind.LET;
                target.given++;
                target.givers.add(method);
            }
            int within = statement instanceof Statement.Part ? ++methods : method;
            statement.within(block -> survey(block, within));
            ends.put(within, methods);
        }

        private void survey(Term term, int method) {
            if (term instanceof Term.Read read) {
                of(read.value()).readers.merge(method, 1, Integer::sum);
            } else if (term instanceof Term.Apply apply) {
                apply.operands().forEach(operand -> survey(operand, method));
            }
        }

        private Uses of(Value value) {
            return uses.computeIfAbsent(value, none -> new Uses());
        }

        // ---- what becomes of it

        Crossing crossing(List<Statement> statements) {
            uses.forEach((value, use) -> {
                if (use.cross()) {
                    slots.put(value, slots.size());
                }
            });
            methods = 0;
            return new Crossing(slots.isEmpty() ? statements : rewritten(statements, 0), slots);
        }

        private List<Statement> rewritten(List<Statement> statements, int method) {
            List<Statement> rewritten = new ArrayList<>();
            for (Statement statement : statements) {
                if (statement instanceof Statement.Declare declare && slots.containsKey(declare.value())) {
                    declare.initial()
                            .ifPresent(
                                    number -> rewritten.add(new Statement.Clear(declare.value(), List.of(), number)));
                } else if (statement instanceof Statement.Assign assign && slots.containsKey(assign.target())) {
                    rewritten.addAll(given(assign, method));
                } else if (statement instanceof Statement.Part part) {
                    int within = ++methods;
                    List<Statement> body = loaded(within);
                    body.addAll(rewritten(part.body(), within));
                    rewritten.add(part.within(block -> body));
                } else {
                    rewritten.add(statement.within(block -> rewritten(block, method)));
                }
            }
            return rewritten;
        }

        /** What its own method reads again has a name there, too. */
        private List<Statement> given(Statement.Assign assign, int method) {
            Uses use = of(assign.target());
            if (assign.kind() != Statement.Kind.LET) {
                return List.of(assign);
            }
            return use.given == 1 && use.readers.containsKey(method)
                    ? List.of(assign, new Statement.Store(assign.target()))
                    : List.of(assign.as(Statement.Kind.SET));
        }

        /** What the method reads more than once, neither it nor one within it giving it. */
        private List<Statement> loaded(int method) {
            List<Statement> loads = new ArrayList<>();
            int end = ends.getOrDefault(method, method);
            for (Value value : slots.keySet()) {
                Uses use = of(value);
                boolean ready = use.givers.subSet(method, true, end, true).isEmpty();
                if (ready && use.readers.getOrDefault(method, 0) > 1) {
                    loads.add(new Statement.Load(value));
                }
            }
            return loads;
        }
    }
}
