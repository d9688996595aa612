"""Parquet files that unpack to more than any machine has: refused with a clear word."""

import sys

import pytest
import yaml

from csto_atlas.events.files.items import Origin
from csto_atlas.events.layers.checks import check_layer
from csto_atlas.events.layers.model import Layer
from tests.faults import bombs
from tests.faults.limited import refuse
from tests.faults.rounds import PROOF, dice, rounds
from tests.faults.seeding import copy_data

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits")
SLOW = ("description", "group", "larger", "page", "text")  # they take long to be made
ALL = {**bombs.BOMBS, **bombs.LIES}
QUICK = [name for name in ALL if PROOF or name not in SLOW]
MEGABYTES = 900  # a check without layers takes 300


def load(path):
    fields = yaml.safe_load(path.read_text(encoding="utf-8"))
    origin = Origin(path.as_posix(), 1)
    return Layer.model_validate(fields | {"origin": origin})


def check(folder, content):
    return [str(p) for p in check_layer(load(bombs.add_layer(folder, "x", content)))]


def test_bombs_and_lies_are_all_refused_in_bounded_time_and_memory(tmp_path):
    data = copy_data(tmp_path / "data")
    for name in QUICK:
        bombs.add_layer(data, name, ALL[name][0]())
    said = refuse(data, MEGABYTES).splitlines()
    for name in QUICK:
        mine = [line for line in said if f"/layers/{name}." in line]
        assert any(ALL[name][1] in line for line in mine), (name, mine)
        assert all("; expected " in line for line in mine)


@pytest.mark.skipif(not PROOF, reason="many seconds: make proof")
@pytest.mark.parametrize("name", ["text", "many"])
def test_one_bomb_takes_bounded_time_and_memory(tmp_path, name):
    data = copy_data(tmp_path / "data")
    content = bombs.many() if name == "many" else ALL[name][0]()
    bombs.add_layer(data, name, content)
    assert f"/layers/{name}." in refuse(data, MEGABYTES)


def test_many_wrong_rows_are_counted_and_not_listed(tmp_path):
    rows = bombs.table(10**6, id="1", day="no day")
    problems = check(tmp_path, bombs.parquet(rows))
    assert len(problems) == 21
    assert "1999979 more wrong cells" in problems[-1]


@pytest.mark.skipif(not PROOF, reason="long to be made: make proof")
def test_much_is_read_in_pieces(tmp_path):
    assert check(tmp_path, bombs.heavy()) == []


def test_the_rows_of_all_parts_together_are_bounded(tmp_path):
    part = bombs.doubled(bombs.parquet(bombs.table(10**5, id="1")), 3)
    path = bombs.add_layer(tmp_path, "parts", None, file="parts")
    (tmp_path / "layers" / "parts").mkdir()
    for number in range(2):
        (tmp_path / "layers" / "parts" / f"{number}.parquet").write_bytes(part)
    (problem,) = check_layer(load(path))
    assert "'parts' has more than 1500000 rows; expected" in str(problem)


def test_a_layer_that_is_a_link_is_not_followed(tmp_path):
    path = bombs.add_layer(tmp_path, "x", bombs.whole())
    file = tmp_path / "layers" / "x.parquet"
    file.rename(tmp_path / "secret.parquet")
    file.symlink_to(tmp_path / "secret.parquet")
    (problem,) = check_layer(load(path))
    assert "'x.parquet' is a link to" in str(problem)


@pytest.mark.parametrize("number", range(rounds(3, 40)))
def test_a_file_with_wrong_bytes_is_refused_or_read(tmp_path, number):
    chance, content = dice(f"bytes {number}"), bombs.whole()
    for _ in range(25):
        broken = bytearray(content)
        for _ in range(chance.choice((1, 1, 2, 8))):
            broken[chance.randrange(4, len(broken))] = chance.randrange(256)
        if chance.random() < 0.2:
            del broken[chance.randrange(len(broken)) :][:100]
        for problem in check(tmp_path, bytes(broken)):
            assert "; expected " in problem
