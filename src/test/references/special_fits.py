"""Prints the coefficients in dev.adjc.operator.special, as Java arrays.

    python3 special_fits.py

Each is a polynomial, or a quotient of two, through the Chebyshev points of its interval, lowest power first; beside it
stands the largest relative error against 60 digits, before the coefficients are rounded to doubles, and how far terms
cancel: rounding errors grow by that factor.
"""

from mpmath import (atanh, cos, digamma, erf, erfc, erfinv, exp, factorial, findroot, log, loggamma, lu_solve, matrix,
                    mp, mpf, nstr, pi, polyval, psi, sin, sqrt)

mp.dps = 60


def fit(f, low, high, above, below=0):
    """Numerator and denominator of the given degrees, equal to f at the Chebyshev points."""
    count = above + below + 1
    system, right = matrix(count, count), matrix(count, 1)
    for i in range(count):
        x = (low + high) / 2 + (high - low) / 2 * cos(pi * (2 * i + 1) / (2 * count))
        right[i] = f(x)
        for j in range(above + 1):
            system[i, j] = x**j
        for j in range(1, below + 1):
            system[i, above + j] = -right[i] * x**j
    solved = lu_solve(system, right)
    return list(solved[:above + 1]), [mpf(1)] + list(solved[above + 1:])


def show(name, f, low, high, above, below=0):
    low, high = mpf(low), mpf(high)
    above, below = fit(f, low, high, above, below)
    worst = swell = 0
    for i in range(101):
        x = low + (high - low) * (i + mpf(1) / 3) / 102
        worst = max(worst, abs(polyval(above[::-1], x) / polyval(below[::-1], x) / f(x) - 1))
        for part in (above, below):
            swell = max(swell, sum(abs(c * x**k) for k, c in enumerate(part)) / abs(polyval(part[::-1], x)))
    print(f"    // {name}: relative error {nstr(worst, 2)}, sum of sizes {nstr(swell, 3)} of the value")
    print(array(name if len(below) == 1 else name + "_ABOVE", above))
    if len(below) > 1:
        print(array(name + "_BELOW", below))


def array(name, numbers):
    columns = 3 if len(numbers) in (6, 7) else 4
    texts = [repr(float(x)).replace("e-0", "e-") for x in numbers]
    lines = [", ".join(texts[k:k + columns]) for k in range(0, len(texts), columns)]
    return f"    static final double[] {name} = {{\n        " + ",\n        ".join(lines) + "\n    };"


def scaled_erfc(x):
    return erfc(x) * exp(x * x)


def inverse_erfc(q):
    y = sqrt(-log(q))
    y = y - log(y * sqrt(pi)) / (2 * y) if y > 1.3 else mpf("0.8")
    for _ in range(100):
        newton = (erfc(y) - q) * exp(y * y) * sqrt(pi) / -2
        step = newton / (1 + y * newton)
        y -= step
        if abs(step) < mpf(10)**-55:
            return y
    raise ArithmeticError(q)


def of_square(f):
    return lambda z: f(sqrt(z))


def of_inverse_square(f):
    return lambda w: f(1 / sqrt(w))


def polygamma_rest(n):
    """What the expansion of (-1)^(n+1) psi_n has beyond its first two terms, times x^(n+2)."""
    def rest(x):
        return ((-1)**(n + 1) * psi(n, x) - factorial(n - 1) / x**n - factorial(n) / (2 * x**(n + 1))) * x**(n + 2)
    return rest


DIGAMMA_ROOT = findroot(digamma, mpf("1.46"))
TINY = mpf(10)**-9

if __name__ == "__main__":
    print("    // Erf")
    show("ERF", of_square(lambda x: erf(x) / x), TINY**4, 1, 11)
    show("ERFCX", scaled_erfc, 0.35, 3, 7, 8)
    show("ERFCX_FAR", of_inverse_square(lambda x: x * scaled_erfc(x)), mpf(1) / 800, mpf(1) / 9, 6, 6)
    show("ERFINV", lambda u: of_square(lambda x: erfinv(x) / x)(0.5 - u), 0, 0.5 - TINY**2, 6, 6)
    show("ERFINV_OUTER", lambda u: inverse_erfc(exp(-(mpf("1.1") + u)**2)), 0, 1.1, 7, 7)
    show("ERFINV_END", lambda u: inverse_erfc(exp(-(mpf("2.2") + u)**2)), 0, 3.87, 8, 8)
    print("    // Gamma")
    show("LGAMMA", lambda u: loggamma(1.25 + u) / (u - 0.75), 0, 1.2501, 7, 7)
    show("STIRLING", of_inverse_square(lambda x: (loggamma(x) - ((x - 0.5) * log(x) - x + log(2 * pi) / 2)) * x),
         TINY, mpf(1) / 64, 5)
    show("DIGAMMA", lambda u: digamma(1 + u) / (1 + u - DIGAMMA_ROOT), 0, 1, 6, 6)
    high = float(DIGAMMA_ROOT)
    print("    // root", repr(high), repr(float(DIGAMMA_ROOT - high)))
    show("DIGAMMA_FAR", of_inverse_square(lambda x: (log(x) - 1 / (2 * x) - digamma(x)) * x * x), TINY, mpf(1) / 64, 6)
    for n, name in ((1, "TRIGAMMA_FAR"), (2, "TETRAGAMMA_FAR"), (3, "PENTAGAMMA_FAR")):
        show(name, of_inverse_square(polygamma_rest(n)), mpf(10)**-6, mpf(1) / 64, 7)
    show("SINE", of_square(lambda t: (1 - sin(pi * t) / (pi * t)) / t**2), TINY, mpf(1) / 16, 6)
    show("COSINE", of_square(lambda t: (1 - cos(pi * t)) / t**2), TINY, mpf(1) / 16, 6)
    print("    // Power")
    show("LOG", of_square(lambda t: (2 * atanh(t) - 2 * t) / t**3), TINY, 0.0401, 7)
