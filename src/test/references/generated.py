"""The references of a case whose inputs are too many to be stored: two_layer_net at 64 x 1000 x 100 x 10.

The inputs are multiples of powers of two with few digits, so that sums of products of them are integers. What is no
integer has 220 binary digits behind the point. Conditions are first-order bounds on all roundings, array by array. That
the gradients are right, central differences confirm.
"""

import mpmath
import numpy
from mpmath import mpf

N, D, M, C = 64, 1000, 100, 10
INPUTS = {
    "X": ((N, D), {"salt": 1, "divisor": 1024}),
    "Y": ((N, C), {"salt": 2, "divisor": 256}),
    "W₁": ((D, M), {"salt": 3, "divisor": 4096}),
    "W₂": ((M, C), {"salt": 4, "divisor": 512}),
}
PLACES = {"W₁": [(0, 0), (1, 0), (0, 1), (500, 50), (999, 99)], "W₂": [(0, 0), (1, 0), (0, 1), (50, 5), (99, 9)]}
BITS = 220


def mixed(count, salt):
    """The integers from -512 to 511 of the formula in arrays.py."""
    k = numpy.arange(count, dtype=numpy.uint64)
    word = numpy.uint64(0xFFFFFFFF)
    h = (k + numpy.uint64(1000003 * salt)) * numpy.uint64(2654435761) & word
    h = (h ^ (h >> numpy.uint64(15))) * numpy.uint64(2246822519) & word
    h ^= h >> numpy.uint64(13)
    return (h & numpy.uint64(1023)).astype(numpy.int64) - 512


def two_layer_net_at_scale():
    whole = {name: mixed(shape[0] * shape[1], how["salt"]).reshape(shape) for name, (shape, how) in INPUTS.items()}
    value, gradients = exact(whole)
    bound, bounds = rounding({name: whole[name] / how["divisor"] for name, (_, how) in INPUTS.items()})
    for name, places in PLACES.items():
        for place in places:
            assert abs(gradients[name][place] - difference(whole, name, place)) < mpf(10) ** -50
    norms = {name: mpmath.sqrt(mpmath.fsum(g * g for g in each.flat)) for name, each in gradients.items()}
    return {
        "function": "two_layer_net",
        "sizes": {"N": N, "D": D, "M": M, "C": C},
        "inputs": {name: how for name, (_, how) in INPUTS.items()},
        "value": {"loss": digits(value)},
        "norm": {name: digits(norm) for name, norm in norms.items()},
        "entries": {
            name: [
                {
                    "at": list(place),
                    "gradient": digits(gradients[name][place]),
                    "condition": upwards(bounds[name][place] / abs(gradients[name][place])),
                }
                for place in places
            ]
            for name, places in PLACES.items()
        },
        "condition": {
            "value": {"loss": upwards(bound / value)},
            "norm": {
                name: upwards((abs(gradients[name]).astype(float) * bounds[name]).sum() / float(norm) ** 2 + 4)
                for name, norm in norms.items()
            },
        },
    }


def digits(x):
    return mpmath.nstr(x, 50)


def upwards(condition):
    return int(mpmath.ceil(mpf(condition)))


def fixed(x):
    """Numbers as integers that count units of 2^-BITS."""
    return numpy.frompyfunc(lambda each: int(mpmath.nint(mpmath.ldexp(each, BITS))), 1, 1)(x)


def loose(x):
    return numpy.frompyfunc(lambda each: mpmath.ldexp(mpf(each), -BITS), 1, 1)(x)


def logistic(Q):
    return numpy.frompyfunc(lambda q: 1 / (1 + mpmath.exp(-q)), 1, 1)(Q)


def hidden(X, W):
    """The neurons, from integers."""
    Q = (X @ W).astype(object)
    return logistic(numpy.frompyfunc(lambda q: mpf(int(q)) / (1024 * 4096), 1, 1)(Q))


def exact(whole):
    with mpmath.workprec(BITS + 40):
        X, Y, W1, W2 = (whole[name].astype(object) for name in INPUTS)
        H = hidden(whole["X"], whole["W₁"])
        E = fixed(H) @ W2 // 512 - (Y << BITS) // 256
        G = 2 * loose(E)
        dQ = (G @ (W2 * mpf(1)).T / 512) * H * (1 - H)
        return mpmath.fsum(e * e for e in loose(E).flat), {
            "W₁": loose(X.T @ fixed(dQ)) / 1024,
            "W₂": loose(fixed(H.T) @ fixed(G) >> BITS),
        }


def difference(whole, name, place):
    """A central difference, which needs nothing but the column of the hidden layer or of the outputs that moves."""
    with mpmath.workprec(3 * BITS):
        step = mpmath.ldexp(1, -BITS)
        column = place[1] if name == "W₁" else place[0]
        n = slice(None)
        Q = (whole["X"] @ whole["W₁"][:, column]).astype(object)
        Q = numpy.frompyfunc(lambda q: mpf(int(q)) / (1024 * 4096), 1, 1)(Q)
        P = loose(fixed(hidden(whole["X"], whole["W₁"])) @ whole["W₂"].astype(object)) / 512
        rest = P - whole["Y"].astype(object) * mpf(1) / 256
        w = whole["W₂"][column].astype(object) * mpf(1) / 512

        def change(h):
            """By how much the loss changes."""
            if name == "W₁":
                moved = logistic(Q + whole["X"][n, place[0]].astype(object) * h / 1024) - logistic(Q)
                delta = numpy.outer(moved, w)
            else:
                delta = numpy.zeros((N, C), dtype=object)
                delta[:, place[1]] = logistic(Q) * h
            return mpmath.fsum((delta * (2 * rest + delta)).flat)

        return (change(step) - change(-step)) / (2 * step)


def products(A, B):
    """The terms of A @ B, the index that is added over first."""
    return A.T[:, :, None] * B[:, None, :]


def additions(terms):
    """What adding the terms up rounds off, in units: each partial sum once. Another order is given twice as much."""
    return 2 * abs(numpy.cumsum(terms, axis=0)).sum(axis=0)


def product_bound(A, A_bound, B, B_bound):
    own = A_bound @ abs(B) + abs(A) @ B_bound + abs(A) @ abs(B)
    return own + additions(products(A, B))


def rounding(point):
    """First-order bounds on the errors of the loss and its gradients, in units of 2^-53."""
    X, Y, W1, W2 = (point[name] for name in INPUTS)
    Q = X @ W1
    H = 1 / (1 + numpy.exp(-Q))
    slope = H * (1 - H)
    H_bound = (8 + 2 * abs(Q)) * H
    E = H @ W2 - Y
    E_bound = product_bound(H, H_bound, W2, 0 * W2) + abs(E)
    squares = (E * E).reshape(-1, 1)
    loss_bound = ((2 * abs(E) * E_bound) + E * E).sum() + additions(squares)[0]
    G, G_bound = 2 * E, 2 * E_bound
    dH, dH_bound = G @ W2.T, product_bound(G, G_bound, W2.T, 0 * W2.T)
    dQ, dQ_bound = dH * slope, dH_bound * slope + abs(dH) * slope * (17 + 2 * abs(Q))
    return loss_bound, {
        "W₁": product_bound(X.T, 0 * X.T, dQ, dQ_bound),
        "W₂": product_bound(H.T, H_bound.T, G, G_bound),
    }
