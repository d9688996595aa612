"""Convert the cells of rows to days, degrees and numbers, and report wrong cells."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from csto_atlas.events.errors import Problem
from csto_atlas.events.layers.cells import (
    BadCellError,
    read_code,
    read_count,
    read_day,
    read_number,
)
from csto_atlas.events.layers.model import Layer
from csto_atlas.events.layers.points import read_points, write_shape
from csto_atlas.events.layers.row_faults import LISTED, Faults
from csto_atlas.events.layers.rows import Chunk
from csto_atlas.events.spelling.written_dates import Order, find_order

NO_DAY = np.iinfo(np.int32).min  # stands for a missing day
LONGEST = 80  # characters of a wrong cell that a message quotes
UNREADABLE = "beyond all days"  # quoted in place of a date that Python cannot hold
ESTIMATES = ("low", "best", "high")
NOTHING = (
    "",
    "nan",
    "na",
    "n/a",
    "null",
    "none",
    "-",
    "<na>",
)  # cells without a value, in lower case
_A_DATE = "a day such as 2021-05-12 or 12 May 2021"
_IN_DOUBT = "'dates: day-first' or 'dates: month-first' in the record of the layer"


def read_values(
    chunk: Chunk, layer: Layer, faults: Faults | None = None
) -> pd.DataFrame:
    """Convert the cells of some rows to values.

    Parameters
    ----------
    chunk : Chunk
    layer : Layer
    faults : Faults, optional
        Wrong cells are added to it in place. They are read as missing.

    Returns
    -------
    DataFrame
        In the order of the chunk: ``start`` and ``end``, in days since 1970, both
        included (`NO_DAY` if missing); ``lon`` and ``lat`` in degrees (NaN without a
        place); ``radius_km``, the accuracy of the place (NaN if only a region is
        known); ``is_exact``, of the date; ``low``, ``best`` and ``high``, numbers of
        people killed (NaN without an estimate).
    """
    reader = _Reader(chunk, layer, Faults() if faults is None else faults)
    start = reader.days("start")
    end = reader.days("end") if layer.columns.end else start
    reader.check_order(start, end)
    return pd.DataFrame(
        {
            "start": start,
            "end": np.maximum(start, end),
            **reader.places(),
            "radius_km": reader.radii(),
            "is_exact": reader.exactness(),
            **{name: reader.estimates(name) for name in ESTIMATES},
        }
    )


@dataclass(frozen=True)
class _Reader:
    """Read the columns of one chunk, each distinct cell once."""

    chunk: Chunk
    layer: Layer
    faults: Faults

    def days(self, role: str) -> NDArray[np.int32]:
        columns = self.layer.columns.of(role)
        read = partial(
            _read_end if role == "end" else read_day, order=self._order(columns)
        )
        if len(columns) == 1:
            return self._map(role, columns[0], read, _A_DATE, NO_DAY, np.int32)
        cells = self.chunk.frame[list(columns)].astype(str)
        texts = cells[columns[0]].str.cat([cells[c] for c in columns[1:]], sep="-")
        return self._read(role, texts, read, _A_DATE, NO_DAY, np.int32)

    def _order(self, columns: Sequence[str]) -> Order | None:
        """Return the order of day and month, from the record or from these rows.

        Rows are only used in CSV files: their chunks are the same in each process that
        reads them. A date whose order is not clear is reported.
        """
        if self.layer.dates or len(columns) != 1 or self.chunk.path.suffix != ".csv":
            return self.layer.dates
        cells = self.chunk.frame[columns[0]]
        has_strokes = cells.astype(str).str.contains(r"\d[/.]\d", regex=True)
        order, doubtful = find_order(map(str, pd.unique(cells[has_strokes])))
        for cell in doubtful:
            (wrong,) = np.nonzero((cells == cell).to_numpy())
            what = f"'{cell[:LONGEST]}' may be two days"
            where = self._where(int(wrong[0]))
            self.faults.add("start", [Problem(where, what, _IN_DOUBT)], 1)
        return order

    def check_order(self, start: NDArray[np.int32], end: NDArray[np.int32]) -> None:
        wrong = np.flatnonzero((end < start) & (end != NO_DAY) & (start != NO_DAY))
        where = (self._where(int(i)) for i in wrong)
        problems = (Problem(w, "end before start", "an end after it") for w in where)
        self.faults.add("end", problems, len(wrong))

    def places(self) -> dict[str, NDArray[np.float64]]:
        """Return longitudes and latitudes in degrees; NaN if missing or at 0, 0."""
        lon, lat = (
            (self.degrees("longitude", 180.0), self.degrees("latitude", 90.0))
            if self.layer.columns.geometry is None
            else self.points(self.layer.columns.geometry)
        )
        is_nowhere = np.isnan(lon) | np.isnan(lat) | ((lon == 0) & (lat == 0))
        lon, lat = lon.copy(), lat.copy()
        lon[is_nowhere] = lat[is_nowhere] = np.nan
        return {"lon": lon, "lat": lat}

    def points(self, column: str) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        cells = self.chunk.frame[column]
        lon, lat, wrong = read_points(cells, self.chunk.crs)
        problems = (
            Problem(
                self._where(int(i)),
                f"bad geometry '{write_shape(cells.iloc[int(i)])[:LONGEST]}'",
                "a point on the Earth",
            )
            for i in wrong
        )
        self.faults.add("geometry", problems, len(wrong))
        return lon, lat

    def degrees(self, role: str, most: float) -> NDArray[np.float64]:
        def read(cell: Any) -> float:
            if str(cell).strip().lower() in NOTHING:
                return np.nan
            value = read_number(cell)
            if not abs(value) <= most:
                raise ValueError
            return value

        (column,) = self.layer.columns.of(role)
        expected = f"degrees from -{most:g} to {most:g}"
        values = self.chunk.frame[column]
        if pd.api.types.is_numeric_dtype(values.dtype):
            numbers: NDArray[np.float64] = values.to_numpy(np.float64, na_value=np.nan)
            wrong = np.flatnonzero(np.abs(numbers) > most)
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
            role, columns[0], read_count, "a whole number", np.nan, np.float64
        )

    def _grade(
        self, role: str, scale: dict[str, Any], default: Any, kind: Any
    ) -> NDArray[Any]:
        columns = self.layer.columns.of(role)
        if not columns:
            return np.full(len(self.chunk.frame), default, kind)
        # An empty cell means that nothing is known: no radius and no exact day.
        unknown = False if kind is np.bool_ else np.nan

        def read(cell: Any) -> Any:
            empty = cell != cell or str(cell).strip().lower() in NOTHING
            return unknown if empty else scale[read_code(cell)]

        expected = f"one of {', '.join(scale)}"
        return self._map(role, columns[0], read, expected, default, kind)

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
        guesses: dict[int, str] = {}
        for i, cell in enumerate(_cells(distinct)):
            try:
                values[i] = read("" if cell is pd.NA or cell is None else cell)
            except (ValueError, KeyError, TypeError, OverflowError) as error:
                is_wrong[i] = True
                if isinstance(error, BadCellError):
                    guesses[i] = str(error)
        if is_wrong.any():
            wrong = np.flatnonzero(is_wrong[codes])
            more = {int(i): guesses.get(int(codes[i]), "") for i in wrong[:LISTED]}
            self._complain(role, wrong, cells, expected, more)
        read_cells: NDArray[Any] = values[codes]
        return read_cells

    def _complain(
        self,
        role: str,
        wrong: NDArray[np.int64],
        cells: pd.Series,
        expected: str,
        guesses: Mapping[int, str] | None = None,
    ) -> None:
        more = {i: f" ({text})" for i, text in (guesses or {}).items() if text}
        problems = (
            Problem(
                self._where(i),
                f"bad {role} '{_quote(cells, i)}'{more.get(int(i), '')}",
                expected,
            )
            for i in wrong
        )
        self.faults.add(role, problems, len(wrong))

    def _where(self, index: int) -> str:
        return f"{self.chunk.path.as_posix()}:{self.chunk.first + int(index)}"


def _cells(distinct: Any) -> list[Any]:
    """List cells; `UNREADABLE` for those without a Python value (after year 9999)."""
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


def _read_end(cell: Any, order: Order | None) -> int:
    """Return days since 1970; `NO_DAY` for an empty cell: the event took one day."""
    return NO_DAY if str(cell).strip(" -") == "" else read_day(cell, order)
