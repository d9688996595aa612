"""The table of border lengths: those that the maps print, with where they come from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from csto_atlas.maps.downloads.credits import CREDITS, GEOMETRY
from csto_atlas.maps.downloads.names import Names
from csto_atlas.maps.downloads.tables import CODE, REQUIRED, Field, Table
from csto_atlas.maps.spec.parts import Border

MeasuredBorder = tuple[Border, Mapping[str, float]]  # kilometres by part


def make_borders(names: Names, borders: Sequence[MeasuredBorder]) -> Table:
    """Make the table of the borders that maps are about.

    Parameters
    ----------
    names : Names
        Of a data set.
    borders : sequence of (Border, mapping of float)
        Each with its lengths in kilometres by part.

    Returns
    -------
    Table
        A row for each part that a map names. Its licence is that of the line.
    """
    origin = CREDITS[0].holder
    return Table(
        "borders",
        _fields(names),
        [
            [
                *border.codes,
                *(name for code in border.codes for name in names.of_states([code])),
                *(part, *names.of_text(border.parts[part])),
                *(round(lengths[part], 1), origin),
            ]
            for border, lengths in borders
            for part in border.parts
        ],
        licence=GEOMETRY["title"],
    )


def _fields(names: Names) -> list[Field]:
    return [
        Field("code", "ISO 3166-1 alpha-3", constraints=REQUIRED | CODE),
        Field("other_code", "ISO 3166-1 alpha-3", constraints=REQUIRED | CODE),
        *names.fields("country", "name of the country"),
        *names.fields("other_country", "name of the other country"),
        Field("part", "id of the part", constraints=REQUIRED),
        *names.fields("part", "what it is called"),
        Field(
            "length_km",
            "measured on the ellipsoid along the unsimplified line",
            "number",
            {"required": True, "minimum": 0},
        ),
        Field("origin", "whose line it is", constraints=REQUIRED),
    ]
