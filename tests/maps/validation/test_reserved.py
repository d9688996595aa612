from dataclasses import dataclass

import pytest

from csto_atlas.events.files.items import Origin
from csto_atlas.maps.validation.reserved import check_reserved


@dataclass
class Named:
    id: str
    origin: Origin


@dataclass
class Statuses:
    statuses: list


def complaints(status="member", spec="membership"):
    statuses = Statuses([Named(status, Origin("statuses.yml", 3, {}))])
    specs = [Named(spec, Origin("maps/a.yml", 1, {("id",): 2}))]
    return [str(problem) for problem in check_reserved(statuses, specs)]


def test_other_ids_are_free():
    assert complaints() == []
    assert complaints("nonee", "articles") == []


@pytest.mark.parametrize("name", ["none", "other"])
def test_a_status_cannot_be_called_as_pages_call_what_has_none(name):
    (line,) = complaints(status=name)
    assert line.startswith(f"statuses.yml:3: status '{name}' has the name that stands")


@pytest.mark.parametrize("name", ["article", "index"])
def test_a_map_cannot_take_the_place_of_another_page(name):
    (line,) = complaints(spec=name)
    assert line.startswith(f"maps/a.yml:2: map '{name}' has the name that stands for")
    assert line.endswith("; expected another id")
