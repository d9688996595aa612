"""A fact that is changed is noticed, or the pages show just that fact changed."""

import functools

import pytest

import build
from csto_atlas.events.errors import DataError
from csto_atlas.maps import load as checks
from csto_atlas.maps.i18n.texts import Texts
from tests.faults.bounds import lost_bounds
from tests.faults.mutations import mutate
from tests.faults.rounds import dice, rounds
from tests.faults.seeding import copy_data
from tests.faults.shown import COUNTRIES, all_shown, should_show

WRITTEN = ("value", "place", "status", "state", "code", "controlled_by")
ROUNDS = rounds(1, 200)
CHECKED = ("states", "areas", "contingents", "objects", "lines")


@pytest.fixture(scope="module", autouse=True)
def quick():
    """Join the ground only once: no mutation is of the geodata."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checks, "load_terrain", functools.cache(checks.load_terrain))
        patch.setattr(checks, "check_gazetteer", lambda *args, **options: [])
        yield


@pytest.fixture(scope="module")
def texts():
    return Texts("en", COUNTRIES)


@pytest.fixture(scope="module")
def before(texts):
    facts = build.load_data_set(build.DATA, COUNTRIES)
    return facts, all_shown(facts, texts)


def is_as_it_should_be(facts, shown):
    """Compare every state at every tick with the plain reading of the rows."""
    wanted = {}
    for key, tick, value in should_show(facts):
        wanted.setdefault(key, {})[tick] = value
    for key, states in shown.items():
        if len(key) == 3 and key[1] in CHECKED:
            want = wanted.get(key, {})
            assert states == [want.get(n, "none") for n in range(len(states))], key


def belongs(made, facts, before):
    """Return the words of which one must be in every fact that differs."""
    words = set(made.subjects)
    if made.file == "memberships.csv":
        # What a state was decides what held land is, and what the Treaty covered.
        words |= {a.area for a in facts.dataset.areas if a.controlled_by in words}
        words |= {
            event.id
            for event in facts.dataset.events
            if made.subjects & {*_states(facts, event), *event.countries}
        }
    if made.file == "areas.csv":
        # Whose ground a place was on that day is part of what is told of an event.
        for findings in (facts.findings, before.findings):
            for name, found in findings.items():
                if any(area in str(found.spots) for area in made.subjects):
                    words.add(name)
    if made.file in ("movements.csv", "deployments.csv"):
        # Movements along one way are one arc, which follows its contingent.
        words |= {
            way.movement
            for way in (*facts.dataset.movements, *before.dataset.movements)
            if way.contingent in made.subjects
        }
    return words


def _states(facts, event):
    places = [event.place, *event.other_places]
    return [facts.places[place].code for place in places if place]


@pytest.mark.parametrize("number", range(ROUNDS))
def test_a_changed_fact_is_noticed_or_shown_alone(tmp_path, before, texts, number):
    old_facts, old = before
    data = copy_data(tmp_path / "data")
    made = mutate(data, dice(f"mutation {number}"), old_facts.places)
    try:
        facts = build.load_data_set(data, COUNTRIES)
    except DataError as error:
        told = "\n".join(map(str, error.problems))
        assert made.file in told or any(who in told for who in made.subjects), made
        return
    if lost_bounds(facts.dataset):  # a test of the default data set
        assert made.field in ("low", "high", "value")
        return
    new = all_shown(facts, texts)
    changed = {key for key in {*old, *new} if old.get(key) != new.get(key)}
    assert changed, made
    if made.field in WRITTEN:
        assert any(made.new in f"{key} {new.get(key)}" for key in changed), made
    is_as_it_should_be(facts, new)
    words = belongs(made, facts, old_facts)
    strange = [
        (key, old.get(key), new.get(key))
        for key in changed
        if not any(w in f"{key} {old.get(key)} {new.get(key)}" for w in words)
    ]
    assert not strange, (made, strange[:3])


def test_the_pages_of_the_default_data_set_show_what_its_rows_say(before):
    facts, shown = before
    is_as_it_should_be(facts, shown)
    assert len(shown) > 500
