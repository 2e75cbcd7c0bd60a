package dev.adjc.bench;

import java.util.function.Function;
import org.hipparchus.analysis.differentiation.Gradient;

/** A function on Hipparchus' numbers, which carry their derivatives with them; its values are computed by another. */
record Hipparchus(Evaluator values, Function<Gradient[], Gradient> function) implements Evaluator {

    @Override
    public double value(double[] x) {
        return values.value(x);
    }

    @Override
    public double gradient(double[] x, double[] gradient) {
        Gradient[] variables = new Gradient[x.length];
        for (int i = 0; i < x.length; i++) {
            variables[i] = Gradient.variable(x.length, i, x[i]);
        }
        Gradient result = function.apply(variables);
        for (int i = 0; i < x.length; i++) {
            gradient[i] = result.getPartialDerivative(i);
        }
        return result.getValue();
    }

    static Gradient sharedTerms(Gradient[] x) {
        Gradient a = x[0].multiply(x[1]);
        Gradient b = x[0].log();
        return a.exp().add(a.divide(b)).add(b.sin().divide(a));
    }

    static Gradient rosenbrock(Gradient[] x) {
        Gradient sum = Gradient.constant(x.length, 0);
        for (int i = 0; i + 1 < x.length; i++) {
            Gradient t = x[i].negate().add(1);
            Gradient u = x[i + 1].subtract(x[i].multiply(x[i]));
            sum = sum.add(t.multiply(t)).add(u.multiply(u).multiply(100));
        }
        return sum;
    }
}
