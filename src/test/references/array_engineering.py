"""Formulas and points of the samples with arrays in samples/engineering."""

import mpmath
import numpy
from mpmath import mpf, pi

from array_library import cross, softmax
from cases import Case, Draw, Sample
from tracked import (
    Tracked,
    cos,
    exp,
    lgamma,
    like,
    log,
    logsumexp,
    norm,
    rows,
    sigmoid,
    sinc,
    smallest,
    sqrt,
    tanh,
    total,
)


def windows(x, shape, stride=1):
    """The parts of an array that a filter of this shape lies on, the filter's indices last."""
    counts = [(extent - size) // stride + 1 for extent, size in zip(x.shape, shape)]
    parts = numpy.empty((*counts, *shape), dtype=object)
    for at in numpy.ndindex(*counts):
        parts[at] = x[tuple(slice(stride * i, stride * i + size) for i, size in zip(at, shape))]
    return parts


def convolution(x, w):
    return windows(x, w.shape) @ w


def image_convolution(X, W):
    parts = windows(X, W.shape)
    return numpy.array([[total(part * W) for part in row] for row in parts], dtype=object)


def convolution_layer(X, W, bias):
    channels = [windows(image, W.shape[2:], stride=2) for image in X]

    def answer(f, i, j):
        return sum(total(parts[i, j] * kernel) for parts, kernel in zip(channels, W[f])) + bias[f]

    shape = (len(W), *channels[0].shape[:2])
    return numpy.array([answer(*at) for at in numpy.ndindex(*shape)], dtype=object).reshape(shape)


def attention(X, A, B, C):
    Q, K, V = X @ A, X @ B, X @ C
    return rows(softmax, Q @ K.T / sqrt(like(Q[0, 0], A.shape[1]))) @ V


def causal_attention(Q, K, V):
    S = Q @ K.T / sqrt(like(Q[0, 0], Q.shape[1]))
    return numpy.array([softmax(S[t, : t + 1]) @ V[: t + 1] for t in range(len(S))], dtype=object)


def lstm(x, y, W, U, b, v):
    h = c = numpy.array([0] * len(v), dtype=object)
    errors = []
    for given, wanted in zip(x, y):
        forget, enter, leave, candidate = (W[g] @ given + _times(U[g], h) + b[g] for g in range(4))
        c = c * sigmoid(forget) + sigmoid(enter) * tanh(candidate)
        h = sigmoid(leave) * tanh(c)
        errors.append((v @ h - wanted) ** 2)
    return total(errors) / len(errors)


def _times(matrix, vector):
    """Nothing at all while the vector is still 0."""
    return matrix @ vector if not all(isinstance(each, int) for each in vector) else 0


def predation(y, α, β, γ, δ):
    return numpy.array([α * y[0] - β * y[0] * y[1], δ * y[0] * y[1] - γ * y[1]], dtype=object)


def lotka_volterra(α, β, γ, δ, h, n, **start):
    y, states = start["y₀"], []
    for _ in range(n):
        k1 = predation(y, α, β, γ, δ)
        k2 = predation(y + k1 * h / 2, α, β, γ, δ)
        k3 = predation(y + k2 * h / 2, α, β, γ, δ)
        k4 = predation(y + k3 * h, α, β, γ, δ)
        y = y + (k1 + 2 * k2 + 2 * k3 + k4) * h / 6
        states.append(y)
    return numpy.array(states, dtype=object)


def filtered(z, F, Q, h, r, **start):
    """The filter, step by step."""
    m, P, ll = start["m₀"], start["P₀"], 0
    for observed in z:
        m, P = F @ m, F @ P @ F.T + Q
        e, g = observed - h @ m, P @ h
        s = h @ g + r
        ll = ll - (log(like(r, 2 * pi) * s) + e**2 / s) / 2
        m, P = m + g * e / s, P - numpy.outer(g, g) / s
    return ll


def gaussian(z, F, Q, h, r, **start):
    """The same log likelihood in one piece: the observations are jointly normal."""
    T, m, P = len(z), start["m₀"], start["P₀"]
    means, covariances, motions = [], [], [numpy.array(numpy.eye(len(h), dtype=int), dtype=object)]
    for _ in range(T):
        m, P = F @ m, F @ P @ F.T + Q
        means.append(h @ m)
        covariances.append(P)
        motions.append(F @ motions[-1])
    S = mpmath.matrix(T, T)
    for s in range(T):
        for t in range(s, T):
            S[s, t] = S[t, s] = h @ motions[t - s] @ covariances[s] @ h + (r if s == t else 0)
    e = mpmath.matrix([observed - mean for observed, mean in zip(z, means)])
    return -(mpmath.log(mpmath.det(2 * pi * S)) + (e.T * mpmath.lu_solve(S, e))[0]) / 2


def kalman(r, **rest):
    """The reference does without the filter, which tells the roundings only."""
    return filtered(r=r, **rest) if isinstance(r, Tracked) else gaussian(r=r, **rest)


def gaussian_mixture(α, μ, q, l, x, γ, m):
    K, D = μ.shape
    ν = D + m + 1
    densities = numpy.empty((len(x), K), dtype=object)
    for k in range(K):
        A = numpy.array([[0] * D for _ in range(D)], dtype=object)
        below = iter(l[k])
        for column in range(D):
            A[column, column] = exp(q[k, column])
            for row in range(column + 1, D):
                A[row, column] = next(below)
        for n, point in enumerate(x):
            y = [total([A[i, j] * (point[j] - μ[k, j]) for j in range(i + 1)]) for i in range(D)]
            densities[n, k] = α[k] + total(q[k]) - total([each**2 for each in y]) / 2
    likelihood = total([logsumexp(row) for row in densities]) - len(x) * (
        logsumexp(α) + mpf(D) / 2 * log(like(γ, 2 * pi))
    )
    log_gamma = mpf(D * (D - 1)) / 4 * log(like(γ, pi)) + total(
        [lgamma(like(γ, mpf(ν + 1 - j) / 2)) for j in range(1, D + 1)]
    )
    constant = ν * D * (log(γ) - log(like(γ, 2)) / 2) - log_gamma
    spread = [total(exp(2 * q[k])) + total(l[k] ** 2) for k in range(K)]
    prior = total([m * total(q[k]) - γ**2 / 2 * spread[k] for k in range(K)])
    return likelihood + (prior + K * constant)


def turned(r, P):
    θ = norm(r)
    return P * cos(θ) + cross(r, P) * sinc(θ) + r * (r @ P) * (sinc(θ / 2) ** 2 / 2)


def projected(camera, X):
    Q = turned(camera[:3], X - camera[3:6])
    p = Q[:2] / Q[2]
    ρ = p @ p
    return camera[6] * (1 + camera[9] * ρ + camera[10] * ρ**2) * p + camera[7:9]


def bundle_adjustment(camera, X, w, by, seen, feature):
    e = [w[o] * (projected(camera[by[o]], X[seen[o]]) - feature[o]) for o in range(len(w))]
    return numpy.array(e, dtype=object), 1 - w**2


def adjustment_cost(**point):
    e, v = bundle_adjustment(**point)
    return (total(e**2) + total(v**2)) / 2


def kmeans(P, C):
    return total([smallest([total((point - centre) ** 2) for centre in C]) for point in P])


def garch(r, μ, ω, α, β):
    v, ll = ω / (1 - α - β), 0
    for each in r:
        e = each - μ
        ll = ll - (log(like(μ, 2 * pi)) + log(v) + e**2 / v) / 2
        v = ω + α * e**2 + β * v
    return ll


def camera(*turn, centre=(0.1, -0.2, -4)):
    return [*turn, *centre, 500, 320, 240, 0.01, -0.002]


draw = Draw(57)
SCENE = {
    "camera": [camera(0.1, -0.2, 0.05), camera(-0.3, 0.1, 0.2, centre=(0.5, 0.3, -5))],
    "X": [[0.3, -0.5, 1], [-0.75, 0.4, 0.2]],
}
OBSERVATIONS = {"w": [1, 0.75, 1.25], "by": [1, 0, 1], "seen": [0, 1, 1]}

SAMPLES = [
    Sample(
        "convolution",
        "signal processing; texts on convolutional networks",
        (
            "convolution",
            convolution,
            Case(x=[1, 2, -1, 0.5, 3], w=[0.5, -1, 2]),
            Case(x=[0.1, 0.2], w=[3]),
            Case(x=[1, 2], w=[0.5, -1, 2]),
        ),
        ("image_convolution", image_convolution, Case(X=draw(3, 4), W=draw(2, 2))),
        ("convolution_layer", convolution_layer, Case(X=draw(2, 4, 4), W=draw(1, 2, 2, 2), bias=[0.1])),
    ),
    Sample(
        "attention",
        "texts on transformers: Vaswani et al. 2017",
        ("attention", attention, Case(X=draw(3, 2), A=draw(2, 2), B=draw(2, 2), C=draw(2, 1))),
        ("causal_attention", causal_attention, Case(Q=draw(3, 2), K=draw(3, 2), V=draw(3, 2))),
    ),
    Sample(
        "lstm",
        "texts on recurrent networks: Hochreiter and Schmidhuber 1997",
        (
            "lstm",
            lstm,
            Case(x=draw(4, 2), y=draw(4), W=draw(4, 2, 2), U=draw(4, 2, 2), b=draw(4, 2), v=draw(2)),
            Case(x=[[0.5]], y=[1], W=[[[1]], [[2]], [[-1]], [[0.5]]], U=draw(4, 1, 1), b=[[0]] * 4, v=[1.5]),
        ),
    ),
    Sample(
        "lotka_volterra",
        "texts on numerical methods and ecology: prey and predators",
        ("predation", predation, Case(y=[10, 5], α=1.1, β=0.4, γ=0.4, δ=0.1)),
        (
            "lotka_volterra",
            lotka_volterra,
            Case(**{"y₀": [10, 5]}, α=1.1, β=0.4, γ=0.4, δ=0.1, h=0.125, n=4),
            Case(**{"y₀": [2, 0.5]}, α=0.75, β=0.5, γ=0.5, δ=0.25, h=0.5, n=1),
        ),
    ),
    Sample(
        "kalman",
        "texts on filtering: Kalman 1960",
        (
            "kalman",
            kalman,
            Case(
                z=[0.9, 2.1, 2.8, 4.2],
                **{"m₀": [0, 1], "P₀": [[1, 0.25], [0.25, 0.5]]},
                F=[[1, 1], [0, 1]],
                Q=[[0.1, 0.05], [0.05, 0.1]],
                h=[1, 0.5],
                r=0.25,
            ),
        ),
    ),
    Sample(
        "gaussian_mixture",
        "GradBench's evaluation gmm, after ADBench",
        (
            "gaussian_mixture",
            gaussian_mixture,
            Case(α=[0.3, -0.5], μ=draw(2, 3), q=draw(2, 3), l=draw(2, 3), x=draw(4, 3, low=-2, high=2), γ=1, m=0),
            Case(α=[0.3, 0, 1], μ=draw(3, 1), q=draw(3, 1), l=[[], [], []], x=draw(2, 1), γ=0.5, m=2),
        ),
    ),
    Sample(
        "bundle_adjustment",
        "GradBench's evaluation ba, after ADBench",
        (
            "turned",
            turned,
            Case(r=[0.1, -0.2, 0.3], P=[1, 2, -0.5]),
            Case(r=[1.5, 2, -1], P=[1, 2, -0.5]),
            Case(r=[0, 0, 0], P=[1, 2, -0.5]),
        ),
        ("projected", projected, Case(camera=SCENE["camera"][0], X=SCENE["X"][0])),
        (
            "bundle_adjustment",
            bundle_adjustment,
            Case(**SCENE, w=[0.75, 1.25], by=[1, 0], seen=[0, 0], feature=[[270, 220], [350, 180]]),
        ),
        ("adjustment_cost", adjustment_cost, Case(**SCENE, **OBSERVATIONS, feature=draw(3, 2, low=200, high=400))),
    ),
    Sample(
        "kmeans",
        "GradBench's evaluation kmeans; Lloyd 1957",
        ("kmeans", kmeans, Case(P=draw(5, 2), C=draw(3, 2)), Case(P=[[1, 2]], C=[[0, 0]])),
    ),
    Sample(
        "garch",
        "econometrics: Bollerslev 1986",
        (
            "garch",
            garch,
            Case(r=[0.5, -1.25, 0.1, 2, -0.75], μ=0.05, ω=0.1, α=0.15, β=0.7),
            Case(r=[], μ=0.05, ω=0.1, α=0.15, β=0.7),
        ),
    ),
]
