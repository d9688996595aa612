"""Normalise words to keys, so that spellings of one word compare equal."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ARABIC = str.maketrans(
    {"ى": "ي", "ی": "ي", "ئ": "ي", "ة": "ه", "ک": "ك", "ؤ": "و", "ـ": "", "ء": ""}
)
_LATIN = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe"})
_DROPPED = {"the", "le", "la", "les", "l", "and", "et", "и", "و"}
_SAINTS = {"st": "saint", "ste": "sainte"}
# A mark is a figure or a letter in brackets, a raised figure, or a sign; before it is
# what it belongs to, as EDTF has dates in square brackets.
_FOOTNOTE = re.compile(
    r"(?<=[^\s\[(])(?:\s*(?:\[(?:[^\W\d]+\.?\s*)?\d{1,3}\]|\[[^\W\d]{1,2}\]|\(\d{1,2}\)"
    r"|\(\*+\)|[¹²³⁰⁴-⁹]+|[*†‡§]+))+$"
)
_WHOLE = re.compile(r"^(\d+)[.,]0+$")
LONGEST = 200
"""The longest text, in signs, that can be a name, a word or a date."""


def fold(text: str) -> str:
    """Return the key of a word or a name.

    It has neither case, accents, hamza, tatweel, points, articles, "and" nor blanks.

    Examples
    --------
    >>> fold("Côte d’Ivoire") == fold("COTE D'IVOIRE")
    True
    >>> fold("الإمارات") == fold("امارات"), fold("year_joined")
    (True, 'yearjoined')
    """
    return _fold(strip_footnotes(text.strip()[:LONGEST]))


@lru_cache(maxsize=65_536)
def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_ARABIC))
    signs = (s for s in plain if not unicodedata.category(s).startswith(("M", "Cf")))
    joined = re.sub("[’'ʼ`´]", " ", "".join(signs)).translate(_LATIN)
    words = [_SAINTS.get(w, w) for w in re.findall(r"[^\W_]+", joined)]
    kept = [_without_article(word) for word in words if word not in _DROPPED]
    return "".join(kept or words)


def _without_article(word: str) -> str:
    """Drop the Arabic article and the "and" before it, but not from a short word."""
    for start in ("وال", "ال"):
        if word.startswith(start) and len(word) > len(start) + 2:
            return word.removeprefix(start)
    return word


def strip_footnotes(text: str) -> str:
    """Return a cell without the marks of footnotes at its end.

    Examples
    --------
    >>> strip_footnotes("Türkiye¹"), strip_footnotes("Congo (Kinshasa)")
    ('Türkiye', 'Congo (Kinshasa)')
    """
    return _FOOTNOTE.sub("", text) if text else text


def plain_digits(text: str) -> str:
    """Return a cell with European digits, without a footnote's mark or decimals of 0.

    Examples
    --------
    >>> plain_digits("١٩٩٢"), plain_digits("1949[a]"), plain_digits("1949,0")
    ('1992', '1949', '1949')
    """
    # Nothing longer is a name or a date.
    return text if len(text) > LONGEST else _plain(text)


@lru_cache(maxsize=65_536)
def _plain(text: str) -> str:
    text = strip_footnotes(text)
    if not text.isascii():
        signs = (str(unicodedata.decimal(s)) if s.isdecimal() else s for s in text)
        text = "".join(signs)
    return _WHOLE.sub(r"\1", text)


def word_of(text: str) -> str:
    """Return the key of a cell that may hold only a sign, such as a dash.

    Examples
    --------
    >>> word_of("1.0"), word_of("Yes"), word_of(" – ")
    ('1', 'yes', '–')
    """
    plain = plain_digits(text.strip())
    return fold(plain) or plain[:LONGEST]


def quote(text: str) -> str:
    """Return a cell in quotes, cut if it is long."""
    return f"'{text}'" if len(text) <= 60 else f"'{text[:57]}...'"
