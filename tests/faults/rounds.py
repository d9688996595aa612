"""How often a test tries, and what of: some by default, in full for `make proof`."""

import os
import random

PROOF = bool(os.environ.get("PROOF"))


def rounds(few, full):
    """Return how many rounds, or which samples, this run wants."""
    return full if PROOF else few


def dice(name):
    """Return random numbers of a test's own: the same ones in every run."""
    return random.Random(f"{name} {os.environ.get('PROOF', '')}")
