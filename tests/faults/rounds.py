"""How often a random test tries: a few times by default, in full for `make proof`."""

import os
import random

PROOF = bool(os.environ.get("PROOF"))


def rounds(few, full):
    return full if PROOF else few


def dice(name):
    """Return random numbers of a test's own: the same ones in every run."""
    return random.Random(f"{name} {os.environ.get('PROOF', '')}")
