from dataclasses import dataclass

from tests.bench.job import NONE
from tests.bench.measure import Row
from tests.bench.peers import SLICES
from tests.bench.slices import check_slices, make_jobs


@dataclass(frozen=True)
class Figures:
    whole_gzip: int
    step: float
    wrong_ticks: int = 0
    axe_rules: int = 0


def rows(*figures):
    return [Row(f"{n}", one) for n, one in enumerate(figures)]


def test_what_is_wrong_is_no_measure():
    ours = [Figures(50, 1.0), Figures(90, 2.0)][: len(SLICES)]
    bars = check_slices(
        rows(*ours, Figures(60, 0.1, wrong_ticks=3), Figures(100, 2)), "J"
    )
    assert {bar.what.split(": ")[1]: bar.value for bar in bars} == {
        "wrong ticks of ours": 0,
        "axe rules of the page": 0,
        "bytes of the page, × the best": 0.5,
        "step, × the best": 0.5,
    }
    assert all(bar.is_kept for bar in bars)


def test_nothing_to_compare_with_is_a_bar_that_is_missed():
    bars = check_slices(rows(Figures(50, 1.0), Figures(50, 1.0), None), "J")
    assert [bar.is_kept for bar in bars] == [True, True, False]


def test_every_shape_of_a_job_is_seen_and_some_change():
    for job in make_jobs().values():
        shapes = {feature["id"] for feature in job.territories["features"]}
        assert shapes == set(job.states)
        assert all({*states} - {NONE} for states in job.states.values())
        assert any(len({*states}) > 1 for states in job.states.values())
        assert job.least > 0
