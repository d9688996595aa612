"""What a reader can download: tables, shapes, and the package that describes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import geopandas as gpd

from csto_atlas.maps.downloads.datapackage import describe_package
from csto_atlas.maps.downloads.dataset_tables import copy_tables
from csto_atlas.maps.downloads.event_tables import make_tables
from csto_atlas.maps.downloads.geojson import map_areas, map_events, map_territories
from csto_atlas.maps.downloads.tables import Table, write_csv
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.inputs import MapInputs


def export_data(
    inputs: MapInputs,
    overview: gpd.GeoDataFrame,
    outlines: gpd.GeoDataFrame,
    countries: Mapping[str, str],
    layers: Sequence[Table] = (),
) -> dict[str, str]:
    """Write everything in ``data/``; there is no file of what a data set has not.

    Parameters
    ----------
    inputs : MapInputs
    overview : GeoDataFrame
        ``code`` and polygons of all territories.
    outlines : GeoDataFrame
        ``area`` and polygons of all disputed areas.
    countries : mapping of str
        Two-letter codes by three-letter code.
    layers : sequence of Table
        Of the layers of many events (`maps.downloads.layer_tables`).

    Returns
    -------
    dict of str
        Contents by path relative to the output: ``data/events.csv``.
    """
    dataset = inputs.dataset
    events, requests = make_tables(dataset, inputs.places, inputs.findings)
    copies = {table.name: table for table in copy_tables(dataset)}
    all_tables = (
        copies["memberships"],
        events,
        requests,
        *list(copies.values())[1:],
        *layers,
    )
    tables = tuple(table for table in all_tables if table.rows)
    names = {
        language: {code: texts.territory(code) for code in overview["code"]}
        for language in dataset.meta.languages
        for texts in [Texts(language, countries)]
    }
    contents = {f"{table.name}.csv": write_csv(table) for table in tables} | {
        "territories.geojson": map_territories(overview, dataset, names)
    }
    if dataset.areas:
        contents["areas.geojson"] = map_areas(outlines, copies["areas"])
    contents["events.geojson"] = map_events(events)
    contents["datapackage.json"] = describe_package(dataset, tables, contents)
    return {f"data/{name}": text for name, text in contents.items()}
