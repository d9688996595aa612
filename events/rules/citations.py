"""Rules: every item cites a source, and a link leads to the publisher's own host."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from csto_atlas.events.bases import Record
from csto_atlas.events.errors import Problem
from csto_atlas.events.records import Dataset, Source
from csto_atlas.events.rules.known_names import KnownNames

OWN_HOSTS = {
    "Wikipedia": ("wikipedia.org",),
    "TASS": ("tass.com", "tass.ru"),
    "ITAR-TASS": ("tass.com", "tass.ru", "itar-tass.com"),
    "Interfax": ("interfax.com", "interfax.ru"),
    "Reuters": ("reuters.com",),
}
"""Hosts of publishers whose texts are often copied, by the publisher's name."""

COPY_HOSTS = (
    "academickids.com",
    "alchetron.com",
    "ampproject.org",
    "archive.is",
    "archive.org",
    "archive.ph",
    "archive.today",
    "azlyrics.com",
    "dbpedia.org",
    "everybodywiki.com",
    "googleusercontent.com",
    "infogalactic.com",
    "lyricsfreak.com",
    "lyricstranslate.com",
    "scribd.com",
    "translate.goog",
    "wiki2.org",
    "wikibrief.org",
    "wikimili.com",
    "wikiwand.com",
    "wikizero.com",
)
"""Hosts that hold copies of other people's texts."""

# RFC 1035, 2.3.1: labels of up to 63 letters, digits and inner hyphens. The last has a
# letter, so that no IP address passes; other scripts are written in ASCII (xn--).
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_HOST = re.compile(rf"(?:{_LABEL}\.)+(?=[a-z0-9-]*[a-z]){_LABEL}")
_COPY = re.compile(
    r"\b(cop(y|ies)|mirrors?|cached?|reprint(ed)?|machine[- ]translated)\b",
    re.IGNORECASE,
)


def missing_sources(dataset: Dataset, known: KnownNames) -> Iterator[Problem]:
    """Report an item or a figure that cites nothing."""
    expected = "the id of at least one source"
    for record in _citing(dataset):
        if not record.sources:
            where = record.origin.at("sources")
            yield Problem(where, f"{_name(record)} has no source", expected)
    meta = dataset.meta
    if meta.protection and not meta.protection.sources:
        where = meta.origin.at("protection", "sources")
        yield Problem(where, "protection has no source", expected)
    for article in dataset.article:
        for loc, passage in article.passages():
            if not passage.sources:
                where = article.origin.at(*loc, "sources")
                yield Problem(where, "this passage has no source", expected)
    for event in dataset.events:
        for n, figure in enumerate(event.figures):
            if not figure.sources:
                where = event.origin.at("figures", n, "sources")
                what = f"figure {n + 1} of '{event.id}' has no source"
                yield Problem(where, what, expected)


def bad_links(dataset: Dataset, known: KnownNames) -> Iterator[Problem]:
    """Report a link that leads elsewhere than to the publisher's own host."""
    for source in dataset.sources:
        if source.url is not None and (reason := _fault(source, source.url)):
            what = f"source '{source.id}' links to {reason}"
            expected = "an http(s) address on the publisher's own host, or no url"
            yield Problem(source.origin.at("url"), what, expected)


def _fault(source: Source, url: str) -> str:
    """Return why a link is not the publisher's own; nothing if it may be."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port  # a port that is none raises
    except ValueError:
        return f"'{url}', which is no address"
    if parts.scheme not in ("http", "https") or not _HOST.fullmatch(host):
        return f"'{url}', which is no web address with a public host name in ASCII"
    if "@" in parts.netloc:
        return f"'{url}', which has a user name before its host"
    if re.search(r"\s", url):
        return f"'{url}', which holds blanks"
    if any(_is_under(host, copy) for copy in COPY_HOSTS):
        return f"{host}, which holds copies"
    own = OWN_HOSTS.get(source.publisher, ())
    if own and not any(_is_under(host, name) for name in own):
        return f"{host}, which is not {source.publisher}"
    words = f"{source.publisher} {(source.note or {}).get('en', '')}"
    return "a copy, as it says itself" if _COPY.search(words) else ""


def _is_under(host: str, name: str) -> bool:
    return host == name or host.endswith(f".{name}")


def _citing(dataset: Dataset) -> Iterator[Any]:
    """Yield the records that must cite a source."""
    yield from dataset.organisations
    yield from dataset.terms
    yield from dataset.movements
    yield from dataset.events


def _name(record: Record) -> str:
    """Return how a reader would call a record."""
    kind = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", type(record).__name__).lower()
    keys = ("id", "area", "line", "movement", "object", "contingent", "code")
    names = (getattr(record, key, None) for key in keys)
    return f"{kind} '{next(name for name in names if name)}'"
