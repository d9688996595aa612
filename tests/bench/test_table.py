from dataclasses import replace

import pytest

import build
from tests.bench.bar import Bar
from tests.bench.bars import check_growth, check_page
from tests.bench.growth import Curve, Point, grow
from tests.bench.measure import Figures, Row
from tests.bench.peers import OURS, PARTS, PEERS
from tests.bench.process import BuildError
from tests.bench.table import (
    BEGIN,
    END,
    put_between,
    write_bars,
    write_growth,
    write_missed,
    write_ratios,
    write_rows,
    write_summary,
)

OUR = Figures(
    build_s=1.5, build_mb=200, page_raw=280_000, page_gzip=75_000, whole_raw=280_000,
    whole_gzip=75_000, requests=1, hosts=0, missing=0, first_map=120, heap_mb=1.4,
    nodes=5580, step=1, step_p95=1.8, step_slow=4, step_slow_p95=7, is_offline=True,
    wrong_ticks=0, wrong_states=0, axe_rules=0, violations=0,
    rounds={"first_map": (120, 100, 140), "step": (1, 1.2, 0.9)},
)  # fmt: skip
THEIRS = replace(
    OUR, whole_gzip=750_000, requests=13, hosts=4, first_map=300, heap_mb=4.2, step=2,
    is_offline=False, axe_rules=7, violations=33,
    rounds={"first_map": (300, 200, 280), "step": (2, 2, 3)},
)  # fmt: skip
STALE = replace(
    THEIRS, step=0.5, wrong_ticks=27, rounds=THEIRS.rounds | {"step": (0.5, 0.5, 0.5)}
)


def test_a_line_of_the_table_has_every_figure():
    table = write_rows([Row("ours", OUR), Row("other", THEIRS)])
    heads, _, ours, theirs = table.splitlines()
    assert ours == (
        "| ours | 1.50 | 200 | 280 | 75 | 280 | 75 | 1 | 0 | 120 | 1.4 | 5,580 | 1.00 "
        "| 1.80 | 4.0 | 7.0 | yes | 0 | 0 | 0 |"
    )
    assert heads.count("|") == ours.count("|") == theirs.count("|")
    assert " no | 0 | 7 | 33 |" in theirs


def test_a_peer_that_fails_is_a_line_that_says_why():
    table = write_rows([Row("ours", OUR), Row("other", None, "not built: a | b")])
    assert table.endswith("| other | failed: not built: a \\| b |\n")


def test_ratios_say_how_many_times_as_much_a_peer_needs():
    table = write_ratios(OUR, [Row("other", THEIRS), Row("broken", None, "why")])
    assert "| other | × 10.0 | × 2.5 | × 3.0 | × 2.0 | × 1.0 |\n" in table
    assert "broken" not in table


def test_growth_is_written_as_slopes_and_where_it_ends():
    points = (Point(35, 1, 1000, 2), Point(350, 10, 1000, 2))
    table = write_growth(
        [
            Curve("one", "ticks", points, "3,650: not built in 30 s"),
            Curve("two", "events", (), "has none"),
        ]
    )
    _, _, one, two = table.splitlines()
    assert one == (
        "| one | ticks | 0.00 | 0.00 | 1.00 | 350; 3,650: not built in 30 s |"
    )
    assert two == "| two | events | – | – | – | –; has none |"


def test_bars_compare_with_the_best_peer_and_a_step_only_with_one_that_is_right():
    rows = [Row("right", THEIRS), Row("stale", STALE), Row("broken", None, "why")]
    parts = [Row("map", OUR), Row("broken", None, "why")]
    bars = {bar.what: bar for bar in check_page(OUR, parts, rows, 1)}
    assert all(bar.is_kept for bar in bars.values())
    assert bars["whole page, gzip -9, × the lightest"].value == pytest.approx(0.1)
    step = bars["step, map, × the quickest"]
    assert (step.value, *step.spread) == pytest.approx((0.5, 0.3, 0.6))


def test_pages_are_compared_with_those_of_the_same_round():
    slow_round = replace(OUR, rounds=OUR.rounds | {"first_map": (120, 1000, 140)})
    theirs = replace(THEIRS, rounds=THEIRS.rounds | {"first_map": (300, 2500, 280)})
    bars = check_page(slow_round, [], [Row("other", theirs)], 1)
    first = next(bar for bar in bars if bar.what.startswith("first map"))
    assert (first.value, first.spread) == (pytest.approx(0.4), (0.4, 0.5))


def test_a_bar_that_is_missed_is_marked():
    text = write_bars([Bar("one", 2.5, 2), Bar("two", 2, 2, (1.5, 3))])
    assert "| one | 2.5 |  | ≤ 2 | **missed** |\n" in text
    assert "| two | 2 | 1.5 to 3 | ≤ 2 |  |\n" in text


@pytest.mark.parametrize(
    ("middle", "large", "step", "missed"),
    [(1010, 1020, 2.1, 0), (1030, 1030, 2.1, 1), (1010, 1020, 3, 1)],
)
def test_ten_times_the_ticks_may_hardly_cost_bytes(middle, large, step, missed):
    points = (
        Point(35, 1, 1000, 2),
        Point(365, 1, middle, 2),
        Point(3650, 1, large, step),
    )
    bars = check_growth(Curve("ours", "ticks", points))
    assert sum(not bar.is_kept for bar in bars) == missed


def test_a_peer_grows_until_it_fails():
    def measure(peer, axis, size):
        if size > 100:
            raise BuildError("not built in 30 s\nmore")
        return Point(size, 1, 1000, 1)

    curve = grow(OURS, "ticks", measure)
    assert [point.size for point in curve.points] == [35, 100]
    assert curve.why == "365: not built in 30 s"
    without = next(peer for peer in PEERS if not peer.shows_marks)
    assert grow(without, "events", measure).points == ()


def test_the_table_of_the_readme_says_how_many_times_as_much_others_need():
    table = write_summary(OUR, [Row("other", THEIRS), Row("broken", None, "why")])
    _, _, ours, other, broken = table.splitlines()
    assert ours == "| this atlas | 75 kB | 120 ms | 1.0 ms | 1.4 MB | 1 | yes | 0 | 0 |"
    assert other == "| other | × 10.0 | × 2.5 | × 2.0 | × 3.0 | 13 | no | 0 | 7 |"
    assert broken == "| broken | failed: why |"


def test_a_table_takes_the_place_of_the_former_one():
    text = f"a\n{BEGIN}\nold\n{END}\nb\n"
    once = put_between(text, "new\n")
    assert once == put_between(once, "new\n") == f"a\n{BEGIN}\nnew\n{END}\nb\n"
    with pytest.raises(ValueError, match="no place"):
        put_between("a", "new\n")


def test_the_readme_has_the_table_of_all_peers():
    text = (build.ROOT / "README.md").read_text(encoding="utf-8")
    lines = text.partition(BEGIN)[2].partition(END)[0].splitlines()[1:]
    others = [Row(peer.name, THEIRS) for peer in (*PARTS, *PEERS)]
    expected = write_summary(OUR, others)
    names = [line.split("|")[1] for line in expected.splitlines()]
    assert lines[0] == expected.splitlines()[0]
    assert [line.split("|")[1] for line in lines] == names


def test_what_falls_short_is_listed_by_itself():
    bars = [Bar("step, ms", 3, 2), Bar("page, kB", 80, 90)]
    assert write_missed(bars) == "Falls short:\n- step, ms: 3, bar 2"
    assert write_missed(bars[1:]) == "No bar is missed."
