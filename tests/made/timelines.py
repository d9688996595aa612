"""Made timelines."""

from datetime import date, timedelta

from hypothesis import strategies as st

from csto_atlas.maps.i18n.texts import Texts
from csto_atlas.maps.timeline.ticks import Segment
from tests.made.worlds import COUNTRIES

AS_OF = date(2031, 7, 9)
ENGLISH = Texts("en", COUNTRIES)
LENGTHS = {"year": 4, "month": 7, "day": 10}


@st.composite
def segments(draw):
    """Make up to three segments, one after the other, with or without gaps."""
    rows, start = [], draw(st.dates(date(1800, 1, 1), date(2025, 1, 1)))
    for step in draw(st.lists(st.sampled_from([*LENGTHS]), min_size=1, max_size=3)):
        end = start + timedelta(days=draw(st.integers(0, 1200)))
        if end > AS_OF:
            break
        size = LENGTHS[step]
        rows.append(Segment(start.isoformat()[:size], end.isoformat()[:size], step))
        years = 1 + draw(st.integers(0, 1))
        start = date(end.year + years, 1, 1)
    return rows
