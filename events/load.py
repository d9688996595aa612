"""Files of a data set -> records; broken ones are reported, the others kept."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from csto_atlas.events.bases import Record
from csto_atlas.events.derived.derive import check_derive, derive_events, derive_former
from csto_atlas.events.errors import DataError, Problem
from csto_atlas.events.files.items import Items, words
from csto_atlas.events.files.left_out import read_left_out
from csto_atlas.events.files.model_errors import explain
from csto_atlas.events.files.tables import Columns, read_table
from csto_atlas.events.files.text import list_files
from csto_atlas.events.files.unread import find_unread
from csto_atlas.events.files.yaml_documents import read_list, read_mapping
from csto_atlas.events.layers.checks import check_layer
from csto_atlas.events.layers.model import LAYERS, Layer
from csto_atlas.events.records import (
    Area,
    Article,
    Claim,
    Dataset,
    Deployment,
    Event,
    GlossaryEntry,
    GuardedObject,
    LeftOut,
    Line,
    Membership,
    Meta,
    Movement,
    Organisation,
    PublisherName,
    Source,
    Status,
    Superlative,
)
from csto_atlas.events.sheets.lookups import know
from csto_atlas.events.sheets.read import read_sheet

R = TypeVar("R", bound=Record)

MEMBERSHIPS = Columns(
    plain=(
        "organisation",
        "code",
        "status",
        "start",
        "end",
        "certainty",
        "sources",
        "claims",
    ),
    texts=("basis",),
    names={"organisation": "organisation", "code": "country", "status": "status"},
)
AREAS = Columns(
    plain=(
        "area",
        "status",
        "code",
        "controlled_by",
        "start",
        "end",
        "certainty",
        "sources",
    ),
    texts=("name", "note", "controller"),
    names={"code": "country", "controlled_by": "held_by"},
)
LINES = Columns(
    plain=("line", "start", "end", "certainty", "sources"), texts=("name", "note")
)
DEPLOYMENTS = Columns(
    plain=("contingent", "state", "start", "end", "certainty", "sources"),
    texts=("basis",),
    names={"contingent": "country", "state": "state"},
)
MOVEMENTS = Columns(
    plain=(
        "movement",
        "contingent",
        "direction",
        "mode",
        "from_place",
        "to_place",
        "via",
        "date",
        "certainty",
        "sources",
    ),
    texts=("note",),
    names={
        "contingent": "country",
        "from_place": "from_place",
        "to_place": "to_place",
    },
    optional=("aircraft", "together"),
)
OBJECTS = Columns(
    plain=("object", "place", "guards", "start", "end", "certainty", "sources"),
    texts=("name", "note"),
    names={"place": "place", "guards": "guards"},
)
PUBLISHERS = Columns(plain=("publisher",), texts=("name",))
SUPERLATIVES = Columns(plain=("record", "claim", "support"))
CLAIMS = Columns(plain=("claim", "article", "summary"))


@dataclass(frozen=True)
class Part(Generic[R]):
    """The records of one kind, what is wrong with them, and what could not be read."""

    records: tuple[R, ...]
    problems: tuple[Problem, ...]
    unread: frozenset[str]
    warnings: tuple[Problem, ...] = ()


def load_dataset(
    folder: Path, countries: Mapping[str, str] | None = None
) -> tuple[Dataset | None, tuple[Problem, ...]]:
    """Return the data set in a folder, and every problem met while reading it.

    Records with a problem are left out, so that the others can still be checked; the
    data set is None only if ``dataset.yml`` cannot be read.

    Parameters
    ----------
    folder
        The folder.
    countries
        Two-letter codes by the three-letter codes of the register, by which the names
        of countries in sheets are found; not needed by a data set without sheets.

    Raises
    ------
    ValueError
        If the data set has sheets, and there is no register.
    """
    meta = _part(Meta, read_mapping, [folder / "dataset.yml"])
    parts: dict[str, Part[Any]] = {
        "statuses": _part(Status, read_list, [folder / "statuses.yml"]),
        "organisations": _part(Organisation, read_list, [folder / "organisations.yml"]),
        "sources": _part(Source, read_list, [folder / "sources.yml"]),
        "publishers": _part(
            PublisherName, _table(PUBLISHERS), _existing(folder / "publishers.csv")
        ),
        "glossary": _part(GlossaryEntry, read_list, _existing(folder / "glossary.yml")),
        "memberships": _part(
            Membership, _table(MEMBERSHIPS), _required(folder, "memberships.csv", meta)
        ),
        "areas": _part(Area, _table(AREAS), _existing(folder / "areas.csv")),
        "lines": _part(Line, _table(LINES), _existing(folder / "lines.csv")),
        "deployments": _part(
            Deployment, _table(DEPLOYMENTS), _existing(folder / "deployments.csv")
        ),
        "movements": _part(
            Movement, _table(MOVEMENTS), _existing(folder / "movements.csv")
        ),
        "objects": _part(
            GuardedObject, _table(OBJECTS), _existing(folder / "objects.csv")
        ),
        "events": _part(Event, read_list, list_files(folder / "events")),
        "claims": _part(Claim, _table(CLAIMS), _existing(folder / "claims.csv")),
        "article": _part(Article, read_mapping, _existing(folder / "article.yml")),
        "superlatives": _part(
            Superlative, _table(SUPERLATIVES), _existing(folder / "superlatives.csv")
        ),
        "left_out": _part(LeftOut, read_left_out, _existing(folder / "LEFT_OUT.md")),
        "layers": _part(Layer, read_mapping, list_files(folder / LAYERS)),
    }
    if meta.records and meta.records[0].sheets:
        if countries is None:
            raise ValueError("a data set with sheets needs the register of countries")
        sheets = _sheets(folder, meta.records[0], parts, countries)
        parts["memberships"] = _joined([parts["memberships"], *sheets])
    problems = [p for part in (meta, *parts.values()) for p in part.problems]
    if meta.records:
        problems += _derive(meta.records[0], parts, countries or {})
    problems += [p for layer in parts["layers"].records for p in check_layer(layer)]
    if not meta.records:
        return None, tuple(problems)
    dataset = Dataset(
        meta=meta.records[0],
        unread=frozenset().union(*(part.unread for part in parts.values())),
        warnings=(
            *(w for part in parts.values() for w in part.warnings),
            *find_unread(folder, _named_files(meta.records[0], parts)),
        ),
        **{name: part.records for name, part in parts.items()},
    )
    return dataset, tuple(problems)


def _derive(
    meta: Meta, parts: dict[str, Part[Any]], countries: Mapping[str, str]
) -> list[Problem]:
    """Add what follows from the memberships, if the data set asks for it."""
    rows, events, statuses = (
        parts[name] for name in ("memberships", "events", "statuses")
    )
    problems = [*check_derive(meta, statuses.records, statuses.unread)]
    if problems or meta.derive is None:
        return problems
    former = derive_former(meta, rows.records)
    parts["memberships"] = replace(rows, records=(*rows.records, *former))
    derived = derive_events(
        meta,
        rows.records,
        events.records,
        statuses.records,
        parts["organisations"].records,
        countries,
    )
    parts["events"] = replace(events, records=(*events.records, *derived))
    return problems


def _named_files(meta: Meta, parts: Mapping[str, Part[Any]]) -> set[str]:
    """Return the files that records name, relative to the data set."""
    layers = {f"{LAYERS}/{layer.file}" for layer in parts["layers"].records}
    return {sheet.file for sheet in meta.sheets} | layers


def _sheets(
    folder: Path,
    meta: Meta,
    parts: Mapping[str, Part[Any]],
    countries: Mapping[str, str],
) -> list[Part[Membership]]:
    """Read the memberships of every sheet."""
    statuses, organisations = parts["statuses"], parts["organisations"]
    known = know(
        meta,
        statuses.records,
        organisations.records,
        countries,
        statuses.unread | organisations.unread,
        parts["sources"].records,
    )
    return [
        _part(
            Membership,
            partial(read_sheet, meta=meta, number=number, known=known),
            [folder / sheet.file],
        )
        for number, sheet in enumerate(meta.sheets)
    ]


def _joined(parts: Sequence[Part[R]]) -> Part[R]:
    """Return the records of several files as one part."""
    return Part(
        tuple(record for part in parts for record in part.records),
        tuple(problem for part in parts for problem in part.problems),
        frozenset().union(*(part.unread for part in parts)),
        tuple(warning for part in parts for warning in part.warnings),
    )


def _table(columns: Columns) -> Callable[[Path], Items]:
    """Return the reader of tables with these columns."""
    return partial(read_table, columns=columns)


def _existing(path: Path) -> list[Path]:
    """Return the path of an optional file as a list, empty if there is none."""
    return [path] if path.exists() or path.is_symlink() else []


def _required(folder: Path, name: str, meta: Part[Meta]) -> list[Path]:
    """Return the path of a file that only a data set with sheets can do without."""
    is_broken = not meta.records and (folder / "dataset.yml").exists()
    has_sheets = any(record.sheets for record in meta.records)
    return _existing(folder / name) if is_broken or has_sheets else [folder / name]


def _part(
    model: type[R], read: Callable[[Path], Items], paths: Iterable[Path]
) -> Part[R]:
    """Read the files of one kind of record; a broken record or file is unread."""
    records: list[R] = []
    problems: list[Problem] = []
    unread: set[str] = set()
    warnings: list[Problem] = []
    for path in paths:
        try:
            found = read(path)
        except DataError as error:
            problems += error.problems
            unread.add(model.__name__)
            continue
        problems += found.problems
        warnings += found.warnings
        unread |= found.lost
        for item in found.items:
            try:
                records.append(
                    model.model_validate(item.fields | {"origin": item.origin})
                )
            except ValidationError as error:
                problems += explain(error, item.origin, model)
                unread.update(words(item.fields))
    return Part(tuple(records), tuple(problems), frozenset(unread), tuple(warnings))
