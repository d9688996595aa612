"""What is drawn, simplified and rounded, against the unsimplified source."""

import numpy as np
import pytest
import shapely

import build
from csto_atlas.geodata.borders import shared_border
from csto_atlas.geodata.boundaries import load_boundaries

ALMATY = (76.9115, 43.2525)


def drawn(spec, frame):
    """Return the codes' outlines as the page has them: whole steps, in kilometres."""
    placed = spec.plane.to_drawing(frame)
    outlines = shapely.transform(
        placed.geometry.array, lambda points: np.rint(points) * spec.unit
    )
    return dict(zip(placed["code"], outlines, strict=True))


def drawn_border(spec, frame, one, other):
    """Return the line that two drawn outlines share, in kilometres."""
    outlines = drawn(spec, frame)
    near = outlines[other].boundary.buffer(0.01)
    return shapely.intersection(outlines[one].boundary, near)


def source_border(spec, name, one, other):
    """Return the vertices of the unsimplified border, in kilometres."""
    full = load_boundaries(build.GEODATA / name)
    pair = full[full["code"].isin([one, other])].set_index("code")
    border = shared_border(pair.geometry[one], pair.geometry[other])
    source = spec.plane.to_drawing(full.head(1).assign(geometry=[border]))
    return shapely.get_coordinates(source.geometry.iloc[0]) * spec.unit


@pytest.mark.parametrize("name", ["membership", "border"])
def test_the_border_is_within_a_pixel_of_its_source_at_the_closest_zoom(
    all_facts, name
):
    spec, geodata = all_facts[name].spec, all_facts[name].world.geodata
    points = source_border(spec, "arm_aze_full.geojson", "ARM", "AZE")
    line = drawn_border(spec, geodata.source, "ARM", "AZE")
    away = shapely.distance(shapely.points(points), line)
    assert len(points) > 4000
    assert away.max() <= spec.closest


def test_near_almaty_the_border_is_drawn_within_600_m_of_its_source(all_facts):
    spec, geodata = all_facts["almaty"].spec, all_facts["almaty"].world.geodata
    points = source_border(spec, "central_asia_full.geojson", "KAZ", "KGZ")
    city = spec.plane.to_drawing(
        geodata.source.head(1).assign(geometry=[shapely.Point(ALMATY)])
    )
    middle = shapely.get_coordinates(city.geometry.iloc[0])[0] * spec.unit
    near = points[np.hypot(*(points - middle).T) < 80]
    line = drawn_border(spec, geodata.source, "KAZ", "KGZ")
    assert len(near) > 100
    assert shapely.distance(shapely.points(near), line).max() <= 0.6
