"""Files of a data folder that nothing reads, each known as rubbish or named."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from csto_atlas.events.errors import Problem
from csto_atlas.events.files.text import is_rubbish
from csto_atlas.events.nearest import suggest

ROOT_FILES = (
    *("dataset.yml", "statuses.yml", "organisations.yml", "sources.yml"),
    *("publishers.csv", "glossary.yml", "memberships.csv", "areas.csv", "lines.csv"),
    *("deployments.csv", "movements.csv", "objects.csv", "claims.csv", "places.csv"),
    *("article.yml", "superlatives.csv"),
)
FOLDERS = ("events", "maps", "layers")
_DATA = re.compile(
    r"\.(ya?ml|csv|tsv|json|geojson|xlsx?|xlsm|ods|parquet)$", re.IGNORECASE
)


def find_unread(folder: Path, named: Collection[str]) -> Iterator[Problem]:
    """Yield a warning for each file with data that nothing reads.

    Parameters
    ----------
    folder : Path
        Of a data set.
    named : collection of str
        Files that its records name, relative to the folder: sheets, rows of layers.
    """
    for path in _list_data(folder):
        known = ROOT_FILES if path.parent == folder else ()
        is_record = path.parent != folder and path.suffix == ".yml"
        if is_record or path.name in known or _is_named(path, folder, named):
            continue
        expected = suggest("a file of a data set", path.name, known)
        if path.suffix.lower() in (".yaml", ".yml"):
            own = f"{path.stem}.yml"
            if path.suffix != ".yml" and (own in known or path.parent != folder):
                expected = f"the name '{own}'"
        yield Problem(f"{path.as_posix()}:1", "the file is not read", expected)


def _list_data(folder: Path) -> Iterator[Path]:
    for place in (folder, *(folder / name for name in FOLDERS)):
        if place.is_dir() and not place.is_symlink():
            found = (path for path in sorted(place.iterdir()) if path.is_file())
            yield from (p for p in found if _DATA.search(p.name) and not is_rubbish(p))


def _is_named(path: Path, folder: Path, named: Collection[str]) -> bool:
    own = path.relative_to(folder).as_posix()
    return any(own == name or own.startswith(f"{name}/") for name in named)
