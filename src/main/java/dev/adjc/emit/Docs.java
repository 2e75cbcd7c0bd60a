package dev.adjc.emit;

import com.palantir.javapoet.CodeBlock;
import dev.adjc.ir.Axis;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Parameter;
import dev.adjc.ir.Program;
import dev.adjc.ir.Requirement;
import dev.adjc.ir.Step;
import dev.adjc.loop.Scheduler;
import dev.adjc.operator.Cost;
import dev.adjc.operator.Operator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The Javadoc of generated classes: the author's words, the parameters, and what a call costs. */
final class Docs {
    /** What is said of the work space. */
    static final String WORK = "of at least {@code WORK} numbers, whatever they are; one for each thread";

    /** So many names are listed. */
    private static final int LISTED = 12;

    /** A sentence of so many characters goes on in the next line. */
    private static final int LONG = 80;

    private Docs() {}

    static CodeBlock ofClass(ClassPlan plan, List<String> sizes) {
        Program function = plan.function();
        CodeBlock.Builder doc = CodeBlock.builder();
        String text = plan.doc().map(Texts::javadoc).orElse("The function {@code " + function.name() + "}.");
        doc.add("$L\n\n", text);
        doc.add("<p>{@code $L}, differentiated in $L.\n", signature(function), plan.mode());
        if (Scheduler.hasArrays(function)) {
            doc.add(
                    "\n<p>Arrays are flat, the last index running fastest: element {@code [i, j]} of {@code [m, n]} is at"
                            + " {@code i * n + j}.\n");
        }
        doc.add(
                sizes.isEmpty()
                        ? "\n<p>All methods are static, keep no state and may be called from any thread.\n"
                        : "\n<p>An object is made once for its sizes and owns its work space, so that calls allocate nothing.\n"
                                + "It is confined to one thread, and cheap to make: one for each thread.\n");
        if (function.parameters().stream()
                .anyMatch(parameter -> !parameter.doc().isEmpty())) {
            doc.add("\n<ul>\n");
            for (Parameter parameter : function.parameters()) {
                if (!parameter.doc().isEmpty()) {
                    doc.add("<li>{@code $L}: $L\n", parameter.name(), Texts.javadoc(parameter.doc()));
                }
            }
            doc.add("</ul>\n");
        }
        addEdges(function, doc);
        return doc.build();
    }

    /** What the rows of the operators say of the places where a derivative is a matter of convention. */
    private static void addEdges(Program function, CodeBlock.Builder doc) {
        Set<Operator> noted = new LinkedHashSet<>();
        for (Step step : function.steps()) {
            if (step instanceof Definition definition
                    && definition.operator().family() == Operator.Family.FUNCTION
                    && !definition.operator().note().isEmpty()) {
                noted.add(definition.operator());
            }
        }
        if (!noted.isEmpty()) {
            doc.add("\n<p>Conventions:\n\n<ul>\n");
            for (Operator operator : noted) {
                doc.add("<li>{@code $L}: $L\n", operator.name(), Texts.javadoc(operator.note()));
            }
            doc.add("</ul>\n");
        }
    }

    private static String signature(Program function) {
        String parameters = function.parameters().stream()
                .limit(LISTED)
                .map(parameter -> switch (parameter.kind()) {
                            case PASSIVE -> "const ";
                            case INTEGER -> "int ";
                            default -> "";
                        }
                        + parameter.name()
                        + (parameter.value().rank() == 0
                                ? ""
                                : parameter.value().extents()))
                .collect(Collectors.joining(", "));
        String outputs = function.outputs().stream()
                .limit(LISTED)
                .map(output -> output.name()
                        + (output.axes().isEmpty()
                                ? ""
                                : output.axes().stream().map(Axis::to).toList()))
                .collect(Collectors.joining(", "));
        return function.name()
                + "("
                + parameters
                + (function.parameters().size() > LISTED ? ", ..." : "")
                + ") -> "
                + outputs
                + (function.outputs().size() > LISTED ? ", ..." : "");
    }

    /** Of the method that returns a record. */
    static CodeBlock returning(ClassPlan plan, Product.Kind kind) {
        return CodeBlock.of("$L, as a record.\n", what(plan, kind));
    }

    /** Of the method that takes numbers and returns a record. */
    static CodeBlock returning(ClassPlan plan, Product.Kind kind, Signature signature) {
        CodeBlock.Builder doc = CodeBlock.builder();
        doc.add("$L, as a record.\n", what(plan, kind));
        addTags(plan, signature, doc);
        return doc.build();
    }

    /** Of the method that fills the caller's arrays, or returns a single value. */
    static CodeBlock filling(ClassPlan plan, Product.Kind kind, Program program, long runs, Signature signature) {
        CodeBlock.Builder doc = CodeBlock.builder();
        boolean plainValue =
                kind == Product.Kind.VALUE && plan.function().outputs().size() == 1;
        String what = what(plan, kind);
        doc.add("$L$L.\n", what, plainValue ? "" : further(what, "into arrays of the caller's"));
        String times = runs == 1 ? "" : runs + " times ";
        doc.add("\n<p>$L$L.\n", times, cost(program));
        addTags(plan, signature, doc);
        return doc.build();
    }

    /** Of the method that writes into the caller's arrays, which are described. */
    static CodeBlock overwriting(ClassPlan plan, Product.Kind kind, Map<String, String> described) {
        String results = described.isEmpty()
                ? ""
                : "What the arrays for results held before does not matter; no array may stand for two parameters.";
        return ofArrays(plan, kind, results, described);
    }

    /** Of the method that adds to the caller's arrays, which are described. */
    static CodeBlock adding(ClassPlan plan, Product.Kind kind, Map<String, String> described) {
        String results = "Derivatives are added to what their arrays hold, as a sum over batches wants it;\n"
                + "no array may stand for two parameters.";
        return ofArrays(plan, kind, results, described);
    }

    private static CodeBlock ofArrays(
            ClassPlan plan, Product.Kind kind, String results, Map<String, String> described) {
        CodeBlock.Builder doc = CodeBlock.builder().add("$L.\n", what(plan, kind));
        if (!results.isEmpty()) {
            doc.add("\n<p>$L\n", results);
        }
        doc.add("\n");
        described.forEach((name, words) -> doc.add("@param $L $L\n", name, words));
        String requires = refuses(plan) ? ", or the inputs are not as\n    the function requires" : "";
        doc.add("@throws IllegalArgumentException if an array has not the length of its sizes$L\n", requires);
        return doc.build();
    }

    /** Of the method that takes arrays of rows. */
    static CodeBlock nested(ClassPlan plan, Product.Kind kind) {
        String what = what(plan, kind);
        return CodeBlock.of("$L$L.\n", what, further(what, "from arrays of rows, which are copied"));
    }

    /** How a sentence goes on, in the next line if it is long. */
    private static String further(String sentence, String words) {
        return (sentence.length() > LONG ? ",\n" : ", ") + words;
    }

    /** Of the constructor of a class with sizes. */
    static CodeBlock constructor() {
        return CodeBlock.of(
                "For arrays of these sizes.\n\n@throws IllegalArgumentException if a size is negative, or an array would"
                        + " have more than 2^31 - 1 elements\n");
    }

    private static void addTags(ClassPlan plan, Signature signature, CodeBlock.Builder doc) {
        CodeBlock.Builder tags = CodeBlock.builder();
        signature.described().forEach((name, words) -> tags.add("@param $L $L\n", name, words));
        if (refuses(plan)) {
            tags.add("@throws IllegalArgumentException if a {@code require} of the function does not hold\n");
        }
        if (!tags.isEmpty()) {
            doc.add("\n").add(tags.build());
        }
    }

    private static boolean refuses(ClassPlan plan) {
        return plan.function().steps().stream().anyMatch(Requirement.class::isInstance);
    }

    /** A name or a shape as code. */
    static String code(String text) {
        return "{@code " + text + "}";
    }

    /** Names in the order in which an array has them. */
    static String list(List<String> names) {
        return names.size() > LISTED
                ? "all " + names.size() + ", in order of declaration"
                : names.stream().map(Docs::code).collect(Collectors.joining(", "));
    }

    /** What an array of arguments holds. */
    static String given(String array, int count) {
        String numbers = array.equals("inputs")
                ? "inputs"
                : array.equals("tangents") ? "tangents of the active inputs" : "adjoints of the outputs";
        return "the " + count + " " + numbers + ", in order of declaration";
    }

    static CodeBlock record(Product.Kind kind) {
        return switch (kind) {
            case VALUE -> CodeBlock.of("The outputs.");
            case GRADIENT -> CodeBlock.of("The value, and its derivative with respect to each active input.");
            case JVP -> CodeBlock.of("The outputs, and their tangents.");
            case VJP -> CodeBlock.of("The outputs, and the adjoint of each active input.");
        };
    }

    private static String what(ClassPlan plan, Product.Kind kind) {
        String function = code(plan.function().name());
        return switch (kind) {
            case VALUE -> "What " + function + " gives";
            case GRADIENT -> "The value of " + function + " and its gradient with respect to the active inputs";
            case JVP -> "The outputs of " + function + " and their tangents for given tangents of the active inputs";
            case VJP ->
                "The outputs of " + function
                        + " and the adjoints of its active inputs for given adjoints of the outputs";
        };
    }

    private static Cost cost(Program program) {
        Cost sum = Cost.NONE;
        for (Step step : program.steps()) {
            sum = sum.plus(
                    step instanceof Definition definition
                            ? definition.operator().cost()
                            : Cost.COMPARE);
        }
        return sum;
    }
}
