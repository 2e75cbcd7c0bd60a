"""Formulas and points of samples/lectures."""

from mpmath import cos, coth, erfc, exp, expm1, inf, log, mpf, sin, sinc, sqrt, tanh

from cases import Case, Sample, only


def logistic(x):
    return 1 / (1 + exp(-x))


def neuron(w0, x0, w1, x1, w2):
    return logistic(w0 * x0 + w1 * x1 + w2)


def positive_or(x, other):
    return x if x > 0 else other


NEURON_CASES = [
    Case(w0=2, x0=-1, w1=-3, x1=-2, w2=-3),
    Case(w0=0, x0=0, w1=0, x1=0, w2=0),
    Case(w0=0.5, x0=8, w1=-0.25, x1=-12.5, w2=3),
    Case(w0=1.5, x0=-10, w1=2, x1=-3.5, w2=1),
]

SAMPLES = [
    Sample(
        "umbc",
        "lecture on automatic differentiation: a polynomial, a power and a logarithm, traced forward and in reverse",
        (
            "umbc",
            lambda x1, x2, a: x1 * x1 + (x1 - x2) ** a - log(x1 * x1 + x2 * x2),
            Case(x1=2, x2=1, a=1, figures=only("y", value="3.3905620875658995", x1="4.2", x2="-1.4")),
            Case(x1=3.5, x2=-1.25, a=2),
            Case(x1=1.75, x2=0.5, a=2.5),
            Case(x1=0.75, x2=1.5, a=3),
            Case(x1=1.5, x2=1.5, a=2),
            Case(x1=1e-3, x2=-1e3, a=0.5),
        ),
    ),
    Sample(
        "sum_times",
        "lecture on backpropagation: the first circuit of gates",
        (
            "sum_times",
            lambda x, y, z: x * z + y * z,
            Case(x=-2, y=5, z=-4, figures=only("f", value="-12", x="-4", y="-4", z="3")),
            Case(x=0.1, y=0.2, z=0.3),
            Case(x=1e200, y=-3, z=0),
        ),
    ),
    Sample(
        "neuron",
        "lecture on backpropagation: the sigmoid neuron with two inputs",
        ("neuron", neuron, *NEURON_CASES),
        ("neuron_in_one", neuron, *NEURON_CASES, Case(w0=30, x0=-20, w1=5, x1=-9, w2=2)),
    ),
    Sample(
        "squared_error",
        "lecture on gradient descent: least squares with one parameter",
        (
            "squared_error",
            lambda w, x, y: (y * y - 2 * w * x * y + w * w * x * x) / 2,
            Case(w=2, x=3, y=5),
            Case(w=0.75, x=-1.5, y=0.1),
            Case(w=2, x=3, y=6),
        ),
    ),
    Sample(
        "sine_cosine",
        "lecture on forward and reverse mode: two outputs of one angle",
        (
            "sine_cosine",
            lambda x, w0, w1: (sin(w1 * x + w0), cos(w1 * x + w0)),
            Case(x=1, w0=0.5, w1=2),
            Case(x=-0.3, w0=0, w1=4),
            Case(x=0, w0=0, w1=3),
            Case(x=1.5, w0=1e5, w1=-7),
        ),
    ),
    Sample(
        "evaluation_trace",
        "surveys of automatic differentiation: the evaluation trace of log x1 + x1 x2 - sin x2",
        (
            "evaluation_trace",
            lambda x1, x2: log(x1) + x1 * x2 - sin(x2),
            Case(x1=2, x2=5, figures=only("y", value="11.652", x1="5.5", x2="1.716")),
            Case(x1=0.25, x2=-3),
            Case(x1=1, x2=0.5),
            Case(x1=0, x2=1, convention=only("y", x1=inf, x2=lambda: -cos(mpf(1)))),
        ),
    ),
    Sample(
        "shared_terms",
        "lecture on computational graphs: common subexpressions as shared nodes",
        (
            "shared_terms",
            lambda x, z: exp(x * z) + x * z / log(x) + sin(log(x)) / (x * z),
            Case(x=2, z=3),
            Case(x=0.5, z=-1.25),
            Case(x=1.0009765625, z=0.1),
        ),
    ),
    Sample(
        "nested_cosine",
        "lecture on the chain rule: a composition in which one intermediate is used twice",
        (
            "nested_cosine",
            lambda x: cos(sin(x * x) + 3 * x * x),
            Case(x=1),
            Case(x=-2.25),
            Case(x=0),
            Case(x=40),
        ),
    ),
    Sample(
        "two_layers",
        "lecture on deep networks: the chain of two sigmoid layers with squared loss",
        ("layer", lambda w, h: logistic(w * h), Case(w=0.5, h=-4), Case(w=3, h=0)),
        (
            "two_layers",
            lambda w1, w2, h0, l: (l - logistic(w2 * logistic(w1 * h0))) ** 2 / 2,
            Case(w1=0.5, w2=-1.5, h0=2, l=1),
            Case(w1=-6, w2=10, h0=1.25, l=0),
            Case(w1=1, w2=0, h0=0, l=1),
        ),
    ),
    Sample(
        "expression_swell",
        "lecture on what automatic differentiation is not: the symbolic derivative that swells",
        (
            "expression_swell",
            lambda x, w, b: coth(w * x + b),
            Case(x=1, w=0.5, b=0.25),
            Case(x=-2, w=1.5, b=0.1),
            Case(x=2, w=-3, b=6.0625),
        ),
    ),
    Sample(
        "activations",
        "lecture on neural networks: the table of activation functions",
        (
            "logistic_with_slope",
            lambda x, s: logistic(s * x),
            *(Case(x=x, s=s) for x, s in ((0, 1), (1.5, 2), (-3, 0.5), (-20, 1), (0.25, -4))),
        ),
        ("tanh_with_slope", lambda x, s: tanh(s * x), *(Case(x=x, s=s) for x, s in ((0, 2), (0.75, 1), (-2, 1.5)))),
        (
            "rectifier",
            lambda x: positive_or(x, mpf(0)),
            Case(x=2.5),
            Case(x=-1),
            Case(x=0, convention=only("y", x=0)),
        ),
        (
            "leaky_rectifier",
            lambda x: positive_or(x, x / 100),
            Case(x=2.5),
            Case(x=-3),
            Case(x=0, convention=only("y", x="0.01")),
        ),
        (
            "parametric_rectifier",
            lambda x, a: positive_or(x, a * x),
            Case(x=2.5, a=0.25),
            Case(x=-3, a=0.25),
            Case(x=0, a=0.25, convention=only("y", x=0.25)),
        ),
        (
            "exponential_linear",
            lambda x, a: positive_or(x, a * expm1(x)),
            Case(x=2.5, a=1),
            Case(x=-1e-9, a=1),
            Case(x=-4, a=1.5),
            Case(x=0, a=1, convention=only("y", x=1)),
            Case(x=0, a=1.5, convention=only("y", x=1.5)),
        ),
        (
            "gaussian_error_linear",
            lambda x: x * erfc(-x / sqrt(mpf(2))) / 2,
            *(Case(x=x) for x in (0, 1, -1, 0.5, 3, -3)),
        ),
        ("log_one_plus_exp", lambda x: log(1 + exp(x)), *(Case(x=x) for x in (0, 1, -1, 5, -5, -30))),
        (
            "soft_sign",
            lambda x: x / (1 + abs(x)),
            *(Case(x=x) for x in (2, -0.5, 10)),
            Case(x=0, convention=only("y", x=1)),
        ),
        (
            "self_gated",
            lambda x, β: x * logistic(β * x),
            *(Case(x=x, β=β) for x, β in ((0, 1), (2, 1), (-1.5, 1), (-3, 0.5), (10, 2))),
        ),
        (
            "self_regularised",
            lambda x: x * ((1 + exp(x)) ** 2 - 1) / ((1 + exp(x)) ** 2 + 1),
            *(Case(x=x) for x in (0, 1, -1, 6, -6, -40)),
        ),
        (
            "cardinal_sine",
            sinc,
            Case(x=1),
            Case(x=-2.5),
            Case(x=0.0625),
            Case(x=30),
            Case(x=0, convention=only("y", x=0)),
        ),
        ("log_logistic", lambda x: log(logistic(x)), *(Case(x=x) for x in (0, 1, -1, 5, -5, 30))),
    ),
]
