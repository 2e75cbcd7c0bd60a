"""Formulas and points of samples/engineering."""
SAMPLES = []
