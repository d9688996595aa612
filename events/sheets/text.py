"""The text of a sheet in any encoding."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_LE
from collections.abc import Callable
from pathlib import Path

from csto_atlas.events.errors import DataError, Problem
from csto_atlas.events.files.text import CONTROL, line_at, read_bytes

LARGEST = 50_000_000
"""The size of the largest sheet that is read, in bytes."""
_CODE_PAGES = ("windows-1256", "windows-1251", "windows-1252")
_WORKBOOKS = (b"PK\3\4", b"\xd0\xcf\x11\xe0")
_TWO_ALPHABETS = re.compile("[a-zß-öø-ÿ][Ѐ-ۿ]|[Ѐ-ۿ][a-zß-öø-ÿ]", re.IGNORECASE)
_REMEDY = (
    "a sheet saved as 'CSV UTF-8', or its encoding named in dataset.yml, "
    "such as 'encoding: {}'"
)


def read_sheet_text(
    path: Path, encoding: str | None, is_known: Callable[[str], bool]
) -> tuple[str, tuple[Problem, ...]]:
    """Return the text of a sheet, and a warning if its encoding was guessed.

    Parameters
    ----------
    path
        The file.
    encoding
        How it was saved, if its author says so. Otherwise it is UTF-8, or UTF-16 if
        a byte order mark or its null bytes show that, or the only code page of old
        Arabic, Russian and Western software in which it has known names.
    is_known
        Whether a cell is the name of a country, or of a column.

    Raises
    ------
    DataError
        If it cannot be read, or nothing tells its encoding.
    """
    where = f"{path.as_posix()}:1"
    data = read_bytes(path, LARGEST, "a sheet without the rows of other things")
    if data.startswith(_WORKBOOKS):
        raise DataError([Problem(where, "a workbook", "a sheet saved as 'CSV UTF-8'")])
    marked = encoding or _shown_by_marks(where, data)
    if marked:
        return _decode(path, data, marked), ()
    try:
        return _checked(path, data.decode("utf-8")), ()
    except UnicodeDecodeError as error:
        start = error.start
    fitting = {_fitting(data, page, is_known): page for page in _CODE_PAGES}
    fitting.pop(None, None)
    if len(fitting) != 1:
        line = line_at(data.decode("latin-1"), start)
        what = f"byte 0x{data[start]:02x} is not UTF-8, and nothing tells what it is"
        expected = _REMEDY.format(" or ".join(fitting.values() or _CODE_PAGES))
        raise DataError([Problem(f"{path.as_posix()}:{line}", what, expected)])
    ((text, page),) = fitting.items()
    what = f"not UTF-8: read as {page}, which gives known names"
    return _checked(path, text or ""), (Problem(where, what, _REMEDY.format(page)),)


def _shown_by_marks(where: str, data: bytes) -> str | None:
    """Return the encoding that a byte order mark or null bytes reveal."""
    if data.startswith(BOM_UTF8):
        return "utf-8-sig"
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) and data[:4] != BOM_UTF32_LE:
        return "utf-16"
    if b"\0" not in data:
        return None
    for encoding, nulls, letters in (("utf-16-le", 1, 0), ("utf-16-be", 0, 1)):
        # Commas, digits and line ends have a null byte in any language's UTF-16.
        many = data[nulls::2].count(0) * 20 > len(data)
        if many and len(data) % 2 == 0 and not data[letters::2].count(0):
            return encoding
    raise DataError([Problem(where, "null bytes", _REMEDY.format("utf-16"))])


def _decode(path: Path, data: bytes, encoding: str) -> str:
    try:
        text = data.decode("utf-8-sig" if encoding == "utf-8" else encoding)
    except UnicodeDecodeError as error:
        line = line_at(data.decode("latin-1"), error.start)
        where = f"{path.as_posix()}:{line}"
        what = f"byte 0x{data[error.start]:02x} is not {encoding.removesuffix('-sig')}"
        raise DataError([Problem(where, what, _REMEDY.format("utf-8"))]) from None
    return _checked(path, text.removeprefix("\ufeff"))


def _checked(path: Path, text: str) -> str:
    """Return the text if it has words and no control characters."""
    if found := CONTROL.search(text):
        where = f"{path.as_posix()}:{line_at(text, found.start())}"
        what = f"control character U+{ord(found[0]):04X}"
        raise DataError([Problem(where, what, "a text without it")])
    if not text.strip():
        problem = Problem(
            f"{path.as_posix()}:1", "the file is empty", "rows of a table"
        )
        raise DataError([problem])
    return text


def _fitting(data: bytes, page: str, is_known: Callable[[str], bool]) -> str | None:
    """Return the text in a code page, if it is plausible there.

    A cell with a letter beyond ASCII is a known name, and no word has two alphabets.
    """
    try:
        text = data.decode(page)
    except UnicodeDecodeError:
        return None
    cells = {cell.strip() for cell in re.split(r'[,;\t\r\n"|]', text)}
    is_fit = any(is_known(cell) for cell in cells if not cell.isascii())
    return text if is_fit and not _TWO_ALPHABETS.search(text) else None
