"""Formulas and points of the scalar functions of the library."""
SAMPLES = []
