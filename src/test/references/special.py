"""Writes the references of the special functions: src/test/resources/adjc/references/special/<method>.tsv.

    python3 special.py [method ...]

A line holds the arguments (each exactly a double), the value to 50 digits, and the condition: the sum over the
arguments of |x f'(x)/f(x)|, by how many units in its last place the value moves when each argument does so by one.
Points are what is awkward (zeros, poles, ends, joints of the implementation, with their neighbours) and random
exponents. Points where the value is infinite, or far below the smallest double, are left out: conventions have tests of
their own.
"""

import math
import random
import sys
from pathlib import Path

from mpmath import (acosh, asinh, atanh, digamma, erf, erfc, exp, expm1, findroot, floor, log, loggamma, mp, mpf, nstr,
                    pi, sin, sqrt)

mp.dps = 110
FOLDER = Path(__file__).parent.parent / "resources/adjc/references/special"
LARGEST = mpf(sys.float_info.max)
STEP = mpf(10)**-22

draw = random.Random(20260101)


def near(*centres, steps=(1, 2, 3, 17, 1000, 10**6, 10**9, 10**12)):
    """The doubles nearest to the centres, and doubles so many steps beside them."""
    points = []
    for centre in map(float, centres):
        points.append(centre)
        for count in steps:
            for side in (-1, 1):
                points.append(centre + side * count * math.ulp(centre))
    return points


def exponents(count, low=-1074, high=1024, signs=(1,)):
    """Random doubles, each power of two from low to high alike."""
    return [draw.choice(signs) * math.ldexp(draw.uniform(0.5, 1), draw.randint(low + 1, high)) for _ in range(count)]


def uniform(low, high, count):
    return [draw.uniform(low, high) for _ in range(count)]


def pairs(first, second):
    return list(zip(first, second))


ENDS = [5e-324, 1.5e-323, 1e-310, 2.2250738585072014e-308, 1e-300, 1e-160, 1e-20]
ENDS += [1e20, 1e160, 1e300, 1.7976931348623157e308]
BOTH = (-1, 1)


def both(points):
    return [side * x for x in points for side in BOTH]


# the functions

def lgamma(x):
    return loggamma(x).real if x < 0 else loggamma(x)


def polygamma(n, x):
    """DLMF 5.15.8 from 80 on, recurrence and reflection below; n is 1, 2 or 3."""
    if x < 0:
        t = pi * (x - floor(x + 0.5))
        c, q = pi * mp.cot(t), (pi / sin(t))**2
        turned = {1: q, 2: -2 * c * q, 3: 2 * q * (q + 2 * c * c)}[n]
        return turned + (-1)**n * polygamma(n, 1 - x)
    total = mpf(0)
    while x < 80:
        total += 1 / x**(n + 1)
        x += 1
    series = mp.factorial(n - 1) / x**n + mp.factorial(n) / (2 * x**(n + 1))
    for k in range(1, 60):
        series += mp.bernoulli(2 * k) * mp.factorial(2 * k + n - 1) / mp.factorial(2 * k) / x**(2 * k + n)
    return (-1)**(n + 1) * (mp.factorial(n) * total + series)


def sigmoid(x):
    return 1 / (1 + exp(-x))


def gauss(x):
    return exp(-x * x)


def normpdf(x):
    return exp(-x * x / 2) / sqrt(2 * pi)


def normcdf(x):
    return erfc(-x / sqrt(2)) / 2


def inverse_erf(x):
    """By Halley's method, from the end: the complement of an argument near 1 is exact here."""
    if abs(x) < 0.5:
        y = x * sqrt(pi) / 2
    else:
        rest = -log(1 - abs(x))
        y = mp.sign(x) * sqrt(max(rest - log(max(rest, 1)) / 2 - 0.5, mpf("0.2")))
    for _ in range(200):
        complement = erf(y) - x if abs(y) < 1 else mp.sign(x) * ((1 - abs(x)) - erfc(abs(y)))
        newton = complement * sqrt(pi) / 2 * exp(y * y)
        step = newton / (1 + y * newton)
        y -= step
        if abs(step) < abs(y) * mpf(10)**(8 - mp.dps):
            return y
    raise ArithmeticError(x)


def precisely(f, digits=760):
    """With digits for cancellation over the whole range of doubles."""
    def at(*arguments):
        with mp.workdps(digits):
            return +f(*arguments)
    return at


def log1p_near(x):
    with mp.workdps(mp.dps + 700):
        return log(1 + x)


def softplus(x):
    return (x if x > 0 else 0) + log1p_near(exp(-abs(x)))


def logaddexp(a, b):
    return max(a, b) + log1p_near(exp(-abs(a - b)))


def lbeta(a, b):
    return loggamma(a) + loggamma(b) - loggamma(a + b)


def power_dx(x, y):
    return y * x**(y - 1) if y != int(y) or abs(y) > 10**6 else y * mp.power(x, int(y) - 1)


def remainder(x, y):
    with mp.workdps(760):
        return x - y * floor(x / y)


# the points

def zeros_between_poles(f, count):
    """Zeros of f on (-n-1, -n) for n below count, by bisection from each change of sign."""
    found = []
    for n in range(count):
        grid = [mpf(-n) - (mpf(k) + mpf(1) / 3) / 40 for k in range(40)]
        grid = [mpf(-n) - mpf(10)**-14] + grid + [mpf(-n - 1) + mpf(10)**-14]
        for left, right in zip(grid, grid[1:]):
            if f(left) * f(right) < 0:
                found.append(findroot(f, (left, right), solver="anderson", tol=mpf(10)**-60, maxsteps=300))
    return found


def gamma_points(zeros, few=(1, 5, 10**4, 10**8, 10**12)):
    joints = [0.5, 1, 1.5, 2, 2.5, 3, 3.5, 7, 8, 9]
    poles = [-1, -2, -3, -10, -50, -170]
    middles = [-n - 0.5 for n in range(12)] + [-n - 0.25 for n in range(6)] + [-n - 0.75 for n in range(6)]
    points = near(*joints) + near(*zeros, steps=few) + near(*poles, *middles, steps=few) + both(ENDS)
    points += exponents(60, -1074, 0, BOTH) + exponents(50, 0, 1024) + exponents(20, 0, 40, (-1,))
    points += uniform(0, 4, 60) + uniform(4, 20, 40)
    points += uniform(-4, 0, 60) + uniform(-20, -4, 40) + uniform(-200, -20, 20)
    return [x for x in points if not (x <= 0 and x == int(x))]


def beta_points():
    zeros = []
    for _ in range(60):
        p = draw.uniform(0.03, 1.1)
        q = findroot(lambda q: lbeta(mpf(p), mp.e**q), (mpf(-1), mpf(60)), solver="anderson", tol=mpf(10)**-40)
        zeros.append((p, float(mp.e**q)))
    points = [(q, p) for p, q in zeros[:20]] + zeros
    points += [(x, math.nextafter(y, 0)) for x, y in zeros[:20]]
    ends = [5e-324, 1e-310, 1e-100, 2.0**-60, 1e-15, 0.01, 0.5, 1, 2, 7.9, 8, 30, 1e5, 1e15, 1e100, 1e300]
    points += [(a, b) for a in ends for b in ends]
    points += pairs(uniform(0, 3, 60), uniform(0, 3, 60)) + pairs(uniform(0, 16, 80), uniform(0, 16, 80))
    points += pairs(uniform(0, 1, 60), uniform(7, 40, 60)) + pairs(uniform(8, 500, 60), uniform(8, 500, 60))
    points += pairs(exponents(100), exponents(100)) + pairs(exponents(60, -8, 12), exponents(60, -60, 60))
    points += [(1.5e308, 1.1e308), (9e307, 9e307), (1.7e308, 20.5)]
    return points


def power_points():
    points = pairs(exponents(80), [e * draw.uniform(-1, 1) for e in exponents(80, 0, 10)])
    points += pairs(uniform(0.5, 2, 60), uniform(-1200, 1200, 60))
    for _ in range(150):  # values near the ends of the range, either side of them
        x = exponents(1)[0]
        points.append((x, draw.choice((-1, 1)) * draw.uniform(690, 760) / abs(math.log(x))))
    for _ in range(60):  # x next to 1, where y is large
        x = 1 + draw.choice((-1, 1)) * draw.uniform(1, 2) * 2.0**-draw.randint(2, 52)
        points.append((x, draw.choice((-1, 1)) * draw.uniform(0, 780) / abs(math.log(x))))
    points += pairs(exponents(60), exponents(60, -1074, -1, BOTH))
    points += [(1e200, 1.6), (1e-310, 1e-10), (1e-322, 0.04), (0.99, 7.05e4), (5e-324, 1.95), (1e300, 1e-3)]
    return points


def negative_bases():
    points = []
    for _ in range(80):
        x = exponents(1, -300, 300)[0]
        points.append((-x, float(int(draw.uniform(-720, 720) / max(abs(math.log(x)), 1)))))
    return [(x, y) for x, y in points if y]


def plane(count):
    points = pairs(exponents(count, signs=BOTH), exponents(count, signs=BOTH))
    for _ in range(count):
        x = exponents(1, signs=BOTH)[0]
        points.append((x, x * draw.uniform(-4, 4)))
    points += [(5e-324, 5e-324), (1.7e308, 1.7e308), (-1.7e308, 1e300)]
    points += [(1e-320, 1e-10), (1e-10, 1e-320), (3e-323, 4e-323)]
    return [(x, y) for x, y in points if x and y and math.isfinite(x) and math.isfinite(y)]


def logistic_points():
    points = both(ENDS[:7]) + exponents(80, -70, 11, BOTH) + uniform(-40, 40, 80)
    return points + near(0.6931471805599453, 0.7, 36.04, 40)


def sums_of_exponentials():
    points = pairs(uniform(-40, 40, 80), uniform(-40, 40, 80))
    points += pairs(exponents(60, -60, 12, BOTH), exponents(60, -60, 12, BOTH))
    for _ in range(120):
        a = -draw.uniform(1, 2) * 2.0**draw.randint(-30, 4)
        points.append((a, math.log(-math.expm1(a))))
    points += [(b, a) for a, b in points[-20:]] + [(-math.log(2), -math.log(2))]
    return points


def erf_points():
    joints = near(0.35, 0.4, 0.5, 1, 3, 6, 26.54, 27.2)
    return both(ENDS[:7] + joints) + exponents(60, -60, 5, BOTH) + uniform(-7, 7, 100) + uniform(0, 28, 60)


def normal_points():
    return erf_points() + [x * math.sqrt(2) for x in erf_points()] + uniform(-38.6, -30, 40)


ROOT = findroot(digamma, mpf("1.46"))
REAL = both(ENDS) + exponents(80, signs=BOTH) + exponents(60, -30, 30, BOTH) + near(2.0, 0.5, 2.0**28, 2.0**-28)
UNIT = [x for x in both(ENDS[:7]) + exponents(60, -70, 0, BOTH) + uniform(-1, 1, 80)
        + near(0.5, 0.7, 0.75, 0.9721, 0.99) + both([1 - k * 2.0**-53 for k in (1, 2, 3, 10, 1000, 10**6)])
        if abs(x) < 1]
ABOVE_ONE = [1 + 2.0**-k for k in range(1, 53)] + [abs(x) for x in REAL if abs(x) > 1]

TABLE = {
    "erf": (erf, erf_points),
    "erfc": (erfc, erf_points),
    "erfinv": (inverse_erf, lambda: UNIT),
    "erfDx": (lambda x: 2 / sqrt(pi) * gauss(x), erf_points),
    "normcdf": (normcdf, normal_points),
    "normpdf": (normpdf, normal_points),
    "normpdfDx": (lambda x: -x * normpdf(x), normal_points),
    "lgamma": (lgamma, lambda: gamma_points(zeros_between_poles(lgamma, 14))),
    "digamma": (digamma, lambda: gamma_points(zeros_between_poles(digamma, 14) + [ROOT])),
    "trigamma": (lambda x: polygamma(1, x), lambda: gamma_points([])),
    "tetragamma": (lambda x: polygamma(2, x), lambda: gamma_points(zeros_between_poles(lambda x: polygamma(2, x), 8))),
    "pentagamma": (lambda x: polygamma(3, x), lambda: gamma_points([])),
    "lbeta": (precisely(lbeta), beta_points),
    "beta": (precisely(lambda a, b: exp(lbeta(a, b))), beta_points),
    "lbetaDx": (precisely(lambda a, b: digamma(a) - digamma(a + b)), beta_points),
    "betaDx": (precisely(lambda a, b: exp(lbeta(a, b)) * (digamma(a) - digamma(a + b))), beta_points),
    "sigmoid": (sigmoid, logistic_points),
    "sigmoidDx": (lambda x: exp(-abs(x)) / (1 + exp(-abs(x)))**2, logistic_points),
    "logsigmoid": (lambda x: -softplus(-x), logistic_points),
    "softplus": (softplus, logistic_points),
    "logaddexp": (logaddexp, sums_of_exponentials),
    "logaddexpWeight": (lambda a, b: sigmoid(a - b), sums_of_exponentials),
    "log1mexp": (precisely(lambda x: log(-expm1(-x))), lambda: [x for x in logistic_points() if x > 0]),
    "log1mexpDx": (precisely(lambda x: 1 / expm1(x)), lambda: [x for x in logistic_points() if x > 0]),
    "xlogy": (lambda x, y: x * log(y), lambda: pairs(exponents(150, signs=BOTH), exponents(100) + near(1, 1, 1))),
    "exp2": (lambda x: 2**x, lambda: uniform(-1076, 1024, 100) + exponents(60, -60, 10, BOTH)),
    "log2": (lambda x: log(x) / log(2),
             lambda: ENDS + exponents(120) + near(1, 0.5, 2, 4 / 3, 2 / 3) + uniform(0.5, 2, 60)),
    "asinh": (asinh, lambda: REAL),
    "acosh": (acosh, lambda: ABOVE_ONE + uniform(1, 4, 60)),
    "atanh": (atanh, lambda: UNIT),
    "mod": (remainder, lambda: plane(120)),
    "powDx": (power_dx, lambda: power_points() + negative_bases()),
    "powDy": (lambda x, y: x**y * log(x), power_points),
    "asinDx": (lambda x: 1 / sqrt(1 - x * x), lambda: UNIT),
    "acoshDx": (lambda x: 1 / sqrt(x * x - 1), lambda: ABOVE_ONE),
    "atanhDx": (lambda x: 1 / (1 - x * x), lambda: UNIT),
    "atanDx": (lambda x: 1 / (1 + x * x), lambda: REAL),
    "asinhDx": (lambda x: 1 / sqrt(1 + x * x), lambda: REAL),
    "hypotDx": (lambda x, y: x / sqrt(x * x + y * y), lambda: plane(150)),
    "atan2Dy": (lambda y, x: x / (x * x + y * y), lambda: plane(150)),
    "atan2Dx": (lambda y, x: -y / (x * x + y * y), lambda: plane(150)),
}


def condition(f, arguments, value):
    total = mpf(0)
    for i, x in enumerate(arguments):
        moved = [f(*[a * (1 + side * STEP) if k == i else a for k, a in enumerate(arguments)]) for side in (1, -1)]
        total += abs((moved[0] - moved[1]) / (2 * STEP * value))
    return total


def references(name):
    f, points = TABLE[name]
    lines = []
    for point in dict.fromkeys(p if isinstance(p, tuple) else (p,) for p in points()):
        arguments = [mpf(x) for x in point]
        value = f(*arguments)
        if not mp.isfinite(value) or abs(value) > LARGEST or value == 0 or abs(value) < mpf(10)**-330:
            continue
        moves = 0 if name == "mod" else condition(f, arguments, value)
        lines.append("\t".join([repr(x) for x in point] + [nstr(value, 50), nstr(moves, 6)]))
    return lines


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in TABLE if len(sys.argv) == 1 else sys.argv[1:]:
        draw.seed(name)
        lines = references(name)
        (FOLDER / f"{name}.tsv").write_text("\n".join(lines) + "\n")
        print(name, len(lines), flush=True)
