"""Exchange of files one by one, with a journal: all of it is done, or none of it.

New files are staged in a work folder inside the output, so that every exchange is a
rename on one file system; that also works where the output is a mount point or lies in
a lower layer of an overlay. The journal says what is to be exchanged. A build that was
killed leaves it, and the next build finishes or undoes what it finds there.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path, PurePosixPath

from csto_atlas.maps.output.errors import OutputError
from csto_atlas.maps.output.folder import WORK, check_paths, list_mounts

JOURNAL = "journal.json"
NEW, FORMER = "new", "former"


@dataclass(frozen=True)
class Journal:
    """What is exchanged.

    Attributes
    ----------
    write, remove : sequence of str
        Paths in the output, in the order in which they are exchanged.
    existed : sequence of str
        Those that had a file before.
    undo : bool
        Whether the exchange failed and is taken back.
    """

    write: Sequence[str]
    remove: Sequence[str]
    existed: Sequence[str]
    undo: bool = False


def stage(folder: Path, path: str, content: bytes) -> None:
    """Write a new file into the work folder of an output.

    Parameters
    ----------
    folder : Path
        The output folder.
    path : str
        The file's path relative to it.
    content : bytes
    """
    place = folder / WORK / NEW / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content)


def exchange(folder: Path, write: Sequence[str], remove: Sequence[str]) -> None:
    """Put the staged files in place, and remove others; undo it all if one fails.

    Parameters
    ----------
    folder : Path
        The output.
    write : sequence of str
        Paths that were staged.
    remove : sequence of str
        Paths of files that go.

    Raises
    ------
    OSError
        If a file cannot be replaced. The output is as it was.
    """
    existed = [path for path in (*write, *remove) if _is_there(folder / path)]
    journal = Journal(write, remove, existed)
    for path in existed:
        _take_over_rights(folder, path)
    _note(folder, journal)
    try:
        _finish(folder, journal)
    except OSError:
        undo = replace(journal, undo=True)
        _note(folder, undo)
        _undo(folder, undo)  # if this fails, the journal stays for the next build
        clear(folder)
        raise
    clear(folder)


def recover(folder: Path) -> None:
    """Finish or undo what a killed build left in an output, and clear it away.

    Raises
    ------
    OutputError
        If the work folder is not one that a build made.
    OSError
        If a file cannot be replaced.
    """
    work = folder / WORK
    if not _is_there(work):
        return
    inside = [place for place in list_mounts() if place.is_relative_to(work)]
    if work.is_symlink() or not work.is_dir() or inside:
        raise OutputError(f"{work}: expected a plain folder without mounts, or nothing")
    if journal := _read(folder):
        paths = (*journal.write, *journal.remove)
        check_paths(folder, paths, paths)
        (_undo if journal.undo else _finish)(folder, journal)
    clear(folder)


def clear(folder: Path) -> None:
    """Remove the work folder, the journal last."""
    for part in (NEW, FORMER):
        shutil.rmtree(folder / WORK / part, ignore_errors=True)
    (folder / WORK / JOURNAL).unlink(missing_ok=True)
    shutil.rmtree(folder / WORK, ignore_errors=True)


def _finish(folder: Path, journal: Journal) -> None:
    """Exchange all that is not exchanged yet; a second run changes nothing."""
    for path in journal.write:
        new = folder / WORK / NEW / path
        if new.exists():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            _keep(folder, path)
            new.replace(folder / path)
    for path in journal.remove:
        if _is_there(folder / path):
            _keep(folder, path)
            (folder / path).unlink()
            _prune(folder, path)


def _undo(folder: Path, journal: Journal) -> None:
    """Put every former file back, and remove those that are new."""
    existed = set(journal.existed)
    for path in (*journal.write, *journal.remove):
        former = folder / WORK / FORMER / path
        if (folder / WORK / NEW / path).exists():  # not exchanged yet
            _prune(folder, path)
        elif _is_there(former):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            former.replace(folder / path)
        elif path not in existed:
            (folder / path).unlink(missing_ok=True)
            _prune(folder, path)


def _keep(folder: Path, path: str) -> None:
    """Keep the former file of a path; its place is not empty at any moment."""
    former = folder / WORK / FORMER / path
    if not _is_there(folder / path) or _is_there(former):
        return
    former.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(folder / path, former, follow_symlinks=False)
    except (OSError, NotImplementedError):  # no hard links here
        shutil.copy2(folder / path, former, follow_symlinks=False)


def _take_over_rights(folder: Path, path: str) -> None:
    """Give a staged file the mode and the owner of the file that it replaces."""
    new = folder / WORK / NEW / path
    if not new.exists() or (folder / path).is_symlink():
        return
    shutil.copymode(folder / path, new)
    if hasattr(os, "chown"):
        found = (folder / path).stat()
        with suppress(PermissionError):
            os.chown(new, found.st_uid, found.st_gid)


def _prune(folder: Path, path: str) -> None:
    """Remove the folders of a path that are empty now."""
    with suppress(OSError):
        for parent in PurePosixPath(path).parents[:-1]:
            (folder / parent).rmdir()


def _note(folder: Path, journal: Journal) -> None:
    """Write the journal; it is there as a whole or not at all."""
    work = folder / WORK
    work.mkdir(exist_ok=True)
    half = work / f"{JOURNAL}.half"
    half.write_text(json.dumps(asdict(journal)), encoding="utf-8")
    half.replace(work / JOURNAL)


def _read(folder: Path) -> Journal | None:
    path = folder / WORK / JOURNAL
    if not path.exists():
        return None
    found = json.loads(path.read_text(encoding="utf-8"))
    lists = {name: _keep_inside(found[name]) for name in ("write", "remove", "existed")}
    return Journal(**lists, undo=bool(found["undo"]))


def _keep_inside(paths: Iterable[str]) -> Sequence[str]:
    """Drop paths that lead out of the folder: a journal is data, too."""
    pure = (PurePosixPath(path) for path in paths)
    return [str(p) for p in pure if not p.is_absolute() and ".." not in p.parts]


def _is_there(path: Path) -> bool:
    """Tell whether anything is there, a link that leads nowhere too."""
    return os.path.lexists(path)
