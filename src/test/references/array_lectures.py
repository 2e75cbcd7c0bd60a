"""Formulas and points of the samples with arrays in samples/lectures."""

import numpy
from mpmath import pi

from array_library import batch_norm, hinge, softmax_loss
from cases import Case, Draw, Sample
from generated import two_layer_net_at_scale
from tracked import like, log, logsumexp, mean, positive, sigmoid, sin, softplus, total

ONE_OF_THREE = [[1, 0, 0], [0, 0, 1], [0, 1, 0], [0, 0, 1]]


def norm_of_product(W, x):
    q = W @ x
    return q @ q


def logistic_regression(X, y, w, b):
    u = X @ w + b
    return mean(softplus(u) - y * u)


def cross_entropies(U, Y):
    return total([total(y) * logsumexp(u) - u @ y for u, y in zip(U, Y)]) / len(U)


def mlp(X, Y, W, V):
    return cross_entropies(sigmoid(X @ V) @ W, Y)


def two_hidden_layers(X, Y, W, **V):
    return cross_entropies(sigmoid(sigmoid(X @ V["V₁"]) @ V["V₂"]) @ W, Y)


def three_layers(x, **θ):
    h1 = sigmoid(θ["W₁"] @ x + θ["b₁"])
    h2 = sigmoid(θ["W₂"] @ h1 + θ["b₂"])
    return θ["W₃"] @ h2 + θ["b₃"]


def two_layer_net(X, Y, **W):
    return total((sigmoid(X @ W["W₁"]) @ W["W₂"] - Y) ** 2)


def rectified_product(X, **W):
    return total((positive(X @ W["W₁"]) @ W["W₂"]) ** 2)


def penalised(loss):
    def classifier(X, y, W, λ):
        return mean([loss(scores, label) for scores, label in zip(X @ W, y)]) + λ * total(W**2)

    return classifier


def iris(X, Y, **W):
    A = sigmoid(sigmoid(X @ W["W₁"]) @ W["W₂"])
    return -total(Y * log(A) + (1 - Y) * log(1 - A)) / len(X)


def regression_head(h, w, b, y):
    return (w @ h + b - y) ** 2


def binary_head(h, w, b, y):
    u = w @ h + b
    return softplus(u) - y * u


def multi_class_head(h, W, b, y):
    return softmax_loss(W @ h + b, y)


def batch_norm_relu(X, W, γ, β, ε):
    return positive(batch_norm(X @ W, γ, β, ε))


def skip_connection(x, **W):
    return x + W["W₂"] @ positive(W["W₁"] @ x)


def dropout_layer(x, mask, keep, **W):
    return W["W₂"] @ (positive(W["W₁"] @ x) * mask / keep)


def cubic_fit(x, y, a, b, c, d):
    return total((a + b * x + c * x**2 + d * x**3 - y) ** 2)


def sine_fit(count, a, b, c, d):
    π = like(a, pi)
    x = numpy.array([2 * π * i / (count - 1) - π for i in range(count)], dtype=object)
    return cubic_fit(x, sin(x), a, b, c, d)


def with_layers(draw, *layers):
    """Drawn weights, of which each layer gives the name and the extents."""
    named = [layer.split() for layer in layers]
    return {name: draw(*map(int, extents)) for name, *extents in named}


def classifier_cases(figure, draw):
    """Cat, car and frog with the scores of the slide, then drawn ones."""
    scores, unit = [[3.2, 5.1, -1.7], [1.3, 4.9, 2.0], [2.2, 2.5, -3.1]], [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    examples, printed = figure
    slide = {"X": scores[:examples], "y": [0, 1, 2][:examples], "W": unit, "λ": 0}
    return (
        Case(**slide, figures={"value": {"loss": printed}}),
        Case(X=draw(4, 3), y=[2, 0, 1, 2], W=draw(3, 3, low=-2, high=2), λ=0.1),
    )


FLOWERS = [[5.1, 3.5, 1.4, 0.2], [7, 3.2, 4.7, 1.4], [6.3, 3.3, 6, 2.5], [4.9, 3, 1.4, 0.2], [5.7, 2.8, 4.1, 1.3]]
SPECIES = [[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 0, 0], [0, 1, 0]]

one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve = map(Draw, range(1, 13))

SAMPLES = [
    Sample(
        "norm_of_product",
        "lecture on vectorised operations: the squared norm of W x",
        (
            "norm_of_product",
            norm_of_product,
            Case(
                W=[[0.1, 0.5], [-0.3, 0.8]],
                x=[0.2, 0.4],
                figures={
                    "value": {"f": "0.116"},
                    "gradient": {"W": [["0.088", "0.176"], ["0.104", "0.208"]], "x": ["-0.112", "0.636"]},
                },
            ),
            Case(W=one(3, 2, low=-3, high=3), x=one(2)),
        ),
    ),
    Sample(
        "matrix_calculus",
        "lecture on matrix calculus: the table of derivatives of linear and quadratic forms",
        ("linear_form", lambda b, x: b @ x, Case(b=[2, -0.5, 3], x=[0.25, 4, -1])),
        ("row_times_matrix", lambda x, B: x @ B, Case(x=[0.5, -2], B=[[1, 2, 3], [0.25, -1, 0.1]])),
        ("sum_of_squares", lambda x: x @ x, Case(x=[3, -4, 0]), Case(x=[0.1, 0.2, 0.3])),
        (
            "quadratic_form",
            lambda x, Q: x @ Q @ x,
            Case(x=[1, -2], Q=[[2, 0.5], [3, -1]]),
            Case(x=two(3), Q=two(3, 3)),
        ),
    ),
    Sample(
        "logistic_regression",
        "lecture on logistic regression: two classes",
        (
            "logistic_regression",
            logistic_regression,
            Case(X=three(4, 2, low=-3, high=3), y=[1, 0, 0, 1], w=[0.5, -1.25], b=0.1),
            Case(X=[[1, 0], [0, 1], [1, 1]], y=[0, 1, 1], w=[0, 0], b=0),
        ),
    ),
    Sample(
        "mlp",
        "lecture on deep networks: one hidden layer, in index notation",
        ("mlp", mlp, Case(X=four(4, 3), Y=ONE_OF_THREE, W=four(2, 3, low=-2, high=2), V=four(3, 2, low=-2, high=2))),
    ),
    Sample(
        "two_hidden_layers",
        "lecture on deep networks: two hidden layers",
        (
            "two_hidden_layers",
            two_hidden_layers,
            Case(X=five(3, 2), Y=ONE_OF_THREE[:3], **with_layers(five, "V₁ 2 3", "V₂ 3 2", "W 2 3")),
        ),
    ),
    Sample(
        "three_layers",
        "lecture on neural networks: the forward pass of three layers, with the sizes 3, 4, 4, 1 of the slide",
        (
            "three_layers",
            three_layers,
            Case(x=six(3), **with_layers(six, "W₁ 4 3", "b₁ 4", "W₂ 4 4", "b₂ 4", "W₃ 1 4", "b₃ 1")),
            Case(x=six(2), **with_layers(six, "W₁ 2 2", "b₁ 2", "W₂ 1 2", "b₂ 1", "W₃ 2 1", "b₃ 2")),
        ),
    ),
    Sample(
        "two_layer_net",
        "lecture on neural networks: a network of two layers in twenty lines, with the sizes 64, 1000, 100, 10",
        (
            "two_layer_net",
            two_layer_net,
            Case(X=seven(4, 3), Y=seven(4, 2), **with_layers(seven, "W₁ 3 2", "W₂ 2 2")),
        ),
        generated=[two_layer_net_at_scale],
    ),
    Sample(
        "rectified_product",
        "lecture on backpropagation with matrices",
        (
            "rectified_product",
            rectified_product,
            Case(X=eight(3, 2), **with_layers(eight, "W₁ 2 3", "W₂ 3 2")),
            Case(
                X=[[1, 2]],
                **{"W₁": [[2, 1], [-1, 1]], "W₂": [[3], [4]]},
                convention={"f": {"X": [["96", "96"]], "W₁": [["0", "96"], ["0", "192"]], "W₂": [["0"], ["72"]]}},
            ),
        ),
    ),
    Sample(
        "softmax_classifier",
        "lecture on linear classifiers: cat, car and frog, softmax",
        ("softmax_classifier", penalised(softmax_loss), *classifier_cases((1, "2.04"), nine)),
    ),
    Sample(
        "svm_classifier",
        "lecture on linear classifiers: cat, car and frog, support vector machine",
        ("svm_classifier", penalised(hinge), *classifier_cases((3, "5.27"), ten)),
    ),
    Sample(
        "iris",
        "lecture on neural networks: Fisher's irises",
        ("iris", iris, Case(X=FLOWERS, Y=SPECIES, **with_layers(Draw(13), "W₁ 4 3", "W₂ 3 3"))),
    ),
    Sample(
        "heads",
        "lecture on neural networks: the last layer for each kind of task",
        ("regression_head", regression_head, Case(h=[0.5, -1, 2], w=[1.5, 0.25, -0.75], b=0.1, y=2)),
        (
            "binary_head",
            binary_head,
            Case(h=[0.5, -1, 2], w=[1.5, 0.25, -0.75], b=0.1, y=1),
            Case(h=[3, 4, 5], w=[1, -2, 4], b=-0.5, y=0),
        ),
        (
            "multi_class_head",
            multi_class_head,
            Case(h=[0.5, -1], W=[[1, 2], [-0.25, 0.5], [3, -1]], b=[0.1, 0.2, -0.3], y=0),
        ),
    ),
    Sample(
        "batch_norm_relu",
        "lecture on deep networks: batch normalisation and rectifier",
        (
            "batch_norm_relu",
            batch_norm_relu,
            Case(X=eleven(4, 2), W=[[1, -0.5], [0.25, 2]], γ=[1.5, 0.75], β=[0.1, -0.2], ε=1e-3),
        ),
    ),
    Sample(
        "skip_connection",
        "lecture on deep networks: the residual block",
        ("skip_connection", skip_connection, Case(x=twelve(2), **with_layers(twelve, "W₁ 3 2", "W₂ 2 3"))),
    ),
    Sample(
        "dropout_layer",
        "lecture on regularisation: dropout",
        (
            "dropout_layer",
            dropout_layer,
            Case(
                x=[0.5, -1],
                **{
                    "W₁": [[1, -2], [-0.5, -1.5], [2, 0.25], [-1, 1]],
                    "W₂": [[0.5, -1, 2, 3], [1.25, 0.75, -0.5, 1]],
                },
                mask=[1, 0, 1, 1],
                keep=0.75,
            ),
        ),
    ),
    Sample(
        "cubic_fit",
        "tutorials on tensors and gradients: a cubic for sin, on 2,000 points",
        (
            "cubic_fit",
            cubic_fit,
            Case(x=[-1, 0.5, 2, 0], y=[0.25, 1, -2, 0.5], a=0.1, b=-0.5, c=0.25, d=1.5),
        ),
        (
            "sine_fit",
            sine_fit,
            Case(count=5, a=0.1, b=-0.5, c=0.25, d=1.5),
            Case(count=2000, a=0, b=0.85, c=0, d=-0.09),
        ),
    ),
]
