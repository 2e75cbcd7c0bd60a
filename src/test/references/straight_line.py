"""Runs scalar .ad programs in mpmath, each number with a bound on the rounding error that doubles would give it.

It serves the references twice. It is a second opinion: what a program says, differentiated statement by statement, has
to agree with the formula that samples.py differentiates as a whole. And it knows the program's steps, so it can say how
many digits double arithmetic keeps on the way through them: steps.py has the bound.
"""

import mpmath
from mpmath import inf, mpf

from reader import Extern, Reader
from steps import Step, adjoints, apply, literal, passive, power_by_squaring, tangents, upstream

JAVA = {"java.lang.Math.toRadians": mpmath.radians, "java.lang.Math.toDegrees": mpmath.degrees}

COMPARISONS = {
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
    "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
}


class Program:
    """The functions of a file and of what it imports; find maps an import's name to its path."""

    def __init__(self, path, find):
        imports, self.own = Reader(path.read_text(encoding="utf-8")).file()
        self.known = {}
        for name in imports:
            self.known.update(Program(find(name), find).known)
        self.known.update(self.own)

    def run(self, name, point):
        """Output → (value, bound), and output → active input → (derivative, bound)."""
        function = self.known[name]
        arguments = [Step(mpf(point[parameter])) for parameter, _ in function.parameters]
        inputs = {p: a for (p, kind), a in zip(function.parameters, arguments) if kind == "active"}
        values, slopes = {}, {}
        for output, result in zip(function.outputs, self._call(function, arguments)):
            values[output] = result.value, result.bound()
            order = upstream(result, lambda step: step.arguments)
            by_input = {key: tangents(order, argument) for key, argument in inputs.items()}
            reverse = adjoints(order, set().union(*by_input.values()))
            slopes[output] = {}
            for key, argument in inputs.items():
                tangent, adjoint = by_input[key].get(id(result)), reverse.get(id(argument))
                slopes[output][key] = _agreed(tangent, adjoint) if tangent else (mpf(0), 0.0)
        return values, slopes

    def _call(self, function, arguments):
        if len(arguments) != len(function.parameters):
            raise SyntaxError(f"{function.name} has {len(function.parameters)} parameters, not {len(arguments)}")
        names = {}
        for (parameter, kind), argument in zip(function.parameters, arguments):
            names[parameter] = argument if kind == "active" else passive(argument)
        if isinstance(function, Extern):
            return [self._extern(function, names)]
        for statement in function.statements:
            if statement[0] == "require":
                if not self._holds(statement[1], names):
                    raise ValueError(statement[2])
            else:
                _, targets, tree = statement
                values = self._several(tree, names) if len(targets) > 1 else [self._value(tree, names)]
                if len(values) != len(targets):
                    raise SyntaxError(f"{len(targets)} names for {len(values)} values")
                names.update(zip(targets, values))
        return [names[output] for output in function.outputs]

    def _extern(self, function, names):
        """Linear methods only: the rule's value times what the argument brings."""
        ((parameter, argument),) = names.items()
        slope = self._value(function.rules[parameter], names)
        product = apply("*", argument, slope)
        product.value = JAVA[function.java](argument.value)
        return product

    def _several(self, tree, names):
        return self._call(self.known[tree[1]], [self._value(a, names) for a in tree[2]])

    def _value(self, tree, names):
        kind = tree[0]
        if kind == "literal":
            return literal(tree[1])
        if kind == "name":
            if tree[1] in ("pi", "inf"):
                return Step(mpf(inf)) if tree[1] == "inf" else Step(+mpmath.pi, +mpmath.pi)
            return names[tree[1]]
        if kind == "if":
            return self._value(tree[2] if self._holds(tree[1], names) else tree[3], names)
        if kind == "literal power":
            return power_by_squaring(self._value(tree[1], names), tree[2])
        arguments = [self._value(a, names) for a in tree[2]]
        if kind == "call" and tree[1] in self.known:
            (result,) = self._call(self.known[tree[1]], arguments)
            return result
        return apply(tree[1], *arguments)

    def _holds(self, tree, names):
        if tree[0] == "not":
            return not self._holds(tree[1], names)
        if tree[0] == "and":
            return self._holds(tree[1], names) and self._holds(tree[2], names)
        if tree[0] == "or":
            return self._holds(tree[1], names) or self._holds(tree[2], names)
        _, sign, left, right = tree
        return COMPARISONS[sign](self._value(left, names).value, self._value(right, names).value)


def _agreed(tangent, adjoint):
    """One derivative from both modes: the same number, and the larger of the bounds."""
    if mpmath.isfinite(tangent.value) and abs(tangent.value - adjoint.value) > mpf(10) ** -60 * (
        1 + abs(tangent.value)
    ):
        raise ArithmeticError(f"forward {tangent.value}, reverse {adjoint.value}")
    if not mpmath.isfinite(tangent.value) and str(tangent.value) != str(adjoint.value):
        raise ArithmeticError(f"forward {tangent.value}, reverse {adjoint.value}")
    return tangent.value, max(tangent.bound(), adjoint.bound())
