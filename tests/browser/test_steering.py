"""Slider, keys, address, touch and the page around an embedded map."""

import pytest

from tests.browser.conftest import LANGUAGES
from tests.browser.waiting import rest

pytestmark = pytest.mark.browser


def tick(page):
    return page.get_attribute("html", "data-tick")


def address(page):
    """Return the address once the page has settled on it."""
    rest(page, 250)
    return page.evaluate("location.hash")


def test_the_buttons_step_and_jump(open_page, made):
    page = open_page(f"{made}/en/membership.html#t=1996")
    page.click("#next")
    assert tick(page) == "1997"
    page.click("#previous")
    assert tick(page) == "1996"
    page.click("#previous-change")
    page.click("#previous-change")
    assert tick(page) == "1994"
    assert "t=1994" in address(page)
    page.click("#next-change")
    assert tick(page) == "1995"


def test_steps_end_at_both_ends(open_page, made):
    page = open_page(f"{made}/en/membership.html")
    assert page.get_attribute("#next", "aria-disabled") == "true"
    page.click("#next", force=True)
    assert tick(page) == "2026"
    page.focus("#time")
    page.keyboard.press("Home")
    page.click("#previous", force=True)
    assert tick(page) == "1992"


@pytest.mark.parametrize(
    ("language", "later"), [("en", "ArrowRight"), ("ar", "ArrowLeft")]
)
def test_arrow_keys_follow_the_direction_of_reading(open_page, made, language, later):
    page = open_page(f"{made}/{language}/membership.html#t=2005")
    page.focus("#time")
    page.keyboard.press(later)
    assert tick(page) == "2006"
    page.keyboard.press("End")
    assert tick(page) == "2026"


@pytest.mark.parametrize(("language", "first_is_left"), [("en", True), ("ar", False)])
def test_the_time_axis_runs_as_one_reads(open_page, made, language, first_is_left):
    page = open_page(f"{made}/{language}/membership.html")
    page.wait_for_selector("#graph .axis")
    labels = page.eval_on_selector_all(
        "#graph .axis",
        "ns => ns.map(n => [n.textContent, n.getBoundingClientRect().x])",
    )
    places = dict(labels)
    assert (places["1992"] < places["2026"]) is first_is_left
    page.focus("#time")
    page.keyboard.press("Home")
    box = page.locator("#time").bounding_box()
    x = box["x"] + (20 if first_is_left else box["width"] - 20)
    page.mouse.click(x, box["y"] + box["height"] / 2)
    assert tick(page) == "1992"


def test_the_graph_stands_under_the_thumb(open_page, made):
    page = open_page(f"{made}/en/membership.html")
    page.wait_for_selector("#graph .axis")
    spot = page.evaluate(
        """() => {
          const label = [...document.querySelectorAll("#graph .axis")]
            .find(node => node.textContent === "2010").getBoundingClientRect();
          return label.x + label.width / 2;
        }"""
    )
    box = page.locator("#time").bounding_box()
    page.mouse.click(spot, box["y"] + box["height"] / 2)
    assert tick(page) == "2010"


def test_playing_runs_to_the_end_and_stops(open_page, made):
    page = open_page(f"{made}/en/membership.html#t=2024")
    page.click("#play")
    assert page.get_attribute("#play", "aria-label") == "Pause"
    page.wait_for_selector("html[data-tick='2026']")
    assert page.get_attribute("#play", "aria-label") == "Play"


def test_nothing_moves_before_play(open_page, made):
    page = open_page(f"{made}/en/membership.html#t=2000")
    rest(page, 1500)
    assert tick(page) == "2000"


def test_the_address_opens_a_tick_and_a_country(open_page, made):
    page = open_page(f"{made}/en/membership.html#t=2012&select=AAA")
    assert tick(page) == "2012"
    assert "chosen" in page.get_attribute('[data-code="AAA"]', "class")
    assert page.inner_text("#panel h2 >> nth=0") == "AAA"


@pytest.mark.parametrize(
    "hash", ["t=1789", "t=", "select=XXX&t=2012x", "%%%", "t='2012'"]
)
def test_a_bad_address_falls_back_to_the_default(open_page, made, hash):
    page = open_page(f"{made}/en/membership.html#{hash}")
    assert tick(page) == "2026"
    assert not page.problems


def test_a_new_address_moves_the_page_both_ways(open_page, made):
    page = open_page(f"{made}/en/membership.html#t=1993")
    page.evaluate("location.hash = '#t=2007&select=AAA'")
    page.wait_for_selector("html[data-tick='2007']")
    page.click("#next")
    assert address(page) == "#t=2008&select=AAA"


def test_a_footnote_leaves_the_map_alone(open_page, made):
    page = open_page(f"{made}/en/membership.html#t=1993")
    page.click("#reading > summary")
    page.locator("#events sup a").first.click()
    rest(page, 100)
    assert tick(page) == "1993"


def test_a_click_on_a_country_tells_its_story(open_page, made):
    page = open_page(f"{made}/en/membership.html")
    page.locator('[data-code="AAA"]').click()
    assert "select=AAA" in address(page)
    assert page.inner_text("#panel h2 >> nth=0") == "AAA"
    page.locator('[data-code="AAA"]').click()
    assert "select" not in address(page)


def test_a_mark_leads_to_its_event(open_page, made):
    page = open_page(f"{made}/en/membership.html#t=1992")
    page.locator('[data-event="signed"] use').click()
    chosen = page.locator("#panel .chosen")
    assert chosen.get_attribute("data-entry") == "signed"


def test_a_table_heading_chooses_by_keyboard(open_page, made):
    page = open_page(f"{made}/en/membership.html")
    page.focus("#reading > summary")
    page.keyboard.press("Enter")
    page.focus('th [data-select="AAA"]')
    page.keyboard.press("Enter")
    assert "select=AAA" in address(page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_fingers_move_the_slider_and_choose(open_page, made, language):
    page = open_page(
        f"{made}/{language}/membership.html", width=360, height=640, has_touch=True
    )
    box = page.locator("#time").bounding_box()
    page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert tick(page) == "2009"
    page.locator('[data-code="AAA"]').tap()
    assert "select=" in address(page)


def test_the_spoken_sentence_says_what_changed_once_at_rest(open_page, made):
    page = open_page(f"{made}/en/membership.html#t=1993")
    said = page.evaluate(
        """() => {
          const next = document.getElementById("next");
          next.click();
          next.click();
          return document.getElementById("spoken").textContent;
        }"""
    )
    assert said == ""
    rest(page, 400)
    assert page.inner_text("#spoken") == (
        "1995: They met. AAA: frozen; Something happened, held by hill: "
        "no longer disputed; Events: 1."
    )
    page.click("#previous-change")
    rest(page, 400)
    assert page.inner_text("#spoken").startswith("1994: one frozen. ")


def test_the_language_link_keeps_the_tick(open_page, made):
    page = open_page(f"{made}/en/membership.html#t=2005&select=AAA")
    page.click('a[hreflang="ar"]')
    page.wait_for_url("**/ar/membership.html#t=2005&select=AAA")
    assert tick(page) == "2005"


def zoom(page):
    return page.evaluate("map_membership.getZoom()")


def test_a_finger_scrolls_the_article_until_the_map_is_zoomed(open_page, atlas):
    page = open_page(
        f"{atlas}/ar/membership.html",
        width=360,
        height=640,
        has_touch=True,
        is_mobile=True,
    )
    assert not page.evaluate("map_membership.dragging.enabled()")
    page.locator(".leaflet-control-zoom-in").tap()
    rest(page, 400)
    assert page.evaluate("map_membership.dragging.enabled()")


def test_a_little_resizing_keeps_the_place_and_turning_the_phone_goes_home(
    open_page, made
):
    page = open_page(f"{made}/en/membership.html", width=900)
    page.locator(".leaflet-control-zoom-in").click()
    rest(page, 400)
    before = zoom(page)
    page.set_viewport_size({"width": 890, "height": 900})
    rest(page, 200)
    assert zoom(page) == pytest.approx(before, abs=0.01)
    page.set_viewport_size({"width": 500, "height": 900})
    rest(page, 200)
    assert zoom(page) < before


def test_leaflets_own_buttons_speak_the_language(open_page, made):
    page = open_page(f"{made}/ar/membership.html")
    label = page.get_attribute(".leaflet-control-zoom-in", "aria-label")
    assert label == "تكبير"


def test_the_label_at_the_mouse_follows_the_tick(open_page, made):
    page = open_page(f"{made}/en/membership.html#t=1992")
    page.locator('[data-code="AAA"]').hover()
    assert page.inner_text("#tip") == "AAA: member"
    page.focus("#time")
    page.keyboard.press("End")
    assert page.inner_text("#tip") == "AAA: frozen"


def test_the_panel_starts_at_its_top_and_keeps_the_focus(open_page, atlas):
    page = open_page(f"{atlas}/en/membership.html#t=2022", height=600)
    page.evaluate("document.getElementById('panel').scrollTop = 300")
    page.click("#previous")
    assert page.evaluate("document.getElementById('panel').scrollTop") == 0
    page.locator("#panel article:not([hidden]) summary").first.focus()
    page.evaluate("location.hash = '#t=2012'")
    page.wait_for_selector("html[data-tick='2012']")
    assert page.evaluate("document.activeElement.id") == "panel"


def test_a_choice_is_taken_back_by_the_same_button_or_escape(open_page, made):
    page = open_page(f"{made}/en/membership.html")
    page.click("#reading > summary")
    button = page.locator('th [data-select="AAA"]')
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    button.click()
    assert "select" not in address(page)
    button.click()
    page.keyboard.press("Escape")
    assert button.get_attribute("aria-pressed") == "false"
    assert "select" not in address(page)


def test_a_country_without_a_status_is_not_chosen(open_page, made):
    page = open_page(f"{made}/en/membership.html")
    page.locator('[data-code="CCC"]').click(force=True)
    assert "select" not in address(page)


def test_an_event_alone_opens_its_own_year(open_page, made):
    page = open_page(f"{made}/en/membership.html#select=signed")
    assert tick(page) == "1992"
    chosen = page.locator("#panel .chosen")
    assert chosen.get_attribute("data-entry") == "signed"


HOST = """<!doctype html><title>Host</title><script>
window.heard = [];
addEventListener("message", e => heard.push(e.data));
</script><iframe id="map" sandbox="allow-scripts" width="360" height="640"
src="{src}"></iframe>"""


def test_a_host_page_steers_an_embedded_map(open_page, made, tmp_path):
    host = tmp_path / "host.html"
    host.write_text(HOST.format(src=f"file://{made}/en/membership.html#t=2000"))
    page = open_page(str(host))
    page.wait_for_function("heard.some(m => m.event === 'ready')")
    assert page.evaluate("heard.find(m => m.event === 'ready').t") == "2000"
    send = "m => document.getElementById('map').contentWindow.postMessage(m, '*')"
    for noise in (None, 7, "x", {"set": {"t": "1993"}}, {"atlas": 1, "set": {"t": 5}}):
        page.evaluate(send, noise)
    page.evaluate(send, {"atlas": 1, "set": {"t": "2012", "select": "AAA"}})
    page.wait_for_function("heard.some(m => m.event === 'select')")
    ticks = page.evaluate("heard.filter(m => m.event === 'tick').map(m => m.t)")
    assert ticks == ["2012"]
    page.wait_for_function("heard.some(m => m.event === 'height' && m.height > 300)")
    assert not page.problems


def test_noise_from_the_host_does_not_stop_the_slider(open_page, made, tmp_path):
    host = tmp_path / "host.html"
    host.write_text(HOST.format(src=f"file://{made}/en/membership.html#t=2000"))
    page = open_page(str(host))
    frame = page.frame_locator("#map")
    frame.locator("#play").click()
    noise = {"atlas": 1, "set": {"t": "nonsense"}}
    page.evaluate("m => map.contentWindow.postMessage(m, '*')", noise)
    page.wait_for_function("heard.some(m => m.event === 'tick' && m.t === '2001')")


def test_the_height_told_to_a_host_shrinks_again(open_page, atlas, tmp_path):
    host = tmp_path / "host.html"
    obey = (
        "addEventListener('message', e => e.data.height && (map.height=e.data.height))"
    )
    source = HOST.format(src=f"file://{atlas}/en/membership.html")
    host.write_text(f"{source}<script>{obey}</script>")
    page = open_page(str(host))
    summary = page.frame_locator("#map").locator("#reading > summary")
    last = "heard.findLast(m => m.event === 'height')?.height"
    summary.click()
    page.wait_for_function(f"{last} > 3000")
    summary.click()
    page.wait_for_function(f"{last} < 2000")
