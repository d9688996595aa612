"""Linked data of the pages for search engines: https://schema.org."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pyproj import CRS, Transformer

from csto_atlas.events.records import Meta
from csto_atlas.maps.assets.templates import write_json
from csto_atlas.maps.downloads.credits import ATTRIBUTION, CREDITS, licence_of
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.page.addresses import Site
from csto_atlas.maps.spec.placed import PlacedMap
from csto_atlas.maps.timeline.ticks import Tick

EDGE_POINTS = 21  # on each side of a view, to find how far north or east it reaches


def name_data(meta: Meta, texts: Texts, site: Site) -> dict[str, Any]:
    """Name the data set that a page is a part of, as a ``Dataset``.

    Parameters
    ----------
    meta : Meta
    texts : Texts
    site : Site

    Returns
    -------
    dict
        Few words: every map repeats them, and the gallery describes the data set.
    """
    licence = licence_of(meta.licence)
    return {
        "@type": "Dataset",
        "name": texts.pick(meta.title),
        "version": meta.as_of.isoformat(),
        "license": licence.get("path", licence["title"]),
        **drop_empty(url=site.url),
    }


def describe_data(meta: Meta, texts: Texts, site: Site) -> dict[str, Any]:
    """Describe the data set as a ``Dataset``.

    Parameters
    ----------
    meta : Meta
    texts : Texts
    site : Site

    Returns
    -------
    dict
        Without the extent in time and space, which the caller may add.
    """
    title = texts.pick(meta.title)
    credit = f"{title}, {texts.day(meta.as_of)}. {meta.licence}. {ATTRIBUTION}"
    package = site.at("data/datapackage.json")
    return {
        **name_data(meta, texts, site),
        "description": texts.pick(meta.about) if meta.about else title,
        "isAccessibleForFree": True,
        "creditText": credit,
        "citation": [
            {"@type": "CreativeWork", "name": credit.holder, "url": credit.url}
            for credit in CREDITS
        ],
        **drop_empty(
            distribution=package
            and {
                "@type": "DataDownload",
                "encodingFormat": "application/json",
                "contentUrl": package,
            },
        ),
    }


def describe_extent(spec: PlacedMap, ticks: Sequence[Tick]) -> dict[str, Any]:
    """Describe what a map covers in time and space.

    Parameters
    ----------
    spec : PlacedMap
    ticks : sequence of Tick

    Returns
    -------
    dict
        Properties of a ``CreativeWork``.
    """
    first, last = ticks[0].start, ticks[-1].day
    box = " ".join(map(str, box_of(spec)))
    return {
        "temporalCoverage": f"{first.isoformat()}/{last.isoformat()}",
        "spatialCoverage": {
            "@type": "Place",
            "geo": {"@type": "GeoShape", "box": box},
        },
    }


def box_of(spec: PlacedMap) -> tuple[float, ...]:
    """Return south, west, north and east of a map's first view, in degrees."""
    to_degrees = Transformer.from_crs(CRS.from_user_input(spec.projection), 4326)
    west, south, east, north = spec.views.wide
    box = to_degrees.transform_bounds(west, south, east, north, densify_pts=EDGE_POINTS)
    return tuple(round(degrees, 1) for degrees in box)


def link_data(*things: Mapping[str, Any]) -> str:
    """Write JSON-LD that cannot end the script element it stands in."""
    return write_json({"@context": "https://schema.org", "@graph": list(things)})


def drop_empty(**values: Any) -> dict[str, Any]:
    """Return the values that are not empty, by name."""
    return {name: value for name, value in values.items() if value}
