"""The output folder: whose it is, and what in it a build may touch.

A build made a folder if it holds the marker, a list of the files that builds have put
there. Only those are replaced or removed. No link inside the folder is followed, and
nothing on another file system, such as a mounted volume, is touched.
"""

from __future__ import annotations

import json
import os
import re
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from csto_atlas.maps.output.errors import ForeignOutputError, OutputError

MARKER = ".atlas.json"  # the list of our files, at the top of the folder
LOCK = ".atlas.lock"
WORK = ".atlas-work"  # files of a build that is writing
VERSION = 1
OVERRIDE = "--overwrite"
# Left by file managers; a folder that has only these counts as empty.
RUBBISH = {".DS_Store", "Thumbs.db", "desktop.ini"}


def read_marker(folder: Path) -> dict[str, str] | None:
    """Read the list of files that builds have put into a folder.

    Parameters
    ----------
    folder : Path

    Returns
    -------
    dict of str or None
        SHA-256 of each file by its path in the folder; None if no build made it.

    Raises
    ------
    OutputError
        If there is a marker that cannot be read.
    """
    path = folder / MARKER
    if not path.is_file() or path.is_symlink():
        return None
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        files = found["files"]
        if found["atlas"] != VERSION or not isinstance(files, dict):
            raise ValueError
        return {str(name): str(digest) for name, digest in files.items()}
    except (ValueError, KeyError, TypeError):
        expected = "the list that a build of this version wrote; remove the file"
        raise ForeignOutputError(f"{path}: not readable; expected {expected}") from None


def write_marker(files: Mapping[str, str]) -> str:
    """Write the list of our files: the same files make the same text."""
    content = {"atlas": VERSION, "files": dict(sorted(files.items()))}
    return json.dumps(content, indent=0) + "\n"


def check_owner(folder: Path, overwrite: bool = False) -> None:
    """Refuse a folder that has files in it and that no build made.

    Parameters
    ----------
    folder : Path
        It need not exist.
    overwrite : bool
        Whether files that are in the way may be overwritten, and others kept.

    Raises
    ------
    OutputError
        If the folder cannot be read.
    ForeignOutputError
        If it is not ours.
    """
    if overwrite or not folder.exists() or read_marker(folder) is not None:
        return
    own = RUBBISH | {LOCK, WORK}
    names = sorted(entry.name for entry in os.scandir(folder) if entry.name not in own)
    if names:
        what = f"{folder}: has files that no build made, such as {names[0]!r}"
        expected = "an empty folder, or one that a build made"
        raise ForeignOutputError(
            f"{what}; expected {expected} ({OVERRIDE} keeps them and builds beside)"
        )


def check_paths(
    folder: Path, paths: Iterable[str], ours: Iterable[str], overwrite: bool = False
) -> None:
    """Refuse paths that lead out of the folder or onto what is not ours.

    Parameters
    ----------
    folder : Path
    paths : iterable of str
        Paths in the folder that are to be written or removed.
    ours : iterable of str
        Paths that builds have written before.
    overwrite : bool
        Whether files that are in the way may be overwritten.

    Raises
    ------
    OutputError
        If a part of a path is a link, a mount or a file, or a folder stands where a
        file must be.
    ForeignOutputError
        If a file that no build made stands at a path.
    """
    known, mounts = set(ours), list_mounts()
    device = folder.stat().st_dev
    checked: set[Path] = set()
    for path in paths:
        for parent in reversed(PurePosixPath(path).parents[:-1]):
            step = folder / parent
            if step not in checked:
                _check_step(step, device, mounts)
                checked.add(step)
        _check_file(folder / path, path in known or overwrite, mounts)


def list_mounts() -> frozenset[Path]:
    """List the mount points of this system that it tells of.

    A folder that is mounted from the same file system (``mount --bind``) has the device
    number of its surroundings, so `pathlib.Path.is_mount` does not see it. Linux lists
    all of them in ``/proc/self/mountinfo`` (proc(5): the fifth field, octal escapes).

    Returns
    -------
    frozenset of Path
        Empty on other systems.
    """
    try:
        lines = Path("/proc/self/mountinfo").read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeError):
        return frozenset()
    fields = (line.split(" ")[4] for line in lines)
    return frozenset(Path(re.sub(r"\\(\d{3})", _unescape, field)) for field in fields)


def _unescape(found: re.Match[str]) -> str:
    return chr(int(found[1], 8))


def _check_step(step: Path, device: int, mounts: frozenset[Path]) -> None:
    """Refuse a folder on the way that is a link, a file or another file system."""
    try:
        found = step.lstat()
    except FileNotFoundError:
        return
    if stat.S_ISLNK(found.st_mode):
        raise OutputError(
            f"{step}: is a link; expected a folder, links are not followed"
        )
    if not stat.S_ISDIR(found.st_mode):
        raise OutputError(f"{step}: is a file; expected a folder")
    if found.st_dev != device or step.is_mount() or step in mounts:
        what = "is a mount point or lies on another file system"
        raise OutputError(f"{step}: {what}; expected a plain folder")


def _check_file(path: Path, may_replace: bool, mounts: frozenset[Path]) -> None:
    """Refuse a file that is not ours, or a folder in its place."""
    try:
        found = path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return
    if stat.S_ISDIR(found.st_mode):
        raise OutputError(f"{path}: is a folder; expected a file or nothing")
    if path in mounts:
        raise OutputError(f"{path}: is a mount point; expected a file or nothing")
    if not may_replace:
        what = f"{path}: a file that no build made is in the way"
        raise ForeignOutputError(
            f"{what}; expected none ({OVERRIDE} lets a build overwrite it)"
        )
