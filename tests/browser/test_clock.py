import json

import pytest
from hypothesis import Phase, given, settings

from csto_atlas.maps.assets.bundle import bundle
from csto_atlas.maps.content.tick_names import write_clock, write_day
from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.timeline.ticks import make_ticks
from tests.faults.rounds import rounds
from tests.made.timelines import AS_OF, segments
from tests.made.worlds import COUNTRIES


@pytest.fixture(scope="module")
def read(browser):
    page = browser.new_page()
    page.evaluate(f"() => {{ {bundle('clock.js')} self.readClock = readClock; }}")
    yield lambda clock: page.evaluate("text => readClock(JSON.parse(text))", clock)
    page.close()


@pytest.mark.parametrize("language", ["ar", "en", "ru"])
def test_the_script_writes_the_ticks_out_as_they_are(read, language):
    texts = Texts(language, COUNTRIES)

    @settings(deadline=None, max_examples=rounds(25, 100), phases=[Phase.generate])
    @given(segments())
    def compare(rows):
        ticks = make_ticks(rows, AS_OF)
        found = read(json.dumps(write_clock(ticks, texts)))
        assert found["ticks"] == [tick.id for tick in ticks]
        assert found["labels"] == [texts.tick(tick) for tick in ticks]
        assert found["days"] == [write_day(tick, texts) for tick in ticks]

    compare()
