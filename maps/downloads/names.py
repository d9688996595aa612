"""Names beside codes and ids: one column for each language of the data set."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from csto_atlas.events.records import Area, Dataset
from csto_atlas.geodata.places import Place
from csto_atlas.maps.downloads.tables import Field
from csto_atlas.maps.i18n.event_kinds import KINDS
from csto_atlas.maps.i18n.texts import Texts

BETWEEN = "; "  # between the names of one cell
Text = Mapping[str, str]


@dataclass(frozen=True)
class Names:
    """What codes, ids and words of the schema are called in each language.

    Attributes
    ----------
    dataset : Dataset
    places : mapping of Place
    texts : mapping of Texts
        By language, in the order of the data set.
    """

    dataset: Dataset
    places: Mapping[str, Place]
    texts: Mapping[str, Texts]

    def fields(self, name: str, about: str) -> list[Field]:
        """Make the columns of a name: ``country_en``, ``country_ar``.

        Parameters
        ----------
        name : str
            Of the columns, without the language.
        about : str
            What is in them.

        Returns
        -------
        list of Field
        """
        return [Field(f"{name}_{key}", f"{about} ({key})") for key in self.texts]

    def of_text(self, text: Text | None) -> list[str | None]:
        """Return a text of the data in every language; None where it has none."""
        return [(text or {}).get(language) for language in self.texts]

    def of_states(self, codes: Iterable[str]) -> list[str | None]:
        """Name states; an organisation among them by its own name."""
        listed = list(codes)
        return self._join(
            [
                self._organisations.get(code, {}).get(language) or texts.territory(code)
                for code in listed
            ]
            for language, texts in self.texts.items()
        )

    def of_organisation(self, name: str) -> list[str | None]:
        """Name an organisation."""
        return self.of_text(self._organisations[name])

    def of_status(self, name: str) -> list[str | None]:
        """Name a status of a state."""
        return self.of_text(self._statuses[name])

    def of_word(self, message: str) -> list[str | None]:
        """Translate a message of the atlas itself."""
        return [texts.gettext(message) for texts in self.texts.values()]

    def of_kind(self, kind: str) -> list[str | None]:
        """Name a kind of event."""
        return self.of_word(KINDS[kind])

    def of_places(self, ids: Iterable[str]) -> list[str | None]:
        """Name places."""
        found = [self.places[name].names for name in ids]
        return self._join(
            [names.get(language) or next(iter(names.values())) for names in found]
            for language in self.texts
        )

    def of_holder(self, area: Area) -> list[str | None]:
        """Name who held a disputed area."""
        if area.controller:
            return self.of_text(area.controller)
        return self.of_states([area.controlled_by])

    @cached_property
    def _organisations(self) -> dict[str, Text]:
        return {row.id: row.name for row in self.dataset.organisations}

    @cached_property
    def _statuses(self) -> dict[str, Text]:
        return {row.id: row.label for row in self.dataset.statuses}

    @staticmethod
    def _join(cells: Iterable[Iterable[str]]) -> list[str | None]:
        return [BETWEEN.join(names) or None for names in cells]
