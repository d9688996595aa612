from dataclasses import replace

import pytest
import yaml

import build
from csto_atlas.events.files.items import Origin
from csto_atlas.events.layers.model import Layer
from csto_atlas.maps.validation.unused import find_forgotten, find_unseen
from tests.made.layer_files import RECORD


def lines(dataset, specs):
    return [str(problem) for problem in find_forgotten(dataset, specs)]


def test_the_default_data_set_forgets_nothing(all_facts):
    specs = {name: facts.spec for name, facts in all_facts.items()}
    dataset = all_facts["membership"].world.dataset
    assert lines(dataset, specs) == []


def test_sources_that_only_dropped_events_cite_are_forgotten(facts):
    dataset = facts.world.dataset
    events = tuple(event for event in dataset.events if "almaty" not in event.maps)
    cut = dataset.model_copy(update={"events": events})
    found = lines(cut, {"membership": facts.spec})
    assert len(found) > 10
    assert all("nothing cites the source" in line for line in found)
    cited = {source for event in events for source in event.sources}
    named = {line.split("'")[1] for line in found}
    assert not cited & named


def test_a_layer_cites_its_source(facts):
    dataset = facts.world.dataset
    fields = yaml.load(RECORD, Loader=yaml.BaseLoader)
    layer = Layer.model_validate({**fields, "origin": Origin("seen.yml", 1)})
    source = dataset.sources[0].model_copy(update={"id": layer.source})
    more = {"sources": (*dataset.sources, source)}
    specs = {"membership": facts.spec}
    assert len(lines(dataset.model_copy(update=more), specs)) == 1
    more["layers"] = (layer,)
    assert lines(dataset.model_copy(update=more), specs) == []


def test_a_status_without_a_colour_is_named_with_its_map(facts):
    states = {k: v for k, v in facts.spec.states.items() if k != "frozen"}
    spec = facts.spec.with_changes(states=states)
    (line,) = lines(facts.world.dataset, {"membership": spec})
    at = next(
        n
        for n, text in enumerate(
            (build.DATA / "maps" / "membership.yml").read_text().splitlines(), 1
        )
        if text.startswith("states:")
    )
    assert f"membership.yml:{at}: states are 'frozen' on this map" in line


def test_a_status_that_nobody_has_in_the_days_of_a_map_needs_no_colour(all_facts):
    almaty = all_facts["almaty"]
    assert "party" not in almaty.spec.states  # it ended in 2003
    assert lines(almaty.world.dataset, {"almaty": almaty.spec}) == []


def test_a_map_without_events_is_named(facts):
    spec = facts.spec.with_changes(id="bare")
    found = lines(facts.world.dataset, {"bare": spec})
    assert [line for line in found if "no event is shown on the map 'bare'" in line]


def test_a_language_without_a_catalogue_is_told(facts):
    dataset = facts.world.dataset
    meta = dataset.meta.model_copy(update={"languages": ("en", "ar", "de")})
    (line,) = lines(
        dataset.model_copy(update={"meta": meta}), {"membership": facts.spec}
    )
    assert "dataset.yml:" in line
    assert "not in 'de'; expected maps/locale/de/LC_MESSAGES/atlas.po" in line


@pytest.mark.data_set
def test_a_member_that_a_map_does_not_reach_is_told():
    countries = build.load_territories(build.GEODATA / "territories.csv")
    facts = build.load_data_set(build.DATA, countries)
    assert list(find_unseen(facts)) == []
    row = facts.dataset.memberships[0].model_copy(update={"code": "CAN"})
    more = {"memberships": (*facts.dataset.memberships, row)}
    dataset = facts.dataset.model_copy(update=more)
    (problem,) = find_unseen(replace(facts, dataset=dataset))
    assert problem.what == "the map 'membership' has no 'CAN', and does not count it"
    assert problem.where == row.origin.at("code")
