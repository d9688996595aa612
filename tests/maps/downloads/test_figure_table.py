from csto_atlas.maps.downloads.figure_table import make_figures
from tests.made.downloads import name_all, read_rows
from tests.made.worlds import both, make_event, make_world

NUMBER = {
    "value": both("about 12 km²"), "by": both("Ministry"), "measure": "square-km",
    "side": "AAA", "low": 11.5, "high": 12, "best": True, "sources": ("daily",),
}  # fmt: skip
WORDS = {"value": both("many"), "by": both("B"), "sources": ("daily", "gone")}


def read(*figures):
    event = make_event("count", date="1994").model_copy(update={"figures": ()})
    event = type(event).model_validate({**event.model_dump(), "figures": figures})
    dataset = make_world().dataset.model_copy(update={"events": (event,)})
    return read_rows(make_figures(name_all(dataset)))


def test_a_figure_has_its_range_its_unit_and_who_gives_it():
    (row,) = read(NUMBER)
    assert (row["event"], row["figure"], row["date"]) == ("count", "1", "1994")
    assert (row["quantity"], row["unit"]) == ("square-km", "square kilometres")
    assert (row["low"], row["high"], row["best"]) == ("11.5", "12.0", "yes")
    assert (row["value_ar"], row["by_en"]) == ("about 12 km²", "Ministry")
    assert (row["side"], row["side_en"]) == ("AAA", "AAA")
    assert row["sources"] == "daily"


def test_figures_that_differ_stand_side_by_side():
    rows = read(NUMBER | {"best": False}, NUMBER | {"low": 9, "high": 9})
    assert [row["figure"] for row in rows] == ["1", "2"]
    assert [row["best"] for row in rows] == ["no", "yes"]


def test_people_are_counted_where_nothing_else_is():
    (row,) = read(NUMBER | {"measure": "killed", "low": 3, "high": None})
    assert (row["unit"], row["low"], row["high"]) == ("people", "3.0", "")


def test_a_figure_in_words_has_no_number_and_no_unit():
    (row,) = read(WORDS)
    empty = ("quantity", "low", "high", "unit", "side", "side_en", "said", "note_en")
    assert [row[name] for name in empty] == [""] * len(empty)


def test_the_tables_of_the_real_data_have_every_figure(all_facts):
    world = all_facts["border"].world
    countries = all_facts["border"].countries
    rows = read_rows(make_figures(name_all(world.dataset, world.places, countries)))
    assert len(rows) == sum(len(event.figures) for event in world.dataset.events)
    assert all(row["by_ar"] and row["value_ru"] and row["sources"] for row in rows)
    assert {row["side_en"] for row in rows} >= {"Armenia", "Azerbaijan"}
