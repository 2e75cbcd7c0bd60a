package dev.adjc.harness;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Looks through generated Java for what no careful author would have left there. */
public final class GeneratedText implements Consumer<CompilationUnitTree> {
    private static final Set<String> PRODUCTS = Set.of("gradient", "jvp", "vjp");

    private final Map<String, List<String>> faultsByFile = new HashMap<>();
    private List<String> faults = new ArrayList<>();

    /** What is wrong, by the name of the class that the file is for. */
    public Map<String, List<String>> faults() {
        return faultsByFile;
    }

    /** Looks through a file. */
    @Override
    public void accept(CompilationUnitTree unit) {
        faults = new ArrayList<>();
        look(unit);
        if (!faults.isEmpty()) {
            faultsByFile.put(Classes.className(unit.getSourceFile()), faults);
        }
    }

    private void look(CompilationUnitTree unit) {
        Map<String, List<String>> neutral = new HashMap<>();
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
                if (method.getBody() != null) {
                    locals(method);
                    neutral.merge(
                            method.getName().toString(),
                            neutralOperations(method),
                            (a, b) -> a.size() > b.size() ? a : b);
                }
                return super.visitMethod(method, nothing);
            }

            @Override
            public @Nullable Void visitBlock(BlockTree block, @Nullable Void nothing) {
                overwritten(block);
                return super.visitBlock(block, nothing);
            }
        }.scan(unit, null);
        // What the author wrote stands in the value as well.
        int written = neutral.getOrDefault("value", List.of()).size();
        neutral.forEach((method, operations) -> {
            if (PRODUCTS.contains(method) && operations.size() > written) {
                faults.add(method + " adds 0, or multiplies or divides by 1: " + operations);
            }
        });
    }

    private static List<String> neutralOperations(MethodTree method) {
        List<String> operations = new ArrayList<>();
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitThrow(ThrowTree refusal, @Nullable Void nothing) {
                return null;
            }

            @Override
            public @Nullable Void visitBinary(BinaryTree binary, @Nullable Void nothing) {
                boolean neutral = switch (binary.getKind()) {
                    case PLUS -> is(binary.getLeftOperand(), 0) || is(binary.getRightOperand(), 0);
                    case MINUS -> is(binary.getRightOperand(), 0);
                    case MULTIPLY -> is(binary.getLeftOperand(), 1) || is(binary.getRightOperand(), 1);
                    case DIVIDE -> is(binary.getRightOperand(), 1);
                    default -> false;
                };
                if (neutral) {
                    operations.add(binary.toString());
                }
                return super.visitBinary(binary, nothing);
            }
        }.scan(method, null);
        return operations;
    }

    private static boolean is(Tree tree, double number) {
        return tree instanceof LiteralTree literal
                && literal.getValue() instanceof Number found
                && found.doubleValue() == number;
    }

    /** Every local is read somewhere. */
    private void locals(MethodTree method) {
        Set<String> declared = new HashSet<>();
        Set<String> read = new HashSet<>();
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitVariable(VariableTree variable, @Nullable Void nothing) {
                declared.add(variable.getName().toString());
                return super.visitVariable(variable, nothing);
            }

            @Override
            public @Nullable Void visitAssignment(AssignmentTree assignment, @Nullable Void nothing) {
                return assignment.getVariable() instanceof IdentifierTree
                        ? scan(assignment.getExpression(), nothing)
                        : super.visitAssignment(assignment, nothing);
            }

            @Override
            public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree assignment, @Nullable Void nothing) {
                return assignment.getVariable() instanceof IdentifierTree
                        ? scan(assignment.getExpression(), nothing)
                        : super.visitCompoundAssignment(assignment, nothing);
            }

            @Override
            public @Nullable Void visitIdentifier(IdentifierTree name, @Nullable Void nothing) {
                read.add(name.getName().toString());
                return super.visitIdentifier(name, nothing);
            }
        }.scan(method.getBody(), null);
        declared.removeAll(read);
        declared.forEach(name -> faults.add(method.getName() + ": nothing reads `" + name + "`"));
    }

    /** No statement gives a variable a number that a later one of the same block replaces unread. */
    private void overwritten(BlockTree block) {
        Set<String> unread = new HashSet<>();
        for (StatementTree statement : block.getStatements()) {
            String given = given(statement);
            unread.removeAll(reads(statement, given));
            if (given != null && statement instanceof ExpressionStatementTree && unread.contains(given)) {
                faults.add("`" + given + "` is overwritten before anything reads it");
            }
            if (given != null) {
                unread.add(given);
            }
        }
    }

    /** The variable that the statement gives a number, whatever it held before. */
    private static @Nullable String given(StatementTree statement) {
        if (statement instanceof VariableTree variable && variable.getInitializer() != null) {
            return variable.getName().toString();
        }
        return statement instanceof ExpressionStatementTree expression
                        && expression.getExpression() instanceof AssignmentTree assignment
                        && assignment.getVariable() instanceof IdentifierTree name
                ? name.getName().toString()
                : null;
    }

    private static Set<String> reads(StatementTree statement, @Nullable String given) {
        Set<String> reads = new HashSet<>();
        Tree root = statement;
        if (given != null) {
            root = statement instanceof VariableTree variable
                    ? variable.getInitializer()
                    : ((AssignmentTree) ((ExpressionStatementTree) statement).getExpression()).getExpression();
        }
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitIdentifier(IdentifierTree name, @Nullable Void nothing) {
                reads.add(name.getName().toString());
                return super.visitIdentifier(name, nothing);
            }
        }.scan(root, null);
        return reads;
    }
}
