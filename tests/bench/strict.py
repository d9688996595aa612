"""The strictest policy that a page's own blocks allow: hashes, and nothing else."""

from __future__ import annotations

import base64
import hashlib
import re

BLOCK = re.compile(r"<(script|style)\b([^>]*)>(.*?)</\1>", re.DOTALL | re.IGNORECASE)
NOTHING = "'none'"


def strict_policy(page: str) -> str:
    """Write the policy that stops all but the blocks that are in the page.

    Parameters
    ----------
    page : str

    Returns
    -------
    str
        For the header `Content-Security-Policy-Report-Only`: it stops nothing, and
        the page tells what it would have stopped.
    """
    hashes: dict[str, list[str]] = {"script": [], "style": []}
    for kind, attributes, text in BLOCK.findall(page):
        if "src=" not in attributes:
            digest = hashlib.sha256(text.encode()).digest()
            source = f"'sha256-{base64.b64encode(digest).decode()}'"
            hashes[kind.lower()].append(source)
    scripts, styles = (" ".join(found) or NOTHING for found in hashes.values())
    return (
        f"default-src {NOTHING}; script-src {scripts}; style-src {styles}; "
        "img-src data:"
    )
