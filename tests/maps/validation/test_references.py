"""What a spec names must be there."""

import pytest

import build
from csto_atlas.maps.spec.model import MADE
from csto_atlas.maps.spec.parts import Preset
from csto_atlas.maps.validation.references import (
    check_languages,
    check_specs,
    check_words,
)

FAULTS = {
    "a file": ({"boundaries": "eurasia.json"}, "unknown file 'eurasia.json'",
               "'eurasia.geojson'"),
    "lakes": ({"lakes": "ponds.geojson"}, "unknown file 'ponds.geojson'", ""),
    "an organisation": ({"overlays": ("cis", "gaum")}, "unknown organisation 'gaum'",
                        "'guam'"),
    "a place": ({"towns": ("yerevan", "yeravan")}, "unknown place 'yeravan'",
                "'yerevan'"),
    "a country": ({"speaks_of": ("ARM", "ARMX")}, "unknown code 'ARMX'", "'ARM'"),
}  # fmt: skip


def check(facts, **changes):
    spec = facts.spec.with_changes(**changes)
    places, countries = facts.world.places, facts.countries
    return check_specs([spec], facts.world.dataset, places, countries, build.GEODATA)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_name_that_nothing_has_is_told_with_the_nearest(facts, fault):
    changes, what, nearest = FAULTS[fault]
    (problem,) = check(facts, **changes)
    assert problem.what == what
    assert nearest in problem.expected


def test_a_status_that_nothing_has_is_told(facts):
    states = dict(facts.spec.states)
    (problem,) = check(facts, states={**states, "friend": states["member"]})
    assert problem.what == "unknown status 'friend'"


def test_a_layer_that_nothing_has_is_told_with_its_line(facts):
    (problem,) = check(facts, layers=("seen",))
    assert problem.what == "unknown layer 'seen'"


def test_the_border_is_between_states_and_has_its_figures(all_facts):
    facts = all_facts["border"]
    border = facts.spec.border.model_copy(
        update={"codes": ("ARM", "AZR"), "figures": "length"}
    )
    told = {problem.what for problem in check(facts, border=border)}
    assert told == {"unknown code 'AZR'", "unknown event 'length'"}


def test_the_maps_of_the_default_data_set_name_what_there_is(all_facts):
    for facts in all_facts.values():
        assert check(facts) == []
        assert facts.spec.origin != MADE


def test_what_could_not_be_read_is_not_called_missing(all_facts):
    facts = all_facts["border"]
    unread = frozenset({"Status", "border-length"})
    nothing = {"statuses": (), "events": (), "unread": unread}
    dataset = facts.world.dataset.model_copy(update=nothing)
    args = facts.world.places, facts.countries, build.GEODATA
    assert check_specs([facts.spec], dataset, *args) == []
    dataset = dataset.model_copy(update={"unread": frozenset({"Event"})})
    told = {problem.what for problem in check_specs([facts.spec], dataset, *args)}
    assert "unknown status 'member'" in told
    assert "unknown event 'border-length'" not in told


def test_a_text_that_a_page_could_not_say_is_told(all_facts):
    spec = all_facts["border"].spec
    assert check_words([spec], ["ar", "de"]) == []  # English stands
    changes = {"title": {"ar": "x"}, "about": {"ar": "x", "de": "x"}}
    (problem,) = check_words([spec.with_changes(**changes)], ["ar", "de"])
    assert problem.what == "title has no 'de'"
    assert problem.where == spec.origin.at("title")


def test_every_text_of_a_spec_is_looked_at(all_facts):
    spec, text = all_facts["border"].spec, {"ru": "x"}
    changes = {
        "meaning": text,
        "regions": {"syunik": text},
        "presets": (Preset(id="south", label=text, box=(0, 0, 1, 1)),),
        "border": spec.border.model_copy(update={"parts": {"main": text}}),
    }
    for field, value in changes.items():
        told = check_words([spec.with_changes(**{field: value})], ["ar"])
        assert [problem.what for problem in told] == [f"{field} has no 'ar'"]


def test_a_language_that_there_is_not_is_told(facts):
    meta = facts.world.dataset.meta
    assert check_languages(meta) == []
    names = ("en", "arabic", "zz", "e/n", "")
    told = check_languages(meta.model_copy(update={"languages": names}))
    assert [problem.what for problem in told] == [
        f"unknown language {name!r}" for name in names[1:]
    ]
