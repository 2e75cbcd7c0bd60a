"""What a module of references lists: samples, their functions with a formula each, and the points to evaluate at."""

import random


class Sample:
    """A file: its name without .ad, where it comes from, and (function, formula, case, …) for each function.

    What is generated are functions without arguments, each of which gives a whole case for a JSON file.
    """

    def __init__(self, name, source, *functions, generated=()):
        self.name, self.source, self.functions, self.generated = name, source, functions, generated


class Case:
    """A point; figures that its source prints; derivatives that hold by convention; sizes that the point does not show.

    Figures and conventions are output → input → figure; "value" in place of an input means the output itself. A
    convention is a number, or a function without arguments that computes it. Of functions with arrays (arrays.py),
    figures are what goes into the file, and a convention is the text of a number or a nested list of such texts.
    """

    def __init__(self, figures=None, convention=None, sizes=None, **point):
        self.point, self.figures, self.convention = point, figures or {}, convention or {}
        self.sizes = sizes or {}


class Draw:
    """Small decimal numbers, the same in every run, for points with many of them."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def __call__(self, *shape, low=-1.0, high=1.0):
        if not shape:
            return round(self.random.uniform(low, high), 2)
        return [self(*shape[1:], low=low, high=high) for _ in range(shape[0])]


def only(output, **entries):
    """Figures or conventions of one output."""
    return {output: entries}
