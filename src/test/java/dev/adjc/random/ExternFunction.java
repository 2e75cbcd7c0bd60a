package dev.adjc.random;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Functions of the JDK under names of their own, with rules and without.
 *
 * @param intervals where each argument lies
 * @param needs the extern functions of its rules
 */
record ExternFunction(
        String name,
        String declaration,
        String className,
        String method,
        List<double[]> intervals,
        List<String> needs) {

    private static final List<ExternFunction> ALL = List.of(
            new ExternFunction(
                    "jdk_sinh",
                    "jdk_sinh(x) = \"java.lang.Math.sinh\" {\n  d x = jdk_cosh(x);\n}",
                    "java.lang.Math",
                    "sinh",
                    List.of(new double[] {-3, 3}),
                    List.of("jdk_cosh")),
            new ExternFunction(
                    "jdk_cosh",
                    "jdk_cosh(x) = \"java.lang.Math.cosh\" {\n  d x = jdk_sinh(x);\n}",
                    "java.lang.Math",
                    "cosh",
                    List.of(new double[] {-3, 3}),
                    List.of("jdk_sinh")),
            new ExternFunction(
                    "jdk_hypot",
                    "jdk_hypot(a, b) = \"java.lang.Math.hypot\" {\n"
                            + "  d a = if a == 0 then 0 else a / jdk_hypot(a, b);\n"
                            + "  d b = if b == 0 then 0 else b / sqrt(a^2 + b^2);\n}",
                    "java.lang.Math",
                    "hypot",
                    List.of(new double[] {-3, 3}, new double[] {-3, 3}),
                    List.of()),
            new ExternFunction(
                    "jdk_pow",
                    "jdk_pow(x, const p) = \"java.lang.Math.pow\" {\n  d x = p * jdk_pow(x, p - 1);\n}",
                    "java.lang.Math",
                    "pow",
                    List.of(new double[] {0.2, 3}, new double[] {-2, 3}),
                    List.of()),
            new ExternFunction(
                    "jdk_rint",
                    "jdk_rint(const x) = \"java.lang.StrictMath.rint\";",
                    "java.lang.StrictMath",
                    "rint",
                    List.of(new double[] {-30, 30}),
                    List.of()));

    static List<ExternFunction> all() {
        return ALL;
    }

    static ExternFunction named(String name) {
        return ALL.stream()
                .filter(extern -> extern.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
    }

    static boolean exists(String name) {
        return ALL.stream().anyMatch(extern -> extern.name.equals(name));
    }

    /** What a program that calls these functions must say before. */
    static String declarations(Set<String> called) {
        Set<String> needed = new TreeSet<>();
        for (ExternFunction extern : ALL) {
            if (called.contains(extern.name)) {
                needed.add(extern.name);
                needed.addAll(extern.needs);
            }
        }
        StringBuilder text = new StringBuilder();
        for (String name : needed) {
            text.append("extern function ").append(named(name).declaration).append('\n');
        }
        return text.toString();
    }
}
