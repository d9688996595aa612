import sys

import pytest

from csto_atlas.maps.output import swap as swapping
from csto_atlas.maps.output.swap import swap


@pytest.fixture
def folders(tmp_path):
    one, other = tmp_path / "one", tmp_path / "other"
    for folder in (one, other):
        folder.mkdir()
        (folder / folder.name).touch()
    return one, other


@pytest.mark.skipif(sys.platform != "linux", reason="as Linux does it")
def test_two_folders_change_places(folders):
    one, other = folders
    if not swap(one, other):
        pytest.skip("this file system cannot")
    assert (one / "other").exists()
    assert (other / "one").exists()


def test_a_folder_that_is_not_there_is_no_partner(folders, tmp_path):
    assert not swap(folders[0], tmp_path / "nowhere")
    assert (folders[0] / "one").exists()


@pytest.mark.parametrize("platform", ["win32", "linux", "darwin"])
def test_where_the_system_has_no_such_function_nothing_is_done(
    folders, monkeypatch, platform
):
    monkeypatch.setattr(swapping.sys, "platform", platform)
    monkeypatch.setattr(swapping.ctypes, "CDLL", lambda name: object())
    assert not swap(*folders)
    assert (folders[0] / "one").exists()
