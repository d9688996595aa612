"""Files -> the output folder, all at once."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from csto_atlas.maps.output.lock import hold
from csto_atlas.maps.output.swap import swap

PATIENCE = 10.0  # seconds to wait for another build that is writing


class OutputError(Exception):
    """The output cannot be written; it is as it was."""


@dataclass(frozen=True)
class _Desk:
    """Where an output is put together, beside it: a rename is not half done."""

    out: Path
    new: Path
    former: Path
    lock: Path


def write(files: Mapping[str, str], out: Path) -> None:
    """Put the files in place, all at once: the output is never half new.

    Whatever a build that was killed left beside the output is put back or removed.

    Parameters
    ----------
    files : mapping of str
        Contents by relative path. Files of the former output that are not among
        them stay.
    out : Path
        The output folder; made if it is not there. If it is a link, what it leads to
        is written.

    Raises
    ------
    OutputError
        If it cannot be written, or another build is writing it. It is as it was.
    """
    desk = _desk(out)
    try:
        desk.out.parent.mkdir(parents=True, exist_ok=True)
        with hold(desk.lock, PATIENCE):
            _tidy(desk)
            try:
                _put(files, desk)
            finally:
                _tidy(desk)
    except TimeoutError:
        why = "another build is writing there; expected one at a time"
        raise OutputError(f"{out}: {why}") from None
    except OSError as error:
        raise OutputError(_explain(out, error)) from error


def _desk(out: Path) -> _Desk:
    place = out.resolve()
    if not place.name:
        raise OutputError(f"{out}: no folder to replace; expected one with a name")
    names = (f".{place.name}.atlas-{end}" for end in ("new", "former", "lock"))
    return _Desk(place, *map(place.with_name, names))


def _put(files: Mapping[str, str], desk: _Desk) -> None:
    if desk.out.exists():
        shutil.copytree(desk.out, desk.new, symlinks=True)
    write_into(files, desk.new)
    if not desk.out.exists():
        desk.new.rename(desk.out)
    elif not swap(desk.new, desk.out):
        # Between these two a kill leaves no output, but all of it beside: see _tidy.
        desk.out.rename(desk.former)
        desk.new.rename(desk.out)


def _tidy(desk: _Desk) -> None:
    """Put a former output back if there is no other, and remove what is left."""
    if desk.former.exists() and not desk.out.exists():
        desk.former.rename(desk.out)
    for folder in (desk.former, desk.new):
        shutil.rmtree(folder, ignore_errors=True)


def write_into(files: Mapping[str, str], folder: Path) -> None:
    """Write files one by one into a folder that nobody uses yet.

    Parameters
    ----------
    files : mapping of str
        Contents by relative path.
    folder : Path
        Made if it is not there.
    """
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_symlink():  # what it leads to is not ours to write
            path.unlink()
        path.write_text(text, encoding="utf-8", newline="\n")


def _explain(out: Path, error: OSError) -> str:
    """Say in a line why an output cannot be written."""
    reason = error.strerror or str(error)
    if isinstance(error, shutil.Error):  # of many files: one is enough
        reason = str(error.args[0][0][-1])
    expected = "room for a second copy beside it, and the right to write there"
    return f"{out}: not written, it is as it was ({reason}); expected {expected}"
