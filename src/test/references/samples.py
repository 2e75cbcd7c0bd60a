"""Writes the expected figures of the samples and of the scalar library: python3 src/test/references/samples.py

Beside samples/lectures/umbc.ad it puts umbc.expected.json; the library's std/nn.ad and std/prob.ad have theirs as
src/test/resources/adjc/references/std/nn.json and prob.json. Names of samples after the command limit it to those.

    {"source": "where the function comes from",
     "cases": [
       {"function": "umbc",
        "point": {"x1": 2, "x2": 1, "a": 1},              numbers are the doubles that they read as
        "value": {"y": "3.39056208756589…"},              50 digits, for every output
        "gradient": {"x1": "4.2", "x2": "-1.4"},          for every active input, if there is one output
        "jacobian": {"y1": {"x": …}, "y2": …},            instead of it, if there are several
        "condition": {"value": …, "gradient": …},         the same shape, numbers
        "figures": {"value": …, "gradient": …},           optional: what the source prints, with the digits it prints
        "convention": true}]}                             optional: some derivative is one by convention, not by limit

"Infinity", "-Infinity" and "NaN" stand for what is not finite. A figure agrees if it is the reference rounded to the
figure's digits, or to a double. A double d computed for a reference r of condition κ is right if
|d - r| <= κ · 2^-53 · |r|, or κ · 2^-53 for r = 0 (where κ is 0 unless the zero comes about by cancellation): κ is the
first-order bound of steps.py on the rounding errors of the program's own steps, in either mode and in any order of
adding contributions. A further factor of two is fair for what first order leaves out, and the smallest subnormal for
underflow.

How the references come about. The modules lectures, engineering (with formulas) and library hold a formula for each
function in mpmath: written from the source, not from the .ad file, and where there is a choice along another way
(matrices for the arm, a root found to the last digit for Newton steps written out). Its derivatives are central
differences with a step of 1e-90 and less. All is done with 90 and again with 130 digits and must agree to 52. Then the
.ad file itself is run and differentiated statement by statement in mpmath, in both modes, and must agree to a
thousandth of its rounding bound.
"""

import json
import sys
from pathlib import Path

import mpmath
from mpmath import mpf

import engineering
import lectures
import library
from steps import UNIT
from straight_line import Program

ROOT = Path(__file__).resolve().parents[3]
STD = ROOT / "src/main/resources/adjc/std"
REFERENCES = ROOT / "src/test/resources/adjc/references/std"
DIGITS = 50
mpmath.mp.dps = 130


def find(name):
    head, _, rest = name.partition(".")
    return STD / f"{rest}.ad" if head == "std" else ROOT / "samples" / f"{name.replace('.', '/')}.ad"


def text(x):
    if mpmath.isnan(x):
        return "NaN"
    if mpmath.isinf(x):
        return "Infinity" if x > 0 else "-Infinity"
    digits = "0" if x == 0 else mpmath.nstr(x, DIGITS, strip_zeros=True, min_fixed=-6, max_fixed=21)
    return digits[:-2] if digits.endswith(".0") else digits


def number(x):
    return text(mpf(x)) if not mpmath.isfinite(x) else x


def settled(compute):
    """A number computed with two precisions, which have to agree; zero where only the noise of differences is left."""
    with mpmath.workdps(90):
        coarse = +compute()
    fine = +compute()
    same = text(coarse) == text(fine) if not mpmath.isfinite(fine) else abs(fine - coarse) <= mpf(10) ** -52 * abs(fine)
    if not same and max(abs(fine), abs(coarse)) > mpf(10) ** -45:
        raise ArithmeticError(f"{coarse} with 90 digits, {fine} with 130")
    return fine if same else mpf(0)


def difference(f, x):
    """f'(x) by a central difference, with a step so small that its error is below the last digit kept."""
    digits = mpmath.mp.dps
    with mpmath.workdps(4 * digits):
        step = (abs(x) if x != 0 else mpf(1)) * mpf(10) ** -digits
        return (f(x + step) - f(x - step)) / (2 * step)


def checked(reference, value, bound, place):
    """The condition of one number, after the program's own result has been held against the reference."""
    if not mpmath.isfinite(reference):
        if text(reference) != text(value):
            raise ArithmeticError(f"{place}: reference {text(reference)}, program {text(value)}")
        return 1
    if abs(value - reference) > bound * UNIT / 1000 + mpf(10) ** -60 * abs(reference):
        raise ArithmeticError(f"{place}: reference {text(reference)}, program {text(value)}")
    return float(mpmath.nstr(bound if reference == 0 else max(mpf(1), bound / abs(reference)), 3))


def round_to(figure, reference, place):
    decimals = len(figure.partition(".")[2])
    if abs(mpf(figure) - reference) > mpf(10) ** -decimals / 2 and float(figure) != float(reference):
        raise ArithmeticError(f"{place}: printed as {figure}, is {text(reference)}")


def case(program, name, formula, given):
    function = program.own[name]
    point = {key: given.point[key] for key, _ in function.parameters}
    active = [key for key, kind in function.parameters if kind == "active"]

    def outputs(**changed):
        result = formula(**{**{key: mpf(x) for key, x in point.items()}, **changed})
        return result if isinstance(result, tuple) else (result,)

    ran_values, ran_slopes = program.run(name, point)
    values, jacobian, value_conditions, conditions = {}, {}, {}, {}
    for i, output in enumerate(function.outputs):
        place = f"{name}{point}: {output}"
        reference = settled(lambda: outputs()[i])
        values[output] = text(reference)
        value_conditions[output] = checked(reference, *ran_values[output], place)
        jacobian[output], conditions[output] = {}, {}
        for key in active:
            if key in given.convention.get(output, {}):
                fixed = given.convention[output][key]
                slope = settled(fixed if callable(fixed) else lambda: mpf(fixed))
            else:
                slope = settled(lambda: difference(lambda t: outputs(**{key: t})[i], mpf(point[key])))
            jacobian[output][key] = text(slope)
            conditions[output][key] = checked(slope, *ran_slopes[output][key], f"{place} by {key}")
        for key, figure in given.figures.get(output, {}).items():
            round_to(figure, mpf(values[output] if key == "value" else jacobian[output][key]), place)

    single = len(function.outputs) == 1
    shape = (lambda each: each[function.outputs[0]]) if single else (lambda each: each)
    kind = "gradient" if single else "jacobian"
    entry = {
        "function": name,
        "point": {key: number(x) for key, x in point.items()},
        "value": values,
        kind: shape(jacobian),
        "condition": {"value": value_conditions, kind: shape(conditions)},
    }
    if given.figures:
        slopes = {o: {k: f for k, f in fs.items() if k != "value"} for o, fs in given.figures.items()}
        entry["figures"] = {"value": {o: fs["value"] for o, fs in given.figures.items()}, kind: shape(slopes)}
    if given.convention:
        entry["convention"] = True
    return entry


def page(source, cases):
    """JSON with a line for each field of a case."""
    line = lambda x: json.dumps(x, ensure_ascii=False)
    fields = [",\n   ".join(f"{line(key)}: {line(value)}" for key, value in entry.items()) for entry in cases]
    listed = ",\n".join(f"  {{{each}}}" for each in fields)
    return f'{{\n "source": {line(source)},\n "cases": [\n{listed}\n ]\n}}\n'


def write(sample, source, target):
    program = Program(source, find)
    cases = [case(program, name, formula, c) for name, formula, *cases in sample.functions for c in cases]
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(page(sample.source, cases), encoding="utf-8")
    print(f"{target.relative_to(ROOT)}: {len(cases)} cases")


def main(wanted):
    for module in (lectures, engineering):
        for sample in module.SAMPLES:
            if not wanted or sample.name in wanted:
                stem = ROOT / "samples" / module.__name__ / sample.name
                write(sample, stem.with_suffix(".ad"), stem.with_suffix(".expected.json"))
    for sample in library.SAMPLES:
        if not wanted or sample.name in wanted:
            write(sample, STD / f"{sample.name}.ad", REFERENCES / f"{sample.name}.json")


if __name__ == "__main__":
    main(set(sys.argv[1:]))
