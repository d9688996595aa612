"""Import event data of a publisher as a layer: all of it, or nothing on an error."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from csto_atlas.events.errors import DataError, Problem
from csto_atlas.events.files.items import Origin
from csto_atlas.events.files.yaml_documents import read_document, read_mapping
from csto_atlas.events.imports.acled import ACLED
from csto_atlas.events.imports.layouts import Publisher
from csto_atlas.events.imports.record import make_record
from csto_atlas.events.imports.ucdp import UCDP
from csto_atlas.events.imports.update import (
    ChangeCounts,
    compare_rows,
    keep_newest,
    read_record,
)
from csto_atlas.events.imports.write import (
    put_all,
    source_lines,
    table_bytes,
    yaml_text,
)
from csto_atlas.events.layers.model import LAYERS, Layer
from csto_atlas.events.nearest import suggest

if TYPE_CHECKING:
    import pandas as pd

    from csto_atlas.events.imports.files import EventFile

PUBLISHERS = {publisher.kind: publisher for publisher in (UCDP, ACLED)}
KINDS = tuple(PUBLISHERS)


@dataclass(frozen=True)
class Imported:
    """The result of an import.

    Attributes
    ----------
    paths : tuple of Path
        Files that were written: the rows; the record if the layer is new; the list of
        sources if the publication was added to it.
    changes : ChangeCounts
        Compared with the events of a layer that already existed.
    is_renewed : bool
        Whether the layer already existed.
    """

    paths: tuple[Path, ...]
    changes: ChangeCounts
    is_renewed: bool


_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def import_events(
    kind: str,
    files: Sequence[Path],
    data: Path,
    layer: str | None = None,
    languages: Sequence[str] | None = None,
    *,
    is_update: bool = False,
    encoding: str | None = None,
) -> Imported:
    """Import files of event data into a data set as a layer.

    A layer that exists gets the new rows and keeps its record. Of events with the same
    id in several files the newest is kept: by its time stamp, or else by the order of
    the files.

    Parameters
    ----------
    kind : str
        One of `KINDS`.
    files : sequence of Path
        Exports of that publisher; together they are all events of the layer.
    data : Path
        Folder of a data set.
    layer : str, optional
        The id of the layer; the kind if not given.
    languages : sequence of str, optional
        Languages of the texts; those of the data set if not given.
    is_update : bool
        Whether events of the layer that are not in the files are removed. The layer
        must exist then.
    encoding : str, optional
        Encoding of the files; UTF-8 if not given.

    Returns
    -------
    Imported

    Raises
    ------
    DataError
        With the problems that were found; nothing is written then.
    OSError
        If a file cannot be written; all files are then as before.
    """
    from csto_atlas.events.imports.files import read_files

    if kind not in PUBLISHERS:
        expected = suggest(f"one of {', '.join(KINDS)}", kind, KINDS)
        raise DataError([Problem("import:1", f"unknown kind '{kind}'", expected)])
    publisher, name = PUBLISHERS[kind], layer or kind
    target = data / LAYERS / f"{name}.yml"
    _check_target(target, name, is_update)
    spoken = languages or _languages(data)
    is_there = target.exists()
    layout, found = read_files(files, publisher, encoding)
    found = keep_newest(found, layout)
    record = make_record(publisher, layout, found, name, spoken)
    _check(record, target, found)
    frame = _join(found)
    changes = ChangeCounts()
    contents: dict[Path, bytes] = {}
    if is_there:
        kept = read_record(target)
        changes = compare_rows(
            target.parent / kept["file"], frame, record["columns"]["id"]
        )
        _check_kept(target, kept, record)
        if changes.withdrawn and not is_update:
            raise DataError([_withdrawn(target, changes.withdrawn)])
    ending, content = table_bytes(frame, record["columns"])
    if is_there and kept["file"] != f"{name}{ending}":
        raise DataError([_other_form(target, kept["file"], f"{name}{ending}")])
    record["file"] = f"{name}{ending}"
    if not is_there:
        contents[target] = yaml_text(record)
    contents[target.with_suffix(ending)] = content
    if not _has_source(data, publisher):
        path = data / "sources.yml"
        versions = {_version(one.path) for one in found}
        contents[path] = source_lines(path, publisher, spoken, versions)
    put_all(contents)
    return Imported(tuple(contents), changes, is_there)


def _check(record: Mapping[str, Any], target: Path, found: Sequence[EventFile]) -> None:
    """Refuse files without rows, or with cells that cannot be read.

    Raises
    ------
    DataError
    """
    from csto_atlas.events.layers.checks import check_rows
    from csto_atlas.events.layers.rows import Chunk

    origin = Origin(target.as_posix(), 1)
    layer = Layer.model_validate({**record, "origin": origin})
    problems = check_rows(layer, (Chunk(f.path, f.first, f.frame) for f in found))
    if not sum(len(one.frame) for one in found):
        where = f"{found[0].path.as_posix()}:1"
        problems.append(Problem(where, "no event", "at least one row below the header"))
    if problems:
        raise DataError(problems)


def _check_kept(
    target: Path, kept: Mapping[str, Any], record: Mapping[str, Any]
) -> None:
    """Refuse files that lack a column of the record that the layer keeps.

    Raises
    ------
    DataError
    """
    named = Layer.model_validate({**kept, "origin": Origin(target.as_posix(), 1)})
    now = Layer.model_validate({**record, "origin": Origin(target.as_posix(), 1)})
    lost = set(named.columns.needed) - set(now.columns.needed)
    if lost:
        what = f"the record names the column '{min(lost)}', which is not in the files"
        problem = Problem(f"{target.as_posix()}:1", what, "files with the same columns")
        raise DataError([problem])


def _withdrawn(target: Path, number: int) -> Problem:
    what = f"{number} events of the layer are not in these files"
    expected = "all files of the layer, or --update to leave them out"
    return Problem(f"{target.as_posix()}:1", what, expected)


def _other_form(target: Path, kept: str, now: str) -> Problem:
    what = f"the rows are in '{kept}', and would be written to '{now}'"
    expected = "the library that wrote them (make scale), or a new import"
    return Problem(f"{target.as_posix()}:1", what, expected)


def _join(found: Sequence[EventFile]) -> pd.DataFrame:
    import pandas as pd

    joined = pd.concat([one.frame for one in found], ignore_index=True)
    return joined.fillna("")  # for a column that only some of the files have


def _check_target(target: Path, name: str, is_update: bool) -> None:
    problems = []
    if not _ID.fullmatch(name):
        expected = "lower-case words joined by hyphens"
        problems.append(Problem("import:1", f"bad layer '{name}'", expected))
    elif is_update and not target.exists():
        what = f"no layer '{name}'"
        expected = "an import without --update first"
        problems.append(Problem(f"{target.as_posix()}:1", what, expected))
    if not target.parents[1].joinpath("dataset.yml").is_file():
        where = f"{target.parents[1].as_posix()}:1"
        problems.append(Problem(where, "no dataset.yml", "the folder of a data set"))
    if problems:
        raise DataError(problems)


def _languages(data: Path) -> tuple[str, ...]:
    (item,) = read_mapping(data / "dataset.yml").items
    languages = item.fields.get("languages", ["en"])
    return tuple(languages.split() if isinstance(languages, str) else languages)


def _has_source(data: Path, publisher: Publisher) -> bool:
    path = data / "sources.yml"
    listed = read_document(path).data if path.exists() else []
    return any(
        isinstance(source, dict) and source.get("id") == publisher.source["id"]
        for source in listed or []
    )


def _version(path: Path) -> str:
    """Return the version in the name of a file (24.1 in ``name_v24_1``), or nothing."""
    match = re.search(r"v(\d\d)[._](\d)$", path.stem)
    return f"{match[1]}.{match[2]}" if match else ""
