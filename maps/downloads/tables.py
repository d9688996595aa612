"""Tables with a schema: what is downloaded, and what the data package says of it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

# A spreadsheet takes a cell that begins so for a formula; East Asian versions of Excel
# convert the full-width signs. Source: OWASP, "CSV Injection".
FORMULA = re.compile(r"[=+\-@\uff1d\uff0b\uff0d\uff20\t\r]")
# On systems in Russian or Arabic, cells are parted by semicolons, and quotes inside a
# cell do not hold it together; others are parted by tabs or bars.
INNER_FORMULA = re.compile(r"([;|\t\n]\s*[\"']?)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])")
CODE = {"pattern": "[A-Z]{3}"}  # ISO 3166-1 alpha-3, and XKX
REQUIRED = {"required": True}
MARK = "\ufeff"  # without it a double click shows Arabic as the signs of a code page
CellValue = str | int | float | None
Type = Literal["string", "edtf", "number", "integer", "boolean"]


@dataclass(frozen=True)
class Field:
    """A column.

    Attributes
    ----------
    name : str
    about : str
        What is in it.
    type : str
        ``edtf`` is a date as ISO 8601-2 writes it, and a string for other programs.
    constraints : mapping
        As the Table Schema has them.
    """

    name: str
    about: str
    type: Type = "string"
    constraints: Mapping[str, Any] = field(default_factory=dict)

    @property
    def schema(self) -> dict[str, Any]:
        """What the Table Schema says of the column."""
        kind = "string" if self.type == "edtf" else self.type
        said: dict[str, Any] = {"name": self.name, "type": kind}
        if self.type == "boolean":
            said |= {"trueValues": ["yes"], "falseValues": ["no"]}
        if self.constraints:
            said["constraints"] = dict(self.constraints)
        return said | {"description": self.about}


@dataclass(frozen=True)
class Table:
    """A table to download.

    Attributes
    ----------
    name : str
    fields : sequence of Field
    rows : sequence of sequence
        A cell for each field; None is written as nothing.
    key : tuple of str
        The columns that tell rows apart; may be empty.
    licence : str
        In words; that of the data set if not given.
    """

    name: str
    fields: Sequence[Field]
    rows: Sequence[Sequence[CellValue]]
    key: tuple[str, ...] = ()
    licence: str = ""

    @property
    def schema(self) -> dict[str, Any]:
        """The Table Schema."""
        said = {"fields": [f.schema for f in self.fields], "missingValues": [""]}
        return said | ({"primaryKey": list(self.key)} if self.key else {})


SOURCES = Field(
    "sources", "ids in sources.csv, separated by blanks", constraints=REQUIRED
)


def in_english(text: Mapping[str, str]) -> str:
    """Choose the English text: headings of tables are in English.

    Parameters
    ----------
    text : mapping of str
        By language.

    Returns
    -------
    str
        The first one if none is in English.
    """
    return text.get("en") or next(iter(text.values()))


def write_csv(table: Table) -> str:
    """Write a table as CSV that no spreadsheet runs or takes for another encoding.

    Parameters
    ----------
    table : Table

    Returns
    -------
    str
        With a byte order mark, as Excel needs it to read UTF-8.
    """
    file = io.StringIO()
    file.write(MARK)
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow([f.name for f in table.fields])
    for row in table.rows:
        writer.writerow(
            [_cell(f, value) for f, value in zip(table.fields, row, strict=True)]
        )
    return file.getvalue()


def _cell(column: Field, value: CellValue) -> CellValue:
    """Keep a text from being run as a formula; numbers and dates stay as they are."""
    if not isinstance(value, str) or column.type != "string":
        return value
    mark = "'" if FORMULA.match(value) else ""
    text = value.replace("\r", " ")  # the writer would not quote it
    return mark + INNER_FORMULA.sub(r"\1'", text)
