"""Turn the stills of a built atlas into PNG and animated WebP, by a headless browser.

Only a browser shapes Arabic correctly without further libraries.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Error, Page, ViewportSize, sync_playwright
from tqdm import tqdm

from csto_atlas.maps.stills.frame import HEIGHT, WIDTH
from csto_atlas.maps.stills.raster.install import find_browser

TICK = re.compile(r"-\d{4}(-\d\d)*$")  # at the end of a still's name
FRAME = (800, 420)  # pixels of a moving picture
READ_MS, REST_MS = 1500, 4000  # how long a frame stays, and the last one
QUALITY = 50


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line: a built atlas, and whether all of its stills are wanted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("atlas", type=Path, metavar="DIR")
    parser.add_argument("--all", action="store_true", help="not only the first views")
    options = parser.parse_args(arguments)
    series = find_series(options.atlas / "stills")
    if not series:
        parser.error(f"no stills in {str(options.atlas)!r}; run build.py first")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_browser(), args=["--no-sandbox", "--disable-gpu"]
        )
        size: ViewportSize = {"width": WIDTH, "height": HEIGHT}
        plain = browser.new_page(viewport=size)
        fine = browser.new_page(viewport=size, device_scale_factor=2)
        total = sum(map(len, series.values()))
        with tqdm(total=total, desc="stills", unit="still", disable=None) as bar:
            for path, stills in series.items():
                first = choose_first(path)
                wanted = stills if options.all else [first]
                save_animation(_draw(stills, wanted, plain, fine, bar), path)
        browser.close()
    return 0


def find_series(folder: Path) -> dict[Path, list[Path]]:
    """Find the stills of every map in every language.

    Parameters
    ----------
    folder : Path
        ``dist/stills``.

    Returns
    -------
    dict of list of Path
        In order of time, by the moving picture that they make together.
    """
    return {
        page: sorted(page.parent.glob(f"{page.stem}-[0-9]*.svg"))
        for page in sorted(
            {
                still.with_name(f"{TICK.sub('', still.stem)}.webp")
                for still in folder.glob("*/*.svg")
            }
        )
    }


def choose_first(path: Path) -> Path:
    """Return the still of the tick that the page of a map opens on.

    Parameters
    ----------
    path : Path
        The moving picture, ``dist/stills/ar/border.webp``.
    """
    page = path.parents[2] / path.parent.name / f"{path.stem}.html"
    start = read_first_tick(page.read_text(encoding="utf-8"))
    return path.with_name(f"{path.stem}-{start}.svg")


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


def _draw(
    stills: Iterable[Path], wanted: Collection[Path], plain: Page, fine: Page, bar: tqdm
) -> Iterator[bytes]:
    """Go through the pictures of a map; those that are wanted are also written."""
    for still in stills:
        picture = _shoot(plain, still)
        if still in wanted:
            still.with_suffix(".png").write_bytes(picture)
            large = still.with_name(f"{still.stem}@2x.png")
            large.write_bytes(_shoot(fine, still))
        bar.update()
        yield picture


def _shoot(page: Page, still: Path) -> bytes:
    page.goto(still.resolve().as_uri())
    try:
        return page.screenshot()
    except Error:
        # A browser that is kept waiting by a busy machine may miss one frame.
        page.reload()
        return page.screenshot()


def save_animation(frames: Iterable[bytes], path: Path) -> None:
    """Write an animation that rests on its last picture.

    Parameters
    ----------
    frames : iterable of bytes
        PNG, in order of time.
    path : Path
    """
    first, *others = _shrink(frames)
    first.save(
        path,
        save_all=True,
        append_images=others,
        duration=[*[READ_MS] * len(others), REST_MS],
        loop=0,
        quality=QUALITY,
        method=4,
        minimize_size=True,
    )


def _shrink(frames: Iterable[bytes]) -> Iterator[Image.Image]:
    for frame in frames:
        picture = Image.open(BytesIO(frame)).convert("RGB")
        yield picture.resize(FRAME, Image.Resampling.LANCZOS)


if __name__ == "__main__":
    sys.exit(main())
