"""Every kind of host: nothing jumps, and links, steps and the wheel do their work."""

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from tests.browser.test_translated import TRANSLATE
from tests.browser.waiting import rest

pytestmark = pytest.mark.browser
TAG = 'data-atlas-map="membership" data-atlas-lang="ar-EG" data-atlas-theme="light"'
FRAME = '<iframe data-atlas="membership" data-atlas-height="600" width="100%" '
# What the editor pastes; {own} and {other} are two origins of one atlas.
PASTED = {
    "same origin": f'<script src="{{own}}/embed.js" {TAG}></script>',
    "other origin": f'<script src="{{other}}/embed.js" {TAG}></script>',
    "deferred": f'<script defer src="{{other}}/embed.js" {TAG}></script>',
    "module": f'<script type="module" src="{{own}}/embed.js" {TAG}></script>',
    "inlined": f'<script data-atlas-base="{{other}}/" {TAG}>{{script}}</script>',
    "twice": f'<script src="{{own}}/embed.js" {TAG}></script>'
    '<script src="{own}/embed.js"></script>',
    "sandboxed": f'{FRAME} sandbox="allow-scripts" '
    'src="{other}/ar/membership.html#theme=light"></iframe>'
    '<script src="{other}/embed.js"></script>',
    "strict": f'<script src="{{own}}/embed.js" {TAG}></script>',
    "translated": f'<script src="{{own}}/embed.js" {TAG}></script>',
    "phone": f'<script src="{{other}}/embed.js" {TAG}></script>',
}
# One link, as content systems rewrite it.
LINKS = (
    '<a href="#t=2012&amp;amp;select=UZB">1</a>',
    '<a href="#select=UZB" data-atlas-t="2012">1</a>',
    '<a href="/host.html#view=un&amp;t=2012" target="_blank" rel="noopener">1</a>',
)
BODY = (
    "<!doctype html><meta charset=utf-8><title>Host</title><base href='/'>"
    '<meta name=viewport content="width=device-width"><div class=gap></div>{pasted}'
    "<p data-atlas-t=1999>…</p><div class=gap></div>{links}<p data-atlas-t=2005>…</p>"
    "<div class=gap></div><h2 id=end>…</h2>"
    f"{'<div class=gap></div>' * 3}<link rel=stylesheet href=/host.css>"
)


class Host(SimpleHTTPRequestHandler):
    """Serves an atlas, and an article beside it."""

    def do_GET(self):
        found = self.server.pages.get(self.path)
        if found is None:
            return super().do_GET()
        self.send_response(200)
        kind = "text/css" if self.path.endswith(".css") else "text/html"
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        if self.server.policy:
            self.send_header("Content-Security-Policy", self.server.policy)
        self.end_headers()
        self.wfile.write(found.encode())

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def server(atlas):
    handler = partial(Host, directory=str(atlas))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        server.script = (atlas / "embed.js").read_text(encoding="utf-8")
        yield server
        server.shutdown()


def article(server, kind):
    """Have an article served, and return its address."""
    own = f"http://127.0.0.1:{server.server_port}"
    pasted = PASTED[kind]
    for name, text in (
        ("{own}", own),
        ("{other}", own.replace("127.0.0.1", "localhost")),
        ("{script}", server.script),
    ):
        pasted = pasted.replace(name, text)
    server.policy = "default-src 'self'" if kind == "strict" else ""
    links = LINKS[list(PASTED).index(kind) % len(LINKS)]
    server.pages = {
        "/host.html": BODY.replace("{pasted}", pasted).replace("{links}", links),
        "/host.css": ".gap{height:500px}",
        "/favicon.ico": "",
    }
    return f"{own}/host.html"


@pytest.mark.parametrize("kind", PASTED)
def test_no_host_is_moved_and_every_host_steers(open_page, server, kind):
    address = article(server, kind)
    size = {"width": 390, "height": 700} if kind == "phone" else {"width": 1100}
    page = open_page(f"{address}#end", color_scheme="dark", **size)
    if kind == "translated":
        page.evaluate(TRANSLATE)
    frame = page.locator("iframe")
    inner = page.frame_locator("iframe")
    # Where the reader is stays, while the map above loads and steps.
    inner.locator("#panel h2").first.wait_for(state="attached")
    place = "document.getElementById('end').getBoundingClientRect().top"
    assert abs(page.evaluate(place)) < 2
    ways = page.evaluate("history.length")
    height = frame.bounding_box()["height"]
    assert height <= page.viewport_size["height"]
    ground = inner.locator("html").evaluate("n => getComputedStyle(n).backgroundColor")
    assert ground == "rgb(255, 255, 255)"
    for _ in range(5):
        inner.locator("#previous").evaluate("node => node.click()")
    assert abs(page.evaluate(place)) < 2
    assert frame.bounding_box()["height"] == height
    page.locator("a").evaluate("node => node.click()")
    inner.locator("html[data-tick='2012']").wait_for()
    page.locator("p").first.evaluate("node => node.scrollIntoView({block: 'center'})")
    inner.locator("html[data-tick='1999']").wait_for()
    assert page.evaluate("[location.hash, history.length]") == ["#end", ways]
    assert not page.problems


@pytest.mark.parametrize("kind", ["same origin", "other origin"])
def test_after_a_click_the_wheel_scrolls_the_article(open_page, server, kind):
    page = open_page(article(server, kind), width=1100, height=800)
    page.locator("iframe").evaluate("node => node.scrollIntoView()")
    page.frame_locator("iframe").locator("#panel h2").first.wait_for()
    before = page.evaluate("scrollY")
    page.mouse.click(400, 300)
    for _ in range(20):
        page.mouse.wheel(0, 120)
        rest(page, 60)
    assert page.evaluate("scrollY") > before + 200
