"""Names of countries in other forms: inverted, abbreviated, official, former.

A name is compared by its words in any order, so "Micronesia, Federated States of" is
the Federated States of Micronesia; an official name also without its form of
government, so "Republic of Guinea" is Guinea. Forms of divided and of renamed states
are not taken apart: the Republic of China is another state than China.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from csto_atlas.events.spelling.fold import fold, strip_footnotes

Words = tuple[str, ...]
"""The keys of the words of a name, sorted."""

_SHORT = {
    "rep": "republic",
    "dem": "democratic",
    "fed": "federated",
    "sts": "states",
    "is": "islands",
    "isl": "islands",
    "herz": "herzegovina",
    "eq": "equatorial",
    "fr": "french",
    "n": "north",
    "s": "south",
    "w": "western",
    "br": "british",
    "vin": "vincent",
    "gren": "grenadines",
    "barb": "barbuda",
    "afr": "african",
    "geo": "georgia",
}
_LINKS = {"of", "de", "du", "des", "d", "e"}
_FORMS = {
    *("republic", "kingdom", "state", "principality", "sultanate", "emirate", "union"),
    *(
        "commonwealth",
        "federation",
        "federal",
        "democratic",
        "people",
        "s",
        "socialist",
    ),
    *("islamic", "independent", "cooperative", "co", "operative", "duchy", "grand"),
    *("plurinational", "bolivarian", "united", "oriental", "eastern"),
    *("republique", "royaume", "etat", "principaute", "federale", "islamique"),
    *("республика", "королевство", "государство", "княжество", "исламская"),
    *("جمهوريه", "مملكه", "دوله", "سلطنه", "اماره"),
}
# They make a name official; the others only go with them.
_HEADS = {
    *("republic", "kingdom", "state", "principality", "sultanate", "emirate", "union"),
    *("commonwealth", "federation", "duchy", "republique", "royaume", "etat"),
    *("principaute", "республика", "королевство", "государство", "княжество"),
    *("جمهوريه", "مملكه", "دوله", "سلطنه", "اماره"),
}
# Their official names tell apart two states, of today or of yesterday, or of another
# kind of territory (the State of Georgia is one of the United States).
_DIVIDED = (
    *("china", "chine", "китай", "صين", "korea", "coree", "корея", "كوريا"),
    *("congo", "конго", "كونغو", "vietnam", "viet", "nam", "вьетнам", "فيتنام"),
    *("yemen", "йемен", "يمن", "germany", "allemagne", "германия", "المانيا"),
    *("macedonia", "georgia", "croatia", "ireland", "irlande", "ирландия", "ايرلندا"),
)
_FORMER = re.compile(
    r"(?:the\s+)?(?:former|ex-?|late)\s+(?=\S)|^ex-|^(?:l[’'])?ex-|бывш\w+\s+|السابقة?$"
    r"|السابق$|\s*\((?:the )?former\)$",
    re.IGNORECASE,
)


def without_former(text: str) -> str:
    """Return a name without the word that says that it is no longer used.

    Examples
    --------
    >>> without_former("the former Yugoslavia"), without_former("ex-USSR")
    ('Yugoslavia', 'USSR')
    """
    return _FORMER.sub("", text).strip() or text


def split_brackets(text: str) -> list[str]:
    """Return a name and the one in brackets behind it; nothing if it has none.

    Examples
    --------
    >>> split_brackets("Burma (Myanmar)"), split_brackets("Burma")
    (['Burma', 'Myanmar'], [])
    """
    match = re.fullmatch(r"([^()]+)\(([^()]+)\)", text.strip())
    return [match[1].strip(), match[2].strip()] if match else []


def list_word_forms(text: str, *, is_known: bool = False) -> Iterator[Words]:
    """Yield the sorted words of a name, then those without its form of government.

    Parameters
    ----------
    text : str
    is_known : bool
        Whether the name is of the lists: it is then not taken apart.

    Examples
    --------
    >>> list(list_word_forms("Guinea, Republic of"))
    [('guinea', 'republic'), ('guinea',)]
    >>> list(list_word_forms("Republic of China"))
    [('china', 'republic')]
    """
    words = _words(strip_footnotes(text))
    if not words:
        return
    yield words
    rest = tuple(word for word in words if word not in _FORMS)
    is_official = bool(_HEADS.intersection(words)) and not is_known
    if is_official and rest and not any(word in _DIVIDED for word in rest):
        yield rest


@lru_cache(maxsize=65_536)
def _words(text: str) -> Words:
    parts = re.findall(r"[^\W_]+", re.sub("[’'ʼ`´](s\\b)?", " ", text))
    # One by one, so that a letter such as "s" is no "the" that was dropped.
    keys = [_SHORT.get(key, key) for part in parts if (key := fold(part))]
    dropped = {"the", "le", "la", "les", "l", "and", "et", "и", "و"} | _LINKS
    return tuple(sorted(key for key in keys if key not in dropped))
