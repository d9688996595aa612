"""Cells of a layer's rows -> days, degrees and numbers; what is wrong is listed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from csto_atlas.events.bidi import close_directions
from csto_atlas.events.errors import Problem
from csto_atlas.events.layers.model import Layer
from csto_atlas.events.layers.row_faults import Faults
from csto_atlas.events.layers.rows import Chunk

EPOCH = date(1970, 1, 1).toordinal()
NO_DAY = np.iinfo(np.int32).min
LONGEST = 80  # signs of a wrong cell that are told
UNREADABLE = "beyond all days"
ESTIMATES = ("low", "best", "high")
_ISO = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)(?:[T ][\d:.]+Z?)?", re.ASCII)
_WORDS = re.compile(r"(\d\d?)[ -]([A-Za-z]{3,9})[ -](\d{4})", re.ASCII)
_MONTHS = (
    *("jan", "feb", "mar", "apr", "may", "jun"),
    *("jul", "aug", "sep", "oct", "nov", "dec"),
)
_A_DATE = "a day such as 2021-05-12 or 12 May 2021"


def read_values(
    chunk: Chunk, layer: Layer, faults: Faults | None = None
) -> pd.DataFrame:
    """Turn the cells of some rows into values.

    Parameters
    ----------
    chunk : Chunk
    layer : Layer
    faults : Faults, optional
        Grown in place. Without it, a wrong cell is left as one that says nothing.

    Returns
    -------
    DataFrame
        In the order of the chunk: ``start`` and ``end`` in days since 1970, both
        included; ``lon`` and ``lat`` in degrees; ``radius_km`` (NaN where only a
        region is known); ``is_exact`` (the date); ``low``, ``best`` and ``high`` (NaN
        where there is no estimate).
    """
    reader = _Reader(chunk, layer, Faults() if faults is None else faults)
    start = reader.days("start")
    end = reader.days("end") if layer.columns.end else start
    reader.check_order(start, end)
    return pd.DataFrame(
        {
            "start": start,
            "end": np.maximum(start, end),
            "lon": reader.degrees("longitude", 180.0),
            "lat": reader.degrees("latitude", 90.0),
            "radius_km": reader.radii(),
            "is_exact": reader.exactness(),
            **{name: reader.estimates(name) for name in ESTIMATES},
        }
    )


@dataclass(frozen=True)
class _Reader:
    """Reads the columns of one chunk, each distinct cell once."""

    chunk: Chunk
    layer: Layer
    faults: Faults

    def days(self, role: str) -> NDArray[np.int32]:
        columns = self.layer.columns.of(role)
        read = _read_end if role == "end" else _read_day
        if len(columns) == 1:
            return self._map(role, columns[0], read, _A_DATE, NO_DAY, np.int32)
        cells = self.chunk.frame[list(columns)].astype(str)
        texts = cells[columns[0]].str.cat([cells[c] for c in columns[1:]], sep="-")
        return self._read(role, texts, read, _A_DATE, NO_DAY, np.int32)

    def check_order(self, start: NDArray[np.int32], end: NDArray[np.int32]) -> None:
        wrong = np.flatnonzero((end < start) & (end != NO_DAY) & (start != NO_DAY))
        where = (self._where(int(i)) for i in wrong)
        problems = (Problem(w, "end before start", "an end after it") for w in where)
        self.faults.add("end", problems, len(wrong))

    def degrees(self, role: str, most: float) -> NDArray[np.float64]:
        def read(cell: Any) -> float:
            value = float(cell)
            if not abs(value) <= most:
                raise ValueError
            return value

        (column,) = self.layer.columns.of(role)
        expected = f"degrees from -{most:g} to {most:g}"
        values = self.chunk.frame[column]
        if pd.api.types.is_numeric_dtype(values.dtype):
            numbers: NDArray[np.float64] = values.to_numpy(np.float64, na_value=np.nan)
            wrong = np.flatnonzero(~(np.abs(numbers) <= most))
            self._complain(role, wrong, values, expected)
            return numbers
        return self._map(role, column, read, expected, np.nan, np.float64)

    def radii(self) -> NDArray[np.float64]:
        grades = self.layer.place_precision
        scale = {g.code: np.nan if g.radius_km is None else g.radius_km for g in grades}
        default = np.nan if self.layer.radius_km is None else self.layer.radius_km
        return self._grade("place_precision", scale, default, np.float64)

    def exactness(self) -> NDArray[np.bool_]:
        scale = {grade.code: grade.is_exact for grade in self.layer.date_precision}
        default = self.layer.has_exact_dates
        return self._grade("date_precision", scale, default, np.bool_)

    def estimates(self, role: str) -> NDArray[np.float64]:
        columns = self.layer.columns.of(role)
        if not columns:
            return np.full(len(self.chunk.frame), np.nan)
        return self._map(
            role, columns[0], _read_count, "a whole number", np.nan, np.float64
        )

    def _grade(
        self, role: str, scale: dict[str, Any], default: Any, kind: Any
    ) -> NDArray[Any]:
        columns = self.layer.columns.of(role)
        if not columns:
            return np.full(len(self.chunk.frame), default, kind)
        expected = f"one of {', '.join(scale)}"
        return self._map(
            role, columns[0], lambda cell: scale[_code(cell)], expected, default, kind
        )

    def _map(
        self,
        role: str,
        column: str,
        read: Callable[[Any], Any],
        expected: str,
        nothing: Any,
        kind: Any,
    ) -> NDArray[Any]:
        cells = self.chunk.frame[column]
        return self._read(role, cells, read, expected, nothing, kind)

    def _read(
        self,
        role: str,
        cells: pd.Series,
        read: Callable[[Any], Any],
        expected: str,
        nothing: Any,
        kind: Any,
    ) -> NDArray[Any]:
        codes, distinct = pd.factorize(cells, use_na_sentinel=False)
        values = np.full(len(distinct), nothing, kind)
        is_wrong = np.zeros(len(distinct), bool)
        for i, cell in enumerate(_cells(distinct)):
            try:
                values[i] = read("" if cell is pd.NA or cell is None else cell)
            except (ValueError, KeyError, TypeError, OverflowError):
                is_wrong[i] = True
        if is_wrong.any():
            self._complain(role, np.flatnonzero(is_wrong[codes]), cells, expected)
        read_cells: NDArray[Any] = values[codes]
        return read_cells

    def _complain(
        self, role: str, wrong: NDArray[np.int64], cells: pd.Series, expected: str
    ) -> None:
        problems = (
            Problem(self._where(i), f"bad {role} '{_quote(cells, i)}'", expected)
            for i in wrong
        )
        self.faults.add(role, problems, len(wrong))

    def _where(self, index: int) -> str:
        return f"{self.chunk.path.as_posix()}:{self.chunk.first + int(index)}"


def read_texts(chunk: Chunk, layer: Layer, where: NDArray[np.int64]) -> pd.DataFrame:
    """Return the texts of some rows: ``id``, ``kind``, ``title``, ``text``, ``source``.

    Parameters
    ----------
    chunk : Chunk
    layer : Layer
    where : ndarray of shape (n,)
        Positions in the chunk.

    Returns
    -------
    DataFrame
        Nothing is missing: what a row has not is empty. None turns what stands behind
        it.
    """
    kinds = {kind.code: kind.name for kind in layer.kinds}
    found = {}
    for role in ("id", "kind", "title", "text", "source"):
        columns = layer.columns.of(role)
        cells = chunk.frame[columns[0]].iloc[where] if columns else [""] * len(where)
        texts = ["" if pd.isna(cell) else _code(cell) for cell in cells]
        known = kinds if role == "kind" else {}
        found[role] = [close_directions(known.get(text, text)) for text in texts]
    return pd.DataFrame(found, dtype=object)


def _cells(distinct: Any) -> list[Any]:
    """List cells; those that Python has no value for (a day after 9999) say so."""
    try:
        return list(distinct)
    except (ValueError, OverflowError):
        return [_cell(distinct, i) for i in range(len(distinct))]


def _cell(cells: Any, index: int) -> Any:
    try:
        return cells[index]
    except (ValueError, OverflowError):
        return UNREADABLE


def _quote(cells: pd.Series, index: int) -> str:
    text = str(_cell(cells.iloc, index))
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}..."


def _code(cell: Any) -> str:
    """Return a cell as text; a whole number in a column of floats without its point."""
    if isinstance(cell, float | np.floating) and float(cell).is_integer():
        return str(int(cell))
    return str(cell).strip()


def _read_day(cell: Any) -> int:
    """Return days since 1970."""
    if isinstance(cell, date):  # timestamps too
        return cell.toordinal() - EPOCH
    text = str(cell).strip()
    if match := _ISO.fullmatch(text):
        year, month, day = map(int, match.groups())
        return date(year, month, day).toordinal() - EPOCH
    if match := _WORDS.fullmatch(text):
        month = _MONTHS.index(match[2][:3].lower()) + 1
        return date(int(match[3]), month, int(match[1])).toordinal() - EPOCH
    raise ValueError(text)


def _read_end(cell: Any) -> int:
    """Return days since 1970; an empty cell says that the event took a day."""
    return NO_DAY if str(cell).strip(" -") == "" else _read_day(cell)


def _read_count(cell: Any) -> float:
    """Return a number of people; NaN for an empty cell."""
    if cell == "" or cell != cell:
        return np.nan
    value = float(cell)
    if not (value >= 0 and value.is_integer()):
        raise ValueError(cell)
    return value
