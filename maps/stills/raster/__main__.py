"""Make PNG, MP4, and animated WebP of a built atlas, by a headless browser.

Without options: of each map in each language the tick that its page opens on, in four
shapes, light and dark; its story, upright and light, as MP4 and WebP; and the picture
for previews of links.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright
from tqdm import tqdm

from csto_atlas.maps.stills.raster.cards import (
    choose_first,
    draw_calls,
    draw_card,
    find_pages,
)
from csto_atlas.maps.stills.raster.film import write_animation, write_film
from csto_atlas.maps.stills.raster.install import find_browser
from csto_atlas.maps.stills.raster.pace import Frame, pace
from csto_atlas.maps.stills.raster.photos import (
    find_story,
    find_tick,
    fix_layout,
    open_page,
    photograph,
)
from csto_atlas.maps.stills.raster.shapes import SHAPES, THEMES, RenderJob, list_jobs

MEGABYTE = 1_000_000


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line: a built atlas, and which of its pictures are wanted."""
    parser = make_parser()
    options = parser.parse_args(arguments)
    pages = [
        page
        for page in find_pages(options.atlas)
        if page.stem in (options.map or [page.stem])
        and page.parent.name in (options.lang or [page.parent.name])
    ]
    if not pages:
        parser.error(f"no such map in {str(options.atlas)!r}; run build.py first")
    wishes = options.shape, options.theme, options.tick
    jobs = list(list_jobs(pages, *wishes, has_all=options.all))
    print(describe_jobs(pages, jobs))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_browser(), args=["--no-sandbox", "--disable-gpu"]
        )
        written = [] if any(wishes) else draw_cards(browser, pages)
        for job in tqdm(jobs, unit="set", disable=None):
            written += make_job(browser, job)
        browser.close()
    print(summarize(written, options.atlas))
    if missing := find_missing(options.tick, written):
        parser.error(
            f"no tick {' '.join(missing)}; expected one such as 2012 or 2022-09"
        )
    return 0


def make_parser() -> argparse.ArgumentParser:
    """Make the parser of the command line."""
    parser = argparse.ArgumentParser(
        prog="csto_atlas.maps.stills.raster",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("atlas", type=Path, metavar="DIR", help="a built atlas, dist")
    for name, choices, what in (
        ("map", None, "id of a map"),
        ("lang", None, "a language"),
        ("tick", None, "pictures of this tick, such as 2012 or 2022-09; no story"),
        ("shape", SHAPES, "pictures and story in this shape"),
        ("theme", THEMES, "pictures and story in this theme"),
    ):
        parser.add_argument(
            f"--{name}",
            nargs="+",
            default=[],
            choices=choices,
            metavar=name.upper(),
            help=what,
        )
    parser.add_argument(
        "--all", action="store_true", help="every change, and the story in every shape"
    )
    return parser


def describe_jobs(pages: Sequence[Path], jobs: Sequence[RenderJob]) -> str:
    """Say what will be made.

    Parameters
    ----------
    pages : sequence of Path
    jobs : sequence of RenderJob
    """
    shapes = {job.shape.name: job.shape for job in jobs}.values()
    sizes = ", ".join("{} ({} x {})".format(s.name, *s.size) for s in shapes)
    ticks = (
        "every change" if jobs[0].has_all else " ".join(jobs[0].ticks or ["first view"])
    )
    stories = sum(job.has_story for job in jobs)
    return (
        f"{len(pages)} pages, {ticks}: PNG in {sizes}; "
        f"{', '.join(dict.fromkeys(job.theme for job in jobs))}; "
        f"{stories} stories, each as MP4 and WebP"
    )


def summarize(written: Sequence[Path], atlas: Path) -> str:
    """Say what was made.

    Parameters
    ----------
    written : sequence of Path
    atlas : Path
    """
    kinds = Counter(path.suffix[1:].upper() for path in written)
    numbers = ", ".join(f"{number} {kind}" for kind, number in sorted(kinds.items()))
    size = sum(path.stat().st_size for path in written) / MEGABYTE
    return f"{atlas / 'stills'}: {numbers or 'nothing'}; {size:.1f} MB"


def find_missing(ticks: Iterable[str], written: Iterable[Path]) -> list[str]:
    """Find the ticks that were asked for and that no map has.

    Parameters
    ----------
    ticks : iterable of str
    written : iterable of Path
    """
    names = "\n".join(path.name for path in written)
    return [
        tick for tick in ticks if not re.search(rf"-{re.escape(tick)}-\d+x\d", names)
    ]


def draw_cards(browser: Browser, pages: Iterable[Path]) -> list[Path]:
    """Write the pictures for previews of links.

    Parameters
    ----------
    browser : Browser
    pages : iterable of Path
    """
    return [
        path
        for page in pages
        for path in (
            *draw_card(browser, choose_first(page)),
            *draw_calls(browser, page),
        )
    ]


def make_job(browser: Browser, job: RenderJob) -> Iterator[Path]:
    """Write the pictures and the story of a page in a shape and theme.

    Parameters
    ----------
    browser : Browser
    job : RenderJob

    Yields
    ------
    Path
        As soon as it is there.
    """
    with open_page(browser, job) as page:
        story, wanted = choose_ticks(page, job)
        fix_layout(page, story, keeps_room=job.has_story)
        frames = []
        for tick in sorted({*wanted, *(story if job.has_story else ())}):
            frame = photograph(page, tick)
            if tick in wanted:
                path = job.path(frame.tick, ".png")
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(frame.png)
                yield path
            frames.append(frame)
    if job.has_story:
        yield from write_story(job, frames)


def choose_ticks(page: Page, job: RenderJob) -> tuple[list[int], set[int]]:
    """Return the ticks of the story, and those that get a PNG.

    Parameters
    ----------
    page : Page
    job : RenderJob
    """
    story, start = find_story(page)
    if job.ticks is None:
        return story, {*story} if job.has_all else {start}
    found = [find_tick(page, tick) for tick in job.ticks]
    return story, {tick for tick in found if tick is not None}


def write_story(job: RenderJob, frames: Sequence[Frame]) -> Iterator[Path]:
    """Write a story as film and as animation.

    Parameters
    ----------
    job : RenderJob
    frames : sequence of Frame
        In order of time.

    Yields
    ------
    Path
    """
    pictures, stays = [frame.png for frame in frames], pace(frames)
    for suffix, write in ((".mp4", write_film), (".webp", write_animation)):
        path = job.path("", suffix)
        write(path, pictures, stays)
        yield path


if __name__ == "__main__":
    sys.exit(main())
