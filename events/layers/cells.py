"""Read one cell of a layer as a day, a number or a code."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Any

import numpy as np

from csto_atlas.events.dates import parse
from csto_atlas.events.spelling.fold import plain_digits
from csto_atlas.events.spelling.written_dates import Order, read_date

EPOCH = date(1970, 1, 1).toordinal()
_DECIMALS = str.maketrans({"٫": ".", "−": "-"})
_WHOLE = re.compile(r"(\d+)[.,]0+")
_HOURS = re.compile(r"(?<=\d)[T ][\d:.]+Z?$")


class BadCellError(ValueError):
    """A cell cannot be read; the message is a reason that helps to correct it."""


def read_day(cell: Any, order: Order | None = None) -> int:
    """Read a day.

    Parameters
    ----------
    cell : str, date or datetime
        A text is read like the dates of a sheet of memberships. A time of day is
        ignored.
    order : Order, optional
        Order of day and month in dates of digits.

    Returns
    -------
    int
        Days since 1 January 1970.

    Raises
    ------
    ValueError
        If the cell is not a single, certain day.
    """
    if isinstance(cell, date):  # timestamps too
        return cell.toordinal() - EPOCH
    return _read_text(str(cell).strip(), order)


@lru_cache(maxsize=65_536)
def _read_text(text: str, order: Order | None) -> int:
    try:
        found = parse(read_date(_HOURS.sub("", text), order))
    except ValueError as error:
        guess = re.search(r"' \((.*)\); expected", str(error))
        raise BadCellError(guess[1] if guess else "") from None
    if found.end is None or (found.end - found.start).days != 1:
        raise BadCellError("not a single day")
    if found.approximate or found.uncertain:
        raise BadCellError("not a certain day")
    return found.start.toordinal() - EPOCH


def read_number(cell: Any) -> float:
    """Read a number, which may have a decimal comma and digits of any script.

    Parameters
    ----------
    cell : str or number

    Returns
    -------
    float

    Raises
    ------
    ValueError
        If the cell is not a number.

    Examples
    --------
    >>> read_number("50,85"), read_number("٥٠٫٨٥"), read_number(4)
    (50.85, 50.85, 4.0)
    """
    if not isinstance(cell, str):
        return float(cell)
    text = cell.strip().translate(_DECIMALS)
    if text.count(",") == 1 and "." not in text:
        text = text.replace(",", ".")
    return float(text)


def read_count(cell: Any) -> float:
    """Read a number of people.

    Parameters
    ----------
    cell : str or number

    Returns
    -------
    float
        NaN for an empty cell.

    Raises
    ------
    ValueError
        If the cell is not a whole number of at least 0, or its comma or point may be a
        separator of thousands.
    """
    if cell == "" or cell != cell:
        return np.nan
    if isinstance(cell, str) and re.search(r"[,.]\d{3}$", cell.strip()):
        raise BadCellError("its comma or point may part thousands or decimals")
    value = read_number(cell)
    if not (value >= 0 and value.is_integer()):
        raise ValueError(cell)
    return value


def read_code(cell: Any) -> str:
    """Read a code as text.

    A whole number loses the decimals that it gets in a column of floats.

    Examples
    --------
    >>> read_code(1.0), read_code("1.0"), read_code(" a "), read_code("١")
    ('1', '1', 'a', '1')
    """
    if isinstance(cell, float | np.floating) and float(cell).is_integer():
        return str(int(cell))
    text = str(cell).strip()
    return _WHOLE.sub(r"\1", plain_digits(text)) if text[:1].isdecimal() else text
