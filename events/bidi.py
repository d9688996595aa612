"""Signs that turn the direction of a text, kept from what follows the text."""

import re

OVERRIDES, POP = "\u202a\u202b\u202d\u202e", "\u202c"
ISOLATES, POP_ISOLATE = "\u2066\u2067\u2068", "\u2069"
_SIGN = re.compile(f"[{OVERRIDES}{POP}{ISOLATES}{POP_ISOLATE}]")


def close_directions(text: str) -> str:
    """Return a text with every direction that it opens closed at its end.

    A page puts its own words behind the texts of a data set: after an override that
    is never closed they would be read backwards. Closing follows rules X5 to X7 of
    the Unicode Bidirectional Algorithm (UAX #9, https://www.unicode.org/reports/tr9/):
    the end of an isolate also ends what was opened inside it.

    Examples
    --------
    >>> close_directions("plain")
    'plain'
    >>> close_directions("\u202eturned") == "\u202eturned\u202c"
    True
    >>> close_directions("\u2067a \u202eb\u2069") == "\u2067a \u202eb\u2069"
    True
    """
    is_open: list[str] = []  # the signs that close, the last one first
    for sign in _SIGN.findall(text):
        if sign in OVERRIDES:
            is_open.append(POP)
        elif sign in ISOLATES:
            is_open.append(POP_ISOLATE)
        elif sign == POP and is_open[-1:] == [POP]:
            is_open.pop()
        elif sign == POP_ISOLATE and POP_ISOLATE in is_open:
            while is_open.pop() != POP_ISOLATE:
                pass
    return text + "".join(reversed(is_open))
