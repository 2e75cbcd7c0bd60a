package dev.adjc.compile;

import dev.adjc.source.Span;
import java.util.List;

/**
 * A static Java method that an {@code extern} function stands for.
 *
 * @param function as the program calls it
 * @param parameters {@code double.class} or {@code int.class} each; the method returns a double
 * @param span where the program names it
 */
public record ExternMethod(String function, String className, String method, List<Class<?>> parameters, Span span) {

    public ExternMethod {
        parameters = List.copyOf(parameters);
    }
}
