"""What a reader can download: tables, shapes, and the package that describes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import geopandas as gpd

from csto_atlas.maps.downloads.border_table import MeasuredBorder, make_borders
from csto_atlas.maps.downloads.datapackage import describe_package
from csto_atlas.maps.downloads.dataset_tables import copy_tables
from csto_atlas.maps.downloads.event_tables import make_tables
from csto_atlas.maps.downloads.figure_table import make_figures
from csto_atlas.maps.downloads.geojson import map_areas, map_events, map_territories
from csto_atlas.maps.downloads.names import Names
from csto_atlas.maps.downloads.organisation_table import make_organisations
from csto_atlas.maps.downloads.tables import Table, write_csv
from csto_atlas.maps.downloads.workbook import BOOK, write_workbook
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.inputs import MapInputs


def export_data(
    inputs: MapInputs,
    overview: gpd.GeoDataFrame,
    outlines: gpd.GeoDataFrame,
    texts: Mapping[str, Texts],
    layers: Sequence[Table] = (),
    borders: Sequence[MeasuredBorder] = (),
) -> dict[str, str | bytes]:
    """Write everything in ``data/``; a table without rows has no file.

    Parameters
    ----------
    inputs : MapInputs
    overview : GeoDataFrame
        ``code`` and polygons of all territories.
    outlines : GeoDataFrame
        ``area`` and polygons of all disputed areas.
    texts : mapping of Texts
        By language of the data set.
    layers : sequence of Table
        Of the layers of many events (`maps.downloads.layer_tables`).
    borders : sequence of (Border, mapping of float)
        Those that maps are about, with their lengths in kilometres by part.

    Returns
    -------
    dict of str or bytes
        Contents by path relative to the output: ``data/events.csv``.
    """
    dataset = inputs.dataset
    names = Names(dataset, inputs.places, texts)
    own = list_own_tables(names, inputs, borders)
    tables = [*own.values(), *layers]
    contents: dict[str, str | bytes] = {
        f"{table.name}.csv": write_csv(table) for table in tables
    }
    contents[BOOK] = write_workbook(list(own.values()), texts, dataset.meta.as_of)
    contents["territories.geojson"] = map_territories(overview, names)
    if "areas" in own:
        contents["areas.geojson"] = map_areas(outlines, own["areas"])
    contents["events.geojson"] = map_events(own["events"])
    contents["datapackage.json"] = describe_package(dataset, tables, contents)
    return {f"data/{name}": content for name, content in contents.items()}


def list_own_tables(
    names: Names, inputs: MapInputs, borders: Sequence[MeasuredBorder]
) -> dict[str, Table]:
    """Make the tables of a data set that have a row, without those of its layers.

    Parameters
    ----------
    names : Names
    inputs : MapInputs
    borders : sequence of (Border, mapping of float)

    Returns
    -------
    dict of Table
        By name, in the order in which they are listed.
    """
    events, requests = make_tables(names, inputs.findings)
    first, *copies = copy_tables(names)
    others = make_organisations(names)
    *copies, sources = copies
    tables = (
        *(first, others, events, make_figures(names), requests, *copies),
        *(make_borders(names, borders), sources),
    )
    return {t.name: t for t in tables if t.rows or t is events}
