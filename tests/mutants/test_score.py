import pytest

from tests.mutants.score import pick_results, read_results, score_of, write_table

OUTPUT = """
    csto_atlas.maps.labels.inside.x_place_label__mutmut_1: killed
    csto_atlas.maps.labels.inside.x_place_label__mutmut_2: survived
    csto_atlas.maps.labels.model.xǁLabelǁbox__mutmut_1: timeout
    csto_atlas.maps.labels.model.xǁLabelǁbox__mutmut_2: no tests
    csto_atlas.maps.labels.model.xǁLabelǁbox__mutmut_3: killed
"""


def test_every_mutant_has_its_status():
    results = read_results(f"some words: {OUTPUT}")
    assert len(results) == 5
    assert (
        results["csto_atlas.maps.labels.inside.x_place_label__mutmut_2"] == "survived"
    )


def test_what_no_test_reaches_counts_as_not_noticed():
    assert score_of(read_results(OUTPUT).values()) == 60


def test_a_status_that_is_not_known_is_an_error():
    results = read_results("a.x_b__mutmut_1: not checked\na.x_b__mutmut_2: killed")
    assert pick_results(results, ["a.x_b__mutmut_2"]) == {"a.x_b__mutmut_2": "killed"}
    with pytest.raises(ValueError, match="not checked"):
        pick_results(results, results)


def test_the_table_has_a_line_for_each_module_and_one_for_all():
    results = read_results(OUTPUT)
    names = [*results, "csto_atlas.maps.labels.model.x_other__mutmut_1"]
    lines = write_table(results, names).splitlines()
    assert [line.split(" ", 1)[0] for line in lines] == [
        "maps.labels.inside", "maps.labels.model", "all",
    ]  # fmt: skip
    assert lines[1].endswith(" 66.7 % of 3 killed (4 in all); 1 no tests")
    assert lines[2].endswith(" 60.0 % of 5 killed (6 in all); 1 survived, 1 no tests")
