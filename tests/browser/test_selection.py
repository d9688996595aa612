"""The mark on what is chosen."""

import pytest

from tests.browser.modules import open_module

pytestmark = pytest.mark.browser

MARKUP = """<svg><path id="arm" data-code="ARM"/><path id="sent" data-contingent="ARM"/>
<path id="event" data-event="x&quot;y"/><path id="ring" class="chosen"/></svg>"""


@pytest.fixture
def choose(browser):
    page = open_module(browser, "selection.js", MARKUP)
    page.evaluate("() => { self.show = makeSelection(document.querySelector('svg')) }")

    def choose(select):
        page.evaluate("select => show({select})", select)
        return page.eval_on_selector_all(".chosen", "ns => ns.map(n => n.id)")

    yield choose
    page.close()


def test_all_that_belongs_to_a_choice_is_marked(choose):
    assert choose("ARM") == ["arm", "sent", "ring"]
    assert choose('x"y') == ["event", "ring"]


def test_taking_a_choice_back_leaves_the_marks_of_others(choose):
    choose("ARM")
    assert choose("") == ["ring"]
