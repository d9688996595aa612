import pytest

from csto_atlas.geodata.lengths import load_lengths


@pytest.mark.parametrize("codes", [("AAA", "BBB"), ("BBB", "AAA")])
def test_the_parts_of_one_border_are_read_in_any_order_of_its_states(tmp_path, codes):
    path = tmp_path / "border_lengths.csv"
    path.write_text(
        "code,other_code,part,length_km\n"
        "AAA,BBB,whole,12.5\nAAA,BBB,main,10.5\nAAA,CCC,whole,7\n"
    )
    assert load_lengths(path, codes) == {"whole": 12.5, "main": 10.5}
    assert load_lengths(path, ("BBB", "CCC")) == {}


def test_the_parts_of_the_border_of_armenia_and_azerbaijan_add_up(data):
    found = load_lengths(data / "border_lengths.csv", ("AZE", "ARM"))
    assert set(found) == {"whole", "main", "nakhchivan"}
    parts = found["main"] + found["nakhchivan"]
    assert found["whole"] == pytest.approx(parts, abs=0.11)
