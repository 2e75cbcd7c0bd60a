"""Formulas and points of the scalar functions of the library."""

from mpmath import beta, binomial, erf, exp, factorial, gamma, inf, log, mpf, pi, sin, sqrt, tanh

from cases import Case, Sample, only


def logistic(x):
    return 1 / (1 + exp(-x))


def leak(x, a):
    return x if x > 0 else a * x


def elu(x, a):
    return x if x > 0 else a * (exp(x) - 1)


def selu(x):
    return mpf("1.0507009873554804934193349852946") * elu(x, mpf("1.6732632423543772848170429916717"))


def gelu_tanh(x):
    return x * (1 + tanh(sqrt(2 / pi) * (x + mpf("0.044715") * x**3))) / 2


def swish(x, b):
    return x / (1 + exp(-b * x))


def mish(x):
    return x * ((1 + exp(x)) ** 2 - 1) / ((1 + exp(x)) ** 2 + 1)


def sinc(x):
    return sin(x) / x if x != 0 else mpf(1)


def hardtanh(x):
    return max(mpf(-1), min(mpf(1), x))


def cross_entropy(u, y):
    return -y * log(logistic(u)) - (1 - y) * log(logistic(-u))


def normal(y, mu, sigma):
    return log(exp(-(((y - mu) / sigma) ** 2) / 2) / (sigma * sqrt(2 * pi)))


def lognormal(y, mu, sigma):
    return normal(log(y), mu, sigma) - log(y) if y > 0 else -inf


def student_t(y, nu, mu, sigma):
    density = gamma((nu + 1) / 2) / (gamma(nu / 2) * sqrt(pi * nu) * sigma)
    return log(density) - (nu + 1) / 2 * log(1 + ((y - mu) / sigma) ** 2 / nu)


def gamma_density(y, shape, rate):
    if y < 0 or y == 0 and shape > 1:
        return -inf
    return log(rate**shape / gamma(shape) * y ** (shape - 1)) - rate * y


def beta_density(y, a, b):
    if y < 0 or y > 1:
        return -inf
    return log(y ** (a - 1) * (1 - y) ** (b - 1) / beta(a, b))


def poisson(k, rate):
    return log(rate**k / factorial(k)) - rate if k >= 0 else -inf


def bernoulli(k, u):
    return log(logistic(u) if k == 1 else 1 - logistic(u))


def successes(k, n, p):
    return log(binomial(n, k) * p**k * (1 - p) ** (n - k)) if 0 <= k <= n else -inf


def at(names, *points):
    return [Case(**dict(zip(names, point if isinstance(point, tuple) else (point,)))) for point in points]


def kink(output, slopes, **point):
    return Case(convention=only(output, **slopes), **point)


SAMPLES = [
    Sample(
        "nn",
        "definitions in the papers named in std/nn.ad",
        ("leaky_relu", leak, *at("xa", (2.5, 0.01), (-3, 0.01), (-1e-300, 0.25)), kink("y", {"x": 0.25}, x=0, a=0.25)),
        ("prelu", leak, *at("xa", (2.5, 0.01), (-3, 0.3)), kink("y", {"x": 0}, x=0, a=0)),
        (
            "elu",
            elu,
            *at("xa", (2.5, 1), (-1e-12, 1), (-0.5, 1.5), (-30, 1)),
            kink("y", {"x": 1}, x=0, a=1),
            kink("y", {"x": 0.5}, x=0, a=0.5),
        ),
        (
            "selu",
            selu,
            *at("x", 2.5, -1e-12, -0.5, -30),
            kink("y", {"x": lambda: selu(mpf(-1)) / (exp(mpf(-1)) - 1)}, x=0),
        ),
        ("gelu", lambda x: x * (1 + erf(x / sqrt(mpf(2)))) / 2, *at("x", 0, 0.5, 3, 9, -0.5, -3, -9)),
        ("gelu_tanh", gelu_tanh, *at("x", 0, 0.5, 3, 9, -0.5, -3, -9)),
        (
            "softsign",
            lambda x: x / (1 + abs(x)),
            *at("x", 0.5, 1, 2, 1e8, -1e-8, -1, -3, -1e8),
            kink("y", {"x": 1}, x=0),
        ),
        ("swish", swish, *at("xb", (0, 2), (1.5, 1), (-1.5, 0.5), (-30, 1), (40, 2), (3, 0), (2, -4))),
        ("silu", lambda x: swish(x, mpf(1)), *at("x", 0, 1.5, 40, -1.5, -30)),
        ("mish", mish, *at("x", 0, 1.5, 25, -1.5, -30)),
        (
            "sinc",
            sinc,
            *at("x", 1e-8, -1e-3, 0.1, 0.75, 1, 1.0000000000000002, -1.5, 4, 100, 1e10),
            kink("y", {"x": 0}, x=0),
        ),
        ("sinc_series", lambda z: sinc(sqrt(z)), *at("z", 1e-6, 0.25, 1)),
        (
            "hardtanh",
            hardtanh,
            *at("x", 0, 0.75, 1.5, -3),
            kink("y", {"x": 1}, x=1),
            kink("y", {"x": 1}, x=-1),
        ),
        ("sigmoid_slope", lambda x, s: logistic(s * x), *at("xs", (0, 1), (1.5, 2), (-3, 10), (30, 1), (0.5, -1))),
        ("tanh_slope", lambda x, s: tanh(s * x), *at("xs", (0, 1), (1.5, 0.5), (-2, 1.5), (1e-9, 3))),
        (
            "binary_cross_entropy",
            cross_entropy,
            *at(
                "uy",
                (0, 1),
                (0, 0),
                (2, 1),
                (2, 0),
                (-3, 1),
                (40, 1),
                (40, 0),
                (-40, 0),
                (-40, 1),
                (1.25, 0.75),
                (0.5, 0.25),
            ),
        ),
    ),
    Sample(
        "prob",
        "densities and probability functions as the Stan Functions Reference states them",
        (
            "normal_lpdf",
            normal,
            *at(("y", "mu", "sigma"), (0.5, 0, 1), (3, 1, 0.25), (-2, 4, 7), (10, -10, 0.5), (2, 2, 3)),
        ),
        (
            "lognormal_lpdf",
            lognormal,
            *at(("y", "mu", "sigma"), (0.5, 0, 1), (3, 1, 0.25), (1e-5, -2, 2)),
            kink("lp", {"y": 0, "mu": 0, "sigma": 0}, y=-1, mu=0, sigma=1),
            kink("lp", {"y": 0, "mu": 0, "sigma": 0}, y=0, mu=0, sigma=1),
        ),
        (
            "student_t_lpdf",
            student_t,
            *at(
                ("y", "nu", "mu", "sigma"),
                (0.5, 3, 0, 1),
                (4, 1, -1, 2),
                (1e-4, 7.5, 0, 0.5),
                (2, 400, 1, 0.75),
                (300, 2, 0, 1),
            ),
        ),
        (
            "gamma_lpdf",
            gamma_density,
            *at(("y", "shape", "rate"), (1, 2, 3), (0.25, 0.5, 1), (7.5, 9, 1.25), (42, 30, 0.75)),
            kink("lp", {"y": -2, "shape": -inf, "rate": 0.5}, y=0, shape=1, rate=2),
            kink("lp", {"y": inf, "shape": -inf, "rate": 1.5}, y=0, shape=3, rate=2),
            kink("lp", {"y": 0, "shape": 0, "rate": 0}, y=-1, shape=3, rate=2),
        ),
        (
            "beta_lpdf",
            beta_density,
            *at("yab", (0.25, 2, 3), (0.625, 0.5, 0.5), (1e-10, 2, 40), (0.9375, 30, 2.5)),
            kink("lp", {"y": 0, "a": 0, "b": 0}, y=1.5, a=2, b=3),
            kink("lp", {"y": 0, "a": 0, "b": 0}, y=-0.5, a=2, b=3),
            kink("lp", {"y": 2, "a": lambda: mpf(1) / 3, "b": -inf}, y=1, a=3, b=1),
        ),
        (
            "poisson_lpmf",
            poisson,
            *at(("k", "rate"), (0, 0.5), (3, 2), (12, 12.5), (2, 40)),
            kink("lp", {"rate": -1}, k=0, rate=0),
            kink("lp", {"rate": 0}, k=-1, rate=2),
        ),
        ("bernoulli_logit_lpmf", bernoulli, *at("ku", (1, 0), (0, 0), (1, 2.5), (0, 2.5), (1, -40), (0, -40), (1, 30))),
        (
            "binomial_lpmf",
            successes,
            *at("knp", (3, 10, 0.25), (0, 10, 0.125), (10, 10, 0.9375), (7, 8, 0.75), (2, 1000, 1e-3)),
            kink("lp", {"p": -5}, k=0, n=5, p=0),
            kink("lp", {"p": 5}, k=5, n=5, p=1),
            kink("lp", {"p": 0}, k=6, n=5, p=0.5),
            kink("lp", {"p": 0}, k=-1, n=5, p=0.5),
        ),
        (
            "xlog1py",
            lambda x, y: x * log(1 + y) if x != 0 else mpf(0),
            *at("xy", (2, 0.5), (3, -0.75), (-1.5, 1e-20), (0.25, -0.5)),
            kink("r", {"x": -inf, "y": 0}, x=0, y=-1),
        ),
    ),
]
