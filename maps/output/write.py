"""Files -> the output folder: all of them, or none."""

from __future__ import annotations

import stat
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from csto_atlas.maps.output import exchange
from csto_atlas.maps.output.errors import ForeignOutputError, OutputError
from csto_atlas.maps.output.folder import (
    LOCK,
    MARKER,
    check_owner,
    check_paths,
    read_marker,
    write_marker,
)
from csto_atlas.maps.output.lock import acquire_lock

AS_IT_WAS = "not written, it is as it was"
PATIENCE = 10.0  # seconds to wait for another build that is writing


def write(
    files: Mapping[str, str | bytes],
    out: Path,
    *,
    is_whole: bool = False,
    overwrite: bool = False,
) -> None:
    """Put files in place in an output folder; files that no build made stay.

    What a build that was killed left there is finished or undone first.

    Parameters
    ----------
    files : mapping of str or bytes
        Contents by relative path; texts are written as UTF-8.
    out : Path
        The output folder; made if it is not there. If it is a link, what it leads to
        is written; no link inside it is followed.
    is_whole : bool
        Whether these are all files of the output. Files of former builds that are not
        among them, and that nobody has changed since, are then removed.
    overwrite : bool
        Whether the folder may have files that no build made. Those with the name of
        one of ours are overwritten.

    Raises
    ------
    ForeignOutputError
        If the folder or a file in the way is not ours. Nothing was written.
    OutputError
        If it cannot be written, or another build is writing it. It is as it was.
    """
    place = out.resolve()
    try:
        _check_before(place, overwrite)
        place.mkdir(parents=True, exist_ok=True)
        _check_lock(place)
        with acquire_lock(place / LOCK, PATIENCE):
            exchange.recover(place)
            check_owner(place, overwrite)
            _exchange(files, place, is_whole, overwrite)
    except TimeoutError:
        why = "another build is writing there; expected one at a time"
        raise OutputError(f"{out}: {why}") from None
    except OSError as error:
        raise OutputError(_explain(out, error)) from error


def _check_before(place: Path, overwrite: bool) -> None:
    """Refuse a folder that is not ours before a lock is put into it.

    While another build writes its first files there is no marker beside them: then the
    check is made again once that build has ended, or holds the lock no more.
    """
    try:
        check_owner(place, overwrite)
    except ForeignOutputError:
        if not (place / LOCK).exists():
            check_owner(place, overwrite)


def _check_lock(place: Path) -> None:
    """Refuse what no build can lock, in words; the system would speak of a folder."""
    lock = place / LOCK
    try:
        mode = lock.stat().st_mode  # one look: a build that ends removes its lock
    except FileNotFoundError:
        return
    if not stat.S_ISREG(mode):
        kind = "a folder" if stat.S_ISDIR(mode) else "no ordinary file"
        expected = "the name free: builds lock the output with a file of that name"
        raise ForeignOutputError(f"{lock}: it is {kind}; expected {expected}")


def _exchange(
    files: Mapping[str, str | bytes], place: Path, is_whole: bool, overwrite: bool
) -> None:
    """Stage the files, then put them in place; the marker is the last of them."""
    former = read_marker(place) or {}
    contents = {path: _encode(content) for path, content in files.items()}
    digests = {path: _digest(content) for path, content in contents.items()}
    stale = {path for path in former if is_whole and path not in files}
    check_paths(place, [*files, *stale], former, overwrite)
    gone = sorted(path for path in stale if _is_as_made(place / path, former[path]))
    kept = {path: digest for path, digest in former.items() if path not in stale}
    marker = {MARKER: write_marker(kept | digests).encode()}
    try:
        for path, content in {**contents, **marker}.items():
            exchange.stage(place, path, content)
    except BaseException:
        exchange.clear(place)
        raise
    exchange.exchange(place, [*files, *marker], gone)


def write_into(files: Mapping[str, str | bytes], folder: Path) -> None:
    """Write files one by one into a folder of the user's; its other files stay.

    Parameters
    ----------
    files : mapping of str or bytes
        Contents by relative path.
    folder : Path
        Made if it is not there.

    Raises
    ------
    OutputError
        If a file cannot be written.
    """
    try:
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.is_symlink():  # what it leads to is not ours to write
                path.unlink()
            path.write_bytes(
                content.encode("utf-8") if isinstance(content, str) else content
            )
    except OSError as error:
        raise OutputError(_explain(folder, error, "not all is written")) from error


def _is_as_made(path: Path, digest: str) -> bool:
    """Tell whether a file is still what a build wrote."""
    is_file = path.is_file() and not path.is_symlink()
    return is_file and _digest(path.read_bytes()) == digest


def _encode(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode("utf-8")


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()


def _explain(out: Path, error: OSError, state: str = AS_IT_WAS) -> str:
    """Say in a line why an output cannot be written."""
    reason = error.strerror or str(error)
    where = f" at {str(error.filename)!r}" if error.filename else ""
    return f"{out}: {state} ({reason}{where})"
