"""PNG for previews of links: the stills that pages open on, and calls for help."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

from playwright.sync_api import Browser

from csto_atlas.maps.stills.frame import HEIGHT, WIDTH
from csto_atlas.maps.stills.names import name_calls

# Feeds show it at half its size: the board alone, in larger letters, with the credit.
CALLS_ALONE = """
#back, #reading, footer { display: none }
.kicker { font-size: 18px }
#board h1 { font-size: 36px }
#board > p { font-size: 20px }
.calls { margin: 0 }
body > .credit { padding: 6px 16px; font-size: 13px }
.calls ol { grid-template-columns: repeat(6, 1fr); margin-top: 8px }
.calls a { font-size: 18px }
.calls small { font-size: 15px }
.calls svg { width: 104px; height: 104px }
"""
CREDIT = "() => document.body.append(document.querySelector('.credit'))"


def find_pages(atlas: Path) -> list[Path]:
    """Find the pages of the maps of an atlas in every language, sorted.

    Parameters
    ----------
    atlas : Path
        ``dist``.
    """
    return sorted(
        page
        for page in atlas.glob("*/*.html")
        if any((atlas / "stills" / page.parent.name).glob(f"{page.stem}-[0-9]*.svg"))
    )


def choose_first(page: Path) -> Path:
    """Return the still of the tick that the page of a map opens on.

    Parameters
    ----------
    page : Path
        ``dist/ar/border.html``.
    """
    start = read_first_tick(page.read_text(encoding="utf-8"))
    return page.parents[1] / "stills" / page.parent.name / f"{page.stem}-{start}.svg"


def read_first_tick(html: str) -> str:
    """Return the id of the tick that a map's page opens on.

    Parameters
    ----------
    html : str
        A map's page; its root element has the attribute ``data-tick``.

    Raises
    ------
    ValueError
        If no element has it.
    """
    reader = _TickReader()
    reader.feed(html)
    if reader.tick is None:
        raise ValueError("no element of the page has the attribute data-tick")
    return reader.tick


class _TickReader(HTMLParser):
    """Keeps the first ``data-tick`` of a page."""

    tick: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.tick is None:
            self.tick = dict(attrs).get("data-tick")


def draw_card(browser: Browser, still: Path) -> list[Path]:
    """Write a still as PNG, and once more at twice its size.

    Parameters
    ----------
    browser : Browser
    still : Path
        SVG.

    Returns
    -------
    list of Path
    """
    return _photograph(browser, still.resolve().as_uri(), still.with_suffix(".png"))


def draw_calls(browser: Browser, page: Path) -> list[Path]:
    """Write the calls for help of a page, and what came of them, as PNG of two sizes.

    Parameters
    ----------
    browser : Browser
    page : Path
        ``dist/ar/membership.html``.

    Returns
    -------
    list of Path
        Empty where the page has no calls on one screen.
    """
    path = page.parents[1] / name_calls(page.parent.name, page.stem)
    address = f"{page.resolve().as_uri()}#board=calls&theme=light"
    return _photograph(browser, address, path, "#asked", CALLS_ALONE)


def _photograph(
    browser: Browser, address: str, path: Path, needs: str = "", css: str = ""
) -> list[Path]:
    """Photograph a page at both sizes; not if it has not what the picture needs."""
    paths = [path, path.with_name(f"{path.stem}@2x.png")]
    for scale, one in enumerate(paths, 1):
        with browser.new_page(
            viewport={"width": WIDTH, "height": HEIGHT},
            device_scale_factor=scale,
            bypass_csp=bool(css),
        ) as page:
            page.goto(address)
            if needs and not page.locator(needs).count():
                return []
            if css:
                page.add_style_tag(content=css)
                page.evaluate(CREDIT)
            page.screenshot(path=one)
    return paths
