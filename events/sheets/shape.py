"""The layout of a sheet: what its columns hold, and how its rows are read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from csto_atlas.events.errors import Problem
from csto_atlas.events.sheet_record import Sheet
from csto_atlas.events.sheets.words import HEADERS, TAGS
from csto_atlas.events.spelling.fold import fold, plain_digits, quote

SheetKind = Literal["terms", "wide", "organisations", "states", "mixed"]
_YEAR = re.compile(r"(?:[xy]|yr|year|_)?[ _.]?(\d{4})", re.IGNORECASE)
_TEXT = re.compile("basis_[a-z]{2,3}")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_PARTS = re.compile(r"[\n\r\u2028/|:;]| [-–—] ")
_ONE_EACH = {
    role: (role,)
    for role in (
        *("status", "start", "period", "year", "organisation"),
        *("certainty", "sources", "claims"),
    )
} | {"end": ("end", "last", "left")}


@dataclass(frozen=True)
class SheetShape:
    """How the rows of a sheet are read, and where in a row everything is.

    `kind`: ``terms``, a row is a membership; ``wide``, a column is a year;
    ``organisations``, a column is an organisation with dates in it; ``states``, a row
    is one country in one year (of the organisations that are columns, if there are
    any); ``mixed`` is refused. `countries` has the columns with a
    code or a name, the best first, `columns` the others that are one, `many` those of
    years or organisations with the year or the id of each. `unread` has the names of
    those that are left.
    """

    kind: SheetKind
    countries: tuple[int, ...]
    columns: Mapping[str, int]
    many: Mapping[int, str] = field(default_factory=dict)
    unread: Mapping[int, str] = field(default_factory=dict)
    ends: str = "last"
    year_is_named: bool = False


@dataclass(frozen=True)
class HeaderRow:
    """The role of each column of a header; empty if it is unknown."""

    cells: tuple[str, ...]
    roles: tuple[str, ...]
    many: Mapping[int, tuple[SheetKind, str]]

    def of(self, *roles: str) -> list[int]:
        """Return the columns with these roles, in the order of the roles."""
        return [n for role in roles for n, own in enumerate(self.roles) if own == role]

    @property
    def is_known(self) -> bool:
        """Whether a country and a time are among the columns."""
        times = self.of("start", "period", "year") or len(self.many) > 0
        by_name = [] if self.of("correlates") else self.of("name")
        return bool(times and (self.of("code", "country") or by_name))


def read_sheet_header(
    cells: Sequence[str],
    tags: Sequence[str],
    sheet: Sheet,
    organisations: Mapping[str, str],
) -> HeaderRow:
    """Return the roles of the columns.

    Parameters
    ----------
    cells
        The names of the columns.
    tags
        Their tags of the Humanitarian Exchange Language; empty if there are none.
    sheet
        What its author says of it, which goes before tags, and these before names.
    organisations
        Ids of organisations by the key of each of their names.
    """
    named = {fold(name): role for role, name in sheet.columns.items()}
    ignored = {fold(name) for name in sheet.ignore}
    roles: list[str] = []
    many: dict[int, tuple[SheetKind, str]] = {}
    for n, cell in enumerate(cells):
        key, tag = fold(cell), tags[n] if n < len(tags) else ""
        role = named.get(key) or _tagged(tag)
        if not role and cell and key not in ignored:
            role = _role(cell)
            if year := _YEAR.fullmatch(plain_digits(cell)):
                many[n] = ("wide", year[1])
            elif key in organisations:
                many[n] = ("organisations", organisations[key])
        if "country" in sheet.columns and role in ("code", "country", "name"):
            role = "country" if key in named else ""
        roles.append("" if n in many else role)
    return HeaderRow(tuple(cells), tuple(roles), many)


def _role(cell: str) -> str:
    """Return the role that the name of a column stands for."""
    own = cell.strip().lower()
    return own if _TEXT.fullmatch(own) else _role_of_name(cell)


def _role_of_name(cell: str) -> str:
    """Return the role of a name, whole or by the parts of it that are known.

    Headers have remarks in brackets, a second line, a second language, or a merged cell
    above them; parts with two roles are none.
    """
    if whole := HEADERS.get(fold(cell)):
        return whole
    bare = _BRACKETS.sub(" ", cell)
    parts = [bare, *_PARTS.split(bare)]
    known = {HEADERS[key]: None for part in parts if (key := fold(part)) in HEADERS}
    return next(iter(known)) if len(known) == 1 else ""


def _tagged(tag: str) -> str:
    return next((role for pattern, role in TAGS if re.match(pattern, tag.lower())), "")


def find_shape(
    header: HeaderRow, sheet: Sheet, where: str
) -> tuple[SheetShape, list[Problem]]:
    """Return the layout of a sheet with a known header, and what is ambiguous.

    Parameters
    ----------
    header
        What its columns hold.
    sheet
        What its author says of it.
    where
        The ``path:line`` of the header.
    """
    countries, names = header.of("code", "country"), header.of("name")
    columns, problems = _columns(header, where)
    if countries and "status" not in columns:  # then "member" holds yes or no
        flags = [n for n in names if fold(header.cells[n]) == "member"]
        columns |= dict.fromkeys(["status"], flags[0]) if flags else {}
    kind = _kind(header, columns)
    if kind == "mixed":
        what = "columns of years and of organisations in one sheet"
        problems.append(Problem(where, what, "one kind; the others under 'ignore:'"))
    for role in {"start", "end", "period", "year"} - _times(kind, columns):
        columns.pop(role, None)
    many = {} if kind in ("terms", "mixed") else header.many
    read = {*(countries or names), *columns.values(), *many}
    ignored = {fold(name) for name in sheet.ignore}
    unread = {n: c for n, c in enumerate(header.cells) if n not in read and c}
    shape = SheetShape(
        kind=kind,
        countries=tuple(countries or names),
        columns=columns,
        many={n: value for n, (_, value) in many.items()},
        unread={n: c for n, c in unread.items() if fold(c) not in ignored},
        ends=sheet.ends or _ends(header, columns.get("end")),
        year_is_named="year" in sheet.columns,
    )
    return shape, problems


def _columns(header: HeaderRow, where: str) -> tuple[dict[str, int], list[Problem]]:
    """Return the column of each role, and the roles that have several."""
    columns: dict[str, int] = {}
    problems = []
    for role, roles in _ONE_EACH.items():
        found = header.of(*roles)
        columns |= {role: found[0]} if found else {}
        if len(found) > 1:
            all_of_them = " and ".join(quote(header.cells[n]) for n in found)
            what = f"more than one column for {role}: {all_of_them}"
            how = f"'columns: {{{role}: ...}}' in dataset.yml, the rest as 'ignore'"
            problems.append(Problem(where, what, how))
    texts = {r: n for n, r in enumerate(header.roles) if _TEXT.fullmatch(r)}
    return columns | texts, problems


def _kind(header: HeaderRow, columns: Mapping[str, int]) -> SheetKind:
    """Return how the rows are to be read."""
    if "start" in columns or "period" in columns:
        return "terms"
    kinds = {kind for kind, _ in header.many.values()}
    if kinds == {"organisations"} and "year" in columns:
        return "states"
    return "mixed" if len(kinds) > 1 else kinds.pop() if kinds else "states"


def _times(kind: SheetKind, columns: Mapping[str, int]) -> set[str]:
    """Return which columns of times are read."""
    if kind == "terms":
        return {"start", "end"} if "start" in columns else {"period"}
    return {"year"} if kind == "states" else set()


def _ends(header: HeaderRow, column: int | None) -> str:
    """Return what an end date means, by the name of its column."""
    if column is None:
        return "last"
    by_name = _role_of_name(header.cells[column])
    return "left" if "left" in (by_name, header.roles[column]) else "last"
