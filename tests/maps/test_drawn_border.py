"""What is drawn, simplified and rounded, against the unsimplified source."""

import numpy as np
import shapely

import build
from geodata.borders import shared_border
from geodata.boundaries import load_boundaries


def drawn(spec, frame):
    """Return the codes' outlines as the page has them: whole steps, in kilometres."""
    placed = spec.plane.to_drawing(frame)
    outlines = shapely.transform(
        placed.geometry.array, lambda points: np.rint(points) * spec.unit
    )
    return dict(zip(placed["code"], outlines, strict=True))


def test_the_border_is_within_a_pixel_of_its_source_at_the_closest_zoom(facts):
    full = load_boundaries(build.GEODATA / "arm_aze_full.geojson")
    pair = full[full["code"].isin(["ARM", "AZE"])].set_index("code")
    border = shared_border(pair.geometry["ARM"], pair.geometry["AZE"])
    source = facts.spec.plane.to_drawing(full.head(1).assign(geometry=[border]))
    outlines = drawn(facts.spec, facts.world.boundaries)
    line = shapely.intersection(
        outlines["ARM"].boundary, outlines["AZE"].boundary.buffer(0.01)
    )
    points = shapely.get_coordinates(source.geometry.iloc[0]) * facts.spec.unit
    away = shapely.distance(shapely.points(points), line)
    assert len(points) > 4000
    assert away.max() <= facts.spec.closest
