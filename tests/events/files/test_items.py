"""Where the parts of a record are."""

from csto_atlas.events.files.items import Origin


def test_a_part_without_a_line_is_on_that_of_its_parent() -> None:
    lines = {("title",): 4, ("title", "en"): 5}
    origin = Origin("acts.yml", 2, lines)
    assert origin.at("title", "en") == "acts.yml:5"
    assert origin.at("title", "ar") == "acts.yml:4"
    assert origin.at("sources", 0) == "acts.yml:2"
    assert str(origin) == "acts.yml:2"


def test_lines_of_parts_do_not_tell_two_origins_apart() -> None:
    assert Origin("a.yml", 1) == Origin("a.yml", 1, {("id",): 1})
