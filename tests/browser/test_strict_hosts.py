"""An atlas on a server that sends a policy of its own."""

import re
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from csto_atlas.maps.page.asset_files import split_pages
from tests.browser.policy import VIOLATIONS
from tests.conftest import LANGUAGES, MAPS
from tests.faults.rounds import pairs

pytestmark = pytest.mark.browser


class Strict(SimpleHTTPRequestHandler):
    """Serves a folder with a policy for each path."""

    def end_headers(self):
        policy = self.server.policies.get(self.path, "default-src 'self'")
        self.send_header("Content-Security-Policy", policy)
        super().end_headers()

    def log_message(self, *_):
        pass


def serve(folder):
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Strict, directory=folder))
    server.policies = {}
    Thread(target=server.serve_forever, daemon=True).start()
    return server


@pytest.fixture(scope="module")
def files(atlas, tmp_path_factory):
    """Return the folder of an atlas with its scripts and styles as files."""
    folder = tmp_path_factory.mktemp("strict")
    found = [path for path in atlas.rglob("*") if path.is_file()]
    files = {str(path.relative_to(atlas)): path.read_bytes() for path in found}
    pages = {
        name: content.decode() if name.endswith(".html") else content
        for name, content in files.items()
    }
    for name, content in split_pages(pages).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = content.encode() if isinstance(content, str) else content
        path.write_bytes(text)
    return folder


@pytest.fixture(scope="module")
def strict(files):
    """Return the address of an atlas with files, where nothing inline is allowed."""
    with serve(files) as server:
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize(("name", "language"), pairs(MAPS, LANGUAGES))
def test_a_map_of_files_runs_where_nothing_inline_may(
    open_page, strict, name, language
):
    address = f"{strict}/{language}/{name}.html#theme=dark"
    page = open_page(address, script=VIOLATIONS)
    before = page.inner_text("#headline")
    page.click("#previous-change")
    assert page.inner_text("#headline") != before
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    assert page.evaluate(ground) == "rgb(23, 29, 36)"
    assert page.evaluate("violations") == []
    assert not page.problems


@pytest.mark.parametrize(
    ("theme", "ground"), [("dark", "rgb(23, 29, 36)"), ("light", "rgb(255, 255, 255)")]
)
def test_a_map_of_files_follows_a_theme_from_a_disk_too(
    open_page, files, theme, ground
):
    other = "light" if theme == "dark" else "dark"
    page = open_page(f"{files}/en/border.html#theme={theme}", color_scheme=other)
    shown = "getComputedStyle(document.documentElement).backgroundColor"
    assert page.evaluate(shown) == ground
    assert not page.problems


@pytest.mark.parametrize("path", ["en/article.html", "index.html"])
def test_other_pages_of_files_run_there_too(open_page, strict, path):
    page = open_page(f"{strict}/{path}", script=VIOLATIONS)
    assert page.evaluate("getComputedStyle(document.body).margin") != "8px"
    assert page.evaluate("violations") == []
    assert not page.problems


def test_the_headers_of_an_atlas_let_its_pages_run(open_page, atlas):
    text = (atlas / "headers" / "_headers").read_text(encoding="utf-8")
    rows = re.findall(r"^(/.*\.html)\n  Content-Security-Policy: (.*)$", text, re.M)
    with serve(atlas) as server:
        server.policies = dict(rows)
        place = f"http://127.0.0.1:{server.server_port}"
        for path in ("/ar/border.html", "/en/article.html", "/index.html"):
            assert path in server.policies
            page = open_page(f"{place}{path}", script=VIOLATIONS)
            # The page names the same policy: what one refuses, the other refuses too.
            assert page.evaluate("violations") == []
            assert not page.problems
        server.shutdown()


def test_a_map_that_loses_its_style_is_grey_on_white(open_page, atlas):
    page = open_page(f"{atlas}/en/border.html")
    page.evaluate("document.querySelectorAll('style').forEach(node => node.remove())")
    fills = page.eval_on_selector_all(
        "#scene .land path",
        "paths => [...new Set(paths.map(path => getComputedStyle(path).fill))]",
    )
    assert fills == ["rgb(221, 221, 221)"]
    for css in (".swatch path", ".size circle"):
        found = page.eval_on_selector(
            f".legend {css}", "node => getComputedStyle(node).fill"
        )
        assert found == fills[0]
