"""A build of one small file, for tests of the preview."""

import os

from csto_atlas.maps.pipeline import BuildResult


def make(own, memory):
    """Say what our own file says, and which process read it."""
    text = (own / "template.txt").read_text()
    return BuildResult({"text.txt": f"{text} {os.getpid()}"}, ())
