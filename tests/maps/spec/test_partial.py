"""A wrong value in a spec hides nothing else in it."""

import shutil

import pytest

from csto_atlas.maps.spec.partial import salvage_specs
from tests.conftest import DATA


@pytest.fixture
def data(tmp_path):
    shutil.copytree(DATA / "maps", tmp_path / "maps")
    return tmp_path


def test_what_is_right_in_a_wrong_spec_is_kept(data):
    path = data / "maps" / "membership.yml"
    text = path.read_text(encoding="utf-8")
    text = text.replace("projection:", "projektion:").replace("id: m", "id: M")
    path.write_text(f"{text}towns: [yeravan]\n", encoding="utf-8")
    (spec,) = salvage_specs(data, ["almaty", "border"])
    assert spec.towns == ("yeravan",)
    assert spec.frame is None  # nothing says which plane it was in
    assert "member" in spec.states
    assert spec.origin.path == path.as_posix()


def test_nothing_is_salvaged_of_what_cannot_be_read(data):
    (data / "maps" / "membership.yml").write_text("- a list\n")
    assert salvage_specs(data, ["almaty", "border"]) == []
