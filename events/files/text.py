"""Text files as people save them: with or without a byte order mark, any line end."""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import Path

from csto_atlas.events.errors import DataError, Problem

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
"""A sign that no text needs and that YAML forbids; signs for direction are not."""

MAX_BYTES = 4_000_000
"""Sixty times the largest text file of a data set made by hand."""

LINE_END = re.compile(r"\r\n|\r|\n")


def read_text(path: Path) -> str:
    """Return the text of a UTF-8 file, line ends as they are.

    Raises
    ------
    DataError
        If the file cannot be opened, is a link, too large, empty or not UTF-8.
    """
    data = read_bytes(path, MAX_BYTES, "many events belong in a layer")
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) or b"\0" in data:
        raise _error(path, 1, "the file looks like UTF-16 or is no text", "UTF-8")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_utf8(path, data, error.start) from None
    if not text.strip():
        raise _error(path, 1, "the file is empty", "at least one line of data")
    return text


def read_bytes(path: Path, most: int, otherwise: str) -> bytes:
    """Read a file that lies in its folder itself.

    Parameters
    ----------
    path
        The file.
    most
        How many bytes it may have.
    otherwise
        What to do with a larger one.

    Raises
    ------
    DataError
        If the file cannot be opened, is a link, or too large.
    """
    try:
        if path.is_symlink():  # a data set of others could show any file of ours
            what = f"a link to {path.readlink()}"
            raise _error(path, 1, what, "what it leads to, in its place")
        if path.is_fifo() or path.is_char_device():  # it may never end
            raise _error(path, 1, "this is no file", "a readable file")
        with path.open("rb") as file:
            data = file.read(most + 1)
    except OSError as error:
        reason = error.strerror or "cannot be read"
        raise _error(path, 1, reason.lower(), "a readable file") from None
    if len(data) > most:
        megabytes = f"{most / 1e6:g} MB"
        expected = f"at most {megabytes}; {otherwise}"
        raise _error(path, 1, f"the file is larger than {megabytes}", expected)
    return data


def list_files(folder: Path) -> list[Path]:
    """Return the YAML files of a folder, sorted, without what systems leave there.

    A folder that is a link is listed itself: reading it says what is wrong.
    """
    if folder.is_symlink():
        return [folder]
    return sorted(path for path in folder.glob("*.yml") if not is_rubbish(path))


def is_rubbish(path: Path) -> bool:
    """Return whether a file is one that systems and programs leave beside others.

    Examples
    --------
    >>> is_rubbish(Path("._x.yml")), is_rubbish(Path("~$x.xlsx")), is_rubbish(Path("x"))
    (True, True, False)
    """
    name = path.name
    return name.startswith((".", "~$", "~")) or name.endswith(("~", ".tmp", ".bak"))


def line_at(text: str, position: int) -> int:
    r"""Return the number of the line that a position of a text is on.

    Examples
    --------
    >>> line_at("one\r\ntwo", 6)
    2
    """
    return 1 + len(LINE_END.findall(text, 0, position))


def _not_utf8(path: Path, data: bytes, at: int) -> DataError:
    """Say where the first wrong byte is, and which encoding it may be."""
    start = max(data.rfind(b"\n", 0, at), data.rfind(b"\r", 0, at)) + 1
    what = f"byte 0x{data[at]:02x} (byte {at - start + 1} of the line) is not UTF-8"
    line = line_at(data[:at].decode("latin-1"), at)
    return _error(path, line, what, f"UTF-8{_hint(data)}")


def _hint(data: bytes) -> str:
    """Name the encoding of old Arabic or Western software, if the text reads so."""
    arabic = data.decode("windows-1256", errors="replace")
    letters = [sign for sign in arabic if ord(sign) > 0x7F]
    share = sum("\u0600" <= sign <= "\u06ff" for sign in letters) / len(letters)
    name = "Windows-1256 (Arabic)" if share > 0.8 else "Windows-1252 (Western)"
    return f"; the file may be {name}: save it as UTF-8"


def _error(path: Path, line: int, what: str, expected: str) -> DataError:
    return DataError([Problem(f"{path.as_posix()}:{line}", what, expected)])
