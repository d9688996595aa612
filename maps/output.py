"""Files -> the output folder, all at once."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path


def write(files: Mapping[str, str], out: Path) -> None:
    """Put the files in place, all at once: the output is never half new.

    Parameters
    ----------
    files : mapping of str
        Contents by relative path. Files of the former output that are not among
        them stay.
    out : Path
        The output folder; made if it is not there.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=f".{out.name}-") as folder:
        fresh, former = Path(folder) / "new", Path(folder) / "old"
        if out.exists():
            shutil.copytree(out, fresh)
        _write_all(files.items(), fresh)
        if out.exists():
            out.rename(former)
        try:
            fresh.rename(out)
        except BaseException:
            if former.exists():
                former.rename(out)
            raise


def _write_all(files: Iterable[tuple[str, str]], folder: Path) -> None:
    for name, text in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
