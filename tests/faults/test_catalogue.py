"""Every fault of the catalogue is told with its file and line, many at once."""

import functools
from itertools import chain

import pytest

import build
from csto_atlas.events.errors import DataError
from csto_atlas.maps import load as facts
from tests.faults.catalogue import FAULTS, RUINS
from tests.faults.folders import beside, pages
from tests.faults.rounds import PROOF
from tests.faults.seeding import copy_data, seed

ALL = [*chain(*FAULTS.values()), *RUINS]
FLOOD = 20  # more lines than that about one fault would bury it


@pytest.fixture(autouse=True, scope="module")
def quick():
    """Join the places to the ground only once: no fault is in the geodata."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(facts, "load_terrain", functools.cache(facts.load_terrain))
        patch.setattr(facts, "check_gazetteer", lambda *args, **options: [])
        yield


@pytest.fixture
def data(tmp_path):
    return copy_data(tmp_path / "data")


def groups():
    """Deal the faults into data sets that can tell of each: one of a kind a text."""
    for part in (*FAULTS.values(), RUINS):
        left = part
        while left:
            taken = {}
            for fault in left:
                taken.setdefault((fault.file, getattr(fault, "find", "")), fault)
            yield [*taken.values()]
            left = [fault for fault in left if fault not in taken.values()]


def tell(data):
    countries = build.load_territories(build.GEODATA / "territories.csv")
    with pytest.raises(DataError) as caught:
        build.load_data_set(data, countries)
    return caught.value.problems


def is_told(problems, where, says):
    return any(
        problem.where == where
        and all(part in str(problem) for part in says.split(" … "))
        for problem in problems
    )


def test_the_catalogue_is_long_and_says_something_everywhere():
    assert len(set(ALL)) == len(ALL) >= 60
    assert all(fault.says for fault in ALL)
    names = {path.name for path in (build.DATA).rglob("*.*") if path.suffix != ".md"}
    assert names <= {fault.file.rpartition("/")[2] for fault in ALL}


@pytest.mark.parametrize("faults", [*groups()], ids=len)
def test_every_fault_is_told_on_its_line_many_at_once(data, faults):
    places = seed(data, faults)
    problems = tell(data)
    missed = [place for place in places if not is_told(problems, *place)]
    assert not missed, "\n".join(map(str, problems))


@pytest.mark.skipif(not PROOF, reason="each alone: make proof")
@pytest.mark.parametrize("fault", ALL, ids=lambda fault: f"{fault.file} {fault.says}")
def test_a_fault_alone_is_told_on_its_line_and_hardly_anything_else(data, fault):
    (place,) = seed(data, [fault])
    problems = tell(data)
    assert is_told(problems, *place), "\n".join(map(str, problems))
    assert len(problems) <= FLOOD


def test_a_build_with_faults_exits_with_1_without_a_traceback(data, tmp_path, capsys):
    out = tmp_path / "dist"
    build.write({"en/page.html": "former"}, out)
    places = seed(data, next(groups()))
    assert build.main(["--data", str(data), "--out", str(out)]) == 1
    lines = capsys.readouterr().err.splitlines()
    for where, says in places:
        parts = says.split(" … ")
        told = [line for line in lines if line.startswith(f"{where}: ")]
        assert any(all(part in line for part in parts) for line in told), where
    assert all("; expected " in line for line in lines)
    assert pages(out) == {"en/page.html": b"former"}
    assert beside(out) == ["data", "dist"]
