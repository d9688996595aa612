"""What is wrong with the names on a map, measured in a browser as a reader sees it."""

from pathlib import Path

from tests.browser.waiting import rest

# What each list of the answer holds: names that the frame cuts, that something covers,
# that touch each other, that stand on another state with a status (or whose line does),
# lines without a name, lines that are too long, and lines that cross.
FAULTS = ("cut", "covered", "touching", "foreign", "orphan", "long", "crossing")
SCRIPT = Path(__file__).with_name("names.js").read_text(encoding="utf-8")


def ask(page, name, *given):
    """Return what a function of the script answers on a page."""
    script = SCRIPT[SCRIPT.index("({") :]
    return page.evaluate(
        f"([name, given]) => {script.strip()}[name](...given)", [name, given]
    )


def find_name_faults(page):
    """Return the faults of the names of a view, without the kinds that it has none of.

    Parameters
    ----------
    page : playwright.sync_api.Page

    Returns
    -------
    dict of list of str
        By kind, see `FAULTS`.
    """
    found = ask(page, "measure")
    return {kind: found[kind] for kind in FAULTS if found[kind]}


def zoom_in(page):
    """Zoom in by the button; tell whether that was possible."""
    button = page.locator(".leaflet-control-zoom-in")
    if button.get_attribute("aria-disabled") == "true":
        return False
    button.click()
    rest(page, 400)
    return True


def walk_views(page, *, ticks, zooms=3):
    """Go through ticks, presets and zooms; yield the name of each view.

    Parameters
    ----------
    page : playwright.sync_api.Page
        Newly opened.
    ticks : sequence of int
    zooms : int

    Yields
    ------
    str
    """
    rest(page, 120)
    presets = page.locator("[data-preset]").count()
    for preset in [None, *range(presets)]:
        if preset is not None:
            page.locator("[data-preset]").nth(preset).click()
            rest(page, 120)
        for zoom in range(zooms if preset is None else 1):
            if zoom and not zoom_in(page):
                break
            for tick in ticks:
                ask(page, "go", tick)
                yield f"preset {preset}, zoom {zoom}, tick {tick}"


def find_unnamed(page, tick, names):
    """List states that change at a tick, have room for their name, and are not named.

    Parameters
    ----------
    page : playwright.sync_api.Page
    tick : int
        Not the first one.
    names : mapping of str
        By code.

    Returns
    -------
    list of str
    """
    ask(page, "go", tick - 1)
    before = ask(page, "states")
    ask(page, "go", tick)
    now, shown = ask(page, "states"), ask(page, "measure")["shown"]
    changed = [code for code, state in now.items() if state != before[code]]
    return [
        code
        for code in changed
        if code not in shown and ask(page, "fits", code, names[code])
    ]
