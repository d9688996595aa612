"""A page -> its served copy, which loads itself again after each build."""

from __future__ import annotations

from csto_atlas.maps.assets.minify import minify_script
from csto_atlas.maps.assets.templates import static
from csto_atlas.maps.page.csp import PLACE, add_policy, allow_script

CHANGES = "changes"  # where a page learns of builds; no file of an atlas has that name
WAITING = (
    '<!DOCTYPE html><html lang="en"><meta charset="utf-8">'
    f'<meta http-equiv="Content-Security-Policy" content="{PLACE}">'
    "<title>Preview</title><p>There is no good build yet.</p></html>"
)


def add_reload_script(page: str, version: str) -> str:
    """Add the script that reloads a page after each build, and allow it.

    Parameters
    ----------
    page : str
        A page with a policy (`maps.page.csp.add_policy`).
    version : str
        Of the build that the page is from: letters and digits.

    Returns
    -------
    str
        All else is as in the page.
    """
    script = minify_script(static("serving/reload.js")).replace("{version}", version)
    block = f"<script>{script}</script>"
    before, end, after = allow_script(page, script).rpartition("</")
    return f"{before}{block}{end}{after}"


def wait_page() -> str:
    """Return the page that stands for all others before the first good build."""
    return add_reload_script(add_policy(WAITING), "")
