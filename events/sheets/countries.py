"""Codes of territories by the names that people use.

Names come from CLDR (by way of Babel) and from ``aliases.csv``, reviewed by hand; codes
of three and two letters from the register; numbers of ISO 3166-1 (those of UN M49) from
the territory aliases of CLDR, without the retired ones.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path

from babel import Locale
from babel.core import get_global

from csto_atlas.events.sheets.names import (
    Words,
    list_word_forms,
    split_brackets,
    without_former,
)
from csto_atlas.events.sheets.words import is_aggregate
from csto_atlas.events.spelling.fold import LONGEST, fold, plain_digits

LANGUAGES = ("en", "ar", "ru", "fr")
_ALIASES = Path(__file__).parent / "aliases.csv"
# Of dissolved states, though CLDR gives each a single successor.
_DISSOLVED = "no more"  # how the note of a state that is dissolved begins
_RETIRED = {"230", "249", "278", "280", "720", "736", "886"}


@dataclass(frozen=True)
class Countries:
    """The register of territories, and the names by which they can be found.

    Parameters
    ----------
    register
        Two-letter codes by three-letter code.
    """

    register: Mapping[str, str]

    def find(self, text: str) -> tuple[str, ...]:
        """Return the codes of a name or a code: one, none, or several if ambiguous."""
        text = plain_digits(text.strip())
        if text.isdecimal():
            return self._by_code.get(text.zfill(3), ())
        if len(text) in (2, 3) and text.upper() in self._by_code:
            return self._by_code[text.upper()]
        if len(text) > LONGEST:
            return ()
        key = fold(text)
        return self._by_name.get(key, ()) or self._by_rule(key, text)

    def _by_rule(self, key: str, text: str) -> tuple[str, ...]:
        """Return the codes of a name in another form, by the rules of `names`."""
        if key in self._dissolved:
            return ()
        former = without_former(text)
        if former != text:
            return self.find(former)
        found = (self._by_words.get(words, ()) for words in list_word_forms(text))
        both = set(filter(None, map(self._one, split_brackets(text))))
        if len(both) == 1 and len(split_brackets(text)) == 2:
            return (both.pop(),) if all(map(self._one, split_brackets(text))) else ()
        return next(filter(None, found), ())

    def _one(self, text: str) -> str | None:
        codes = self._by_name.get(fold(text), ())
        return codes[0] if len(codes) == 1 else None

    def heirs(self, text: str) -> tuple[str, ...]:
        """Return the codes of today's territories of a state that is no more."""
        return self._dissolved.get(fold(without_former(text)), ())

    def near(self, text: str, most: int = 3) -> list[str]:
        """Return the names nearest to an unknown one, each with its code."""
        # Nothing can be said of a wrong code: any word with its letters would be near.
        if len(text) > LONGEST or len(text) <= 3 or not (key := fold(text)):
            return []
        parts = [k for k in self._by_name if len(k) > 3 and k in key]
        matches = get_close_matches(key, self._by_name, n=2 * most, cutoff=0.7)
        parts = sorted(parts, key=len, reverse=True)[:1]
        codes = (code for k in [*parts, *matches] for code in self._by_name[k])
        return [self.name(code) for code in dict.fromkeys(codes)][:most]

    def name(self, code: str) -> str:
        """Return the code and the English name of a territory."""
        return f"{code} ({Locale.parse('en').territories[self.register[code]]})"

    def is_group(self, text: str) -> bool:
        """Return whether a text names a group of countries."""
        return is_aggregate(text) or fold(text) in self._groups

    @cached_property
    def _by_code(self) -> dict[str, tuple[str, ...]]:
        """Codes of the register by code of three and two letters and by number."""
        of_two = {two: code for code, two in self.register.items()}
        found: dict[str, tuple[str, ...]] = {code: (code,) for code in self.register}
        found |= {two: (code,) for two, code in of_two.items()}
        for alias, now in get_global("territory_aliases").items():
            if alias.isdecimal() and len(now) == 1 and alias not in _RETIRED:
                found |= {alias: (of_two[now[0]],)} if now[0] in of_two else {}
        return found

    @cached_property
    def _by_name(self) -> dict[str, tuple[str, ...]]:
        """Codes of the register by the key of each name."""
        found: dict[str, dict[str, None]] = {}
        for language in LANGUAGES:
            names = Locale.parse(language).territories
            for code, two in self.register.items():
                for name in _variants(names.get(two, "")):
                    found.setdefault(fold(name), {})[code] = None
        for alias, codes, note in read_aliases():
            known = {code: None for code in codes if code in self.register}
            if note.startswith(_DISSOLVED) and len(known) == 1:
                found.pop(fold(alias), None)
            elif known:  # reviewed names take precedence over derived ones
                found[fold(alias)] = known
        return {key: tuple(codes) for key, codes in found.items() if key}

    @cached_property
    def _dissolved(self) -> dict[str, tuple[str, ...]]:
        """The territories of today by the key of each state that is no more."""
        return {
            fold(alias): tuple(code for code in codes if code in self.register)
            for alias, codes, note in read_aliases()
            if note.startswith(_DISSOLVED)
        }

    @cached_property
    def _by_words(self) -> dict[Words, tuple[str, ...]]:
        """Codes of the register by the words of each name, in any order.

        Names of several territories stand for none here, so that no rule chooses.
        """
        found: dict[Words, set[str]] = {}
        for name, codes in self._names():
            for words in list_word_forms(name, is_known=True):
                found.setdefault(words, set()).update(codes)
        return {words: (*codes,) for words, codes in found.items() if len(codes) == 1}

    def _names(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield every name with its codes: of CLDR and of the reviewed list."""
        for language in LANGUAGES:
            names = Locale.parse(language).territories
            for code, two in self.register.items():
                yield from ((name, (code,)) for name in _variants(names.get(two, "")))
        for alias, codes, note in read_aliases():
            if not note.startswith(_DISSOLVED):
                yield alias, tuple(code for code in codes if code in self.register)

    @cached_property
    def _groups(self) -> set[str]:
        """The keys of continents, regions and blocs."""
        return {
            fold(name)
            for language in LANGUAGES
            for code, name in Locale.parse(language).territories.items()
            if code.isdecimal() or code in ("EU", "EZ", "UN")
        } - self._by_name.keys()


def read_aliases() -> Iterable[tuple[str, tuple[str, ...], str]]:
    """Yield each reviewed name with its codes, several if ambiguous, and the note."""
    with _ALIASES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield row["alias"], tuple(row["codes"].split()), row["note"]


def _variants(name: str) -> Iterable[str]:
    """Yield a name of CLDR as it is, and without the part in brackets."""
    yield name
    yield name.partition(" (")[0]
