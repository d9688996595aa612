"""What a reader takes away: link, code to embed, the system's own sharing."""

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

import build
from tests.conftest import LANGUAGES, MAPS
from tests.faults.rounds import pairs

pytestmark = pytest.mark.browser
SITE = "https://maps.example.org/"
COPIED = {"en": "Copied", "ar": "تم النسخ", "ru": "Скопировано"}


@pytest.fixture(scope="module")
def sited(tmp_path_factory):
    """Return the folder of one map that knows where it will be."""
    out = tmp_path_factory.mktemp("sited") / "dist"
    command = ["--map", "membership", "--lang", "ru", "--site-url", SITE]
    assert build.main([*command, "--out", str(out)]) == 0
    return out


def opened(page):
    page.click("#share > summary")
    return page


def value(page, field):
    page.wait_for_function("document.getElementById('link').value")
    return page.input_value(field)


def frame_of(code):
    """Return the attributes of the one element that a code is."""
    found = []
    reader = HTMLParser()
    reader.handle_starttag = lambda tag, attrs: found.append((tag, dict(attrs)))
    reader.feed(code)
    ((tag, attributes),) = found
    assert tag == "iframe"
    return attributes


@pytest.mark.parametrize(("name", "language"), pairs(MAPS, LANGUAGES))
def test_the_code_embeds_what_is_shown(open_page, atlas, tmp_path, name, language):
    tick = {"membership": "2012", "almaty": "2022-01-14", "border": "2020-10"}[name]
    page = opened(open_page(f"{atlas}/{language}/{name}.html#t={tick}&view=control"))
    code = value(page, "#code")
    frame = frame_of(code)
    assert frame["src"] == f"{name}.html#t={tick}&view=control"
    assert frame["title"] == page.title()
    assert frame["loading"] == "lazy"
    assert (frame["height"], frame["width"]) == ("700", "100%")
    assert "max-height: 100vh" in frame["style"]
    # The code works: beside the map it opens it at that tick.
    host = tmp_path / "host.html"
    base = f'<base href="file://{atlas}/{language}/">'
    host.write_text(f"<!doctype html><meta charset=utf-8>{base}{code}")
    inner = open_page(str(host)).frame_locator("iframe")
    inner.locator(f"html[data-tick='{tick}'][data-view='control']").wait_for()


def test_link_and_code_follow_the_reader(open_page, atlas):
    page = opened(open_page(f"{atlas}/en/membership.html#t=1999"))
    assert value(page, "#link") == "membership.html#t=1999"
    page.click("#next")
    page.locator('[data-code="KAZ"]').click()
    assert value(page, "#link") == "membership.html#t=2000&select=KAZ"
    assert "#t=2000&amp;select=KAZ" in value(page, "#code")


def test_a_page_that_knows_its_home_shares_that(open_page, sited):
    page = opened(open_page(f"{sited}/ru/membership.html#t=2006"))
    home = f"{SITE}ru/membership.html#t=2006"
    assert value(page, "#link") == home
    assert frame_of(value(page, "#code"))["src"] == home


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_buttons_copy(open_page, atlas, language):
    page = opened(open_page(f"{atlas}/{language}/border.html#t=2022-09"))
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    for field in ("#link", "#code"):
        wanted = value(page, field)
        page.click(f"{field} + button")
        page.wait_for_function(
            "word => document.querySelector('#share output').textContent === word",
            arg=COPIED[language],
        )
        assert page.evaluate("navigator.clipboard.readText()") == wanted
    page.focus("#time")
    page.keyboard.press("Home")
    assert page.inner_text("#share output") == ""
    assert not page.problems


def test_a_sandboxed_frame_copies_too(open_page, atlas, tmp_path):
    host = tmp_path / "host.html"
    host.write_text(
        f'<iframe sandbox="allow-scripts" width="900" height="1600" '
        f'src="file://{atlas}/en/membership.html#t=2012"></iframe>'
    )
    page = open_page(str(host), height=1700)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    frame = page.frame_locator("iframe")
    frame.locator("#share > summary").click()
    frame.locator("#link + button").click()
    frame.locator("output", has_text="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()").endswith("#t=2012")


SHARE = "navigator.share = async (what) => { window.shared = what; };"


def test_the_system_shares_an_address_of_the_web_only(open_page, atlas, sited):
    page = opened(open_page(f"{sited}/ru/membership.html#t=2006", script=SHARE))
    page.click("[data-send]")
    assert page.evaluate("shared") == {
        "title": page.title(),
        "url": f"{SITE}ru/membership.html#t=2006",
    }
    page = opened(open_page(f"{atlas}/en/membership.html", script=SHARE))
    assert not page.is_visible("[data-send]")


def test_without_script_there_is_nothing_to_copy(open_page, atlas):
    page = open_page(f"{atlas}/en/membership.html", java_script_enabled=False)
    assert not page.is_visible("#share")
    assert page.is_visible('footer a[href="../index.html"]')


@pytest.mark.parametrize("language", LANGUAGES)
def test_three_styles_cite_what_is_shown(open_page, atlas, language):
    page = opened(open_page(f"{atlas}/{language}/border.html"))
    page.click("#next")
    styles = value(page, "#cite").splitlines()
    assert len(styles) == 3
    for style in styles:
        assert page.inner_text("#headline") in style
        assert value(page, "#link") in style
        assert "{" not in style


@pytest.mark.parametrize("name", MAPS)
def test_every_file_that_the_foot_links_is_there(open_page, atlas, name):
    page = open_page(f"{atlas}/en/{name}.html")
    links = page.eval_on_selector_all("footer a", "all => all.map(a => a.href)")
    files = [Path(unquote(urlsplit(link).path)) for link in links]
    assert any(path.name == "atlas.xlsx" for path in files)
    assert all(path.is_file() for path in files)
