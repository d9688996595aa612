from dataclasses import replace

from csto_atlas.geodata.refresh.gazetteer import find_moved_places

CITIES = {"616052": {"latitude": 40.17765, "longitude": 44.5126}}


def test_a_place_may_be_rounded(places):
    assert list(find_moved_places({"yerevan": places["yerevan"]}, CITIES)) == []


def test_a_place_that_was_moved_is_named(places):
    moved = replace(places["yerevan"], lat=40.2)
    (problem,) = find_moved_places({"yerevan": moved}, CITIES)
    assert "'yerevan' at 40.2, 44.5126; expected 40.17765, 44.5126" in str(problem)


def test_an_unknown_id_is_named(places):
    (problem,) = find_moved_places({"moscow": places["moscow"]}, CITIES)
    assert "unknown geonames_id 524901" in str(problem)


def test_a_place_without_id_is_not_compared(places):
    assert list(find_moved_places({"sev-lich": places["sev-lich"]}, CITIES)) == []
