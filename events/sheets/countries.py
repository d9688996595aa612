"""Codes of territories by the names that people use.

Names come from CLDR (by way of Babel) and from ``aliases.csv``, reviewed by hand; codes
of three and two letters from the register; numbers of ISO 3166-1 (those of UN M49) from
the territory aliases of CLDR, without the retired ones.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path

from babel import Locale
from babel.core import get_global

from csto_atlas.events.sheets.fold import LONGEST, fold, plain_digits
from csto_atlas.events.sheets.words import is_aggregate

LANGUAGES = ("en", "ar", "ru", "fr")
_ALIASES = Path(__file__).parent / "aliases.csv"
# Of dissolved states, though CLDR gives each a single successor.
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
        return self._by_name.get(fold(text), ()) if len(text) <= LONGEST else ()

    def near(self, text: str, most: int = 3) -> list[str]:
        """Return the names nearest to an unknown one, each with its code."""
        if len(text) > LONGEST or not (key := fold(text)):
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
        for alias, codes in read_aliases():
            known = {code: None for code in codes if code in self.register}
            if known:  # reviewed names take precedence over derived ones
                found[fold(alias)] = known
        return {key: tuple(codes) for key, codes in found.items() if key}

    @cached_property
    def _groups(self) -> set[str]:
        """The keys of continents, regions and blocs."""
        return {
            fold(name)
            for language in LANGUAGES
            for code, name in Locale.parse(language).territories.items()
            if code.isdecimal() or code in ("EU", "EZ", "UN")
        } - self._by_name.keys()


def read_aliases() -> Iterable[tuple[str, tuple[str, ...]]]:
    """Yield each reviewed name with its code, or its codes if it is ambiguous."""
    with _ALIASES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield row["alias"], tuple(row["codes"].split())


def _variants(name: str) -> Iterable[str]:
    """Yield a name of CLDR as it is, and without the part in brackets."""
    yield name
    yield name.partition(" (")[0]
