"""What a module of references lists: samples, their functions with a formula each, and the points to evaluate at."""


class Sample:
    """A file: its name without .ad, where it comes from, and (function, formula, case, …) for each function."""

    def __init__(self, name, source, *functions):
        self.name, self.source, self.functions = name, source, functions


class Case:
    """A point; the figures its source prints; derivatives that are so by convention.

    Both are output → input → figure; "value" in place of an input means the output itself. A convention is a number,
    or a function without arguments that computes it.
    """

    def __init__(self, figures=None, convention=None, **point):
        self.point, self.figures, self.convention = point, figures or {}, convention or {}


def only(output, **entries):
    """Figures or conventions of one output."""
    return {output: entries}
