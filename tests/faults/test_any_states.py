"""Any set of states makes a map: no error of a library, whole, north up."""

import csv
from functools import cache
from pathlib import Path

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

import build
from csto_atlas.geodata.grounds import load_register
from csto_atlas.geodata.mainland import main_parts
from csto_atlas.maps.drawing.polygons import draw_clipped, order
from csto_atlas.maps.drawing.svg_paths import path_data
from csto_atlas.maps.shapes.load import load_geodata, load_world_drawing
from csto_atlas.maps.spec.distortion import find_lean
from csto_atlas.maps.spec.load import load_spec
from csto_atlas.maps.spec.placement import place_map
from csto_atlas.maps.spec.projecting import project
from csto_atlas.maps.spec.projection_choice import STEEPEST
from tests.conftest import DATA
from tests.faults.rounds import PROOF, rounds

pytestmark = pytest.mark.slow
FILES = load_register(build.GEODATA).default
WORLD = load_world_drawing(build.GEODATA)
PLACE = ("boundaries", "areas", "lakes", "projection", "frame", "views", "presets")
OPEN = dict.fromkeys((*PLACE, "unit", "closest", "fine"))
LIST = Path(__file__).parents[1] / "made" / "organisations.csv"
MOST_BYTES = 90_000  # bytes of paths, before compression: about 30 kB of a page


def read_organisations():
    lines = LIST.read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    return {row["organisation"]: row["codes"].split() for row in rows}


ORGANISATIONS = read_organisations()
ALONE = {
    code: [code]
    for code in ["KIR", "FJI", "NZL", "RUS", "USA", "CHL", "FRA", "VAT", "ATA", "NRU"]
}
FEW = {
    "the list ends in a sea of Africa": ["KEN", "SOM", "SDN"],
    "ECOWAS with Mauritania": [*ORGANISATIONS["ECOWAS"], "MRT"],
}
GROUPS = {**ORGANISATIONS, **ALONE, **FEW}
# One of each kind of projection, the antimeridian, a pole, and what once broke.
SAMPLE = [*FEW, "CELAC", "NATO", "PIF", "C", "KIR", "ATA", "GCC"]
WORDS = {"boundaries": None, "presets": ()}


@cache
def spec():
    written = load_spec(DATA / "maps" / "membership.yml")
    return written.with_changes(**OPEN | WORDS)


@cache
def main_points(code):
    """Return the corners of what counts of a state; asked for again by many groups."""
    return shapely.get_coordinates(main_parts(WORLD[code]))


def draw(codes):
    """Place the map of some states and draw it, as a build does."""
    placed = place_map(spec(), WORLD, codes, FILES)
    boundaries = load_geodata(build.GEODATA, placed, codes).boundaries
    drawn = order(draw_clipped(boundaries, placed), codes)
    paths = path_data(list(drawn.geometry))
    return placed, drawn, dict(zip(drawn["code"], paths, strict=True))


def check(codes):
    codes = [code for code in codes if code in WORLD]
    placed, drawn, paths = draw(codes)
    assert drawn.geometry.is_valid.all()
    assert all(paths.get(code) for code in codes)
    assert sum(map(len, paths.values())) < MOST_BYTES
    whole = project(placed.projection, np.vstack([main_points(c) for c in codes]))
    assert_inside(whole, placed.views.wide)
    assert_inside(whole, placed.views.narrow)
    is_on_plane = (
        "eqearth" not in placed.projection and "_0=-90" not in placed.projection
    )
    if is_on_plane:
        assert find_lean(placed.projection, placed.views.wide) < STEEPEST


def assert_inside(flat, box):
    left, bottom, right, top = box
    low, high = flat.min(axis=0), flat.max(axis=0)
    assert np.isfinite(flat).all()
    assert left <= low[0] and bottom <= low[1] and high[0] <= right and high[1] <= top


@pytest.mark.parametrize("name", rounds(SAMPLE, list(GROUPS)))
def test_the_map_of_an_organisation_is_whole_and_north_is_up(name):
    check(GROUPS[name])


def test_there_are_at_least_150_organisations():
    assert len(ORGANISATIONS) >= 150
    assert all(
        len(codes) >= 2 or "M49" in name for name, codes in ORGANISATIONS.items()
    )


@settings(deadline=None, max_examples=rounds(3, 60), derandomize=not PROOF)
@given(codes=st.sets(st.sampled_from(sorted(WORLD)), min_size=3, max_size=30))
def test_the_map_of_any_states_is_whole_and_north_is_up(codes):
    check(sorted(codes))
