"""The operators that the samples use: value, partials with their conventions, rounding in units of 2^-53."""

from dataclasses import dataclass

import mpmath
from mpmath import inf, mpf, nan


@dataclass
class Operator:
    value: callable
    partials: list
    units: object = 2
    partial_floor: object = None  # absolute error of the partials, in units, where they are not accurate relatively
    special: bool = False


def _abs_slope(x):
    return mpf(0) if x == 0 else mpmath.sign(x)


def _inside(x, lo, hi):
    return mpf(1) if lo <= x <= hi else mpf(0)


def _sigmoid(x):
    return 1 / (1 + mpmath.exp(-x)) if x > 0 else mpmath.exp(x) / (1 + mpmath.exp(x))


def _softplus(x):
    return max(x, mpf(0)) + mpmath.log1p(mpmath.exp(-abs(x)))


def _lgamma(x):
    return inf if x <= 0 and x == mpmath.floor(x) else mpmath.re(mpmath.loggamma(x))


def _digamma(x):
    return nan if x <= 0 and x == mpmath.floor(x) else mpmath.psi(0, x)


def _reciprocal(x):
    return inf if x == 0 else 1 / x


def _log(x):
    return -inf if x == 0 else mpmath.log(x) if x > 0 else nan


def _ratio(x, y):
    if y == 0:
        return nan if x == 0 or mpmath.isnan(x) else inf * mpmath.sign(x)
    return x / y


def _xlogy(x, y):
    return mpf(0) if x == 0 and not mpmath.isnan(y) else x * _log(y)


def _pow(x, y):
    return mpmath.power(x, y)


def _special(function, slopes):
    def units(*xs):
        value = function(*xs)
        if value == 0 or not mpmath.isfinite(value):
            return 8
        return 8 + 2 * sum(abs(x * slope(*xs) / value) for x, slope in zip(xs, slopes))

    return units


def _density(x):
    return mpmath.exp(-x * x / 2) / mpmath.sqrt(2 * mpmath.pi)


def _lbeta(a, b):
    return _lgamma(a) + _lgamma(b) - _lgamma(a + b)


def _special_row(value, *partials, partial_floor=None):
    return Operator(value, list(partials), _special(value, partials), partial_floor, special=True)


OPERATORS = {
    "neg": Operator(lambda x: -x, [lambda x: mpf(-1)], 0),
    "+": Operator(lambda x, y: x + y, [lambda x, y: mpf(1), lambda x, y: mpf(1)], 1),
    "-": Operator(lambda x, y: x - y, [lambda x, y: mpf(1), lambda x, y: mpf(-1)], 1),
    "*": Operator(lambda x, y: x * y, [lambda x, y: y, lambda x, y: x], 1),
    "/": Operator(_ratio, [lambda x, y: _reciprocal(y), lambda x, y: -_ratio(_ratio(x, y), y)], 1),
    "sqrt": Operator(mpmath.sqrt, [lambda x: _reciprocal(2 * mpmath.sqrt(x))], 1),
    "exp": Operator(mpmath.exp, [mpmath.exp]),
    "expm1": Operator(mpmath.expm1, [mpmath.exp]),
    "log": Operator(_log, [_reciprocal]),
    "log1p": Operator(lambda x: _log(1 + x) if abs(x) > 0.5 else mpmath.log1p(x), [lambda x: _reciprocal(1 + x)]),
    "log10": Operator(mpmath.log10, [lambda x: 1 / (x * mpmath.log(10))]),
    "pow": Operator(_pow, [lambda x, y: y * _pow(x, y - 1), lambda x, y: _pow(x, y) * _log(x)]),
    "hypot": Operator(mpmath.hypot, [lambda x, y: x / mpmath.hypot(x, y), lambda x, y: y / mpmath.hypot(x, y)]),
    "sin": Operator(mpmath.sin, [mpmath.cos]),
    "cos": Operator(mpmath.cos, [lambda x: -mpmath.sin(x)]),
    "asin": Operator(mpmath.asin, [lambda x: _reciprocal(mpmath.sqrt(1 - x * x))]),
    "atan": Operator(mpmath.atan, [lambda x: 1 / (1 + x * x)]),
    "atan2": Operator(mpmath.atan2, [lambda y, x: x / (x * x + y * y), lambda y, x: -y / (x * x + y * y)], 4),
    "sinh": Operator(mpmath.sinh, [mpmath.cosh], 5),
    "cosh": Operator(mpmath.cosh, [mpmath.sinh], 5),
    "tanh": Operator(mpmath.tanh, [lambda x: 1 - mpmath.tanh(x) ** 2], 5, lambda x: 4),
    "abs": Operator(abs, [_abs_slope], 0),
    "clamp": Operator(
        lambda x, lo, hi: min(max(x, lo), hi),
        [_inside, lambda x, lo, hi: mpf(x < lo), lambda x, lo, hi: mpf(x > hi)],
        0,
    ),
    "erf": _special_row(mpmath.erf, lambda x: 2 / mpmath.sqrt(mpmath.pi) * mpmath.exp(-x * x)),
    "normcdf": _special_row(lambda x: mpmath.erfc(-x / mpmath.sqrt(2)) / 2, _density),
    "lgamma": _special_row(_lgamma, _digamma),
    "lbeta": _special_row(
        _lbeta,
        lambda a, b: _digamma(a) - _digamma(a + b),
        lambda a, b: _digamma(b) - _digamma(a + b),
        partial_floor=lambda a, b: 8 * (abs(_digamma(a)) + abs(_digamma(b)) + abs(_digamma(a + b))),
    ),
    "sigmoid": _special_row(_sigmoid, lambda x: _sigmoid(x) * _sigmoid(-x)),
    "logsigmoid": _special_row(lambda x: -_softplus(-x), lambda x: _sigmoid(-x)),
    "softplus": _special_row(_softplus, _sigmoid),
    "xlogy": Operator(_xlogy, [lambda x, y: _log(y), lambda x, y: mpf(0) if x == 0 else _ratio(x, y)], 3),
}
EXACT_IF_REPRESENTABLE = {"+", "-", "*", "/", "sqrt", "neg"}
IEEE_ZERO = {"+", "-", "*", "/", "neg"}
