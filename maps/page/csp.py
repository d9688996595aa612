"""The content security policy of a page: only its own blocks run."""

from __future__ import annotations

import base64
import hashlib
from html.parser import HTMLParser

PLACE = "{policy}"
START, SCRIPTS = "default-src 'none'", "script-src "


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
    hashes = {kind: [*map(_hash, found)] for kind, found in read_blocks(html).items()}
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
    own = "; ".join(_allow_own(directive) for directive in policy.split("; "))
    return html.replace(policy, own, 1)


def _allow_own(directive: str) -> str:
    name, _, sources = directive.partition(" ")
    if name in ("script-src", "style-src"):
        return f"{name} 'self'"
    if name == "img-src" and "'self'" not in sources:
        return f"{name} 'self' {sources}"
    return directive


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
    policy = _read(html).policy
    if policy is None:
        raise ValueError("the page has no policy; expected one that add_policy made")
    return policy


def read_blocks(html: str) -> dict[str, list[str]]:
    """Return the texts of a page's scripts and styles that have no attributes.

    Parameters
    ----------
    html : str

    Returns
    -------
    dict of list of str
        Under ``script`` and ``style``, in the order of the page.
    """
    return _read(html).blocks


class _PageReader(HTMLParser):
    """Collects a page's policy, and its scripts and styles without attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.policy: str | None = None
        self.blocks: dict[str, list[str]] = {"script": [], "style": []}
        self._open: list[str] | None = None  # of the kind of block that is being read

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "meta" and ("http-equiv", "Content-Security-Policy") in attrs:
            self.policy = dict(attrs)["content"]
        self._open = None if attrs else self.blocks.get(tag)
        if self._open is not None:
            self._open.append("")

    def handle_data(self, data: str) -> None:
        if self._open is not None:  # a long block may come in pieces
            self._open[-1] += data

    def handle_endtag(self, tag: str) -> None:
        self._open = None


def _read(html: str) -> _PageReader:
    reader = _PageReader()
    reader.feed(html)
    reader.close()
    return reader


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
