"""Pages of folium in a browser without a network: only Leaflet is there."""

import re
from html import escape
from importlib import resources

LEAFLET = resources.files("xstatic.pkg.leaflet") / "data"
ADDRESS = "http://folium.test/page.html"
# Of the plugin that a DualMap loads, this is all that it calls.
SYNC = "L.Map.include({ sync() { return this; } });"


def open_folium(browser, text, **options):
    """Open a page; its errors are in `problems`."""

    def answer(route):
        name = route.request.url.rsplit("/", 1)[-1]
        kind = "text/css" if name.endswith(".css") else "text/javascript"
        body = ""
        if route.request.url == ADDRESS:
            body, kind = text, "text/html; charset=utf-8"
        elif name in ("leaflet.js", "leaflet.css"):
            body = (LEAFLET / name).read_text(encoding="utf-8")
        elif name == "L.Map.Sync.min.js":
            body = SYNC
        headers = {"Access-Control-Allow-Origin": "*"}  # frames in a sandbox have none
        route.fulfill(body=body, content_type=kind, headers=headers)

    page = browser.new_page(viewport={"width": 1000, "height": 700}, **options)
    page.problems = []
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    page.route("**/*", answer)
    page.goto(ADDRESS)
    return page


def bring_leaflet(cell):
    """Put Leaflet into the frames of a notebook's cell.

    A frame in a sandbox is a process of its own, whose requests no test can answer.
    """
    script = escape(f"<script>{(LEAFLET / 'leaflet.js').read_text('utf-8')}</script>")
    linked = r"&lt;script src=&quot;[^&]*/leaflet\.js&quot;&gt;&lt;/script&gt;"
    return re.sub(linked, lambda _: script, cell)
