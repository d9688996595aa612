"""Name the encoding of a file that is not in UTF-8."""

from __future__ import annotations

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import Path

from csto_atlas.events.errors import Problem


def not_decoded(path: Path, encoding: str | None) -> Problem:
    """Say on which line a file is not in its encoding, and what to do."""
    name, lines = encoding or "utf-8", 0
    with path.open("rb") as file:
        for line in file:
            lines += 1
            try:
                line.decode(name)
            except UnicodeDecodeError as error:
                where = f"{path.as_posix()}:{lines}"
                what = f"byte 0x{line[error.start]:02x} is not {name.upper()}"
                is_wide = lines == 1 and line.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
                hint = "utf-16" if is_wide else guess_encoding(line)
                expected = f"UTF-8; the file may be {hint}: save it again, or name it"
                return Problem(where, what, f"{expected} as its encoding")
    return Problem(f"{path.as_posix()}:1", f"not {name.upper()}", "a text in UTF-8")


def guess_encoding(data: bytes) -> str:
    """Return the code page in which the letters of some text are likely.

    Examples
    --------
    >>> guess_encoding("سوريا".encode("windows-1256"))
    'windows-1256'
    >>> guess_encoding("Vänersborg".encode("windows-1252"))
    'windows-1252'
    """
    high = [sign for sign in data if sign > 0x7F]
    if len(high) * 3 < len(data):  # single letters among those of ASCII
        return "windows-1252"
    arabic = data.decode("windows-1256", errors="replace")
    share = sum("\u0600" <= sign <= "\u06ff" for sign in arabic) / len(high)
    return "windows-1256" if share > 0.8 else "windows-1251"
