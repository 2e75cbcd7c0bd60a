"""Formulas and points of the functions with arrays in the library."""

import numpy

from cases import Case, Draw, Sample
from tracked import exp, held, largest, log, logsumexp, mean, norm, plain, rows, sqrt, total


def softmax(x):
    e = exp(x - held(largest(x)))
    return e / total(e)


def log_softmax(x):
    z = x - held(largest(x))
    return z - log(total(exp(z)))


def normalised(x, eps):
    centred = x - mean(x)
    return centred / sqrt(mean(centred**2) + eps)


def layer_norm(x, gain, shift, eps):
    return gain * normalised(x, eps) + shift


def batch_norm(x, gain, shift, eps):
    columns = rows(lambda column: normalised(column, eps), x.T)
    return gain * columns.T + shift


def softmax_loss(u, y):
    return -log_softmax(u)[y]


def squared_expectation(u, y):
    return total((y - softmax(u)) ** 2)


def hinge(s, y):
    """At a margin of 0 half of what is on its sides, as max has it."""
    margins = [s[j] - s[y] + 1 for j in range(len(s)) if j != y]
    return total([margin if plain(margin) > 0 else margin / 2 for margin in margins if plain(margin) >= 0])


def cross(a, b):
    return a[[1, 2, 0]] * b[[2, 0, 1]] - a[[2, 0, 1]] * b[[1, 2, 0]]


def product(A, B):
    return numpy.array([[total(row * column) for column in B.T] for row in A], dtype=object).reshape(len(A), B.shape[1])


draw = Draw(31)
HALF_STEP = {"s": ["0.5", "-0.5", "0"]}

SAMPLES = [
    Sample(
        "nn",
        "definitions in the papers named in std/nn.ad",
        (
            "softmax",
            softmax,
            Case(x=[0.5, -1, 2]),
            Case(x=[1000, 1001, 999.5]),
            Case(x=[800, 0]),
            Case(x=[0, 0]),
            Case(x=[3]),
        ),
        ("log_softmax", log_softmax, Case(x=[0.5, -1, 2]), Case(x=[1000, 1001, 999.5]), Case(x=[0, 0])),
        (
            "layer_norm",
            layer_norm,
            Case(x=[0.5, -1, 2, 0.25], gain=[1, 2, -0.5, 1.5], shift=[0, 0.1, 0.2, 0.3], eps=1e-5),
            Case(x=[2, 2], gain=[1, 3], shift=[0.5, 0], eps=0.25),
        ),
        (
            "batch_norm",
            batch_norm,
            Case(x=draw(3, 2, low=-2, high=2), gain=[1.5, -0.75], shift=[0.1, 0.2], eps=1e-5),
        ),
        ("dropout", lambda x, mask, keep: x * mask / keep, Case(x=[1.5, -2, 0.3], mask=[1, 0, 1], keep=0.8)),
        (
            "cross_entropy",
            lambda u, y: total(y) * logsumexp(u) - u @ y,
            Case(u=[0.5, -1, 2], y=[0, 1, 0]),
            Case(u=[0.5, -1, 2], y=[0.25, 0.25, 0.5]),
            Case(u=[20, -20, 0], y=[0, 1, 0]),
        ),
        (
            "cross_entropy_label",
            softmax_loss,
            Case(u=[0.5, -1, 2], y=0),
            Case(u=[0.5, -1, 2], y=2),
            Case(u=[-1000, 0, 2], y=0),
        ),
        ("mse", lambda p, y: mean((p - y) ** 2), Case(p=[0.5, -1, 2, 3], y=[0.25, 1, 2, -3])),
        (
            "squared_expectation",
            squared_expectation,
            Case(u=[0.5, -1, 2], y=[0, 1, 0]),
            Case(u=[0, 0, 0, 0], y=[0, 0, 1, 0]),
        ),
        (
            "hinge_multiclass",
            hinge,
            Case(s=[3.2, 5.1, -1.7], y=0),
            Case(s=[1.3, 4.9, 2], y=1),
            Case(s=[2.2, 2.5, -3.1], y=2),
            Case(s=[1, 2, 0], y=1, convention={"L": HALF_STEP}),
        ),
    ),
    Sample(
        "linalg",
        "textbooks of linear algebra",
        (
            "dot",
            lambda a, b: total(a * b),
            Case(a=[1, -2, 0.5], b=[0.25, 3, 4]),
            Case(a=[], b=[]),
        ),
        (
            "norm2",
            lambda a: norm(a),
            Case(a=[3, -4]),
            Case(a=[1e200, 2e200, -2e200]),
            Case(a=[1e-200, -1e-200]),
            Case(a=[0, 0], convention={"r": {"a": ["0", "0"]}}),
            Case(a=[]),
        ),
        ("matvec", lambda A, x: A @ x, Case(A=[[1, 2, 3], [-0.5, 0.1, 4]], x=[2, -1, 0.5])),
        (
            "matmul",
            product,
            Case(A=[[1, 2], [-0.5, 0.1], [3, -4]], B=[[0.5, 2], [-1, 0.3]]),
            Case(A=[[], []], B=[], sizes={"n": 3}),
        ),
        ("transpose", lambda A: A.T, Case(A=[[1, 2, 3], [4, 5, 6]])),
        ("trace", lambda A: total(numpy.diag(A)), Case(A=[[1, 2], [-0.5, 0.1]])),
        ("outer", lambda a, b: numpy.outer(a, b), Case(a=[1, -2], b=[0.5, 0.1, 3])),
        ("cross3", cross, Case(a=[1, -2, 0.5], b=[0.25, 3, 4])),
        ("quadform", lambda x, A: x @ A @ x, Case(x=[1, -2], A=[[2, 0.5], [3, -1]])),
    ),
]
