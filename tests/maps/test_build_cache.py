import shutil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import build
from csto_atlas.maps.build_cache import Memory, remembered, remembering
from csto_atlas.maps.layers import scheduler as gather
from csto_atlas.maps.page.addresses import Site
from tests.faults.rounds import PROOF, rounds
from tests.made.layer_files import RECORD, write_rows

calls = []


@remembered
def double(number, *, noted=True):
    calls.append(number)
    return 2 * number


@remembered
def fail(number):
    raise OSError(number)


@pytest.fixture(autouse=True)
def no_calls():
    calls.clear()


def test_nothing_is_kept_outside_of_a_memory():
    assert [double(2), double(2)] == [4, 4]
    assert calls == [2, 2]


def test_nothing_is_kept_without_a_memory():
    with remembering(None):
        assert [double(2), double(2)] == [4, 4]
    assert calls == [2, 2]


def test_a_result_is_made_once_for_each_value():
    memory = Memory()
    for _ in range(3):
        with remembering(memory):
            assert [double(2), double(3), double(2)] == [4, 6, 4]
    assert calls == [2, 3]


@pytest.mark.parametrize("other", [2.0, True, "2"])
def test_equal_is_not_enough_it_must_be_the_same_value(other):
    memory = Memory()
    with remembering(memory):
        double(1 if other is True else 2)
        double(other)
    assert len(calls) == 2


def test_named_arguments_count():
    with remembering(Memory()):
        double(2)
        double(2, noted=False)
    assert calls == [2, 2]


def test_what_one_build_did_not_ask_for_is_forgotten():
    memory = Memory()
    for number in (2, 3, 2):
        with remembering(memory):
            double(number)
    assert calls == [2, 3, 2]


def test_a_build_that_fails_forgets_nothing():
    memory = Memory()
    with remembering(memory):
        double(2)
    with pytest.raises(OSError), remembering(memory):
        fail(3)
    with remembering(memory):
        double(2)
    assert calls == [2]
    assert double(2) == 4  # and nothing is kept after it
    assert calls == [2, 2]


STARTER = build.ROOT / "events" / "starter"
EDITS = {
    "events/benelux.yml": ("Three states sign", "customs union", "1958-02-03"),
    "maps/membership.yml": ("year by year", '"1960"', "rank: 3", "colour: weak"),
    "statuses.yml": ("Members", "The treaty is in force", "true"),
    "memberships.csv": ("member,1960-11-01", "Treaty in force", "medium"),
}
NEWS = {"1958-02-03": "1958-02-04", '"1960"': '"1958"', "rank: 3": "rank: 1"}
NEWS |= {"colour: weak": "colour: cool", "true": "false", "medium": "high"}
NEWS |= {"member,1960-11-01": "member,1960-11-02"}
if PROOF:  # the default data set has all that a build may keep; it takes longer
    EDITS = {
        "events/acts.yml": ("Six states sign", "Belarus was not", "1992-05-15"),
        "maps/membership.yml": ("year by year", "3.3", "rank: 2", "colour: former"),
        "statuses.yml": ("signatory of the Treaty", "Parties to the Treaty", "true"),
        "memberships.csv": ("suspended,2012-06-28", "member,", "Signed the Treaty"),
    }
    NEWS = {"1992-05-15": "1992-05-16", "3.3": "4", "rank: 2": "rank: 1"}
    NEWS |= {"colour: former": "colour: cool", "true": "false", "member,": "frozen,"}
    NEWS |= {"suspended,2012-06-28": "suspended,2013-01-02"}
SPOTS = [(name, old) for name, olds in EDITS.items() for old in olds]
WORDS = st.text("aé عЖ-", min_size=1, max_size=9).map(str.strip).filter(bool)


@pytest.fixture(scope="module")
def edited(tmp_path_factory):
    """Return a copy of the data set, and a memory that all edits share."""
    data = tmp_path_factory.mktemp("edited") / "data"
    return shutil.copytree(build.DATA if PROOF else STARTER, data), Memory()


@pytest.mark.build
@settings(max_examples=rounds(3, 12), deadline=None)
@given(spot=st.sampled_from(SPOTS), word=WORDS)
def test_a_build_with_a_memory_is_the_build_without(edited, spot, word):
    data, memory = edited
    name, old = spot
    path = data / name
    before = path.read_text(encoding="utf-8")
    assert old in before
    path.write_text(
        before.replace(old, NEWS.get(old, f"{old} {word}"), 1), encoding="utf-8"
    )
    wanted = data, ["membership"], ["ar"], Site()
    try:
        quick = build.build(*wanted, memory=memory)
        assert quick == build.build(*wanted)
    finally:
        path.write_text(before, encoding="utf-8")


@pytest.mark.build
def test_the_rows_of_a_layer_are_joined_again_only_if_their_file_changed(
    tmp_path, monkeypatch
):
    data = shutil.copytree(STARTER, tmp_path / "data")
    (data / "layers").mkdir()
    record = RECORD.replace("source: daily", "source: uia")
    (data / "layers" / "seen.yml").write_text(record, encoding="utf-8")
    rows, treaty = data / "layers" / "seen.csv", data / "events" / "benelux.yml"
    there = {"from": "1958-05-15", "to": "1958-05-16", "lat": "52.1", "lon": "4.5"}
    rows.write_text(write_rows(there, there), encoding="utf-8")
    spec = data / "maps" / "membership.yml"
    spec.write_text(f"{spec.read_text(encoding='utf-8')}layers: [seen]\n", "utf-8")
    memory, joined, join = Memory(), [], gather.bin_chunk
    monkeypatch.setattr(
        gather, "bin_chunk", lambda *given: joined.append(1) or join(*given)
    )

    def pages():
        joined.clear()
        wanted = data, ["membership"], ["en"], Site()
        quick = build.build(*wanted, memory=memory)
        count = len(joined)
        assert quick == build.build(*wanted)
        return quick.files["en/membership.html"], count

    first, count = pages()
    assert count == 1
    text = treaty.read_text(encoding="utf-8")
    treaty.write_text(text.replace("Three states", "Seven states"), "utf-8")
    second, count = pages()
    assert (second != first, count) == (True, 0)
    rows.write_text(write_rows(there, there | {"lat": "51"}), encoding="utf-8")
    third, count = pages()
    assert (third != second, count) == (True, 1)
