"""Writes the expected figures of what has arrays, samples and library: python3 src/test/references/arrays.py

The files lie where samples.py puts its own, those of the library in a folder arrays there; what a number must satisfy
is the same. Names of samples after the command limit it to those. Where something is an array, a nested list stands in
place of a number:

    {"function": "norm_of_product",
     "point": {"W": [[0.1, 0.5], [-0.3, 0.8]], "x": [0.2, 0.4]},
     "sizes": {"n": 3},                                only for sizes that nothing but empty arrays show
     "value": {"f": "0.116…"},
     "gradient": {"W": [["0.088…", …], …], "x": [...]}, in the shape of the input
     "jacobian": {"y": {"W": …}},                      instead of it, unless there is one output and it is a number:
                                                       the output's indices first, then the input's
     "condition": …, "figures": …}                     the same shape, an entry for each number

Beside the cases there may be "generated": cases whose inputs are too many to be stored. There the entry at place k, in
row-major order, of the array with salt s is made by arithmetic on 32-bit integers without sign,

    h = (k + 1000003 s) * 2654435761;  h = (h ^ (h >> 15)) * 2246822519;  h = h ^ (h >> 13)
    entry = ((h mod 1024) - 512) / divisor

and stored are the value, the Euclidean norm of each gradient (add the squares up with compensation) and some entries:

     "sizes": {"N": 64, …}, "inputs": {"X": {"salt": 1, "divisor": 1024}, …},
     "norm": {"W": "…"}, "entries": {"W": [{"at": [0, 0], "gradient": "…", "condition": …}, …]}

How the references come about. The modules array_lectures, array_engineering and array_library hold a formula for each
function, written from the mathematics and with matrices where that is how it is printed, not from the .ad file. Its
derivatives are central differences with a step of 1e-40 and less; all is done with two precisions, which must agree to
52 digits. Then the formula runs once more and keeps its steps (tracked.py): they are differentiated one by one in both
modes, which must give the same derivatives, and they tell the condition of each number as steps.py explains.
"""

import json
import re
import sys

import mpmath
import numpy
from mpmath import mpf

import array_engineering
import array_lectures
import array_library
from samples import REFERENCES, ROOT, STD, round_to, text
from steps import UNIT, adjoints, tangents, upstream
from tracked import Tracked, step_of

DIGITS = 40, 50
WIDTH = 110
NEGLIGIBLE = mpf(10) ** -45


class Header:
    """The parameters of a function with their kinds and extents, and its outputs."""

    def __init__(self, source, name):
        source = re.sub(r"/\*.*?\*/|//[^\n]*", "", source, flags=re.S)
        found = re.search(rf"function\s+{name}\s*\((.*?)\)\s*->\s*([^{{]*){{", source, flags=re.S)
        self.parameters, self.extents = [], {}
        for item in _items(found[1]):
            kind, key, extents = re.fullmatch(r"(const |int |)(\S+?)(?:\[(.*)\])?", item).groups()
            self.parameters.append((key, kind.strip() or "active"))
            self.extents[key] = _items(extents or "")
        self.outputs = [re.sub(r"\[.*\]", "", item) for item in _items(found[2])]


def _items(listed):
    parts = re.split(r",(?![^\[]*\])", listed)
    return [part.strip() for part in parts if part.strip()]


def shaped(nested, extents, sizes):
    """A nested list as an array of objects; sizes tell the extents of one without entries."""
    array = numpy.array(nested, dtype=object)
    if array.size or not extents:
        return array
    for extent, name in zip(array.shape, extents):
        sizes.setdefault(name, extent)
    return numpy.empty([sizes[name] if name in sizes else int(name) for name in extents], dtype=object)


def arguments(header, given, number):
    """The point, its reals made by `number`; integers stay what they are."""
    sizes, result = dict(given.sizes), {}
    for key, kind in header.parameters:
        value = given.point[key]
        make = (lambda x: x) if kind == "int" else (lambda x, key=key, kind=kind: number(x, kind))
        if isinstance(value, list):
            array = shaped(value, header.extents[key], sizes)
            result[key] = numpy.frompyfunc(make, 1, 1)(array) if array.size else array
        else:
            result[key] = make(value)
    return result


def results(formula, point):
    """All outputs, each as an array."""
    found = formula(**point)
    return [numpy.array(each, dtype=object) for each in (found if isinstance(found, tuple) else (found,))]


def entries(array):
    return list(numpy.ndindex(array.shape))


def digits_of(coarse, fine, place):
    """The text of a number that was computed with two precisions."""
    if abs(fine - coarse) <= mpf(10) ** -52 * abs(fine):
        return text(fine)
    if max(abs(fine), abs(coarse)) > NEGLIGIBLE:
        raise ArithmeticError(f"{place}: {coarse} and {fine}")
    return "0"


def twice(compute):
    """What is computed, with two precisions."""
    found = []
    for digits in DIGITS:
        with mpmath.workdps(3 * digits):
            found.append(compute(mpf(10) ** -digits))
    return found


def references(header, formula, given):
    """Output → nested texts, and output → input → nested texts."""

    def compute(step):
        point = arguments(header, given, lambda x, kind: mpf(x))
        values, slopes = results(formula, point), {}
        for key, kind in header.parameters:
            if kind != "active":
                continue
            array = numpy.array(point[key], dtype=object)
            slopes[key] = {}
            for at in entries(array):
                h = (abs(array[at]) if array[at] != 0 else mpf(1)) * step
                ends = []
                for sign in (1, -1):
                    moved = array.copy()
                    moved[at] = array[at] + sign * h
                    ends.append(results(formula, {**point, key: moved if array.shape else moved[()]}))
                slopes[key][at] = [numpy.array((up - down) / (2 * h), dtype=object) for up, down in zip(*ends)]
        return point, values, slopes

    (_, coarse, coarse_slopes), (point, fine, fine_slopes) = twice(compute)
    values, jacobian = {}, {}
    for i, output in enumerate(header.outputs):
        values[output] = listed(fine[i].shape, lambda at: digits_of(mpf(coarse[i][at]), mpf(fine[i][at]), output))
        jacobian[output] = {}
        for key, by_entry in fine_slopes.items():
            inner, outer = numpy.shape(point[key]), fine[i].shape

            def slope(at, key=key, split=len(outer)):
                here, there = at[:split], at[split:]
                if key in given.convention.get(output, {}):
                    return at_place(given.convention[output][key], at)
                place = f"{output}{here} by {key}{there}"
                return digits_of(mpf(coarse_slopes[key][there][i][here]), mpf(fine_slopes[key][there][i][here]), place)

            jacobian[output][key] = listed(outer + inner, slope)
    return values, jacobian


def listed(shape, entry):
    """A nested list of this shape, of what `entry` gives at each place; a number if there is no index."""
    if not shape:
        return entry(())
    return [listed(shape[1:], lambda rest, i=i: entry((i, *rest))) for i in range(shape[0])]


def at_place(nested, place):
    for i in place:
        nested = nested[i]
    return nested


def conditions(header, formula, given, values, jacobian):
    """The condition of each number, after the steps of the formula have been held against the references."""
    with mpmath.workdps(60):
        tracked = arguments(header, given, lambda x, kind: Tracked(step_of(x)))
        found = results(formula, tracked)
        inputs = {key: numpy.array(tracked[key], dtype=object) for key, kind in header.parameters if kind == "active"}
        value_conditions, slope_conditions = {}, {}
        for output, array in zip(header.outputs, found):
            slopes = {at: _slopes(step_of(array[at]), inputs) for at in entries(array)}

            def value(at):
                step = step_of(array[at])
                return condition(at_place(values[output], at), step.value, step.bound(), f"{output}{at}")

            value_conditions[output] = listed(array.shape, value)
            slope_conditions[output] = {}
            for key, by in inputs.items():

                def slope(at, key=key):
                    split = array.ndim
                    reached, bound = slopes[at[:split]][key][at[split:]]
                    return condition(at_place(jacobian[output][key], at), reached, bound, f"{output} by {key}{at}")

                slope_conditions[output][key] = listed(array.shape + by.shape, slope)
    return value_conditions, slope_conditions


def condition(reference, value, bound, place):
    """Two digits, rounded up, after the number found by way of the steps has been held against the reference."""
    reference = mpf(reference)
    if abs(value - reference) > bound * UNIT / 1000 + NEGLIGIBLE * (abs(reference) if reference != 0 else 1):
        raise ArithmeticError(f"{place}: reference {text(reference)}, by steps {text(value)}")
    exact = mpf(bound) if reference == 0 else max(mpf(1), bound / abs(reference))
    if exact == 0:
        return 0
    last = mpf(10) ** (mpmath.floor(mpmath.log10(exact)) - 1)
    rounded = float(mpmath.nstr(mpmath.ceil(exact / last) * last, 2))
    return int(rounded) if rounded == int(rounded) else rounded


def _slopes(result, inputs):
    """Input → place → (derivative, bound), from the mode with the larger bound."""
    order = upstream(result, lambda step: step.arguments)
    reached = {id(step) for step in order}
    steps = {(key, at): step_of(array[at]) for key, array in inputs.items() for at in entries(array)}
    by_entry = {where: tangents(order, step) for where, step in steps.items() if id(step) in reached}
    reverse = adjoints(order, set().union(*by_entry.values()))
    found = {key: {} for key in inputs}
    for (key, at), step in steps.items():
        if (key, at) not in by_entry:
            found[key][at] = mpf(0), 0.0
            continue
        tangent, adjoint = by_entry[key, at][id(result)], reverse[id(step)]
        if abs(tangent.value - adjoint.value) > mpf(10) ** -40 * (1 + abs(tangent.value)):
            raise ArithmeticError(f"{key}{at}: forward {tangent.value}, reverse {adjoint.value}")
        found[key][at] = tangent.value, max(tangent.bound(), adjoint.bound())
    return found


def case(header, name, formula, given):
    values, jacobian = references(header, formula, given)
    value_conditions, slope_conditions = conditions(header, formula, given, values, jacobian)
    single = len(header.outputs) == 1 and isinstance(values[header.outputs[0]], str)
    kind = "gradient" if single else "jacobian"
    shape = (lambda each: each[header.outputs[0]]) if single else (lambda each: each)
    entry = {"function": name, "point": {key: given.point[key] for key, _ in header.parameters}}
    if given.sizes:
        entry["sizes"] = given.sizes
    entry.update({"value": values, kind: shape(jacobian)})
    entry["condition"] = {"value": value_conditions, kind: shape(slope_conditions)}
    if given.figures:
        printed = given.figures
        _hold(printed, {"value": values, kind: shape(jacobian)}, name)
        entry["figures"] = printed
    if given.convention:
        entry["convention"] = True
    return entry


def _hold(printed, reference, place):
    """What a source prints against the references, over all that it prints."""
    if isinstance(printed, str):
        round_to(printed, mpf(reference), place)
    else:
        for key in printed if isinstance(printed, dict) else range(len(printed)):
            _hold(printed[key], reference[key], f"{place}, {key}")


def laid_out(x, indent):
    """JSON in lines of moderate length."""
    line = json.dumps(x, ensure_ascii=False)
    if len(line) + indent <= WIDTH or not isinstance(x, (dict, list)):
        return line
    inner = "\n" + " " * (indent + 1)
    if isinstance(x, dict):
        parts = [f"{json.dumps(key, ensure_ascii=False)}: {laid_out(value, indent + 1)}" for key, value in x.items()]
        return "{" + f",{inner}".join(parts) + "}"
    return "[" + f",{inner}".join(laid_out(value, indent + 1) for value in x) + "]"


def write(sample, source, target):
    program = source.read_text(encoding="utf-8")
    cases = [
        case(Header(program, name), name, formula, given)
        for name, formula, *points in sample.functions
        for given in points
    ]
    page = {"source": sample.source, "cases": cases}
    if sample.generated:
        page["generated"] = [make() for make in sample.generated]
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(laid_out(page, 0) + "\n", encoding="utf-8")
    print(f"{target.relative_to(ROOT)}: {len(cases)} cases", flush=True)


def main(wanted):
    for module, folder in ((array_lectures, "lectures"), (array_engineering, "engineering")):
        for sample in module.SAMPLES:
            if not wanted or sample.name in wanted:
                stem = ROOT / "samples" / folder / sample.name
                write(sample, stem.with_suffix(".ad"), stem.with_suffix(".expected.json"))
    for sample in array_library.SAMPLES:
        if not wanted or sample.name in wanted:
            write(sample, STD / f"{sample.name}.ad", REFERENCES / f"arrays/{sample.name}.json")


if __name__ == "__main__":
    main(set(sys.argv[1:]))
