"""Rows of a GeoDataFrame -> dated rows, checked."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from numbers import Real
from typing import Any

import geopandas as gpd
import pandas as pd
from shapely.geometry.base import BaseGeometry

from csto_atlas.events.bidi import close_directions
from csto_atlas.events.dates import Interval, overlaps, period
from csto_atlas.maps.notebook.errors import FrameError

FAMILIES = {
    "Polygon": "polygons",
    "MultiPolygon": "polygons",
    "LineString": "lines",
    "MultiLineString": "lines",
    "Point": "points",
    "MultiPoint": "points",
}


@dataclass(frozen=True)
class FrameColumns:
    """The columns of a GeoDataFrame that are read; empty for none.

    Attributes
    ----------
    start, end, value, key, label : str
    tooltip : tuple of str
    """

    start: str
    end: str
    value: str
    key: str
    label: str
    tooltip: tuple[str, ...]

    @property
    def named(self) -> list[str]:
        """Every column that is named, in order."""
        names = (self.start, self.end, self.value, self.key, self.label, *self.tooltip)
        return [name for name in names if name]


@dataclass(frozen=True)
class DatedRow:
    """A row of a GeoDataFrame: a shape, its value, and when it has the value.

    Attributes
    ----------
    where : str
        The row in a message: ``row 3``, by the index of the frame.
    key : str
        The same for rows of one thing, at most one of which holds at a time.
    value : object
        A text or a number.
    period : Interval
    geometry : shapely geometry
        In degrees.
    label : str
    tooltip : tuple of str
        Cells of the columns of the tooltip.
    """

    where: str
    key: str
    value: Any
    period: Interval
    geometry: BaseGeometry
    label: str
    tooltip: tuple[str, ...]


def read_rows(frame: gpd.GeoDataFrame, columns: FrameColumns) -> list[DatedRow]:
    """Read and check the rows of a GeoDataFrame.

    Parameters
    ----------
    frame : GeoDataFrame
        Polygons, lines or points in any CRS.
    columns : FrameColumns

    Returns
    -------
    list of DatedRow

    Raises
    ------
    FrameError
        With every problem: a column or the CRS is missing, there is no row, a shape is
        missing or of another family than the first, a date cannot be read, a period
        ends before it starts, or two rows of one key overlap in time.
    """
    _check_frame(frame, columns)
    degrees = frame.to_crs(4326)
    problems = list(_check_geometries(degrees))
    rows: list[DatedRow] = []
    for index, record, geometry in zip(
        degrees.index,
        degrees[list(dict.fromkeys(columns.named))].to_dict("records"),
        degrees.geometry,
        strict=True,
    ):
        where = f"row {index}"
        try:
            rows.append(_read_row(where, record, geometry, columns))
        except ValueError as error:
            problems.append(f"{where}: {error}")
    problems += _check_overlaps(rows)
    if problems:
        raise FrameError(problems)
    return rows


def _check_frame(frame: gpd.GeoDataFrame, columns: FrameColumns) -> None:
    """Refuse what has no rows to read."""
    problems = [
        f"no column {name!r}; expected one of {', '.join(map(str, frame.columns))}"
        for name in dict.fromkeys(columns.named)
        if name not in frame.columns
    ]
    if not isinstance(frame, gpd.GeoDataFrame):
        problems = ["a plain DataFrame; expected a GeoDataFrame with a geometry"]
    elif not len(frame):
        problems.append("no rows; expected at least one")
    elif frame.crs is None:
        problems.append("no CRS; expected one: gdf.set_crs(4326) for degrees")
    if problems:
        raise FrameError(problems)


def _check_geometries(frame: gpd.GeoDataFrame) -> Iterator[str]:
    """Yield a problem for each row without a shape, or with one of another family."""
    kinds = [FAMILIES.get(str(kind), "") for kind in frame.geom_type]
    first = next((kind for kind in kinds if kind), "polygons")
    shapes = zip(frame.index, frame.geometry, kinds, strict=True)
    for index, geometry, kind in shapes:
        if geometry is None or geometry.is_empty:
            yield f"row {index}: no geometry; expected {first}"
        elif kind != first:
            what = f"row {index}: a {geometry.geom_type}"
            yield f"{what}; expected {first}, as above: a layer has shapes of one kind"


def _read_row(
    where: str, record: dict[str, Any], geometry: BaseGeometry, columns: FrameColumns
) -> DatedRow:
    start = write_date(record[columns.start]) if columns.start else ""
    end = write_date(record[columns.end]) if columns.end else ""
    value = record[columns.value] if columns.value else "shown"
    if pd.isna(value):
        raise ValueError(f"no value in {columns.value!r}; expected a text or a number")
    key = record[columns.key] if columns.key else where
    return DatedRow(
        where=where,
        key=str(key),
        value=value.item() if hasattr(value, "item") else value,
        period=_read_period(start, end),
        geometry=geometry,
        label=_write_cell(record[columns.label]) if columns.label else "",
        tooltip=tuple(_write_cell(record[name]) for name in columns.tooltip),
    )


def _read_period(start: str, end: str) -> Interval:
    """Return a half-open interval; an empty start has held for ever."""
    if not start and not end:
        return Interval(date.min, None, False, False, "")
    if start:
        return period(start, end)
    last = period(end).start
    return Interval(date.min, last, False, False, end)


def write_date(cell: object) -> str:
    """Write the cell of a date as EDTF.

    Parameters
    ----------
    cell : object
        A text in EDTF, a year as a whole number, a date, a timestamp, or nothing
        (``None``, ``NaN``, ``NaT``, an empty text).

    Returns
    -------
    str
        Empty for nothing.

    Raises
    ------
    ValueError
        If it is anything else, such as half a year.

    Examples
    --------
    >>> write_date(1992), write_date(pd.Timestamp("2004-03-29")), write_date(None)
    ('1992', '2004-03-29', '')
    """
    if isinstance(cell, str):
        return cell.strip()
    if cell is None or pd.isna(cell):
        return ""
    if isinstance(cell, pd.Period):
        return _write_period(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, Real) and float(cell).is_integer():
        return f"{int(float(cell)):04d}"
    raise ValueError(f"{cell!r} is no date; expected EDTF, a year or a timestamp")


def _write_period(cell: pd.Period) -> str:
    """Write a year, a month or a day of pandas as EDTF."""
    forms = {"Y": "%Y", "M": "%Y-%m", "D": "%Y-%m-%d"}
    form = forms.get(cell.freqstr[0])
    if form is None:
        raise ValueError(f"{cell} is a {cell.freqstr}; expected a year, month or day")
    return str(cell.strftime(form))


def _write_cell(cell: object) -> str:
    """Write a cell for a reader: nothing for nothing, 3 for 3.0."""
    if cell is None or (not isinstance(cell, str) and pd.isna(cell)):
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return close_directions(str(cell))


def _check_overlaps(rows: Sequence[DatedRow]) -> Iterator[str]:
    """Yield a problem for every two rows of a key that hold on the same day."""
    by_key: dict[str, list[DatedRow]] = {}
    for row in rows:
        by_key.setdefault(row.key, []).append(row)
    for key, held in by_key.items():
        held.sort(key=lambda row: row.period.start)
        for earlier, later in itertools.pairwise(held):
            if overlaps(earlier.period, later.period):
                since = later.period.start
                yield (
                    f"{later.where}: {key!r} is {later.value!r} from {since} while "
                    f"{earlier.where} has {earlier.value!r}; expected the earlier row "
                    "to end by then (an end is the first day after)"
                )
