"""No headline says that nothing happened where the panel shows an event."""

import pytest

from csto_atlas.maps.content.headlines import write_headlines
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.timeline.changes import state_at
from tests.conftest import LANGUAGES, MAPS

QUIET = "nothing"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", MAPS)
def test_a_tick_with_an_event_has_it_or_what_holds_as_its_headline(
    all_facts, name, language
):
    facts = all_facts[name]
    lines = write_headlines(
        facts.events,
        facts.spans,
        [QUIET] * len(facts.ticks),
        Texts(language, facts.countries),
        goes_on=facts.spec.tells != "bound",
    )
    spans = facts.spans.values()
    told = [
        tick.id
        for index, tick in enumerate(facts.ticks)
        if state_at(lines, index) == QUIET
        and any(first <= index <= last for first, last in spans)
    ]
    assert told == []
