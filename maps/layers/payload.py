"""The data of layers for the script of a page, which only draws them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import geopandas as gpd
import numpy as np
import shapely

from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.layers.column_codec import write_column, zigzag
from csto_atlas.maps.layers.entries import name_estimates
from csto_atlas.maps.layers.hexagons import SIZES, CellLayer, DrawnCell, write_shapes
from csto_atlas.maps.layers.legend import coordinate_forms, write_place
from csto_atlas.maps.layers.markup import DrawnLayer
from csto_atlas.maps.layers.model import Tally
from csto_atlas.maps.layers.point_symbols import RING, SpotLayer
from csto_atlas.maps.payload.layers import (
    CellData,
    LayerData,
    LayerTexts,
    SpotData,
    Tallies,
)

DIGITS = 10  # longitudes and latitudes of cells are in tenths of a degree


def make_layer_data(
    layers: Sequence[DrawnLayer],
    territories: gpd.GeoDataFrame,
    ticks: int,
    texts: Texts,
) -> LayerData:
    """Make the data of the layers for the script of a page.

    Parameters
    ----------
    layers : sequence of CellLayer or SpotLayer
    territories : GeoDataFrame
        ``code`` and polygons.
    ticks : int
        Number of ticks.
    texts : Texts

    Returns
    -------
    LayerData
        Its keys are in the order in which the page has them.
    """
    return LayerData(
        layers=[
            _write_cells(drawn, territories, ticks, texts)
            if isinstance(drawn, CellLayer)
            else _write_spots(drawn, texts)
            for drawn in layers
        ],
        language=texts.language,
        gap=RING,
        texts=_write_texts(texts),
    )


def _write_texts(texts: Texts) -> LayerTexts:
    forms = coordinate_forms(texts)
    return LayerTexts(
        north=forms["north"],
        south=forms["south"],
        east=forms["east"],
        west=forms["west"],
        title=texts.gettext("{layer}, {tick}"),
        events=texts.gettext("Events"),
        places=texts.gettext("Of which: approximate location"),
        dates=texts.gettext("Of which: approximate date"),
        killed=texts.gettext("Killed, {estimate}"),
        none=texts.gettext("No event is recorded for this step."),
    )


def _write_spots(drawn: SpotLayer, texts: Texts) -> SpotData:
    return SpotData(
        id=drawn.layer.id,
        names=[write_place(spot.codes, spot.at, texts) for spot in drawn.spots],
        looks=[
            [
                (tick, (look.count, look.dot, look.least, look.most, look.reach))
                for tick, look in spot.looks
            ]
            for spot in drawn.spots
        ],
    )


def _write_cells(
    drawn: CellLayer, territories: gpd.GeoDataFrame, ticks: int, texts: Texts
) -> CellData:
    lands = _name_lands(drawn.cells, territories, texts)
    names = list(dict.fromkeys(lands))
    by_tick = [list(drawn.at(tick)) for tick in range(ticks)]
    tallies = [tally for rows in by_tick for _, tally in rows]
    shapes = write_shapes(drawn.cells)
    return CellData(
        id=drawn.layer.id,
        cells=len(drawn.cells),
        breaks=drawn.breaks,
        shades=drawn.shades,
        sizes=SIZES,
        lands=names,
        land=write_column(map(names.index, lands)),
        lon=_write_degrees(cell.lon for cell in drawn.cells),
        lat=_write_degrees(cell.lat for cell in drawn.cells),
        corners=write_column(shapes["corners"]),
        x=write_column(map(zigzag, shapes["x"])),
        y=write_column(map(zigzag, shapes["y"])),
        dx=write_column(map(zigzag, shapes["dx"])),
        dy=write_column(map(zigzag, shapes["dy"])),
        rows=write_column(map(len, by_tick)),
        gaps=write_column(_count_gaps(by_tick)),
        tallies=_write_tallies(tallies, drawn.layer.has_deaths),
        killed=name_estimates(drawn.layer, texts),
    )


def _write_tallies(tallies: Sequence[Tally], has_deaths: bool) -> Tallies:
    """Write the tallies as columns of small numbers.

    All cells have events, so these are written less 1. The low and the high estimate
    are written as differences from the best one.
    """
    columns = Tallies(
        events=write_column(tally.events - 1 for tally in tallies),
        places=write_column(tally.vague_places for tally in tallies),
        dates=write_column(tally.vague_dates for tally in tallies),
    )
    if has_deaths:
        columns["best"] = write_column(tally.best for tally in tallies)
        columns["low"] = write_column(
            zigzag(tally.best - tally.low) for tally in tallies
        )
        columns["high"] = write_column(
            zigzag(tally.high - tally.best) for tally in tallies
        )
    return columns


def _count_gaps(by_tick: Iterable[Sequence[tuple[int, Tally]]]) -> Iterable[int]:
    """Count the cells without events before each cell with events, tick by tick."""
    for rows in by_tick:
        before = -1
        for number, _ in rows:
            yield number - before - 1
            before = number


def _write_degrees(numbers: Iterable[float]) -> str:
    return write_column(zigzag(round(number * DIGITS)) for number in numbers)


def _name_lands(
    cells: Sequence[DrawnCell], territories: gpd.GeoDataFrame, texts: Texts
) -> list[str]:
    """Name the territories in each cell, by area in square degrees, largest first."""
    shapes = territories.to_crs(4326).geometry.array
    rings = [shapely.Polygon(drawn.cell.ring) for drawn in cells]
    found: list[list[tuple[float, str]]] = [[] for _ in cells]
    pairs = shapely.STRtree(shapes).query(rings, predicate="intersects")
    sizes = shapely.area(
        shapely.intersection(np.array(rings)[pairs[0]], np.array(shapes)[pairs[1]])
    )
    codes = list(territories["code"])
    for cell, land, size in zip(*pairs, sizes, strict=True):
        found[cell].append((-size, codes[land]))
    joint = texts.gettext(", ")
    return [joint.join(texts.territory(c) for _, c in sorted(rows)) for rows in found]
