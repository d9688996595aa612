from csto_atlas.maps.slicing.states import StateChanges
from csto_atlas.maps.slicing.tick_states import find_states

RUNS = StateChanges(
    states={"AAA": ((0, "member"), (2, "none"))},
    areas={"valley": ((0, "none"), (1, "disputed"))},
    held={"valley": ((0, "none"), (2, "other"))},
    members={},
    contingents={"BBB": ((0, "none"), (1, "deployed"))},
    routes={"flight": ((0, "none"), (1, "done"))},
    objects={"dam": ((0, "none"), (2, "guarded"))},
    lines={"front": ((0, "drawn"), (1, "none"))},
)
SPANS = {"early": (0, 0), "long": (0, 2), "late": (2, 2)}


def test_everything_has_its_state_at_the_tick():
    states = find_states(RUNS, SPANS, 1)
    assert states.tick == 1
    assert states.territories == {"AAA": "member"}
    assert states.areas == {"valley": "disputed"}
    assert states.held == {"valley": "none"}
    assert states.contingents == {"BBB": "deployed"}
    assert states.routes == {"flight": "done"}
    assert states.objects == {"dam": "none"}
    assert states.lines == {"front": "none"}


def test_an_event_is_past_now_or_future():
    phases = find_states(RUNS, SPANS, 1).phases
    assert phases == {"early": "past", "long": "now", "late": "future"}
