"""PNG of the stills that pages open on, for previews of links."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

from playwright.sync_api import Browser

from csto_atlas.maps.stills.frame import HEIGHT, WIDTH


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
    paths = [still.with_suffix(".png"), still.with_name(f"{still.stem}@2x.png")]
    for scale, path in enumerate(paths, 1):
        page = browser.new_page(
            viewport={"width": WIDTH, "height": HEIGHT}, device_scale_factor=scale
        )
        page.goto(still.resolve().as_uri())
        page.screenshot(path=path)
        page.close()
    return paths
