"""A page that embeds maps, with markup from people who may not write scripts."""

import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from types import SimpleNamespace

import pytest

from csto_atlas.maps.assets.bundle import embed_script
from tests.browser.waiting import rest

pytestmark = pytest.mark.browser
EMBED = embed_script(["almaty", "border", "x"], ["en", "ar"])
START = '<script src="maps/embed.js"'
SCRIPT = f"{START}></script>"
TOLD = 'type="module" data-atlas-base="maps/"'
MODULE = '<script type="module" src="maps/embed.js" data-atlas-map="border"></script>'
MAP = """<!doctype html><script>
  const height = Number(new URLSearchParams(location.search).get("height") ?? 555);
  addEventListener("message", ({ data }) => { window.told = data.set; });
  parent.postMessage({ atlas: 1, event: "ready" }, "*");
  parent.postMessage({ atlas: 1, event: "height", height }, "*");
</script>"""
# What is no name of a language or of a map: addresses of all kinds, and ways out.
ADDRESSES = [
    *("javascript:parent.hacked=1//", " JaVaScRiPt:parent.hacked=1//"),
    *("java&#9;script:parent.hacked=1//", "data:text/html,x//", "vbscript:x//"),
    *("//evil.example", "http://evil.example", "\\\\evil.example", "/\\evil.example"),
    *("..", "../..", "%2e%2e", "en/..", "en?", "en#", " ", "en&#10;", "a" * 100),
]
# Playwright's own selectors fail where an element is called querySelectorAll.
FRAMES = "() => [...Document.prototype.querySelectorAll.call(document, 'iframe')]"
NAMES = ["currentScript", "querySelectorAll", "createElement", "readyState", "body"]


KEPT = "min(700px, 100svh)"  # of a frame without a height of its own


def paste(attributes):
    """Return the script itself in a page."""
    return f"<script {attributes}>{EMBED}</script>"


class Host(BaseHTTPRequestHandler):
    """Serves one page, the script, and a map in every place that is asked for."""

    def do_GET(self):
        kind, body = "text/html", MAP
        if self.path == "/host.html":
            body = f"<!doctype html><meta charset='utf-8'><body>{self.server.body}"
        elif self.path in ("/maps/embed.js", "/all.js"):
            kind, body = "text/javascript", EMBED
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def server():
    with ThreadingHTTPServer(("127.0.0.1", 0), Host) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def host(open_page, server):
    """Return a function that opens a host page with a body, and has it come to rest."""

    def host(body):
        place = f"http://127.0.0.1:{server.server_port}"
        other = place.replace("127.0.0.1", "localhost")  # another origin
        server.body = body.replace("{other}", other)
        page = open_page(f"{place}/host.html")
        sources = page.evaluate(f"({FRAMES})().map(frame => frame.src)")
        return SimpleNamespace(page=page, maps=f"{place}/maps", sources=sources)

    return host


def settle(found, *heights):
    """Wait until the frames have these heights, and see that they keep them."""
    read = f"JSON.stringify(({FRAMES})().map(frame => frame.style.height))"
    wanted = json.dumps(heights, separators=(",", ":"))
    found.page.wait_for_function(f"wanted => {read} === wanted", arg=wanted)
    rest(found.page, 100)
    assert found.page.evaluate(read) == wanted


@pytest.mark.parametrize("markup", [
    '<atlas-map map="border" lang="{}"></atlas-map>',
    f'{START} data-atlas-map="border" data-atlas-lang="{{}}"></script>',
])  # fmt: skip
def test_no_language_leads_out_of_the_place_of_the_maps(host, markup):
    found = host(f"{SCRIPT}{''.join(markup.replace('{}', text) for text in ADDRESSES)}")
    assert found.sources == [f"{found.maps}/en/border.html"] * len(ADDRESSES)
    assert found.page.evaluate("window.hacked") is None
    assert not found.page.problems


@pytest.mark.parametrize("markup", [
    '<atlas-map map="{}">fallback</atlas-map>',
    f'{START} data-atlas-map="{{}}"></script>fallback',
])  # fmt: skip
def test_no_attribute_leads_out_of_the_place_of_the_maps(host, markup):
    markups = "".join(markup.replace("{}", text) for text in ADDRESSES)
    found = host(f"{SCRIPT}{markups}")
    assert found.sources == []
    assert found.page.text_content("body").count("fallback") == len(ADDRESSES)
    assert found.page.evaluate("window.hacked") is None
    assert not found.page.problems


def test_words_are_written_into_the_address_so_that_they_stay_words(host):
    words = 't="2012" select="&lt;b>&amp;view=x#" view=""'
    found = host(f'{SCRIPT}<atlas-map map="border" {words}></atlas-map>')
    address = "#t=2012&select=%3Cb%3E%26view%3Dx%23"
    assert found.sources == [f"{found.maps}/en/border.html{address}"]


@pytest.mark.parametrize(
    ("said", "found"),
    [("ar-EG", "ar"), ("AR", "ar"), ("ar_SA", "ar"), ("en-GB", "en"), ("fr", "en")],
)
def test_a_language_may_have_a_region_and_falls_back(host, said, found):
    page = host(f'{SCRIPT}<atlas-map map="Border" lang="{said}"></atlas-map>')
    assert page.sources == [f"{page.maps}/{found}/border.html"]


@pytest.mark.parametrize("tag", ["img name", "form name", "embed name", "object id"])
def test_elements_with_names_of_the_document_change_nothing(host, tag):
    end = f"</{tag.split()[0]}>"  # what follows is not inside of it
    taken = [f'<{tag}="{name}" src="{{other}}/x.js">{end}' for name in NAMES]
    found = host(f'{"".join(taken)}{SCRIPT}<atlas-map map="border"></atlas-map>')
    assert found.sources == [f"{found.maps}/en/border.html"]
    settle(found, KEPT)
    assert not found.page.problems


def test_a_module_makes_frames_as_a_script_does(host):
    found = host(f'{MODULE}<atlas-map map="almaty" lang="ar"></atlas-map>')
    assert found.sources == [
        f"{found.maps}/en/border.html",
        f"{found.maps}/ar/almaty.html",
    ]
    settle(found, KEPT, KEPT)
    assert not found.page.problems


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        (f'{START} defer data-atlas-map="border"></script>', ["border"]),
        (f"{MODULE}{MODULE}", ["border", "border"]),
        (f'{SCRIPT}{SCRIPT}<atlas-map map="x"></atlas-map>', ["x"]),
        (paste('data-atlas-map="border" data-atlas-base="maps"'), ["border"]),
        (paste(f'data-atlas-map="x" {TOLD}') * 2, ["x", "x"]),
        (f'<script data-atlas-map="x" {TOLD}>import "/maps/embed.js"</script>', ["x"]),
        (f'<script data-atlas-map="x" {TOLD} src="all.js"></script>', ["x"]),
    ],
)  # fmt: skip
def test_each_way_to_load_the_script_makes_each_frame_once(host, markup, names):
    found = host(markup)
    assert found.sources == [f"{found.maps}/en/{name}.html" for name in names]
    settle(found, *[KEPT] * len(names))
    assert not found.page.problems


@pytest.mark.parametrize("attributes", [
    "", 'data-atlas-base="javascript://x/%0ahacked=1"',
    'type="module" data-atlas-base="javascript://x/%0ahacked=1"',
])  # fmt: skip
def test_a_pasted_script_that_is_not_told_the_place_says_so(host, attributes):
    found = host(paste(f'{attributes} data-atlas-map="border"'))
    assert found.sources == []
    assert ["data-atlas-base" in problem for problem in found.page.problems] == [True]


@pytest.mark.parametrize("kind", ["", "type='module'"])
def test_a_pasted_script_steers_frames_of_ones_own(host, kind):
    frame = '<iframe data-atlas="x" src="maps/en/x.html"></iframe>'
    found = host(f"<script {kind}>{EMBED}</script>{frame}<a href='#t=2012'>2012</a>")
    settle(found, KEPT)
    found.page.click("a")
    found.page.frames[1].wait_for_function("window.told?.t === '2012'")
    assert not found.page.problems


def test_a_frame_without_an_address_does_not_stop_the_others(host):
    tell = "parent.postMessage({ atlas: 1, height: 444 }, `*`)"
    odd = f'<iframe data-atlas srcdoc="<script>{tell}</script>"></iframe>'
    odd += '<iframe data-atlas></iframe><iframe data-atlas src="http://:"></iframe>'
    found = host(f'{SCRIPT}{odd}<iframe data-atlas src="maps/en/x.html"></iframe>')
    settle(found, "", "", "", KEPT)
    assert not found.page.problems


def test_a_frame_of_another_origin_is_neither_heard_nor_steered(host):
    other = '<iframe data-atlas="x" src="{other}/maps/en/x.html"></iframe>'
    found = host(f'{SCRIPT}{other}<a href="#t=2012">2012</a>')
    settle(found, "")
    found.page.click("a")
    assert found.page.evaluate("location.hash") == "#t=2012"
    assert found.page.frames[1].evaluate("window.told") is None


def test_a_frame_that_was_led_to_another_origin_is_not_heard(host):
    found = host(f'{SCRIPT}<atlas-map map="x" height="auto"></atlas-map>')
    settle(found, "calc(555px)")
    lead = """address => new Promise((heard) => {
      addEventListener("message", ({ data }) => data.height && heard(data.height));
      document.querySelector("iframe").contentWindow.location = address;
    })"""
    other = found.maps.replace("127.0.0.1", "localhost")
    assert found.page.evaluate(lead, f"{other}/en/x.html?height=444") == 444
    settle(found, "calc(555px)")
    assert found.page.evaluate(lead, f"{found.maps}/en/x.html?height=333") == 333
    settle(found, "calc(333px)")


def test_no_frame_gets_higher_than_any_page(host):
    frame = '<iframe data-atlas data-atlas-height="auto" src="maps/x.html?height=1e9">'
    found = host(f"{SCRIPT}{frame}</iframe>")
    found.page.wait_for_function(
        "document.querySelector('iframe').clientHeight === 50000"
    )


def test_a_form_among_the_steps_does_not_stop_them(host):
    form = '<form data-atlas-t="1"><input name="dataset"><input name="hash"></form>'
    found = host(
        f'{SCRIPT}<atlas-map map="x"></atlas-map>{form}<p data-atlas-t="2012">2012</p>'
        '<div style="height:3000px"></div>'
    )
    found.page.locator("p").evaluate("node => node.scrollIntoView({block: 'center'})")
    found.page.frames[1].wait_for_function("window.told?.t === '2012'")
    assert not found.page.problems


def test_a_link_to_a_place_of_the_host_leads_there(host):
    found = host(
        f'{SCRIPT}<atlas-map map="x"></atlas-map><h2 id="t=2">Two</h2>'
        '<a href="#t=2">2</a> <a href="#t=2012">2012</a>'
    )
    found.page.click("text=2012")
    found.page.frames[1].wait_for_function("window.told?.t === '2012'")
    assert found.page.evaluate("location.hash") == ""
    found.page.locator("a").first.click()
    assert found.page.evaluate("location.hash") == "#t=2"
