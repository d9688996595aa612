"""The rules of Leaflet's style sheet that apply on a scene's page."""

from __future__ import annotations

import re

from csto_atlas.maps.assets.minify import minify_style

URL = re.compile(r"[\w-]+:\s*url\([^)]*\)[^;}]*;?")
PREFIXED = re.compile(r"(?<=[{;])-(?:ms|moz|webkit)-[\w-]+:[^;}]*;?")
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
UNUSED = re.compile(
    r"popup|tooltip|layers|marker|div-icon|tile|attribution|scale|vml|oldie|@"
    r"|zoom-box| img|crosshair|shadow|canvas|bottom|left|container a"
)


def keep_used_rules(sheet: str) -> str:
    """Minify Leaflet's style sheet and drop what no scene uses.

    Left out are declarations that load images, rules for parts of Leaflet that no page
    has (popups, tiles, its list of layers, controls at the bottom or the left), and
    declarations with the prefix of one browser.

    Parameters
    ----------
    sheet : str
        Its text, without nested rules.

    Returns
    -------
    str
        Without line ends.

    Examples
    --------
    >>> keep_used_rules(".leaflet-popup, .leaflet-pane { left: 0; } .a { }")
    '.leaflet-pane{left:0}'
    """
    text = PREFIXED.sub("", URL.sub("", minify_style(sheet)))
    rules = []
    for group, body in RULE.findall(text):
        selectors = [s.strip() for s in group.split(",") if not UNUSED.search(s)]
        if selectors and body.strip():
            rules.append(f"{','.join(selectors)}{{{body}}}")
    return "".join(rules)
