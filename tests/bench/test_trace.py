import json

from hypothesis import given
from hypothesis import strategies as st

from tests.bench.trace import END, START, merge, read_steps, within

SPANS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 9)).map(lambda s: (s[0], s[0] + s[1]))
)


def event(name, start, length=None, thread=1):
    timing = {"ph": "X", "dur": length} if length is not None else {"ph": "I"}
    return {"name": name, "ts": start, "pid": 1, "tid": thread, **timing}


def test_a_step_is_its_own_script_and_layout_and_nothing_twice():
    events = [
        event("FunctionCall", 0, 90),  # before the first step
        event(START, 100),
        event("EventDispatch", 110, 1000),
        event("FunctionCall", 120, 900),  # inside the event
        event("Layout", 1500, 500),
        event("Paint", 2100, 4000),  # neither script nor layout
        event("FunctionCall", 1200, 9000, thread=2),  # not the page
        event(END, 9000),
        event(START, 10000),
        event("UpdateLayoutTree", 10100, 250),
        event(END, 20000),
    ]
    assert read_steps(json.dumps({"traceEvents": events}).encode()) == [1.5, 0.25]


@given(SPANS)
def test_merged_spans_cover_the_same_moments(spans):
    moments = {moment for start, end in spans for moment in range(start, end)}
    merged = merge(spans)
    assert {m for start, end in merged for m in range(start, end)} == moments
    assert within(merged, 10, 50) == len([m for m in moments if 10 <= m < 50])
