import dataclasses

from csto_atlas.maps.content.legend import (
    KILLED,
    TROOPS,
    count_members,
    write_legend,
)
from tests.made.drawn_layers import make_layer, make_layer_event
from tests.made.pages import BORDER, change_data, make_bordered, make_inputs
from tests.made.worlds import (
    both,
    make_event,
    make_figure,
    make_membership,
    make_world,
)


def make_legend(world=None, **spec):
    return write_legend(make_inputs(world=world, **spec))


def test_a_status_is_counted_at_the_tick_that_the_page_opens_on():
    first, last = make_legend(default="1992"), make_legend(default="last")
    assert [(row.id, row.count) for row in first.statuses] == [
        ("member", 1),
        ("frozen", 0),
    ]
    assert [row.count for row in last.statuses] == [0, 1]


def test_an_organisation_counts_its_members_at_every_tick_drawn_or_not():
    rows = (
        make_membership("CCC", "member", "1993", organisation="club"),
        make_membership("QQQ", "member", "1994", "1996", organisation="club"),
    )
    world = change_data(make_world(), memberships=rows)  # QQQ is not on the map
    assert count_members(world) == {"club": ((0, 0), (1, 1), (2, 2), (4, 1))}


def test_a_status_that_does_not_count_is_no_membership():
    world = make_world()
    statuses = [
        row.model_copy(update={"counts": False}) for row in world.dataset.statuses
    ]
    assert count_members(change_data(world, statuses=statuses)) == {"club": ((0, 0),)}


def test_a_status_that_nobody_has_at_any_tick_is_left_out():
    rows = (make_membership("AAA", "member", "1992"),)
    legend = make_legend(change_data(make_world(), memberships=rows))
    assert [row.id for row in legend.statuses] == ["member"]


def test_only_a_map_of_routes_names_contingents():
    troops = {"measure": "troops", "side": "AAA", "low": 380, "high": 400}
    figure = make_figure("400", best=True, **troops)
    events = (make_event("sent", certainty="medium", figures=(figure,)),)
    world = change_data(make_world(), events=events)
    assert make_legend(world).contingents == ()
    (row,) = make_legend(world, has_routes=True).contingents
    assert (row.code, row.size, row.is_sure, row.by) == ("AAA", "380–400", False, "A")


def test_an_organisation_with_members_on_the_map_can_be_outlined():
    (overlay,) = make_legend().overlays
    assert (overlay.id, overlay.note) == ("club", "Something happened")


def test_key_symbols_grow_with_their_numbers():
    legend = make_legend()
    for rows, numbers in ((legend.forces, TROOPS), (legend.sizes, KILLED)):
        assert tuple(number for number, _ in rows) == numbers
        assert [pixels for _, pixels in rows] == sorted({pixels for _, pixels in rows})


def test_a_map_without_disputed_areas_says_so():
    assert make_legend().has_areas
    assert not make_legend(change_data(make_world(), areas=())).has_areas


def test_layers_are_named():
    layers = (make_layer([make_layer_event()], name=both("Clashes")),)
    world = dataclasses.replace(make_world(), layers=layers)
    assert [layer.name for layer in make_legend(world).layers] == ["Clashes"]
    assert make_legend().layers == ()


def test_a_border_has_its_parts_and_its_published_lengths():
    legend = make_legend(make_bordered(), border=BORDER)
    assert [(part.name, part.length) for part in legend.border] == [("West", "12.3 km")]
    assert legend.lengths.id == BORDER["figures"]


def test_a_map_about_no_border_has_neither_parts_nor_lengths():
    legend = make_legend()
    assert (legend.border, legend.lines, legend.lengths) == ((), (), None)
