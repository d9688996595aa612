"""A page that embeds maps: by script or by element, steered by its links and steps."""

import gzip
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import ClassVar

import pytest

from csto_atlas.maps.assets.bundle import embed_script
from tests.browser.waiting import rest
from tests.conftest import LANGUAGES, MAPS

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
    """Return the map in a frame, once it has started."""
    page.wait_for_function(
        "n => document.querySelectorAll('iframe')[n]?.contentWindow.length !== null",
        arg=number,
    )
    frame = page.locator("iframe").nth(number).element_handle().content_frame()
    frame.wait_for_selector("html.live #panel h2", state="attached")
    return frame


def tick(frame):
    return frame.get_attribute("html", "data-tick")


def heights(page, frame, number=0):
    rest(page, 150)
    seen = page.locator("iframe").nth(number).bounding_box()["height"]
    return seen, frame.evaluate("document.body.offsetHeight")


def test_the_script_weighs_at_most_a_kilobyte_and_a_half(weighed):
    script = embed_script(MAPS, LANGUAGES).encode("utf-8")
    weighed("embed.js, gzip -9", len(gzip.compress(script, 9)), 1536, "bytes")


def test_a_script_makes_a_frame_that_stays_as_high_as_it_is(host):
    page = host(f'{SCRIPT} data-atlas-lang="ar" data-atlas-t="2012"></script>')
    frame = inner(page)
    assert tick(frame) == "2012"
    assert frame.get_attribute("html", "lang") == "ar"
    assert heights(page, frame)[0] == 700
    frame.click("#reading > summary")
    frame.click("#previous")
    assert heights(page, frame)[0] == 700
    page.set_viewport_size({"width": 420, "height": 600})
    assert heights(page, frame)[0] == 600  # no higher than the window
    assert not page.problems


@pytest.mark.parametrize(
    ("height", "pixels"),
    [("520", 520), ("520px", 520), ("50vh", 450), ("20em", 320), ("2000", 900)],
)
def test_an_editor_sets_the_height(host, height, pixels):
    element = f'<atlas-map map="almaty" height="{height}"></atlas-map>'
    script = f'{SCRIPT} data-atlas-height="{height}"></script>'
    page = host(f"{script}{element}", height=900)
    for number in (0, 1):
        page.locator("iframe").nth(number).scroll_into_view_if_needed()
        assert heights(page, inner(page, number), number)[0] == pixels


AUTO = 'data-atlas-height="auto"'


def test_a_frame_is_as_high_as_its_map_if_the_editor_says_so(host):
    page = host(f'{SCRIPT} {AUTO} data-atlas-t="2012"></script>')
    frame = inner(page)
    seen, whole = heights(page, frame)
    assert seen == pytest.approx(whole, abs=1)
    page.set_viewport_size({"width": 420, "height": 900})
    seen, whole = heights(page, frame)
    assert seen == pytest.approx(whole, abs=1)
    frame.click("#reading > summary")
    seen, whole = heights(page, frame)
    assert seen == pytest.approx(whole, abs=1)
    assert whole > 3000


def test_two_maps_live_on_one_page(host):
    body = f'{SCRIPT} data-atlas-t="1999"></script>'
    page = host(f'{body}<atlas-map map="almaty" lang="en" t="2022-01-14"></atlas-map>')
    assert tick(inner(page)) == "1999"
    assert tick(inner(page, 1)) == "2022-01-14"


def test_a_frame_out_of_sight_is_as_high_as_its_map_too(host):
    gap = "<div style='height:600px'></div>"
    first = SCRIPT.replace("membership", "almaty")
    page = host(f"{gap}{first}></script>{SCRIPT} {AUTO}></script>")
    frame = inner(page, 1)
    box = page.locator("iframe").nth(1).bounding_box()
    assert box["y"] > 900  # below what is seen
    assert box["height"] == pytest.approx(
        frame.evaluate("document.body.offsetHeight"), abs=1
    )


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
    heights(page, border)  # the maps have settled: nothing moves the steps any more
    for wanted in ("2022-09", "2016", "2020-10"):
        step = page.locator(f"p[data-atlas-t='{wanted}']")
        step.evaluate("node => node.scrollIntoView({block: 'center'})")
        border.wait_for_selector(f"html[data-tick='{wanted}']")
    assert tick(membership) == "2026"


def test_a_stranger_cannot_size_a_frame(host):
    page = host(f"{SCRIPT} {AUTO}></script>")
    heights(page, inner(page))  # the map has settled
    before = page.locator("iframe").bounding_box()["height"]
    for height in (50_000, -5, "9000", None):
        page.evaluate(
            "h => postMessage({atlas: 1, event: 'height', height: h})", height
        )
    rest(page, 100)
    assert page.locator("iframe").bounding_box()["height"] == before


@pytest.mark.parametrize(
    ("language", "time", "first_is_left"),
    [("ar", "ltr", True), ("en", "rtl", False), ("ar", "", False), ("en", "up", True)],
)
def test_an_editor_chooses_which_way_time_runs(
    open_page, atlas, language, time, first_is_left
):
    page = open_page(f"{atlas}/{language}/membership.html#t=2005&time={time}")
    page.wait_for_selector("#graph .axis")
    places = dict(
        page.eval_on_selector_all(
            "#graph .axis",
            "ns => ns.map(n => [n.textContent, n.getBoundingClientRect().x])",
        )
    )
    assert (places["1992"] < places["2026"]) is first_is_left
    page.focus("#time")
    page.keyboard.press("ArrowRight" if first_is_left else "ArrowLeft")
    assert page.get_attribute("html", "data-tick") == "2006"
    rest(page, 250)
    chosen = f"&time={time}" if time in ("ltr", "rtl") else ""
    assert page.evaluate("location.hash") == f"#t=2006{chosen}"


def test_a_sandboxed_frame_of_ones_own_is_sized_too(host):
    frame = f'<iframe data-atlas="border" {AUTO} sandbox="allow-scripts" '
    frame += 'src="{atlas}/ar/'
    frame += 'border.html" style="width:100%;height:700px;border:0"></iframe>'
    page = host(f'{frame}<script src="{{atlas}}/embed.js"></script>')
    page.frame_locator("iframe").locator("#panel h2").first.wait_for()
    seen, whole = heights(page, page.frames[1])
    assert seen == pytest.approx(whole, abs=1)


def test_where_scripts_are_stripped_the_frame_inside_is_left(host):
    body = (
        '<atlas-map map="border" lang="ar" t="2022-09">'
        '<iframe src="{atlas}/ar/border.html#t=2022-09" width="900"></iframe>'
        "</atlas-map>"
    )
    page = host(body)
    page.frame_locator("iframe").locator("html[data-tick='2022-09']").wait_for()
    assert page.locator("iframe").count() == 1
    page = host(f'<script src="{{atlas}}/embed.js"></script>{body}')
    assert tick(inner(page)) == "2022-09"
    assert page.locator("iframe").count() == 1


def test_a_frame_follows_its_panel_and_a_change_of_language(host):
    page = host(f'{SCRIPT} {AUTO} data-atlas-t="2012"></script>', width=420)
    frame = inner(page)
    before, _ = heights(page, frame)
    frame.click("[data-code=KAZ]")
    seen, whole = heights(page, frame)
    assert seen == pytest.approx(whole, abs=1)
    assert seen > before + 50
    frame.click('a[hreflang="ru"]')
    frame.wait_for_selector("html[lang='ru'][data-tick='2012']")
    seen, whole = heights(page, frame)
    assert seen == pytest.approx(whole, abs=1)


@pytest.fixture(scope="module")
def served(atlas):
    """Return the address at which the atlas is served as it is on the web."""
    handler = partial(Quiet, directory=str(atlas))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder, and two pages of a host that allows only its own."""

    bodies: ClassVar = {
        "/strict.html": '<script src="embed.js" data-atlas-map="border" '
        'data-atlas-lang="ar" data-atlas-t="2020-10"></script>'
        '<iframe data-atlas="almaty" src="en/almaty.html#t=2022-01-14" '
        'width="900" frameborder="0"></iframe>'
        '<a href="#t=2022-09" data-atlas-for="border">2022</a>',
        "/favicon.ico": "",
        "/long.html": '<div style="height:9000px"></div>'
        '<script src="embed.js" data-atlas-map="border"></script>',
    }

    def do_GET(self):
        body = self.bodies.get(self.path)
        if body is None:
            return super().do_GET()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        if self.path == "/strict.html":
            self.send_header("Content-Security-Policy", "default-src 'self'")
        self.end_headers()
        self.wfile.write(HOST.format(body=body).encode())

    def log_message(self, *_):
        pass


def test_a_host_that_allows_only_its_own_embeds_and_steers(open_page, served):
    watch = (
        "window.violations = []; addEventListener('securitypolicyviolation',"
        " e => violations.push([e.violatedDirective, e.blockedURI]));"
    )
    page = open_page(f"{served}/strict.html", script=watch)
    border = inner(page)
    assert tick(border) == "2020-10"
    for number in range(2):
        assert heights(page, inner(page, number), number)[0] == 700
    page.click("text=2022")
    border.wait_for_selector("html[data-tick='2022-09']")
    for frame in page.frames:
        assert frame.evaluate("violations") == []
    assert not page.problems


def test_a_map_is_asked_for_when_it_comes_near(open_page, served):
    page = open_page(f"{served}/long.html")
    rest(page, 300)
    wanted = f"{served}/en/border.html"
    assert wanted not in [url.partition("#")[0] for url in page.requests]
    page.evaluate("scrollTo(0, 9000)")
    assert tick(inner(page)) == "2022-09"
    assert wanted in [url.partition("#")[0] for url in page.requests]


def test_the_article_works_on_the_web_too(open_page, served):
    page = open_page(f"{served}/ar/article.html")
    step = page.locator("[data-atlas-t='2022-01-06']")
    step.evaluate("node => node.scrollIntoView({block: 'center'})")
    frame = page.frame_locator("iframe[data-atlas='almaty']")
    frame.locator("html[data-tick='2022-01-06']").wait_for()
    assert not page.problems
    assert all(url.startswith((served, "data:")) for url in page.requests)


def test_only_a_page_in_a_frame_is_asked_for_its_height(open_page, host, atlas):
    """To ask lays the whole page out."""
    script = """
      window.asked = 0;
      const kind = HTMLElement.prototype;
      const { get } = Object.getOwnPropertyDescriptor(kind, "offsetHeight");
      Object.defineProperty(kind, "offsetHeight", {
        get() { window.asked += this === document.body; return get.call(this); },
      });
    """
    page = open_page(f"{atlas}/en/membership.html", script=script)
    page.wait_for_selector("#graph .axis")
    assert page.evaluate("asked") == 0
    page = host('<iframe src="{atlas}/en/membership.html"></iframe>', script=script)
    page.frame_locator("iframe").locator("#graph .axis").first.wait_for()
    assert page.frames[1].evaluate("asked") > 0
