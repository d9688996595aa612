"""Made frames with dates, and a direct query of their rows."""

import geopandas as gpd
import shapely

from csto_atlas.maps.notebook.slices import Slices

SHAPES = [shapely.box(x, 40, x + 8, 48) for x in (40, 50, 60)]


def make_frame(rows, crs=4326, shapes=SHAPES):
    """Return a frame of (name, from, to, status, shape) rows."""
    names, starts, ends, values, places = zip(*rows, strict=True)
    return gpd.GeoDataFrame(
        {"name": names, "from": starts, "to": ends, "status": values},
        geometry=[shapes[place] for place in places],
        crs=crs,
    )


PACT = [
    ("Aland", 1992, 1999, "party", 0),
    ("Aland", 1999, None, "member", 0),
    ("Beland", "1994-05-15", "2003", "member", 1),
    ("Celand", None, "1996", "party", 2),
]


def make_slices(rows=PACT, **options):
    """Return the layer of a frame."""
    options = {"label": "name", "tooltip": ["status"], "name": "Pact", **options}
    return Slices(make_frame(rows), "from", "to", "status", "name", **options)
