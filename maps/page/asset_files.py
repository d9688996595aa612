"""Scripts and styles as files, for servers that allow nothing inline."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

from csto_atlas.maps.page.csp import allow_files, read_blocks

FOLDER = "assets"
ICON = '<link rel="icon" href="data:,">'
TAGS = {
    "script": '<script src="{address}"></script>',
    "style": '<link rel="stylesheet" href="{address}"{media}>',
}
DARK = ' media="screen and (prefers-color-scheme: dark)"'
# Colours alone, and as the minifier writes them.
OF_DARK = re.compile(
    r"@media screen and \(prefers-color-scheme: ?dark\)\{(:root ?\{[^{}]*\})\}"
)
EMPTY_ICON = '<svg xmlns="http://www.w3.org/2000/svg"/>'


def split_pages(files: Mapping[str, str | bytes]) -> dict[str, str | bytes]:
    """Move the scripts and styles of all pages into files.

    A page then runs under a policy of ``default-src 'self'``. What several pages have
    in common is one file.

    Parameters
    ----------
    files : mapping of str to str or bytes
        An atlas, by path.

    Returns
    -------
    dict
        The same, its pages without inline blocks, and the files of ``assets/``.
    """
    done: dict[str, str | bytes] = {}
    for path, content in files.items():
        if isinstance(content, str) and path.endswith(".html"):
            content, assets = _split_page(content, "../" * path.count("/"))
            done.update(assets)
        done[path] = content
    return dict(sorted(done.items()))


def _split_page(html: str, up: str) -> tuple[str, dict[str, str]]:
    """Return a page without inline blocks, and their files.

    Parameters
    ----------
    html : str
    up : str
        The way from the page to the top folder, such as ``../``.
    """
    assets = {f"{FOLDER}/icon.svg": EMPTY_ICON}

    # An empty address of data would be one that the policy of the server refuses.
    html = html.replace(ICON, f'<link rel="icon" href="{up}{FOLDER}/icon.svg">')
    for kind, texts in read_blocks(html).items():
        for text in texts:
            tags = ""
            for part, media in _split_style(text) if kind == "style" else [(text, "")]:
                name = hashlib.sha256(part.encode("utf-8")).hexdigest()[:16]
                path = f"{FOLDER}/{name}.{'js' if kind == 'script' else 'css'}"
                assets[path] = part
                tags += TAGS[kind].format(address=f"{up}{path}", media=media)
            html = html.replace(f"<{kind}>{text}</{kind}>", tags, 1)
    return allow_files(html), assets


def _split_style(text: str) -> list[tuple[str, str]]:
    """Return the parts of a style sheet in order, each with its attribute of media.

    A page opened from a disk may not read the rules of its files, but which media a
    file is for: so it can follow a theme.
    """
    parts = enumerate(OF_DARK.split(text))
    return [(part, DARK if place % 2 else "") for place, part in parts if part]
