"""Runs scalar .ad programs in mpmath, each number with a bound on the rounding error that doubles would give it.

It serves the references twice. It is a second opinion: what a program says, differentiated statement by statement, has
to agree with the formula that samples.py differentiates as a whole. And it knows the program's steps, so it can say how
many digits double arithmetic keeps on the way through them.

The bound is a first-order running error analysis, in units of 2^-53. An operation adds its own rounding to what its
arguments bring along: 1 unit for + - * / and sqrt, 2 (an ulp) for the JDK's functions, 5 for its hyperbolic ones,
8 + 2 |x f'/f| for special functions. A partial adds 4 units to what it inherits through the second derivative; that
of a special function is counted as another special function. Along with each derivative runs the same sum over all
paths with absolute values, and every rounding counts relative to that: so the bound holds for forward and for reverse
sweeps, in whatever order the contributions are added.
"""
import re
from dataclasses import dataclass, field

import mpmath
from mpmath import mpf, inf, nan

UNIT = mpf(2) ** -53


# ---------------------------------------------------------------- operators: value, partials, rounding in units


@dataclass
class Operator:
    value: callable
    partials: list
    units: object = 2
    partial_floor: object = None  # absolute error of the partials, in units, where they are not accurate relatively
    special: bool = False


def _abs_slope(x):
    return mpf(0) if x == 0 else mpmath.sign(x)


def _larger(x, y):
    return mpf(1) if x > y else mpf(1) / 2 if x == y else mpf(0)


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


def _special(function, slope):
    def units(*xs):
        value = function(*xs)
        if value == 0 or not mpmath.isfinite(value):
            return 8
        return 8 + 2 * abs(xs[0] * slope(*xs) / value)

    return units


def _density(x):
    return mpmath.exp(-x * x / 2) / mpmath.sqrt(2 * mpmath.pi)


def _lbeta(a, b):
    return _lgamma(a) + _lgamma(b) - _lgamma(a + b)


def _special_row(value, *partials, partial_floor=None):
    return Operator(value, list(partials), _special(value, partials[0]), partial_floor, special=True)


OPERATORS = {
    "neg": Operator(lambda x: -x, [lambda x: mpf(-1)], 0),
    "+": Operator(lambda x, y: x + y, [lambda x, y: mpf(1), lambda x, y: mpf(1)], 1),
    "-": Operator(lambda x, y: x - y, [lambda x, y: mpf(1), lambda x, y: mpf(-1)], 1),
    "*": Operator(lambda x, y: x * y, [lambda x, y: y, lambda x, y: x], 1),
    "/": Operator(_ratio, [lambda x, y: _reciprocal(y), lambda x, y: -_ratio(_ratio(x, y), y)], 1),
    "sqrt": Operator(mpmath.sqrt, [lambda x: _reciprocal(2 * mpmath.sqrt(x))], 1),
    "cbrt": Operator(lambda x: mpmath.sign(x) * mpmath.cbrt(abs(x)),
                     [lambda x: _reciprocal(3 * mpmath.cbrt(abs(x)) ** 2)]),
    "exp": Operator(mpmath.exp, [mpmath.exp]),
    "expm1": Operator(mpmath.expm1, [mpmath.exp]),
    "log": Operator(_log, [_reciprocal]),
    "log1p": Operator(lambda x: _log(1 + x) if abs(x) > 0.5 else mpmath.log1p(x), [lambda x: _reciprocal(1 + x)]),
    "log10": Operator(mpmath.log10, [lambda x: 1 / (x * mpmath.log(10))]),
    "pow": Operator(_pow, [lambda x, y: y * _pow(x, y - 1), lambda x, y: _pow(x, y) * _log(x)]),
    "hypot": Operator(mpmath.hypot, [lambda x, y: x / mpmath.hypot(x, y), lambda x, y: y / mpmath.hypot(x, y)]),
    "sin": Operator(mpmath.sin, [mpmath.cos]),
    "cos": Operator(mpmath.cos, [lambda x: -mpmath.sin(x)]),
    "tan": Operator(mpmath.tan, [lambda x: 1 + mpmath.tan(x) ** 2]),
    "asin": Operator(mpmath.asin, [lambda x: _reciprocal(mpmath.sqrt(1 - x * x))]),
    "acos": Operator(mpmath.acos, [lambda x: -_reciprocal(mpmath.sqrt(1 - x * x))]),
    "atan": Operator(mpmath.atan, [lambda x: 1 / (1 + x * x)]),
    "atan2": Operator(mpmath.atan2, [lambda y, x: x / (x * x + y * y), lambda y, x: -y / (x * x + y * y)], 4),
    "sinh": Operator(mpmath.sinh, [mpmath.cosh], 5),
    "cosh": Operator(mpmath.cosh, [mpmath.sinh], 5),
    "tanh": Operator(mpmath.tanh, [lambda x: 1 - mpmath.tanh(x) ** 2], 5, lambda x: 4),
    "asinh": _special_row(mpmath.asinh, lambda x: 1 / mpmath.sqrt(1 + x * x)),
    "abs": Operator(abs, [_abs_slope], 0),
    "min": Operator(min, [lambda x, y: _larger(y, x), lambda x, y: _larger(x, y)], 0),
    "max": Operator(max, [_larger, lambda x, y: _larger(y, x)], 0),
    "clamp": Operator(lambda x, lo, hi: min(max(x, lo), hi),
                      [_inside, lambda x, lo, hi: mpf(x < lo), lambda x, lo, hi: mpf(x > hi)], 0),
    "erf": _special_row(mpmath.erf, lambda x: 2 / mpmath.sqrt(mpmath.pi) * mpmath.exp(-x * x)),
    "normcdf": _special_row(lambda x: mpmath.erfc(-x / mpmath.sqrt(2)) / 2, _density),
    "normpdf": _special_row(_density, lambda x: -x * _density(x)),
    "lgamma": _special_row(_lgamma, _digamma),
    "lbeta": _special_row(_lbeta, lambda a, b: _digamma(a) - _digamma(a + b), lambda a, b: _digamma(b) - _digamma(a + b),
                          partial_floor=lambda a, b: 8 * (abs(_digamma(a)) + abs(_digamma(b)) + abs(_digamma(a + b)))),
    "sigmoid": _special_row(_sigmoid, lambda x: _sigmoid(x) * _sigmoid(-x)),
    "logsigmoid": _special_row(lambda x: -_softplus(-x), lambda x: _sigmoid(-x)),
    "softplus": _special_row(_softplus, _sigmoid),
    "relu": Operator(lambda x: max(x, mpf(0)), [lambda x: mpf(x > 0)], 0),
    "xlogy": Operator(_xlogy, [lambda x, y: _log(y), lambda x, y: mpf(0) if x == 0 else _ratio(x, y)], 3),
}
EXACT_IF_REPRESENTABLE = {"+", "-", "*", "/", "sqrt", "neg"}
IEEE_ZERO = {"+", "-", "*", "/", "neg"}


# ---------------------------------------------------------------- numbers


@dataclass
class Real:
    """A value, its error bound in units, and for each input (derivative, error bound, sum of absolute paths)."""

    value: mpf
    error: mpf = mpf(0)
    slopes: dict = field(default_factory=dict)


def literal(text):
    value = mpf(text)
    return Real(value, mpf(0) if _is_double(value) else abs(value))


def _is_double(value):
    return not mpmath.isfinite(value) or mpf(float(value)) == value


def _curvature(partial, xs, j):
    """How fast a partial changes with argument j; zero where it cannot change or has no derivative."""
    step = mpf(2) ** (-mpmath.mp.prec // 3) * max(abs(xs[j]), mpf(2) ** -20)
    try:
        up = partial(*[x + step if i == j else x for i, x in enumerate(xs)])
        down = partial(*[x - step if i == j else x for i, x in enumerate(xs)])
        return abs(up - down) / (2 * step)
    except (ValueError, ZeroDivisionError):
        return mpf(0)


def apply(name, *arguments):
    operator = OPERATORS[name]
    xs = [a.value for a in arguments]
    value = operator.value(*xs)
    partials = {}

    def partial(i):
        if i not in partials:
            slope = operator.partials[i](*xs)
            error = mpf(0) if name in IEEE_ZERO and abs(slope) == 1 else (8 if operator.special else 4) * abs(slope)
            if operator.partial_floor:
                error += operator.partial_floor(*xs)
            for j, a in enumerate(arguments):
                inherited = a.error + (2 * abs(a.value) if operator.special else 0)
                if inherited != 0:
                    error += _curvature(operator.partials[i], xs, j) * inherited
            partials[i] = slope, error
        return partials[i]

    inherited = mpf(0)
    for i, a in enumerate(arguments):
        if a.error != 0:
            inherited += abs(partial(i)[0]) * a.error
    units = operator.units(*xs) if callable(operator.units) else operator.units
    exact = value == 0 or (name in EXACT_IF_REPRESENTABLE and inherited == 0 and _is_double(value))
    error = inherited if exact else inherited + units * abs(value)

    slopes = {}
    for i, a in enumerate(arguments):
        for key, (slope, slope_error, paths) in a.slopes.items():
            if slope == 0 and name not in IEEE_ZERO:
                term = (mpf(0), abs(partial(i)[0]) * slope_error if slope_error else mpf(0), mpf(0))
            else:
                p, p_error = partial(i)
                size = abs(p) * paths
                rounding = mpf(0) if abs(p) == 1 or abs(slope) == 1 or size == 0 else size
                term = (p * slope, abs(p) * slope_error + p_error * paths + rounding, size)
            if key in slopes:
                old = slopes[key]
                total = old[2] + term[2]
                slopes[key] = (old[0] + term[0], old[1] + term[1] + total, total)
            else:
                slopes[key] = term
    return Real(value, error, slopes)


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


# ---------------------------------------------------------------- reading and running a file

TOKEN = re.compile(
    r"\s+|//[^\n]*|/\*.*?\*/"
    r"|(?P<string>\"[^\"]*\")|(?P<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(?P<name>[^\W\d][\w₀-₉]*)"
    r"|(?P<sign>->|<=|>=|==|!=|[-+*/^<>=(),;:{}.])",
    re.S,
)


@dataclass
class Function:
    name: str
    parameters: list  # (name, kind) with kind "active", "const" or "int"
    outputs: list
    statements: list


class Reader:
    def __init__(self, text):
        self.tokens, at = [], 0
        while at < len(text):
            match = TOKEN.match(text, at)
            if not match:
                raise SyntaxError(f"what is this: {text[at:at + 20]!r}")
            if match.lastgroup:
                self.tokens.append(match.group())
            at = match.end()
        self.at = 0

    def see(self, *texts):
        return self.at < len(self.tokens) and self.tokens[self.at] in texts

    def next(self):
        self.at += 1
        return self.tokens[self.at - 1]

    def take(self, text):
        if not self.see(text):
            raise SyntaxError(f"wanted {text!r}, found {' '.join(self.tokens[self.at:self.at + 8])!r}")
        return self.next()

    def until(self, end, item):
        items = []
        while not self.see(end):
            items.append(item())
            if self.see(","):
                self.next()
        self.take(end)
        return items

    def file(self):
        imports, functions = [], {}
        while self.at < len(self.tokens):
            head = self.next()
            if head in ("package", "import"):
                path = []
                while not self.see(";"):
                    path.append(self.next())
                self.take(";")
                if head == "import":
                    imports.append("".join(path))
            elif head == "extern":
                self.take("function")
                function = self.extern()
                functions[function.name] = function
            elif head == "function":
                function = self.function()
                functions[function.name] = function
            else:
                raise SyntaxError(f"no function begins with {head!r}")
        return imports, functions

    def parameter(self):
        kind = self.next() if self.see("const", "int") else "active"
        return self.next(), kind

    def extern(self):
        name = self.next()
        self.take("(")
        parameters = self.until(")", self.parameter)
        self.take("=")
        java = self.next().strip('"')
        rules = {}
        if self.see("{"):
            self.next()
            while not self.see("}"):
                self.take("d")
                key = self.next()
                self.take("=")
                rules[key] = self.expression()
                self.take(";")
            self.take("}")
        else:
            self.take(";")
        return Extern(name, parameters, java, rules)

    def function(self):
        name = self.next()
        self.take("(")
        parameters = self.until(")", self.parameter)
        self.take("->")
        outputs = self.until("{", self.next)
        return Function(name, parameters, outputs, self.until_statements())

    def until_statements(self):
        statements = []
        while not self.see("}"):
            if self.see("require"):
                self.next()
                condition = self.condition()
                message = self.next() and self.next()
                statements.append(("require", condition, message))
            else:
                targets = [self.next()] if not self.see("(") else (self.next(), self.until(")", self.next))[1]
                self.take("=")
                statements.append(("set", targets, self.expression()))
            self.take(";")
        self.take("}")
        return statements

    def expression(self):
        if self.see("if"):
            self.next()
            condition = self.condition()
            self.take("then")
            then = self.expression()
            self.take("else")
            return ("if", condition, then, self.expression())
        return self.chain(("+", "-"), lambda: self.chain(("*", "/"), self.unary))

    def chain(self, signs, operand):
        left = operand()
        while self.see(*signs):
            left = ("apply", self.next(), [left, operand()])
        return left

    def unary(self):
        if self.see("-"):
            self.next()
            return ("apply", "neg", [self.unary()])
        if self.see("+"):
            self.next()
            return self.unary()
        return self.power()

    def power(self):
        base = self.primary()
        if not self.see("^"):
            return base
        self.next()
        exponent = self.unary()
        plain = _integer_literal(exponent)
        return ("apply", "pow", [base, exponent]) if plain is None else ("literal power", base, plain)

    def primary(self):
        token = self.next()
        if token == "(":
            inner = self.expression()
            self.take(")")
            return inner
        if token[0].isdigit():
            return ("literal", token)
        if self.see("("):
            self.next()
            return ("call", token, self.until(")", self.expression))
        return ("name", token)

    def condition(self):
        return self.logic("or", lambda: self.logic("and", self.negation))

    def logic(self, word, part):
        left = part()
        while self.see(word):
            left = (self.next(), left, part())
        return left

    def negation(self):
        if self.see("not"):
            self.next()
            return ("not", self.negation())
        left = self.expression()
        return ("compare", self.next(), left, self.expression())


def _integer_literal(tree):
    if tree[0] == "literal" and tree[1].isdigit():
        return int(tree[1])
    if tree[0] == "apply" and tree[1] == "neg":
        inner = _integer_literal(tree[2][0])
        return None if inner is None else -inner
    return None


@dataclass
class Extern:
    """A Java method of java.lang.Math that mpmath has too, with its rules."""

    name: str
    parameters: list
    java: str
    rules: dict


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
        """Output name → Real, with derivatives for the active parameters."""
        function = self.known[name]
        arguments = []
        for parameter, kind in function.parameters:
            x = mpf(point[parameter])
            arguments.append(Real(x, mpf(0), {parameter: (mpf(1), mpf(0), mpf(1))} if kind == "active" else {}))
        return dict(zip(function.outputs, self._call(function, arguments)))

    def _call(self, function, arguments):
        if len(arguments) != len(function.parameters):
            raise SyntaxError(f"{function.name} has {len(function.parameters)} parameters, not {len(arguments)}")
        names = {}
        for (parameter, kind), argument in zip(function.parameters, arguments):
            names[parameter] = argument if kind == "active" else Real(argument.value, argument.error)
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
        return Real(JAVA[function.java](argument.value), product.error, product.slopes)

    def _several(self, tree, names):
        return self._call(self.known[tree[1]], [self._value(a, names) for a in tree[2]])

    def _value(self, tree, names):
        kind = tree[0]
        if kind == "literal":
            return literal(tree[1])
        if kind == "name":
            if tree[1] in ("pi", "inf"):
                return Real(mpf(inf)) if tree[1] == "inf" else Real(+mpmath.pi, +mpmath.pi)
            return names[tree[1]]
        if kind == "if":
            return self._value(tree[2] if self._holds(tree[1], names) else tree[3], names)
        if kind == "literal power":
            return power_by_squaring(self._value(tree[1], names), tree[2])
        arguments = [self._value(a, names) for a in tree[2]]
        if kind == "call" and tree[1] in self.known:
            (result,) = self._call(self.known[tree[1]], arguments)
            return result
        if tree[1] in ("min", "max") and len(arguments) > 2:
            result = arguments[0]
            for argument in arguments[1:]:
                result = apply(tree[1], result, argument)
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
