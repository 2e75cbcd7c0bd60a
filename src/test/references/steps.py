"""The steps of a computation, their derivatives in both modes, and what their roundings do to its results.

The bound is the first-order effect of all roundings, in units of 2^-53: the sum over the steps of what a step rounds
off, times how much the result reacts to it. An operation rounds by 1 unit for + - * / and sqrt, 2 (an ulp) for the
JDK's functions, 5 for its hyperbolic ones, 8 + 2 |x f'/f| for special functions; a partial by 4 units, that of a
special function like another special function. Derivatives are steps as well, once in a forward and once in a reverse
sweep, and the larger bound counts. A sum of contributions rounds as in the worst order of adding them.
"""

import mpmath
from mpmath import mpf

from operators import EXACT_IF_REPRESENTABLE, IEEE_ZERO, OPERATORS

UNIT = mpf(2) ** -53


class Step:
    """A number that the program computes: what it rounds off, in units, and how it reacts to the steps it read."""

    def __init__(self, value, rounding=0.0, reactions=(), operator=None, arguments=()):
        self.value, self.rounding, self.reactions = value, float(rounding), reactions
        self.operator, self.arguments, self.partials = operator, arguments, {}

    def partial(self, i):
        """The derivative by argument i, a step of its own."""
        if i not in self.partials:
            self.partials[i] = self._partial(i)
        return self.partials[i]

    def _partial(self, i):
        if self.operator == "*":
            return self.arguments[1 - i]
        operator = OPERATORS[self.operator]
        xs = [a.value for a in self.arguments]
        value = operator.partials[i](*xs)
        if self.operator in IEEE_ZERO and abs(value) == 1:
            return Step(value)
        curvatures = [_curvature(operator.partials[i], xs, j) for j in range(len(xs))]
        rounding = (8 if operator.special else 4) * abs(value)
        if operator.special:
            rounding += sum(2 * abs(x) * abs(c) for x, c in zip(xs, curvatures))
        if operator.partial_floor:
            rounding += operator.partial_floor(*xs)
        reactions = [(a, float(c)) for a, c in zip(self.arguments, curvatures) if c != 0]
        return Step(value, rounding if mpmath.isfinite(value) else 0, reactions)

    def bound(self):
        """What all roundings on the way can do to this number, to first order, in units."""
        order = upstream(self, lambda step: [source for source, _ in step.reactions])
        reaction = {id(step): 0.0 for step in order}
        reaction[id(self)] = 1.0
        total = 0.0
        for step in reversed(order):
            here = reaction[id(step)]
            if here != 0:
                total += abs(here) * step.rounding
                for source, weight in step.reactions:
                    reaction[id(source)] += here * weight
        return total


def upstream(last, sources):
    """All steps that the last one depends on and itself, each after its sources."""
    order, seen, stack = [], {id(last)}, [(last, iter(sources(last)))]
    while stack:
        step, rest = stack[-1]
        source = next((s for s in rest if id(s) not in seen), None)
        if source is None:
            order.append(step)
            stack.pop()
        else:
            seen.add(id(source))
            stack.append((source, iter(sources(source))))
    return order


def literal(text):
    value = mpf(text)
    return Step(value, 0 if _is_double(value) else abs(value))


def passive(step):
    """The same number, cut off from derivatives."""
    return Step(step.value, 0, [(step, 1.0)])


def _is_double(value):
    return not mpmath.isfinite(value) or mpf(float(value)) == value


def _curvature(partial, xs, j):
    """How a partial changes with argument j; zero where it has no derivative."""
    step = mpf(2) ** (-mpmath.mp.prec // 3) * max(abs(xs[j]), mpf(2) ** -20)
    try:
        up = partial(*[x + step if i == j else x for i, x in enumerate(xs)])
        down = partial(*[x - step if i == j else x for i, x in enumerate(xs)])
        slope = (up - down) / (2 * step)
        return mpmath.re(slope) if mpmath.isfinite(slope) else mpf(0)
    except (ValueError, ZeroDivisionError):
        return mpf(0)


def apply(name, *arguments):
    operator = OPERATORS[name]
    xs = [a.value for a in arguments]
    value = operator.value(*xs)
    units = operator.units(*xs) if callable(operator.units) else operator.units
    exact = value == 0 or not mpmath.isfinite(value)
    if name in EXACT_IF_REPRESENTABLE and all(_is_double(x) for x in xs):
        exact = exact or _is_double(value)
    slopes = [operator.partials[i](*xs) for i in range(len(xs))]
    reactions = [(a, float(p)) for a, p in zip(arguments, slopes) if p != 0 and mpmath.isfinite(p)]
    return Step(value, 0 if exact else units * abs(value), reactions, name, arguments)


def power_by_squaring(base, n):
    """x^n for a literal n: squares from the low bit, 1/x^|n| for a negative one."""
    if n < 0:
        return apply("/", literal("1"), power_by_squaring(base, -n))
    result, square = None, base
    while n:
        if n & 1:
            result = square if result is None else apply("*", result, square)
        n >>= 1
        if n:
            square = apply("*", square, square)
    return literal("1") if result is None else result


def _contribution(step, i, other):
    """Partial times tangent or adjoint; nothing where that is 0, but for the operators of arithmetic."""
    partial = step.partial(i)
    value = mpf(0) if other.value == 0 and step.operator not in IEEE_ZERO else partial.value * other.value
    if not mpmath.isfinite(value) or not mpmath.isfinite(partial.value):
        return Step(value)
    exact = abs(partial.value) == 1 or abs(other.value) == 1
    return Step(value, 0 if exact else abs(value), [(partial, float(other.value)), (other, float(partial.value))])


def _total(contributions):
    if len(contributions) == 1:
        return contributions[0]
    value = sum((c.value for c in contributions), mpf(0))
    effective = [abs(c.value) for c in contributions if c.value != 0]
    rounding = (len(effective) - 1) * sum(effective) if len(effective) > 1 and mpmath.isfinite(value) else 0
    return Step(value, rounding, [(c, 1.0) for c in contributions])


def tangents(order, seed):
    """Forward mode: the derivative of each step of the order that depends on the seed, by identity."""
    found = {id(seed): Step(mpf(1))}
    for step in order:
        active = [i for i, a in enumerate(step.arguments) if id(a) in found]
        if active:
            found[id(step)] = _total([_contribution(step, i, found[id(step.arguments[i])]) for i in active])
    return found


def adjoints(order, active):
    """Reverse mode: the derivative of the last step of the order by each active one, by identity."""
    collected = {id(step): [] for step in order}
    found = {}
    for step in reversed(order):
        contributions = collected[id(step)]
        found[id(step)] = Step(mpf(1)) if step is order[-1] else _total(contributions) if contributions else None
        for i, argument in enumerate(step.arguments):
            if id(argument) in active:
                collected[id(argument)].append(_contribution(step, i, found[id(step)]))
    return found
