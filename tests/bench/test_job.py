"""The job is what Python says of the data, however it gets there."""

import pytest
import shapely
from shapely.geometry import shape

from csto_atlas.maps.timeline.changes import state_at
from tests.bench.default import default_job
from tests.bench.job import read_job, write_job
from tests.bench.made import make_job

pytestmark = pytest.mark.slow  # draws all maps of the world


@pytest.fixture(scope="module")
def job():
    return default_job()


def test_the_states_of_the_job_are_those_of_our_own_slices(job, facts):
    assert [*job.ticks] == [tick.id for tick in facts.ticks]
    assert job.states["UZB"][20] == "suspended"
    for code, states in job.states.items():
        slices = facts.state_changes.states[code]
        assert [*states] == [state_at(slices, tick) for tick in range(len(job.ticks))]


def test_every_state_has_a_colour_of_its_own(job):
    used = {state for states in job.states.values() for state in states} - {"none"}
    assert used <= {*job.colours}
    assert len({*job.colours.values()}) == len(job.colours)


def test_the_job_is_read_as_it_was_written(job, tmp_path):
    for written in (job, make_job(5, 4, 3)):
        write_job(written, tmp_path / "job.json")
        assert read_job(tmp_path / "job.json") == written


def test_outer_rings_run_clockwise_as_plotly_wants_them(job):
    for made in (job, make_job(2, 3, 0)):
        for feature in made.territories["features"]:
            for part in getattr(shape(feature["geometry"]), "geoms", ()) or ():
                assert not shapely.is_ccw(part.exterior), feature["id"]


def test_runs_join_ticks_of_one_state():
    job = make_job(10, 1, 0)
    assert job.runs("XAA") == [
        (0, 1, "none"),
        (2, 3, "member"),
        (4, 5, "frozen"),
        (6, 9, "lapsed"),
    ]


def test_more_ticks_do_not_change_more():
    few, many = make_job(35, 10, 3), make_job(3650, 10, 3)
    for code in few.states:
        assert [run[2] for run in few.runs(code)] == [run[2] for run in many.runs(code)]


def test_made_territories_cover_no_ground_twice():
    shapes = [shape(f["geometry"]) for f in make_job(2, 60, 0).territories["features"]]
    assert shapely.is_valid(shapes).all()
    assert shapely.union_all(shapes).area == pytest.approx(
        sum(part.area for part in shapes)
    )
