from csto_atlas.maps.drawing.medium import PageMedium, StillMedium

BOX = (0.0, 0.0, 1.0, 1.0)
PAGE = PageMedium(2.5)
STILL = StillMedium(2.5, 1.25, {"ink": "#123"}, BOX, BOX)


def test_a_page_leaves_colours_and_sizes_to_variables():
    assert PAGE.colour("ink") == "var(--ink)"
    assert PAGE.letters(12) == "calc(var(--u)*12px)"
    assert PAGE.stroke(".7") == ".7"


def test_a_still_has_colours_and_sizes_as_numbers():
    assert STILL.colour("ink") == "#123"
    assert STILL.letters(12) == "30.0px"
    assert STILL.stroke(".7") == "1.8"
    assert STILL.unit == "2.50"


def test_every_number_of_a_dash_grows():
    assert STILL.stroke("8 3") == "20.0 7.5"


def test_letters_are_as_large_as_signs_of_the_rounded_unit():
    still = StillMedium(10.006, 1.25, {}, BOX, BOX)
    assert still.letters(100) == f"{100 * float(still.unit):.1f}px" == "1001.0px"
