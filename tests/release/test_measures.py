import json

from tests.bench.bar import Bar
from tests.release.measures import (
    find_unexplained,
    read_bench,
    read_tests,
    write_table,
)


def test_measures_are_read_as_the_tests_print_them(request, weighed):
    weighed("a page, gzip -9", 80_000, 90_000, "bytes")
    weighed("one, of the other", 0.5, 1, "")
    weighed("wide: another map", 0, 0, "of 9 positions")
    lines = [value for _, value in request.node.user_properties]
    request.node.user_properties.clear()
    assert read_tests("\n".join(["= measures =", *lines, "= 1 passed ="])) == [
        Bar("a page, gzip -9, bytes", 80_000, 90_000),
        Bar("one, of the other", 0.5, 1),
        Bar("wide: another map, of 9 positions", 0, 0),
    ]


def test_bars_of_the_bench_are_read(tmp_path):
    path = tmp_path / "bench.json"
    assert read_bench(path) == []
    bar = {"what": "requests", "value": 1, "most": 1, "is_kept": True}
    path.write_text(json.dumps({"bars": [bar]}))
    assert read_bench(path) == [Bar("requests", 1, 1)]


def test_what_is_missed_stands_out():
    table = write_table([Bar("one", 1, 2), Bar("other", 3, 2)])
    _, _, one, other = table.splitlines()
    assert one == "| one | 1 | 2 |  |"
    assert other == "| other | 3 | 2 | **missed** |"


def test_a_missed_bar_must_be_named_in_the_document_of_the_bench():
    measures = [Bar("a step, ms", 3, 2), Bar("a page, kB", 95, 90), Bar("one", 1, 2)]
    (said,) = find_unexplained(measures, "What falls short: `a step,\nms`, since ...")
    assert said == "a page, kB: 95; expected at most 90"
