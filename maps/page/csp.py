"""The content security policy of a page: only its own blocks run."""

from __future__ import annotations

import base64
import hashlib
import re

PLACE = "{policy}"
START, SCRIPTS = "default-src 'none'", "script-src "
META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
BLOCK = re.compile(r"<(script|style)>(.*?)</\1>", re.DOTALL)


def add_policy(
    html: str,
    *,
    images: str = "data:",
    scripts: str = "",
    frames: str = "",
    markup: str = "'none'",
) -> str:
    """Write the policy into a page, with the hashes of its scripts and styles.

    Parameters
    ----------
    html : str
        A page with ``{policy}`` in its head, before any text of the data. Only blocks
        without attributes are hashed, as data blocks are never executed.
    images, scripts, frames : str
        Further sources of pictures, scripts and frames, as CSP source expressions.
    markup : str
        The trusted types policy that lets strings through as markup: none by default.

    Returns
    -------
    str

    Raises
    ------
    ValueError
        If the page has no ``{policy}``.
    """
    head, found, rest = html.partition(PLACE)
    if not found:
        raise ValueError(f"the page has no place {PLACE} for its policy")
    hashes: dict[str, list[str]] = {"script": [], "style": []}
    for kind, text in BLOCK.findall(html):
        hashes[kind].append(_hash(text))
    policy = "; ".join(
        [
            START,
            f"{SCRIPTS}{' '.join([*hashes['script'], scripts]).strip()}",
            f"style-src {' '.join(hashes['style'])}",
            f"img-src {images}",
            *([f"frame-src {frames}"] if frames else []),
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            f"trusted-types {markup}",
        ]
    )
    return head + policy + rest


def allow_script(html: str, text: str) -> str:
    """Allow one more script, and its requests to the page's own host.

    Parameters
    ----------
    html : str
        A page whose policy `add_policy` has made.
    text : str
        The script, without its tags.

    Returns
    -------
    str

    Raises
    ------
    ValueError
        If the page has no policy.
    """
    head, found, rest = html.partition(f"{START}; {SCRIPTS}")
    if not found:
        raise ValueError("the page has no policy; expected one that add_policy made")
    return f"{head}{START}; connect-src 'self'; {SCRIPTS}{_hash(text)} {rest}"


def allow_files(html: str) -> str:
    """Allow the files of the page's own place instead of its blocks.

    Parameters
    ----------
    html : str
        A page whose policy `add_policy` has made.

    Returns
    -------
    str

    Raises
    ------
    ValueError
        If the page has no policy.
    """
    policy = read_policy(html)
    own = re.sub(r"(script|style)-src [^;]*", r"\1-src 'self'", policy)
    if "img-src 'self'" not in own:
        own = own.replace("img-src", "img-src 'self'")
    return html.replace(policy, own, 1)


def read_policy(html: str) -> str:
    """Return the policy that a page names.

    Parameters
    ----------
    html : str

    Returns
    -------
    str

    Raises
    ------
    ValueError
        If the page has none.
    """
    if not (found := META.search(html)):
        raise ValueError("the page has no policy; expected one that add_policy made")
    return found[1]


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
