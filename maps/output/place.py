"""Which folders can be an output: not one that is used for something else."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]  # of the project, or the installed package
ROOMS = ("events", "geodata", "maps")
OUT = "dist"  # the output in a data set of its own, as `new --sheet` makes it


def find_conflict(out: Path, data: Iterable[Path], *, is_watched: bool = False) -> str:
    """Say why a folder cannot be an output.

    Parameters
    ----------
    out : Path
        The output folder; it need not exist.
    data : iterable of Path
        Folders that are read: data sets. Each may have an output named `OUT` in it.
    is_watched : bool
        Whether every change of a file there builds again: then no output may be in it.

    Returns
    -------
    str
        What the folder is, or is part of; empty if it can be an output.
    """
    place = out.resolve()
    taken = {"the root folder": Path(place.anchor), "the home folder": Path.home()}
    read = {f"the data set {str(folder)!r}": folder.resolve() for folder in data}
    code = {f"the code in {name}/": CHECKOUT / name for name in ROOMS}
    whole = {**taken, "the folder of the code": CHECKOUT, **read, **code}
    for name, folder in whole.items():
        if place == folder:
            return f"is {name}"
        if folder.is_relative_to(place):
            return f"holds {name}"
    own = set() if is_watched else {folder / OUT for folder in read.values()}
    for name, folder in {**({} if place in own else read), **code}.items():
        if place.is_relative_to(folder):
            return f"lies in {name}"
    return ""
