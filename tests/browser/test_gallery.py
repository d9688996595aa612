"""The gallery in a browser: in one language at a time, asking for nothing elsewhere."""

import pytest

from tests.browser.faults import find_faults
from tests.browser.policy import VIOLATIONS
from tests.conftest import LANGUAGES, MAPS
from tests.faults.rounds import pairs

pytestmark = pytest.mark.browser
LOOKS = [(320, "dark"), (1280, "light")]


def address(atlas, language):
    return f"{atlas}/index.html#{language}"


@pytest.mark.parametrize(("language", "look"), pairs(LANGUAGES, LOOKS))
def test_axe_finds_nothing(open_page, atlas, language, look):
    width, scheme = look
    page = open_page(address(atlas, language), width=width, color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert find_faults(page) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_stills_load_and_nothing_else_is_asked_for(open_page, atlas, language):
    page = open_page(address(atlas, language), height=3000, script=VIOLATIONS)
    page.wait_for_function(
        """() => [...document.querySelectorAll("section:not([hidden]) img")]
          .every(image => image.complete && image.naturalWidth === 1200)"""
    )
    assert page.locator("section:not([hidden]) img").count() == len(MAPS)
    assert all(u.startswith((f"file://{atlas}", "data:")) for u in page.requests)
    assert page.evaluate("violations") == []
    assert not page.problems


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_sticks_out_sideways_on_a_small_phone(open_page, atlas, language):
    page = open_page(address(atlas, language), width=320, height=640)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_address_with_a_language_shows_the_page_from_its_top(
    open_page, atlas, language
):
    page = open_page(address(atlas, language))
    page.wait_for_timeout(300)
    assert page.locator("nav").bounding_box()["y"] >= 0


def test_the_address_or_the_reader_decides_the_language(open_page, atlas):
    page = open_page(f"{atlas}/index.html", locale="ar-EG")
    assert page.evaluate("document.documentElement.dir") == "rtl"
    assert page.locator("main > section:visible").get_attribute("id") == "ar"
    page.click('nav a[hreflang="en"]')
    page.wait_for_selector("html[lang='en'][dir='ltr']")
    assert page.locator("main > section:visible").count() == 1
    assert page.title() == page.locator("section:visible h1").text_content()


def test_without_script_every_language_is_there(browser, atlas):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"file://{atlas}/index.html")
    assert page.locator("main > section:visible").count() == len(LANGUAGES)
    context.close()


def test_codes_have_the_full_address_where_the_page_has_one(open_page, atlas):
    page = open_page(f"{atlas}/index.html")
    page.route("https://maps.example.org/**", lambda route: route.fulfill(
        path=atlas / "index.html", content_type="text/html"))  # fmt: skip
    page.goto("https://maps.example.org/atlas/#ar")
    codes = page.locator("section:visible textarea").evaluate_all(
        "fields => fields.map(field => field.value)"
    )
    assert 'src="https://maps.example.org/atlas/ar/membership.html"' in codes[0]
    assert 'src="https://maps.example.org/atlas/embed.js"' in codes[1]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("width", "height"), [(360, 640), (1280, 860)])
def test_every_call_for_help_and_its_result_is_on_the_first_screen(
    open_page, atlas, language, width, height
):
    page = open_page(f"{atlas}/index.html#{language}", width=width, height=height)
    cards = page.locator(f"#{language} .calls li")
    assert cards.count() > 5
    page.locator(f"#{language} h1").scroll_into_view_if_needed()
    top = page.locator(f"#{language} h1").bounding_box()["y"]
    last = cards.last.bounding_box()
    assert last["y"] + last["height"] - top <= height
    results = cards.locator("strong").all_inner_texts()
    filled = page.locator(f"#{language} .calls .came").count()
    assert len({*results}) == 2
    assert filled == sum(
        results.count(text) for text in {*results} if results.count(text) == filled
    )


def test_a_card_of_a_call_opens_the_map_at_its_tick_with_its_event(open_page, atlas):
    page = open_page(f"{atlas}/index.html#en")
    page.locator("#en .calls .came a").click()
    page.wait_for_selector("#panel .chosen")
    assert page.get_attribute("html", "data-tick") == "2022"
    assert "Kazakhstan" in page.inner_text("#panel .chosen h3")
