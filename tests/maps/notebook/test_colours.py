from csto_atlas.maps.notebook.colours import choose_colours


def test_a_mapping_gives_each_value_its_colour():
    assert choose_colours(["b", "a"], {"a": "red", "b": "#00f"}) == ["#00f", "red"]
