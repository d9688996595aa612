"""Texts in the middle of other words, each of which keeps its own direction."""

import re
import unicodedata

ISOLATES, POP = {"ltr": "\u2066", "rtl": "\u2067"}, "\u2069"
SIGNS = {"LRE", "RLE", "LRO", "RLO"}
TURNING = {"ltr": {"R", "AL", "AN", *SIGNS}, "rtl": {"L", *SIGNS}}
"""Classes of characters that can turn what stands beside them, by the direction of the
page: table 4 of the Unicode Bidirectional Algorithm
(UAX #9, https://www.unicode.org/reports/tr9/)."""
ISOLATED = re.compile("[\u2066-\u2068][^\u2066-\u2069]*\u2069")


def isolate(text: str, direction: str) -> str:
    """Return a text that turns nothing beside it.

    Numbers, brackets and dots take the direction of the letters around them: behind
    ``NATO`` in an Arabic line, a year would stand on its wrong side.

    Parameters
    ----------
    text : str
    direction : str
        ``ltr`` or ``rtl``, that of the words around it and of the text's language.

    Returns
    -------
    str
        In isolate signs if it has a letter of the other direction outside of such
        signs, else as it was.

    Examples
    --------
    >>> isolate("NATO", "ltr")
    'NATO'
    >>> isolate("NATO", "rtl") == "\u2067NATO\u2069"
    True
    """
    rest, number = text, 1
    while number:  # they can lie in each other
        rest, number = ISOLATED.subn("", rest)
    turning = TURNING[direction]
    if not any(unicodedata.bidirectional(letter) in turning for letter in rest):
        return text
    return f"{ISOLATES[direction]}{text}{POP}"
