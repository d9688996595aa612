import pytest

from csto_atlas.maps.content.event_text import find_event, split_lead, write_event
from csto_atlas.maps.i18n.texts import Texts
from tests.made.worlds import make_event, make_figure, make_world

ENGLISH = Texts("en", {})


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("It met in the U.S. Embassy. Nobody came.", "It met in the U.S. Embassy."),
        ("Did it meet? Nobody came.", "Did it meet?"),
        ("It met on 5 May. 3 came.", "It met on 5 May."),
        ("اجتمعوا. لم يأت أحد.", "اجتمعوا."),
    ],
)
def test_the_lead_is_the_first_sentence(text, lead):
    first, rest = split_lead(text)
    assert first == lead
    assert f"{first} {rest}".strip() == text


@pytest.mark.parametrize(("number", "scale"), [(2, ""), (3, "1;1;killed")])
def test_three_figures_of_one_quantity_share_a_scale(number, scale):
    figures = [make_figure("One", measure="killed", low=1, high=1)] * number
    entry = write_event(make_event(figures=figures), ENGLISH)
    assert [figure.scale for figure in entry.figures] == [scale] * number


def test_no_id_is_no_event():
    dataset = make_world().dataset
    event = dataset.events[0]
    assert find_event(dataset, event.id) == event
    assert find_event(dataset, None) is None
