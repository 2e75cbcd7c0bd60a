package iris;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunctionGradient;
import org.hipparchus.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer;
import org.hipparchus.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer.Formula;

/**
 * Nonlinear conjugate gradients, an optimiser of the library Hipparchus: it is told the loss on all flowers and its
 * gradient, and chooses directions and lengths of steps by itself.
 *
 * @param iterations how many directions a training takes
 */
public record ConjugateGradient(int iterations) {
    /** Trains a network; an iteration counts as an epoch. */
    public Training train(Network start, Flowers flowers) {
        List<Double> losses = new ArrayList<>(List.of(start.loss(flowers)));
        var optimizer =
                new NonLinearConjugateGradientOptimizer(Formula.POLAK_RIBIERE, (iteration, previous, current) -> {
                    losses.add(current.getValue());
                    return losses.size() > iterations;
                });
        PointValuePair best = optimizer.optimize(
                new ObjectiveFunction(weights -> Network.of(weights).loss(flowers)),
                new ObjectiveFunctionGradient(weights -> Network.of(weights).gradient(flowers)),
                GoalType.MINIMIZE,
                new InitialGuess(start.weights()),
                MaxEval.unlimited());
        return new Training(
                "conjugate gradients",
                Network.of(best.getPoint()),
                losses.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
