package dev.adjc.check;

import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.diagnostic.Nearest;
import dev.adjc.syntax.Declaration;
import dev.adjc.syntax.Identifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks a function that Java code provides, and its rules. */
final class ExternCheck {
    private static final Pattern METHOD =
            Pattern.compile("(\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*\\.)+"
                    + "\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*");

    private final Declaration.Extern extern;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private ExternCheck(Declaration.Extern extern) {
        this.extern = extern;
    }

    static List<Diagnostic> of(Declaration.Extern extern, Context context) {
        ExternCheck check = new ExternCheck(extern);
        if (!METHOD.matcher(extern.javaName().value()).matches()) {
            check.diagnostics.add(Diagnostic.at(
                    extern.javaName().span(),
                    Code.NO_JAVA_METHOD,
                    extern.javaName().value()));
        }
        check.numbers();
        check.rules();
        check.diagnostics.addAll(FunctionCheck.ofRules(extern, context));
        return check.diagnostics;
    }

    private void numbers() {
        for (Declaration.Parameter parameter : extern.parameters()) {
            if (!parameter.sizes().isEmpty()) {
                diagnostics.add(Diagnostic.at(
                        parameter.span(), Code.EXTERN_ARRAY, parameter.name().text()));
            }
        }
    }

    private void rules() {
        Map<String, Identifier> seen = new HashMap<>();
        for (Declaration.Rule rule : extern.rules()) {
            Identifier name = rule.parameter();
            Identifier first = seen.putIfAbsent(name.text(), name);
            if (first != null) {
                diagnostics.add(Diagnostic.at(name.span(), Code.DUPLICATE_RULE, name.text())
                        .with(first.span()));
            } else {
                parameter(name);
            }
        }
    }

    private void parameter(Identifier name) {
        Optional<Declaration.Parameter> parameter = extern.parameters().stream()
                .filter(each -> each.name().text().equals(name.text()))
                .findFirst();
        List<String> names =
                extern.parameters().stream().map(each -> each.name().text()).collect(Collectors.toList());
        if (parameter.isEmpty()) {
            diagnostics.add(Diagnostic.at(
                            name.span(),
                            Code.NO_SUCH_PARAMETER,
                            name.text(),
                            extern.name().text())
                    .with(Nearest.to(name.text(), names)));
        } else if (parameter.get().kind() != Declaration.Parameter.Kind.REAL) {
            diagnostics.add(Diagnostic.at(name.span(), Code.RULE_FOR_PASSIVE, name.text())
                    .with(parameter.get().name().span()));
        }
    }
}
