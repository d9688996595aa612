from csto_atlas.maps.drawing.medium import StillMedium
from csto_atlas.maps.stills.portable import write_links, write_transforms

MEDIUM = StillMedium(2.5, 1, {}, (0, 0, 10, 10), (0, 0, 5, 5))


def test_symbols_have_their_scale_as_an_attribute():
    found = write_transforms('<g class="px"><use/></g><g class="label"/>', MEDIUM)
    assert found == '<g class="px" transform="scale(2.50)"><use/></g><g class="label"/>'


def test_links_to_parts_are_those_of_svg_1_1():
    svg = '<use href="#m"/><a href="https://maps.example.org/"/>'
    assert write_links(svg) == svg.replace("<use href", "<use xlink:href")
