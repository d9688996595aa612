"""A page that embeds maps: by script or by element, steered by its links and steps."""

import gzip

import pytest

pytestmark = pytest.mark.browser
HOST = """<!doctype html><html><head><meta charset="utf-8"><title>Host</title></head>
<body>{body}</body></html>"""
STEPS = "<div style='height:1500px'></div>".join(
    f"<p data-atlas-t='{tick}' data-atlas-for='border'>{tick}</p>"
    for tick in ("2016", "2020-10", "2022-09")
)


@pytest.fixture
def host(open_page, atlas, tmp_path):
    """Return a function that opens a page with this body beside the atlas."""

    def host(body, **options):
        path = tmp_path / "host.html"
        path.write_text(HOST.format(body=body.replace("{atlas}", f"file://{atlas}")))
        return open_page(str(path), **options)

    return host


SCRIPT = '<script src="{atlas}/embed.js" data-atlas-map="membership" '


def inner(page, number=0):
    """Return the map in a frame, once it has said how high it is."""
    page.wait_for_function(
        "n => document.querySelectorAll('iframe')[n]?.style.height !== '700px'",
        arg=number,
    )
    return page.frames[number + 1]


def tick(frame):
    return frame.get_attribute("html", "data-tick")


def heights(page, frame, number=0):
    page.wait_for_timeout(150)
    seen = page.locator("iframe").nth(number).bounding_box()["height"]
    return seen, frame.evaluate("document.body.offsetHeight")


def test_the_script_weighs_at_most_a_kilobyte(atlas, measured):
    script = (atlas / "embed.js").read_bytes()
    measured("embed.js, gzip -9", len(gzip.compress(script, 9)), 1024, "bytes")


def test_a_script_makes_a_frame_as_high_as_its_map(host):
    page = host(f'{SCRIPT} data-atlas-lang="ar" data-atlas-t="2012"></script>')
    frame = inner(page)
    assert tick(frame) == "2012"
    assert frame.get_attribute("html", "lang") == "ar"
    seen, whole = heights(page, frame)
    assert seen == pytest.approx(whole, abs=1)
    page.set_viewport_size({"width": 420, "height": 900})
    seen, whole = heights(page, frame)
    assert seen == pytest.approx(whole, abs=1)
    frame.click("#reading > summary")
    seen, whole = heights(page, frame)
    assert seen == pytest.approx(whole, abs=1)
    assert whole > 3000
    assert not page.problems


def test_two_maps_live_on_one_page(host):
    body = f'{SCRIPT} data-atlas-t="1999"></script>'
    page = host(f'{body}<atlas-map map="almaty" lang="en" t="2022-01-14"></atlas-map>')
    assert tick(inner(page)) == "1999"
    assert tick(inner(page, 1)) == "2022-01-14"


def test_frames_come_lazily_and_with_a_title(host):
    page = host(f'{SCRIPT} data-atlas-title="The Treaty"></script>')
    frame = page.locator("iframe")
    assert frame.get_attribute("loading") == "lazy"
    assert frame.get_attribute("title") == "The Treaty"


def test_a_link_of_the_article_moves_the_map(host):
    links = (
        '<a href="#t=2012&select=UZB">2012</a> <a href="#" data-atlas-t="2006">x</a>'
    )
    page = host(f"{SCRIPT}></script>{links}")
    frame = inner(page)
    page.click("text=2012")
    frame.wait_for_selector("html[data-tick='2012']")
    assert "chosen" in frame.get_attribute('[data-code="UZB"]', "class")
    page.click("text=x")
    frame.wait_for_selector("html[data-tick='2006']")
    assert page.evaluate("location.hash") == ""


def test_scrolling_moves_the_map_it_is_meant_for(host):
    other = SCRIPT.replace("membership", "border")
    page = host(f"{SCRIPT}></script>{other}></script>{STEPS}")
    membership, border = inner(page), inner(page, 1)
    for wanted in ("2022-09", "2016", "2020-10"):
        step = page.locator(f"p[data-atlas-t='{wanted}']")
        step.evaluate("node => node.scrollIntoView({block: 'center'})")
        border.wait_for_selector(f"html[data-tick='{wanted}']")
    assert tick(membership) == "2026"


def test_a_stranger_cannot_size_a_frame(host):
    page = host(f"{SCRIPT}></script>")
    heights(page, inner(page))  # the map has settled
    before = page.locator("iframe").bounding_box()["height"]
    for height in (50_000, -5, "9000", None):
        page.evaluate(
            "h => postMessage({atlas: 1, event: 'height', height: h})", height
        )
    page.wait_for_timeout(100)
    assert page.locator("iframe").bounding_box()["height"] == before


@pytest.mark.parametrize(
    ("language", "time", "first_is_left"),
    [("ar", "ltr", True), ("en", "rtl", False), ("ar", "", False), ("en", "up", True)],
)
def test_an_editor_chooses_which_way_time_runs(
    open_page, atlas, language, time, first_is_left
):
    page = open_page(f"{atlas}/{language}/membership.html#t=2005&time={time}")
    places = dict(
        page.eval_on_selector_all(
            "#graph text",
            "ns => ns.map(n => [n.textContent, n.getBoundingClientRect().x])",
        )
    )
    assert (places["1992"] < places["2026"]) is first_is_left
    page.focus("#time")
    page.keyboard.press("ArrowRight" if first_is_left else "ArrowLeft")
    assert page.get_attribute("html", "data-tick") == "2006"
    page.wait_for_timeout(250)
    chosen = f"&time={time}" if time in ("ltr", "rtl") else ""
    assert page.evaluate("location.hash") == f"#t=2006{chosen}"


def test_a_sandboxed_frame_of_ones_own_is_sized_too(host):
    frame = '<iframe data-atlas="border" sandbox="allow-scripts" src="{atlas}/ar/'
    frame += 'border.html" style="width:100%;height:700px;border:0"></iframe>'
    page = host(f'{frame}<script src="{{atlas}}/embed.js"></script>')
    seen, whole = heights(page, inner(page))
    assert seen == pytest.approx(whole, abs=1)
