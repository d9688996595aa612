"""Photograph the page of a map in the shapes of social media."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from playwright.sync_api import Browser, Error, Page

from csto_atlas.maps.assets.templates import STATIC
from csto_atlas.maps.stills.raster.pace import Frame
from csto_atlas.maps.stills.raster.shapes import RenderJob

# Goes to a tick by its index, or stays; says what is seen then. What stands in brackets
# is left out: how old the data are today, and how a circle's two shades are read.
READ = """async index => {
  const time = document.querySelector("#time"), bar = time.closest(".time");
  if (index !== null) time.value = index;
  if (index !== null) time.dispatchEvent(new Event("input", { bubbles: true }));
  bar.style.setProperty("--elapsed", `${100 * time.value / (time.max || 1)}%`);
  const asides = ".credit span span, .legend .sizes > span:first-child";
  for (const node of document.querySelectorAll(asides))
    node.textContent = node.textContent.replace(/ \\([^()]*\\)/, "");
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  const states = {}, { dataset } = document.documentElement;
  const shapes = "#scene :is([data-state], [data-phase])";
  for (const node of document.querySelectorAll(shapes)) {
    const { code, area, event, contingent, route, line, state, phase } = node.dataset;
    states[[code, area, event, contingent, route, line]] = state ?? phase;
  }
  const name = time.getAttribute("aria-valuetext");
  const key = document.querySelector(".key").getBoundingClientRect().height;
  const headline = document.querySelector("#headline").textContent;
  const head = fitHeadline(document.querySelector("h1"));
  return { index: +time.value, tick: dataset.tick, headline, name, states, head, key };
}"""
# Sets a long headline smaller, so that it takes two lines, or three in a high picture.
FIT = """title => {
  title.style.fontSize = "";
  const size = parseFloat(getComputedStyle(title).fontSize);
  const most = 1.3 * size * (innerHeight > 1.5 * innerWidth ? 3 : 2);
  const text = document.createRange();
  text.selectNodeContents(title);
  const height = () => text.getBoundingClientRect().height;
  for (let share = 1; share > 0.65 && height() > most; share -= 0.05)
    title.style.fontSize = `${size * share}px`;
  return height();
}"""
# Labels the bar; keeps room for the longest headline and key, so that nothing jumps.
SETTLE = """({ first, last, head, key }) => {
  const { style, dataset } = document.querySelector(".time");
  Object.assign(dataset, { first, last });
  const root = document.documentElement.style;
  root.setProperty("--head", `${head}px`);
  root.setProperty("--key", `${key}px`);
}"""
PLAN = """() => {
  const { jumps, start } = JSON.parse(document.querySelector("#payload").textContent);
  return [jumps, start, +document.querySelector("#time").max];
}"""


@contextmanager
def open_page(browser: Browser, job: RenderJob) -> Iterator[Page]:
    """Open a page as a picture of its shape and theme.

    Parameters
    ----------
    browser : Browser
    job : RenderJob
    """
    shape = job.shape
    page = browser.new_page(
        viewport={"width": shape.width, "height": shape.height},
        device_scale_factor=shape.scale,
        reduced_motion="reduce",
        bypass_csp=True,
    )
    page.goto(f"{job.page.resolve().as_uri()}#chrome=story&theme={job.theme}")
    page.add_style_tag(path=STATIC / "stills" / "picture.css")
    page.evaluate(f"() => {{ globalThis.fitHeadline = {FIT} }}")
    yield page
    page.close()


def find_story(page: Page) -> tuple[list[int], int]:
    """Return the ticks at which something changes, and the one that a page opens on.

    Parameters
    ----------
    page : Page
    """
    jumps, start, last = page.evaluate(PLAN)
    return sorted({0, start, last, *jumps}), start


def find_tick(page: Page, tick: str) -> int | None:
    """Return the index of a tick, or None if the page has none of that id.

    Parameters
    ----------
    page : Page
    tick : str
    """
    page.evaluate("t => location.replace(`${location.hash}&t=${t}`)", tick)
    found = page.evaluate(READ, None)
    return found["index"] if found["tick"] == tick else None


def fix_layout(page: Page, ticks: Sequence[int], *, keeps_room: bool) -> None:
    """Label the bar of time; give the page one layout for all ticks of a story.

    Parameters
    ----------
    page : Page
    ticks : sequence of int
        Indices, in order of time, with the first and the last of the timeline.
    keeps_room : bool
        Whether headline and key get the room of the longest of them.
    """
    found = [page.evaluate(READ, tick) for tick in ticks]
    sizes = {
        side: max(one[side] for one in found) if keeps_room else 0
        for side in ("head", "key")
    }
    names = {"first": found[0]["name"], "last": found[-1]["name"]}
    page.evaluate(SETTLE, names | sizes)


def photograph(page: Page, tick: int) -> Frame:
    """Photograph a page at a tick.

    Parameters
    ----------
    page : Page
    tick : int
        Index.
    """
    found = page.evaluate(READ, tick)
    return Frame(found["tick"], found["headline"], found["states"], _shoot(page))


def _shoot(page: Page) -> bytes:
    try:
        return page.screenshot(animations="disabled")
    except Error:
        # A browser that is kept waiting by a busy machine may miss one frame.
        return page.screenshot(animations="disabled")
