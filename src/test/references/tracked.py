"""Numbers that remember how they were computed, so that a formula in Python tells its own rounding bound.

A formula of the modules array_lectures, array_engineering and array_library is written with these functions. With
mpmath's numbers it computes; with Tracked ones it leaves the steps of steps.py behind, which know their derivatives
and what doubles would lose. Arrays are numpy's, of objects.
"""

import mpmath
import numpy
from mpmath import mpf

from steps import Step, apply, passive, power_by_squaring

ZERO = mpf(0)


class Tracked:
    """A number and the step that gave it."""

    def __init__(self, step):
        self.step = step

    @property
    def value(self):
        return self.step.value

    def __add__(self, other):
        return _infix("+", self, other)

    def __radd__(self, other):
        return _infix("+", other, self)

    def __sub__(self, other):
        return _infix("-", self, other)

    def __rsub__(self, other):
        return _infix("-", other, self)

    def __mul__(self, other):
        return _infix("*", self, other)

    def __rmul__(self, other):
        return _infix("*", other, self)

    def __truediv__(self, other):
        return _infix("/", self, other)

    def __rtruediv__(self, other):
        return _infix("/", other, self)

    def __neg__(self):
        return Tracked(apply("neg", self.step))

    def __pow__(self, n):
        return Tracked(power_by_squaring(self.step, n))


def _infix(sign, left, right):
    if isinstance(left, numpy.ndarray) or isinstance(right, numpy.ndarray):
        return NotImplemented
    if sign == "+" and (_is_zero(left) or _is_zero(right)):
        return right if _is_zero(left) else left
    return Tracked(apply(sign, step_of(left), step_of(right)))


def _is_zero(x):
    """The 0 that Python's sums begin with, not one that was computed."""
    return isinstance(x, int) and x == 0


def step_of(x):
    """A constant is rounded to a double before it is used."""
    if isinstance(x, Tracked):
        return x.step
    x = mpf(x)
    return Step(x, 0 if not mpmath.isfinite(x) or mpf(float(x)) == x else abs(x))


def plain(x):
    return x.value if isinstance(x, Tracked) else mpf(x)


def like(x, constant):
    """A constant, as a number of the kind of x."""
    return Tracked(step_of(constant)) if isinstance(x, Tracked) else mpf(constant)


def _lifted(name, function):
    def one(x):
        return Tracked(apply(name, x.step)) if isinstance(x, Tracked) else function(x)

    def each(x):
        return numpy.frompyfunc(one, 1, 1)(x) if isinstance(x, numpy.ndarray) else one(x)

    return each


exp = _lifted("exp", mpmath.exp)
log = _lifted("log", mpmath.log)
sqrt = _lifted("sqrt", mpmath.sqrt)
sin = _lifted("sin", mpmath.sin)
cos = _lifted("cos", mpmath.cos)
tanh = _lifted("tanh", mpmath.tanh)
lgamma = _lifted("lgamma", mpmath.loggamma)
sigmoid = _lifted("sigmoid", lambda x: 1 / (1 + mpmath.exp(-x)))
softplus = _lifted("softplus", lambda x: mpmath.log(1 + mpmath.exp(x)))


def positive(x):
    """x where it is positive, else 0."""
    return numpy.frompyfunc(lambda each: each if plain(each) > 0 else ZERO, 1, 1)(x)


def total(xs):
    """The sum of all entries, one after another."""
    return sum(numpy.ravel(xs), 0)


def mean(xs):
    return total(xs) / numpy.size(xs)


def largest(xs):
    return max(numpy.ravel(xs), key=plain)


def smallest(xs):
    return min(numpy.ravel(xs), key=plain)


def held(x):
    """The same number, cut off from derivatives."""
    return Tracked(passive(x.step)) if isinstance(x, Tracked) else x


def logsumexp(xs):
    shift = held(largest(xs))
    return shift + log(total(exp(numpy.ravel(xs) - shift)))


def norm(xs):
    """The Euclidean norm, of numbers scaled by a power of two; at the origin its derivative is 0 by convention."""
    size = max((abs(plain(x)) for x in xs), default=0)
    if size == 0:
        return ZERO
    scale = mpf(2) ** mpmath.floor(mpmath.log(size, 2))
    return sqrt(total((xs / scale) ** 2)) * scale


def sinc(x):
    """sin(x)/x, near 0 by its series."""
    if not isinstance(x, Tracked) or abs(x.value) > 1:
        return sin(x) / x if plain(x) != 0 else mpf(1)
    result = mpf(1)
    for k in range(24, 0, -1):
        result = 1 - x**2 / (2 * k * (2 * k + 1)) * result
    return result


def rows(function, matrix):
    """What the function makes of each row."""
    return numpy.array([function(row) for row in matrix], dtype=object)

