"""Our ES modules joined into one script, and the vendored part of Leaflet."""

from __future__ import annotations

import re
from collections.abc import Sequence

from csto_atlas.maps.assets.minify import minify_script, minify_style
from csto_atlas.maps.assets.templates import static

IMPORT = re.compile(r'^import \{[^}]*\} from "\./([\w-]+\.js)";\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?=function |const )", re.MULTILINE)


def bundle(*entries: str, names: Sequence[str] = ()) -> str:
    """Join modules and all they import, each once, into one plain script.

    Parameters
    ----------
    *entries : str
        Modules in ``maps/static``.
    names : sequence of str
        The functions that the page calls; every other name gets a short one. Without
        any, all functions of the modules keep their names.

    Returns
    -------
    str
        Without ``import`` and ``export``, made small.

    Raises
    ------
    ValueError
        If modules import each other in a circle.
    """
    done: dict[str, str] = {}
    for entry in entries:
        _collect(entry, done, ())
    joined = "".join(done.values())
    if not names:
        return joined
    shown = f"Object.assign(globalThis,{{{','.join(names)}}})"
    return f"{minify_script(f'(()=>{{{joined}{shown}}})();')}\n"


def _collect(name: str, done: dict[str, str], above: tuple[str, ...]) -> None:
    if name in above:
        raise ValueError(f"modules import each other: {' -> '.join((*above, name))}")
    if name in done:
        return
    text = static(name)
    for found in IMPORT.findall(text):
        _collect(found, done, (*above, name))
    done[name] = f"{minify_script(EXPORT.sub('', IMPORT.sub('', text)))}\n"


def style(name: str) -> str:
    """Return one of our own style sheets, made small."""
    return minify_style(static(name))


def embed_script(maps: Sequence[str], languages: Sequence[str]) -> str:
    """Return the script for pages that embed a map, made small.

    Parameters
    ----------
    maps, languages : sequence of str
        What there is to embed, not empty. A language that is not among these falls back
        to the first.

    Returns
    -------
    str
    """
    # Of a code that another begins with, the longer one is to be tried first.
    by_length = sorted(languages, key=len, reverse=True)
    text = static("host/embed.js")
    for place, value in (
        ("{maps}", "|".join(maps)),
        ("{languages}", "|".join(by_length)),
        ("{first}", languages[0]),
    ):
        text = text.replace(place, value)
    return f"{minify_script(text)}\n"


def leaflet_script(*, is_earth: bool = False) -> str:
    """Return the part of Leaflet that a scene needs, with its copyright notice.

    Parameters
    ----------
    is_earth : bool
        For longitudes and latitudes in Web Mercator, not for a scene's own plane.
    """
    return static(f"vendor/leaflet{'-earth' if is_earth else ''}.js")


def leaflet_style() -> str:
    """Return the rules of Leaflet's style sheet that a scene's page uses."""
    return static("vendor/leaflet.css").rstrip("\n")
