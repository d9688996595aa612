"""Who held what, and what the pages speak and write at a tick, as the record has it."""

import pytest

from tests.browser.test_access import focus_map, spoken
from tests.browser.test_spoken_pages import NO_REST, STEP
from tests.browser.test_view import SHOWN
from tests.browser.waiting import rest

pytestmark = pytest.mark.browser


def test_control_shows_who_held_what_at_the_tick(open_page, atlas):
    page = open_page(f"{atlas}/en/membership.html#t=2022&view=control")
    shown = page.evaluate(SHOWN)
    assert shown["crimea"] == "member"
    assert shown["abkhazia"] == shown["kosovo"] == "other"
    assert not page.locator('[data-area="crimea"]').is_visible()
    page.evaluate("location.hash = '#t=2012&view=control'")
    page.wait_for_selector("html[data-tick='2012']")
    assert "crimea" not in page.evaluate(SHOWN)


def test_the_mouse_names_who_held_an_area(open_page, atlas):
    page = open_page(f"{atlas}/en/membership.html#t=2022&view=control")
    page.locator('[data-held="crimea"]').hover()
    assert page.inner_text("#tip") == "Crimea, held by Russia"


def test_buttons_lead_from_all_of_eurasia_to_the_city(open_page, atlas):
    page = open_page(f"{atlas}/en/almaty.html#t=2022-01-11")
    widths = {}
    names = {"eurasia": "all", "kazakhstan": "country", "city": "city"}
    for preset, name in names.items():
        page.locator(f'[data-preset="{preset}"]').click()
        rest(page, 150)
        box = page.locator('[data-object="chpp2"]').bounding_box()
        other = page.locator('[data-object="zhetygen-airfield"]').bounding_box()
        widths[name] = abs(box["y"] - other["y"])
    assert widths["city"] > 5 * widths["country"] > 5 * widths["all"]
    frame = page.locator(".frame").bounding_box()
    for key in ("chpp2", "chpp3", "almaty-airport", "zhetygen-airfield"):
        box = page.locator(f'[data-object="{key}"]').bounding_box()
        assert frame["x"] < box["x"] < frame["x"] + frame["width"], key
        assert frame["y"] < box["y"] < frame["y"] + frame["height"], key


def test_the_buttons_for_changes_stop_at_events_on_the_border(open_page, atlas):
    page = open_page(f"{atlas}/en/border.html#t=2016")
    page.click("#next-change")
    assert page.get_attribute("html", "data-tick") == "2020-07"


def test_arrow_keys_walk_and_say_what_and_since_when(open_page, atlas):
    page = open_page(f"{atlas}/en/membership.html#t=2012")
    focus_map(page)
    assert spoken(page) == "Russia: member, since 2003"
    assert page.inner_text("#tip") == "Russia: member"
    page.keyboard.press("ArrowDown")
    assert spoken(page) == "Mongolia: no status"
    assert page.get_attribute("html", "data-tick") == "2012"
    assert not page.problems


def test_a_status_from_before_the_map_has_its_own_date(open_page, atlas):
    page = open_page(f"{atlas}/en/almaty.html#t=2022-01-11")
    focus_map(page)
    assert spoken(page) == "Russia: member, since 18 September 2003; deployed"
    page.keyboard.press("ArrowRight")
    assert spoken(page) == "Kazakhstan: member, since 18 September 2003"


def test_the_table_says_what_the_map_says(open_page, atlas):
    page = open_page(f"{atlas}/en/membership.html", java_script_enabled=False)
    heads = page.locator("#data thead th").all_inner_texts()
    row = page.locator("#data tbody tr", has_text="1999").first
    cells = dict(zip(heads, row.locator("th, td").all_inner_texts(), strict=True))
    assert cells["Azerbaijan"] == "former party to the Treaty"
    assert cells["Belarus"] == "party to the Treaty"
    assert cells["Serbia"] == "–"
    assert int(cells["Events"]) >= 4
    row.locator("a").click()
    assert page.locator("#events article:target .when").inner_text().endswith("1999")


def test_the_panel_writes_citations_in_full(open_page, atlas):
    page = open_page(f"{atlas}/en/membership.html#t=2012")
    card = page.locator("#panel [data-entry]:not([hidden])").first
    source = card.locator(".source span").first.text_content()
    assert source == (
        "TASS: CSTO confirms getting note from Uzbekistan on suspension of membership"
        ", 28 June 2012"
    )
    page.click("#reading > summary")
    page.wait_for_selector("#events sup a")
    page.click("#next")
    assert page.locator("#panel sup").count() == 0


def test_the_name_of_a_tick_is_heard_once(open_page, atlas):
    page = open_page(f"{atlas}/en/membership.html#t=2011", script=NO_REST)
    page.focus("#time")
    _, spoken = page.evaluate(STEP, 20)
    said = page.get_attribute("#time", "aria-valuetext")
    assert spoken.startswith("Uzbekistan suspends its membership. Uzbekistan: ")
    assert said == "2012"
    page.evaluate("document.activeElement.blur()")
    _, spoken = page.evaluate(STEP, 21)
    assert spoken.startswith("2013: ")


def test_a_step_tells_what_becomes_of_a_disputed_area(open_page, atlas):
    page = open_page(f"{atlas}/en/border.html#t=2023-08", script=NO_REST)
    page.click("#next")
    page.evaluate("rest()")
    assert "Karabakh under Russian peacekeepers" in page.inner_text("#spoken")
    assert ": no longer disputed" in page.inner_text("#spoken")
