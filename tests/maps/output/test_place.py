from pathlib import Path

import pytest

from csto_atlas.maps.output.place import CHECKOUT, find_conflict


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / "sets" / "mine"
    (folder / "maps").mkdir(parents=True)
    return folder


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("sets/mine", "is the data set"),
        ("sets", "holds the data set"),
        ("sets/mine/maps/dist", "lies in the data set"),
        ("sets/mine/../mine", "is the data set"),
        ("elsewhere", ""),
        ("sets/dist", ""),
    ],
)
def test_a_data_set_is_no_output(tmp_path, data, part, expected):
    found = find_conflict(tmp_path / part, [data])
    assert found.startswith(expected) if expected else not found


def test_a_data_set_may_have_its_own_output_unless_it_is_watched(data):
    assert find_conflict(data / "dist", [data]) == ""
    assert find_conflict(data / "dist", [data], is_watched=True).startswith("lies in")
    assert find_conflict(data / "dist" / "en", [data]).startswith("lies in")


def test_a_link_to_a_data_set_is_no_output(tmp_path, data):
    (tmp_path / "dist").symlink_to(data)
    assert find_conflict(tmp_path / "dist", [data]).startswith("is the data set")


def test_home_root_and_code_are_no_output():
    assert find_conflict(Path.home(), []) == "is the home folder"
    assert find_conflict(Path("/"), []) == "is the root folder"
    assert find_conflict(CHECKOUT, []) == "is the folder of the code"
    assert find_conflict(CHECKOUT / "maps" / "dist", []) == "lies in the code in maps/"
    assert not find_conflict(CHECKOUT / "dist", [])


def test_what_holds_the_home_folder_is_no_output(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path / "people" / "me"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "people" / "me"))
    assert find_conflict(tmp_path / "people", []) == "holds the home folder"
