"""Messages from gettext catalogues, and names of territories and languages."""

from __future__ import annotations

import gettext
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from csto_atlas.events.files.yaml_documents import read_document
from csto_atlas.maps.i18n.isolates import ISOLATES, isolate

LOCALE = Path(__file__).parents[1] / "locale"


def mark(message: str) -> str:
    """Mark a message for the catalogues that is translated elsewhere."""
    return message


def mark_plural(one: str, many: str) -> tuple[str, str]:
    """Mark a message with a counted noun that is translated elsewhere."""
    return one, many


def fill(form: str, **values: str) -> str:
    """Replace names in braces by values; braces inside a value stay.

    Examples
    --------
    >>> fill("{area}, held by {holder}", area="{holder}", holder="nobody")
    '{holder}, held by nobody'
    """
    return re.sub(r"\{(\w+)\}", lambda name: values.get(name[1], name[0]), form)


@dataclass(frozen=True)
class Messages:
    """The messages and names of one language.

    Attributes
    ----------
    language : str
        A CLDR language, such as ``ar``.
    countries : mapping
        ISO 3166-1 alpha-3 to alpha-2, the key of CLDR's names.
    """

    language: str
    countries: Mapping[str, str]

    def __getstate__(self) -> dict[str, Any]:
        """Return what the texts are made from, without what is loaded on demand."""
        return {"language": self.language, "countries": self.countries}

    @cached_property
    def locale(self) -> Locale:
        """The CLDR locale."""
        return Locale.parse(self.language)

    @property
    def direction(self) -> str:
        """``ltr`` or ``rtl``."""
        return self.locale.text_direction

    @cached_property
    def _catalogue(self) -> gettext.NullTranslations:
        path = LOCALE / self.language / "LC_MESSAGES" / "atlas.po"
        if not path.exists():  # English is the language of the messages themselves
            return gettext.NullTranslations()
        with path.open("rb") as file:
            catalogue = read_po(file, locale=self.language)
        compiled = io.BytesIO()
        write_mo(compiled, catalogue)
        compiled.seek(0)
        return gettext.GNUTranslations(compiled)

    def gettext(self, message: str) -> str:
        """Translate a message."""
        return self._catalogue.gettext(message)

    def ngettext(self, one: str, many: str, number: int) -> str:
        """Translate a message with a counted noun, in the plural of the number."""
        return self._catalogue.ngettext(one, many, number)

    def join(self, sign: str, parts: Iterable[str]) -> str:
        """Write parts in a row with a sign between them, none of which turns it."""
        return sign.join(map(self.isolate, parts))

    def listed(self, parts: Sequence[str]) -> str:
        """Write parts in a row, with ``and`` before the last one.

        Arabic has it before each (CLDR's list patterns).
        """
        *before, last = parts
        if not before:
            return last
        both = self.gettext(" and ")
        comma = both if self.language == "ar" else self.gettext(", ")
        return both.join((self.join(comma, before), self.isolate(last)))

    def territory(self, code: str) -> str:
        """Name a country: by our own list, by CLDR, or else by its code."""
        own = own_names().get(code, {}).get(self.language)
        return own or self.locale.territories.get(self.countries.get(code, ""), code)

    def short_territory(self, code: str) -> str | None:
        """Return the short form of a country's name, if it has one."""
        return short_names().get(code, {}).get(self.language)

    def pick(self, text: Mapping[str, str]) -> str:
        """Choose the text of this language, in English where there is none."""
        return text.get(self.language) or text["en"]

    def isolate(self, text: str) -> str:
        """Return a text in this language that turns no words beside it."""
        return isolate(text, self.direction)

    def fill(self, form: str, **values: str) -> str:
        """Replace names in braces by values, none of which turns the words around."""
        isolated = {name: self.isolate(value) for name, value in values.items()}
        return fill(form, **isolated)


def capitalise(text: str) -> str:
    """Begin a text with a capital letter, where its script has any."""
    start = 1 if text[:1] in {*ISOLATES.values()} else 0
    return text[:start] + text[start : start + 1].upper() + text[start + 1 :]


def end_sentence(text: str) -> str:
    """End a text with a full stop, unless it is empty or has an end of its own.

    Examples
    --------
    >>> end_sentence("Signed in Tashkent"), end_sentence("It left."), end_sentence("")
    ('Signed in Tashkent.', 'It left.', '')
    """
    bare = text.rstrip("»”\"')")
    return text if not text or bare.endswith((".", "!", "?", "؟", "…")) else f"{text}."


def name_language(language: str) -> str:
    """Name a language in its own words, as a menu has it."""
    # CLDR writes many of them small, for the middle of a sentence.
    return capitalise(Locale.parse(language).display_name)


@cache
def own_names() -> dict[str, dict[str, str]]:
    """Return the names of territories that differ from CLDR's, by code."""
    names: dict[str, dict[str, str]] = read_document(LOCALE / "names.yml").data
    return names


@cache
def short_names() -> dict[str, dict[str, str]]:
    """Return the short forms of territories' names, by code and language."""
    names: dict[str, dict[str, str]] = read_document(LOCALE / "short_names.yml").data
    return names
